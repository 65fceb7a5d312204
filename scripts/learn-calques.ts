/**
 * Learns what the check `calque` weighs, and writes src/check/mandarin/weights.ts.
 *
 *     npx tsx scripts/learn-calques.ts [FOLDER…] [--without NAME]… [--dry-run]
 *
 * FOLDERs hold annotated calls (corpora/samples and the real call by default); those whose name begins with a
 * `--without` are left out. It prints how precise and how complete the readings are on calls left out in turn.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { calqueCandidates, type CalqueReading } from '../src/check/mandarin/calques.js'
import { featureNames, featuresOf, kindOf, type Kind } from '../src/check/mandarin/judge.js'
import { defaultLexicon } from '../src/lexicon/open.js'
import { annotate } from '../src/pipeline.js'
import { overlaps, textOf } from '../src/text/spans.js'
import { stem } from '../src/text/stem.js'
import { isStopWord } from '../src/text/stop-words.js'
import { loadAnnotated, type AnnotatedCall } from './annotated.js'
import type { GoldError } from './markup.js'
import { logOddsOf, regress, type Observation, type Regression } from './recognisers/logistic.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    without: { type: 'string', multiple: true, default: [] },
    'dry-run': { type: 'boolean', default: false },
  },
})
const folders =
  positionals.length > 0 ? positionals : ['corpora/samples', '../shared/corpora/kingsoft-cloud-2025q3']

interface Item {
  readonly call: number
  readonly kind: Kind
  readonly observation: Observation
}

const kinds: readonly Kind[] = ['table', 'composed', 'dictionary']
const groups = 5

const items = loadAnnotated(folders)
  .filter(({ name }) => !values.without.some((left) => name.startsWith(left)))
  .flatMap(itemsOf)
const learnt = new Map(kinds.map((kind) => [kind, learn(kind)]))
for (const kind of kinds) console.log(kind, ...curveOf(kind))
if (!values['dry-run'])
  writeFileSync(new URL('../src/check/mandarin/weights.ts', import.meta.url), fileOf(learnt))

function itemsOf({ text, gold }: AnnotatedCall, call: number): Item[] {
  const readings = calqueCandidates(annotate(text), defaultLexicon())
  const features = featuresOf(text, readings)
  return readings.map((reading, index) => ({
    call,
    kind: kindOf(reading),
    observation: {
      values: featureNames.map((name) => features[index]![name]),
      isSo: gold.errors.some((error) => overlaps(reading, error) && isRight(text, reading, error)),
      weight: 1,
    },
  }))
}

/** Whether the reading tells a word of a right text, or marks just the words that are wrong. */
function isRight(text: string, reading: CalqueReading, error: GoldError): boolean {
  const said = stemsOf(reading.said)
  return (
    error.correction.some((text) => stemsOf(text).some((word) => said.includes(word))) ||
    stemsOf(textOf(text, reading)).join(' ') === stemsOf(textOf(text, error)).join(' ')
  )
}

function stemsOf(words: string): string[] {
  return (words.toLowerCase().match(/[\p{L}\p{N}&]+/gu) ?? []).filter((word) => !isStopWord(word)).map(stem)
}

function learn(kind: Kind, without?: number): Regression {
  return regress(
    items
      .filter((item) => item.kind === kind && (without === undefined || item.call % groups !== without))
      .map(({ observation }) => observation),
    5,
  )
}

/** For each confidence: how many readings of calls left out reach it, and the share that is right. */
function curveOf(kind: Kind): string[] {
  const judged = Array.from({ length: groups }, (_, group) => {
    const regression = learn(kind, group)
    return items
      .filter((item) => item.kind === kind && item.call % groups === group)
      .map(({ observation }) => ({
        confidence: 1 / (1 + Math.exp(-logOddsOf(regression, observation.values))),
        isSo: observation.isSo,
      }))
  }).flat()
  return [0.5, 0.6, 0.7, 0.8, 0.9].map((least) => {
    const reached = judged.filter(({ confidence }) => confidence >= least)
    const right = reached.filter(({ isSo }) => isSo).length
    return `${least}: ${reached.length} (${(right / Math.max(1, reached.length)).toFixed(2)})`
  })
}

function fileOf(regressions: ReadonlyMap<Kind, Regression>): string {
  const entries = [...regressions]
  const rows = entries.map(([kind, { weights }]) => {
    const lines = featureNames.map((name, at) => `    ${Number(weights[at]!.toFixed(3))}, // ${name}`)
    return `  ${kind}: [\n${lines.join('\n')}\n  ],`
  })
  return `// Written by scripts/learn-calques.ts.
import type { Kind } from './judge.js'

/** Log-odds that a reading is right: of each feature in the order of their names. */
export const weights: Readonly<Record<Kind, readonly number[]>> = {
${rows.join('\n')}
}

export const bias: Readonly<Record<Kind, number>> = {
${entries.map(([kind, { bias }]) => `  ${kind}: ${Number(bias.toFixed(3))},`).join('\n')}
}
`
}
