/**
 * Learns what the check `term` weighs, and writes src/check/terms/weights.ts.
 *
 *     npx tsx scripts/learn-terms.ts [CORPORA]
 *
 * CORPORA (../shared/corpora by default) holds, in earnings21/, what recognisers made of calls and the references;
 * n-gram counts in ngrams/; edited calls in edited/; annotated calls in folders of their own. Two calls of three of
 * earnings21/ are learnt from; scripts/evaluate-asr.ts reports on the others.
 */
import { writeFileSync } from 'node:fs'
import { contextNames, contextsOf, type Context } from '../src/check/terms/context.js'
import { featureNames, featuresOf, type Features } from '../src/check/terms/features.js'
import { isName } from '../src/check/terms/judge.js'
import type { Reading } from '../src/check/terms/readings.js'
import type { LanguageModel } from '../src/lexicon/language-model.js'
import { defaultLexicon } from '../src/lexicon/open.js'
import { isKeptOut, loadRecognised } from './recognisers/calls.js'
import { attestation, lexiconWithout, modelWithoutReferences } from './recognisers/kept-out.js'
import { logOddsOf, regress, type Observation, type Regression } from './recognisers/logistic.js'
import { labelAnnotated, labelEdited, labelRecognised, type Labelled } from './recognisers/readings.js'

const corpora = process.argv[2] ?? '../shared/corpora'
const recognised = loadRecognised(`${corpora}/earnings21`)
const calls = [...new Set(recognised.map(({ call }) => call))]
const model = modelWithoutReferences(corpora, calls)
if (!model) {
  console.error(`${corpora} has no ngrams: name the folder that holds earnings21, ngrams and edited`)
  process.exit(2)
}

/** What an observation of an annotated call counts, beside one of a recogniser's. */
const weightOfAnnotated = 3

/**
 * Log-odds added in unedited bilingual calls: what annotated ones hold is more often right than the many more calls
 * of recognisers let expect (of readings given 0.5 to 0.6 there, two of three are).
 */
const moreInRendered = 0.5

/** Log-odds below which the rest of the call is not asked. */
const hopeless = -4

interface Item {
  readonly reading: Reading
  readonly features: Features
  readonly isRight: boolean | undefined
}

/** The readings of one text with all that is learnt from. */
interface Text extends Omit<Labelled, 'readings'> {
  readonly items: readonly Item[]
}

const texts = allTexts(model).map((text) => itemsOf(text, model))
const names = [...new Set(texts.map(({ name }) => name))].sort()
const fold = (name: string) => names.indexOf(name) % 3
const unseen = [0, 1, 2].map((left) => learnWeights(texts.filter(({ name }) => fold(name) !== left)))
const own = learnWeights(texts)
const context = regress(texts.flatMap((text) => contextObservations(text, unseen[fold(text.name)]!, model)))
const target = new URL('../src/check/terms/weights.ts', import.meta.url)
writeFileSync(target, fileOf(own, raised(context)))
console.log(
  `${texts.reduce((sum, { items }) => sum + items.length, 0)} readings of ${texts.length} texts: ${target.pathname}`,
)

function allTexts(languageModel: LanguageModel): Labelled[] {
  const attested = attestation(recognised)
  const learnt = recognised.filter(({ call }) => !isKeptOut(call, calls))
  const base = defaultLexicon()
  const lexicons = new Map(
    calls.map((call) => [
      call,
      lexiconWithout(base, languageModel, (confusion) =>
        [...attested(confusion)].some((other) => other !== call && !isKeptOut(other, calls)),
      ),
    ]),
  )
  const whole = lexiconWithout(base, languageModel, () => true)
  return [
    ...learnt.map((text) => labelRecognised(text, lexicons.get(text.call)!)),
    ...labelAnnotated(['corpora/samples', corpora], whole),
    ...labelEdited(`${corpora}/edited`, whole),
  ]
}

function itemsOf({ readings, ...text }: Labelled, languageModel: LanguageModel): Text {
  const items = readings
    .filter(({ reading }) => !isName(reading))
    .map(({ reading, isRight }) => ({
      reading,
      isRight,
      features: featuresOf(reading, text.call, languageModel),
    }))
  return { ...text, items }
}

function learnWeights(chosen: readonly Text[]): Regression {
  return regress(
    chosen.flatMap(({ source, items }) =>
      items.flatMap(({ features, isRight }): Observation[] => {
        if (isRight === undefined) return []
        const weight = source === 'annotated' ? weightOfAnnotated : 1
        return [{ values: featureNames.map((name) => features[name]), isSo: isRight, weight }]
      }),
    ),
  )
}

/** Only readings that are not hopeless, lest they make up nearly all. */
function contextObservations(text: Text, weights: Regression, languageModel: LanguageModel): Observation[] {
  const scored = text.items.map(({ reading, features }) => ({
    reading,
    logOdds: logOddsOf(
      weights,
      featureNames.map((name) => features[name]),
    ),
  }))
  const contexts = contextsOf(scored, text.call, languageModel, text.isRendered)
  return contexts.flatMap((values: Context, index): Observation[] => {
    const { isRight } = text.items[index]!
    if (isRight === undefined || scored[index]!.logOdds < hopeless) return []
    const weight = text.source === 'annotated' ? weightOfAnnotated : 1
    return [{ values: contextNames.map((name) => values[name]), isSo: isRight, weight }]
  })
}

function raised({ weights, bias }: Regression): Regression {
  const at = contextNames.indexOf('isRendered')
  return { weights: weights.map((weight, index) => (index === at ? weight + moreInRendered : weight)), bias }
}

function fileOf(features: Regression, contexts: Regression): string {
  const table = (keys: readonly string[], { weights }: Regression) =>
    keys.map((key, at) => `  ${key}: ${Number(weights[at]!.toFixed(3))},`).join('\n')
  return `// Written by scripts/learn-terms.ts.
import type { ContextName } from './context.js'
import type { FeatureName } from './features.js'

/** Log-odds that a reading is right, by itself. */
export const bias = ${Number(features.bias.toFixed(3))}
export const weights: Readonly<Record<FeatureName, number>> = {
${table(featureNames, features)}
}

/** Log-odds that a reading is right, in its call. */
export const contextBias = ${Number(contexts.bias.toFixed(3))}
export const contextWeights: Readonly<Record<ContextName, number>> = {
${table(contextNames, contexts)}
}
`
}
