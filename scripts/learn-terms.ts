/**
 * Learns what the check `term` weighs, and writes src/check/terms/weights.ts and raw-weights.ts.
 *
 *     npx tsx scripts/learn-terms.ts [CORPORA] [--raw] [--annotated FOLDER…]
 *
 * CORPORA (../shared/corpora by default) holds, in earnings21/, what recognisers made of calls and the references;
 * n-gram counts in ngrams/; edited calls in edited/; annotated calls in folders of their own. Two calls of three of
 * earnings21/ are learnt from; scripts/evaluate-asr.ts reports on the others. Calls that nobody has edited are
 * learnt from annotated and edited ones alone; --raw learns these only, and --annotated names more of them.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { contextNames, contextsOf } from '../src/check/terms/context.js'
import { featureNamesFor, isName, valuesIn } from '../src/check/terms/judge.js'
import type { Reading } from '../src/check/terms/readings.js'
import type { LanguageModel } from '../src/lexicon/language-model.js'
import type { Lexicon } from '../src/lexicon/lexicon.js'
import { defaultLexicon } from '../src/lexicon/open.js'
import { isKeptOut, loadRecognised } from './recognisers/calls.js'
import { attestation, lexiconWithout, modelWithoutReferences } from './recognisers/kept-out.js'
import { logOddsOf, regress, type Observation, type Regression } from './recognisers/logistic.js'
import { labelAnnotated, labelEdited, labelRecognised, type Labelled } from './recognisers/readings.js'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    raw: { type: 'boolean', default: false },
    annotated: { type: 'string', multiple: true, default: [] },
  },
})
const corpora = positionals[0] ?? '../shared/corpora'
const recognised = loadRecognised(`${corpora}/earnings21`)
const calls = [...new Set(recognised.map(({ call }) => call))]
const base = defaultLexicon()

/** Log-odds below which the rest of the call is not asked. */
const hopeless = -4

if (!options.raw) {
  const model = modelWithoutReferences(corpora, calls)
  if (!model) {
    console.error(`${corpora} has no ngrams: name the folder that holds earnings21, ngrams and edited`)
    process.exit(2)
  }
  const whole = lexiconWithout(base, model, () => true)
  learn('weights.ts', 'anyCall', false, 3, [...recognisedTexts(model), ...otherTexts(whole, false)])
}
learn('raw-weights.ts', 'rawCall', true, 20, otherTexts(base, true))

interface Item {
  readonly reading: Reading
  readonly values: readonly number[]
  readonly isRight: boolean | undefined
}

/** The readings of one text with all that is learnt from; what an observation of it counts. */
interface Text extends Omit<Labelled, 'readings'> {
  readonly items: readonly Item[]
  readonly weight: number
}

/** Learns from texts, in which one of an annotated call counts `weightOfAnnotated` times, and writes the file. */
function learn(
  file: string,
  name: string,
  isRaw: boolean,
  weightOfAnnotated: number,
  labelled: readonly Labelled[],
): void {
  const texts = labelled.map((text) => itemsOf(text, text.source === 'annotated' ? weightOfAnnotated : 1))
  const names = [...new Set(texts.map((text) => text.name))].sort()
  const fold = (text: Text) => names.indexOf(text.name) % 3
  const unseen = [0, 1, 2].map((left) => learnWeights(texts.filter((text) => fold(text) !== left)))
  const own = learnWeights(texts)
  const context = regress(texts.flatMap((text) => contextObservations(text, unseen[fold(text)]!)))
  const target = new URL(`../src/check/terms/${file}`, import.meta.url)
  writeFileSync(target, fileOf(name, isRaw, own, context))
  const readings = texts.reduce((sum, { items }) => sum + items.length, 0)
  console.log(`${readings} readings of ${texts.length} texts: ${target.pathname}`)
}

function recognisedTexts(model: LanguageModel): Labelled[] {
  const attested = attestation(recognised)
  const learnt = recognised.filter(({ call }) => !isKeptOut(call, calls))
  const lexicons = new Map(
    calls.map((call) => [
      call,
      lexiconWithout(base, model, (confusion) =>
        [...attested(confusion)].some((other) => other !== call && !isKeptOut(other, calls)),
      ),
    ]),
  )
  return learnt.map((text) => labelRecognised(text, lexicons.get(text.call)!))
}

function otherTexts(lexicon: Lexicon, isRaw: boolean): Labelled[] {
  return [
    ...labelAnnotated(['corpora/samples', corpora, ...options.annotated], lexicon, isRaw),
    ...labelEdited(`${corpora}/edited`, lexicon, isRaw),
  ]
}

function itemsOf({ readings, ...text }: Labelled, weight: number): Text {
  const values = valuesIn(text.speech)
  const items = readings
    .filter(({ reading }) => !isName(reading))
    .map(({ reading, isRight }) => ({ reading, isRight, values: [...values(reading)] }))
  return { ...text, items, weight }
}

function learnWeights(chosen: readonly Text[]): Regression {
  return regress(
    chosen.flatMap(({ weight, items }) =>
      items.flatMap(({ values, isRight }): Observation[] =>
        isRight === undefined ? [] : [{ values, isSo: isRight, weight }],
      ),
    ),
  )
}

/** Only readings that are not hopeless, lest they make up nearly all. */
function contextObservations({ items, speech, weight }: Text, weights: Regression): Observation[] {
  const scored = items.map(({ reading, values }) => ({ reading, logOdds: logOddsOf(weights, values) }))
  return contextsOf(scored, speech.call, speech.model).flatMap((context, index): Observation[] => {
    const { isRight } = items[index]!
    if (isRight === undefined || scored[index]!.logOdds < hopeless) return []
    return [{ values: contextNames.map((name) => context[name]), isSo: isRight, weight }]
  })
}

function fileOf(name: string, isRaw: boolean, own: Regression, context: Regression): string {
  const table = (keys: readonly string[], { weights }: Regression) =>
    keys.map((key, at) => `    ${key}: ${Number(weights[at]!.toFixed(3))},`).join('\n')
  const names = isRaw ? 'RawWeighedName' : 'WeighedName'
  return `// Written by scripts/learn-terms.ts.
import type { ${names}, Weighing } from './judge.js'

export const ${name}: Weighing<${names}> = {
  bias: ${Number(own.bias.toFixed(3))},
  weights: {
${table(featureNamesFor(isRaw), own)}
  },
  contextBias: ${Number(context.bias.toFixed(3))},
  contextWeights: {
${table(contextNames, context)}
  },
}
`
}
