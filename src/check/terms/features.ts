import type { LanguageModel } from '../../lexicon/language-model.js'
import { isStopWord } from '../../text/stop-words.js'
import type { CallWords } from './call-words.js'
import type { Reading } from './readings.js'

/** What speaks for a reading by itself; odds are log10. */
export type Features = Readonly<Record<FeatureName, number>>

export const featureNames = [
  'odds',
  'oddsBeyondFive',
  'rightOdds',
  'saidLift',
  'heardLift',
  'distance',
  'oddsTimesDistance',
  'oddsTimesRight',
  'difference',
  'length',
  'known',
  'knownOdds',
  'knownShare',
  'completesTerm',
  'isTerm',
  'isOwn',
  'unknownWord',
  'heardCommonness',
  'saidCommonness',
  'heardInCall',
  'saidInCall',
  'heardPairsInCall',
  'saidPairsInCall',
  'heardTwoWords',
  'heardThreeWords',
  'phraseForPhrase',
  'opensWithGrammar',
  'capital',
] as const

export type FeatureName = (typeof featureNames)[number]

export function featuresOf(reading: Reading, call: CallWords, model: LanguageModel): Features {
  const { run, from, to, heard, said, distance, known, completesTerm, odds } = reading
  const heardIds = run.ids.slice(from, to)
  const heardWords = heard.split(' ')
  const saidWords = said.key.split(' ')
  const [before, after] = [run.words[from - 1]?.word, run.words[to]?.word]
  const leastCount = (words: readonly string[]) => Math.min(...words.map(call.count))
  const leastCommon = (ids: readonly number[]) =>
    Math.max(-7, Math.min(...ids.map((id) => model.unigram(id))))
  const aroundInCall = (words: readonly string[]) =>
    call.pairs(before, words[0]) + call.pairs(words.at(-1), after)
  const neighbours = Number(before !== undefined) + Number(after !== undefined)
  const capped = Math.min(10, odds)
  const right = clamp(-3, reading.rightOdds, 6)
  const commonness = leastCommon(heardIds)
  const length = said.sound.phones.length
  return {
    odds: capped,
    oddsBeyondFive: Math.max(0, capped - 5),
    rightOdds: right,
    saidLift: reading.saidLift,
    heardLift: reading.heardLift,
    distance,
    oddsTimesDistance: capped * distance,
    oddsTimesRight: capped * right,
    difference: Math.min(6, distance * length),
    length: Math.log(length),
    known: Number(known > 0),
    knownOdds: known > 0 ? capped : 0,
    knownShare: known > 0 ? knownShare(known, commonness) : 0,
    completesTerm: Number(completesTerm),
    isTerm: Number(said.isTerm),
    isOwn: Number(said.isOwn),
    unknownWord: Number(heardIds.includes(0)),
    heardCommonness: commonness,
    saidCommonness: leastCommon(said.ids),
    heardInCall: Math.log(leastCount(heardWords)),
    saidInCall: Math.log1p(leastCount(saidWords)),
    heardPairsInCall: Math.log1p(aroundInCall(heardWords) - neighbours),
    saidPairsInCall: Math.log1p(aroundInCall(saidWords)),
    heardTwoWords: Number(heardWords.length === 2),
    heardThreeWords: Number(heardWords.length === 3),
    phraseForPhrase: Number(heardWords.length > 1 && saidWords.length > 1),
    opensWithGrammar: Number(isStopWord(heardWords[0]!)),
    capital: Number(from > 0 && run.capitals[from]),
  }
}

/** Log10 of the share of the places where recognisers wrote the words that were this confusion. */
const knownShare = (known: number, commonness: number): number =>
  clamp(-3, Math.log10(known / (recognised * 10 ** commonness)), 0)

/** Words in which confusions were counted. */
const recognised = 1.3e6

const clamp = (low: number, value: number, high: number): number => Math.max(low, Math.min(high, value))
