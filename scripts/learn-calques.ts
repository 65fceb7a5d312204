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
import { calqueCandidates } from '../src/check/mandarin/calques.js'
import { featureNames, featuresOf, judgeCalques, kindOf } from '../src/check/mandarin/judge.js'
import type { Kind } from '../src/check/mandarin/kinds.js'
import { swapCandidates, swapFeatures, type Swap } from '../src/check/mandarin/swaps.js'
import { defaultLexicon } from '../src/lexicon/open.js'
import { annotate } from '../src/pipeline.js'
import { overlaps, textOf } from '../src/text/spans.js'
import { stem } from '../src/text/stem.js'
import { isStopWord } from '../src/text/stop-words.js'
import type { Span } from '../src/types.js'
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

const calls = loadAnnotated(folders).filter(
  ({ name }) => !values.without.some((left) => name.startsWith(left)),
)
const items = calls.flatMap(itemsOf)
const swaps = calls.flatMap(swapsOf)
const learnt = new Map(kinds.map((kind) => [kind, learn(kind)]))
for (const kind of kinds) console.log(kind, ...curveOf(kind))
console.log('swap', ...swapCurve())
if (!values['dry-run']) {
  writeFileSync(new URL('../src/check/mandarin/weights.ts', import.meta.url), fileOf(learnt))
  writeFileSync(new URL('../src/check/mandarin/swap-weights.ts', import.meta.url), swapFile())
}

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
function isRight(text: string, reading: Span & { readonly said: string }, error: GoldError): boolean {
  const said = stemsOf(reading.said)
  return (
    error.correction.some((text) => stemsOf(text).some((word) => said.includes(word))) ||
    stemsOf(textOf(text, reading)).join(' ') === stemsOf(textOf(text, error)).join(' ')
  )
}

function stemsOf(words: string): string[] {
  return (words.toLowerCase().match(/[\p{L}\p{N}&]+/gu) ?? []).filter((word) => !isStopWord(word)).map(stem)
}

interface SwapItem {
  readonly call: number
  readonly wrong: Observation
  /** Of words that are wrong: whether what is said is right. */
  readonly right?: Observation
}

/** Swaps beside what the check reports with the weights it has. */
function swapsOf({ text, gold }: AnnotatedCall, call: number): SwapItem[] {
  const doc = annotate(text)
  const judged = judgeCalques(text, calqueCandidates(doc, defaultLexicon())).map(({ reading }) => reading)
  const settled = judged.flatMap(({ start, end, partner }) => [{ start, end }, ...(partner ? [partner] : [])])
  return swapCandidates(doc, defaultLexicon(), settled).map((swap): SwapItem => {
    const error = gold.errors.find((each) => overlaps(swap, each))
    const isSo = error !== undefined && isRight(text, swap, error)
    const wrong = { values: swap.features, isSo, weight: 1 }
    return { call, wrong, ...(isSo && { right: { ...wrong, isSo: mends(text, swap, error) } }) }
  })
}

/** Whether what is said gives a right text in place of the words, inflection and grammar aside. */
function mends(text: string, swap: Swap, error: GoldError): boolean {
  const [start, end] = [Math.min(swap.start, error.start), Math.max(swap.end, error.end)]
  const replaced = (at: { readonly start: number; readonly end: number }, words: string): string =>
    stemsOf(`${text.slice(start, at.start)} ${words} ${text.slice(at.end, end)}`).join(' ')
  return error.correction.some((words) => replaced(error, words) === replaced(swap, swap.said))
}

function learnSwaps(without?: number): { readonly wrong: Regression; readonly right: Regression } {
  const own = swaps.filter(({ call }) => without === undefined || call % groups !== without)
  return {
    wrong: regress(
      own.map(({ wrong }) => wrong),
      5,
    ),
    right: regress(
      own.flatMap(({ right }) => right ?? []),
      5,
    ),
  }
}

/** As `curveOf`, of all candidates, whether or not others speak of the same words. */
function swapCurve(): string[] {
  const judged = Array.from({ length: groups }, (_, group) => {
    const { wrong } = learnSwaps(group)
    return swaps
      .filter(({ call }) => call % groups === group)
      .map((item) => ({
        confidence: 1 / (1 + Math.exp(-logOddsOf(wrong, item.wrong.values))),
        isSo: item.wrong.isSo,
      }))
  }).flat()
  return [0.5, 0.6, 0.7, 0.8].map((least) => {
    const reached = judged.filter(({ confidence }) => confidence >= least)
    const right = reached.filter(({ isSo }) => isSo).length
    return `${least}: ${reached.length} (${(right / Math.max(1, reached.length)).toFixed(2)})`
  })
}

function swapFile(): string {
  const { wrong, right } = learnSwaps()
  const rows = ({ weights, bias }: Regression): string => {
    const lines = swapFeatures.map((name, at) => `    ${Number(weights[at]!.toFixed(3))}, // ${name}`)
    return `{\n  weights: [\n${lines.join('\n')}\n  ],\n  bias: ${Number(bias.toFixed(3))},\n}`
  }
  return `// Written by scripts/learn-calques.ts.

/** Log-odds of each of the features of a swap, in their order. */
export interface SwapWeights {
  readonly weights: readonly number[]
  readonly bias: number
}

/** That the words are wrong. */
export const wrong: SwapWeights = ${rows(wrong)}

/** That what is said is right, where they are. */
export const right: SwapWeights = ${rows(right)}
`
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
import type { Kind } from './kinds.js'

/** Log-odds that a reading is right: of each feature in the order of their names. */
export const weights: Readonly<Record<Kind, readonly number[]>> = {
${rows.join('\n')}
}

export const bias: Readonly<Record<Kind, number>> = {
${entries.map(([kind, { bias }]) => `  ${kind}: ${Number(bias.toFixed(3))},`).join('\n')}
}
`
}
