import type { LanguageModel } from '../../lexicon/language-model.js'
import { isStopWord } from '../../text/stop-words.js'
import type { NgramWord } from '../../text/tokens.js'
import type { Reading } from './readings.js'
import type { Run } from './runs.js'

/** A reading with the probability that it is what was said, 0 to 1. */
export interface Judged {
  readonly reading: Reading
  readonly probability: number
}

/**
 * Weights of a logistic regression, learnt from what five recognisers made of 33 calls (Earnings-21) held against
 * the human reference: log-odds that the reference has the words said. Odds are in log10.
 */
const bias = -4.022
const weights = {
  odds: 0.59,
  oddsBeyondFive: -0.365,
  rightOdds: 0.761,
  saidLift: 0.688,
  heardLift: -0.332,
  distance: -11.908,
  known: 3.109,
  knownOdds: 0.406,
  completesTerm: 0.94,
  isTerm: 0.755,
  unknownWord: 0.281,
  heardCommonness: 0.218,
  saidCommonness: -0.398,
  heardInCall: -0.541,
  saidInCall: 0.553,
  twoHeard: -0.936,
  threeHeard: -1.588,
  phraseForPhrase: 1.166,
  opensWithGrammar: 0.41,
} as const

/**
 * Errors to expect in a thousand words where nothing is known of the recogniser: a call with many clear errors
 * has more of the unclear ones as well, and a clean one fewer (after Saerens et al., "Adjusting the outputs of a
 * classifier to new a priori probabilities", 2002). Fitted as the weights were.
 */
const usualDensity = 1.073
const prior = 0.3
const steepness = 1.5
const lowestShift = -1.5
const highestShift = 2.5
/** Probability from which on an error counts as clear. */
const clear = 0.4
/** Fewer words than this say nothing of a call. */
const fewWords = 1000

/** The likeliest readings of a call, one a place, with probabilities that take the call's own error rate in. */
export function judge(runs: readonly Run[], readings: readonly Reading[], model: LanguageModel): Judged[] {
  const counts = countWords(runs)
  const words = runs.reduce((sum, run) => sum + run.words.length, 0)
  const isEstablished = establishedIn(readings, counts, words, model)
  const scored = readings
    .filter((reading) => !isName(reading) && !isEstablished(reading))
    .map((reading) => ({ reading, logOdds: logOddsOf(featuresOf(reading, counts, model)) }))
  const chosen = onePerPlace(scored)
  const errors = chosen
    .map(({ logOdds }) => logistic(logOdds))
    .filter((probability) => probability > clear)
    .reduce((sum, probability) => sum + probability, 0)
  const shift = shiftOf((1000 * errors) / Math.max(fewWords, words))
  return chosen.map(({ reading, logOdds }) => ({
    reading,
    probability: calibrated(logistic(logOdds + shift)),
  }))
}

/** Part of a row of capitalised words inside a sentence. */
function isName({ run: { capitals }, from, to, said }: Reading): boolean {
  if (!capitals[from] || from === 0 || to - from > 1 || /\p{Lu}/u.test(said.words)) return false
  return (capitals[from - 1]! && from > 1) || capitals[to] === true
}

/** Times a word must stand in a call to be one of its own, and log10 of how much oftener than elsewhere. */
const often = 4
const oftener = 1.2

/** Words of the call's own trade ("cells"), rare elsewhere, of which most stand where nothing sounds likelier. */
function establishedIn(
  readings: readonly Reading[],
  counts: ReadonlyMap<string, number>,
  words: number,
  model: LanguageModel,
): (reading: Reading) => boolean {
  const places = new Map<string, Set<NgramWord>>()
  for (const { heard, run, from } of readings) {
    const known = places.get(heard)
    if (known) known.add(run.words[from]!)
    else places.set(heard, new Set([run.words[from]!]))
  }
  return ({ heard, run, from, to }) => {
    const count = counts.get(heard) ?? 0
    if (to - from > 1 || count < often || 2 * places.get(heard)!.size >= count) return false
    return Math.log10(count / words) - model.unigram(run.ids[from]!) >= oftener
  }
}

function shiftOf(density: number): number {
  const shift = steepness * Math.log((density + prior) / (usualDensity + prior))
  return Math.max(lowestShift, Math.min(highestShift, shift))
}

/** The regression is too sure of itself by about this much, on calls kept out. */
const calibrated = (probability: number): number => probability - 0.4 * probability * (1 - probability)

export function countWords(runs: readonly Run[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { words } of runs) for (const { word } of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const logOddsOf = (features: Features): number =>
  bias + featureNames.reduce((sum, name) => sum + weights[name] * features[name], 0)

const featureNames = Object.keys(weights) as (keyof typeof weights)[]

type Features = Readonly<Record<keyof typeof weights, number>>

/** What the regression weighs. */
export function featuresOf(
  {
    run,
    from,
    to,
    heard,
    said,
    distance,
    known,
    completesTerm,
    odds,
    rightOdds,
    heardLift,
    saidLift,
  }: Reading,
  counts: ReadonlyMap<string, number>,
  model: LanguageModel,
): Features {
  const heardIds = run.ids.slice(from, to)
  const heardWords = heard.split(' ')
  const saidWords = said.key.split(' ')
  const leastCount = (words: readonly string[]) => Math.min(...words.map((word) => counts.get(word) ?? 0))
  const leastCommon = (ids: readonly number[]) =>
    Math.max(-7, Math.min(...ids.map((id) => model.unigram(id))))
  const capped = Math.min(10, odds)
  return {
    odds: capped,
    oddsBeyondFive: Math.max(0, capped - 5),
    rightOdds: Math.max(-3, Math.min(6, rightOdds)),
    saidLift,
    heardLift,
    distance,
    known: Number(known),
    knownOdds: known ? capped : 0,
    completesTerm: Number(completesTerm),
    isTerm: Number(said.isTerm),
    unknownWord: Number(heardIds.includes(0)),
    heardCommonness: leastCommon(heardIds),
    saidCommonness: leastCommon(said.ids),
    heardInCall: Math.log(leastCount(heardWords)),
    saidInCall: Math.log1p(leastCount(saidWords)),
    twoHeard: Number(heardWords.length === 2),
    threeHeard: Number(heardWords.length === 3),
    phraseForPhrase: Number(heardWords.length > 1 && saidWords.length > 1),
    opensWithGrammar: Number(isStopWord(heardWords[0]!)),
  }
}

const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

interface Scored {
  readonly reading: Reading
  readonly logOdds: number
}

/** Of readings that share a word the likeliest. */
function onePerPlace(scored: readonly Scored[]): Scored[] {
  const taken = new Map<Run, Set<number>>()
  return scored
    .toSorted((a, b) => b.logOdds - a.logOdds)
    .filter(({ reading: { run, from, to } }) => {
      const words = taken.get(run) ?? new Set()
      for (let at = from; at < to; at++) if (words.has(at)) return false
      for (let at = from; at < to; at++) words.add(at)
      taken.set(run, words)
      return true
    })
}
