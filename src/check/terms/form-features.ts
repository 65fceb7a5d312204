import { editDistance } from '../../text/distance.js'
import type { LanguageModel } from '../../lexicon/language-model.js'
import type { IndustryWords } from './industry.js'
import { spells } from './initials.js'
import type { Variants } from './variants.js'
import type { Reading } from './readings.js'
import type { Run } from './runs.js'
import type { Surroundings } from './surroundings.js'

/** What more there is to a reading in a call that nobody has edited: the letters, and the speech around it. */
export type FormFeatures = Readonly<Record<FormFeatureName, number>>

export const formFeatureNames = [
  'sharesStem',
  'isVariant',
  'isCutUp',
  'letterDistance',
  'samePrefix',
  'sameSuffix',
  'lengthRatio',
  'beginsRun',
  'endsRun',
  'ownOdds',
  'heardGain',
  'dropsWords',
  'metricSlot',
  'capitalRow',
  'industryWord',
  'heardIndustryWord',
  'industryPair',
  'heardIndustryPair',
  'heardPairsKnown',
  'saidPairsKnown',
  'meanAround',
  'oddAround',
  'spelledByName',
  'spelledBySound',
  'inflected',
  'heardInitials',
] as const

export type FormFeatureName = (typeof formFeatureNames)[number]

export function formFeaturesOf(
  { run, from, to, heard, said, completesTerm, ownOdds, heardGain }: Reading,
  { areVariants, isCutUp, shareStems, areInflections }: Variants,
  around: Surroundings,
  model: LanguageModel,
  { weight, pairWeight }: IndustryWords,
): FormFeatures {
  const [before, after] = [lettersOf(heard), lettersOf(said.key)]
  const edits = editDistance(before, after)
  const longest = Math.max(1, before.length, after.length)
  const prefix = samePrefix(before, after)
  const [first, last] = [run.words[from - 1]?.word, run.words[to]?.word]
  const inPairs = (words: readonly string[]) =>
    Math.max(
      first === undefined ? 0 : pairWeight(first, words[0]!),
      last === undefined ? 0 : pairWeight(words.at(-1)!, last),
    )
  const [heardWords, saidWords] = [heard.split(' '), said.key.split(' ')]
  const known = (left: number | undefined, right: number | undefined) =>
    Number(left !== undefined && right !== undefined && model.hasPair(left, right))
  const industryPair = inPairs(saidWords)
  const spelled = /^\p{Lu}/u.test(said.words) ? spells(heardWords, said.key) : 'not'
  const suffix = sameSuffix(before.slice(prefix), after.slice(prefix))
  return {
    sharesStem: Number(shareStems(heard, said.key)),
    isVariant: Number(areVariants(heard, said.key) && !isCutUp(heard, said.key)),
    isCutUp: Number(isCutUp(heard, said.key)),
    letterDistance: (2 * edits) / Math.max(1, before.length + after.length + edits),
    samePrefix: prefix / longest,
    sameSuffix: suffix / longest,
    lengthRatio: after.length / Math.max(1, before.length),
    beginsRun: Number(from === 0),
    endsRun: Number(to === run.words.length),
    ownOdds: Math.min(ownOdds, 5),
    heardGain: Math.min(heardGain, 5),
    dropsWords: Number(
      heardWords.length > 1 && saidWords.length === 1 && shareStems(heardWords[0]!, saidWords[0]!),
    ),
    metricSlot: Number(isMetric(saidWords.at(-1)!) && !isMetric(heardWords.at(-1)!) && isToldOf(run, to)),
    capitalRow: Number(to - from > 1 && run.capitals.slice(from, to).every(Boolean)),
    heardIndustryWord: Math.min(...heardWords.map(weight)),
    industryWord: Math.min(...saidWords.map(weight)),
    industryPair,
    heardIndustryPair: Math.max(
      inPairs(heardWords),
      ...heardWords.slice(1).map((word, at) => pairWeight(heardWords[at]!, word)),
    ),
    heardPairsKnown: known(run.ids[from - 1], run.ids[from]) + known(run.ids[to - 1], run.ids[to]),
    saidPairsKnown: known(run.ids[from - 1], said.ids[0]) + known(said.ids.at(-1), run.ids[to]),
    meanAround: around.mean,
    oddAround: around.odd,
    spelledByName: Number(spelled === 'byName'),
    spelledBySound: Number(spelled === 'bySound'),
    inflected: Number(!completesTerm && industryPair === 0 && areInflections(heard, said.key)),
    heardInitials: Number(!/\p{Lu}/u.test(said.words) && run.initials.slice(from, to).some(Boolean)),
  }
}

/** Whether it is what an amount or a share is told of. */
const isMetric = (word: string): boolean =>
  /^(?:revenues?|margins?|profits?|loss|income|earnings|expenses?|expenditures?|costs?|ebitda|ebit|capex|opex|gaap|cash|assets|liabilities|receivables|payables|borrowings|sales|volume|shipments|billings|gmv|arpu|tpv|depreciation|amortization|compensation|inventory|deliveries|premiums?|yield|rate|ratio|price)$/u.test(
    word,
  )

/** Words after a metric within which its figure follows. */
const toFigure = 9

/** Whether a verb of reports or "from" and a figure or a currency follow. */
function isToldOf({ words }: Run, to: number): boolean {
  const after = words.slice(to, to + toFigure).map(({ word }) => word)
  const verb = after.findIndex((word) =>
    /^(?:was|were|is|are|increased?|decreased?|grew|rose|fell|declined|reached|totall?ed|came|stood|amounted|improved|from|of)$/u.test(
      word,
    ),
  )
  return (
    verb >= 0 && verb < 4 && after.slice(verb).some((word) => /^(?:<n>|rmb|\$|%|yuan|percent)$/u.test(word))
  )
}

const lettersOf = (words: string): string => words.replace(/[^a-z]/gu, '')

function samePrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function sameSuffix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}
