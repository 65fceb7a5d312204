import type { LanguageModel } from '../../lexicon/language-model.js'
import type { Candidate, Candidates, Heard, Near } from './candidates.js'
import type { CallWords } from './call-words.js'
import { isFigure, isLikeSyllable } from './figure-words.js'
import { isSpelled, oddnessOf, rawGates, sum, usualGates } from './oddness.js'
import type { Run } from './runs.js'
import { isRomanised, isTellingChange } from './spoken-rightly.js'

/** Words that may have been said in place of a stretch of a run, and how the language model sees them there. */
export interface Reading {
  readonly run: Run
  /** The stretch is `run.words[from]` … `run.words[to - 1]`. */
  readonly from: number
  readonly to: number
  /** The words of the stretch, as the language model cuts them. */
  readonly heard: string
  readonly said: Candidate
  /** Of their sounds, 0 to 1. */
  readonly distance: number
  /** How often recognisers are known to have written the one for the other, in 1.3 million words. */
  readonly known: number
  /** Whether the words said make a term with a neighbour, and those heard do not. */
  readonly completesTerm: boolean
  /** Log10 of how much likelier the said words are there than those heard. */
  readonly odds: number
  /** The part of `odds` that the words of the call itself make. */
  readonly ownOdds: number
  /** Log10 of how much likelier other places of the call make the words heard. */
  readonly heardGain: number
  /** The part of `odds` that the words after the stretch make. */
  readonly rightOdds: number
  /** Log10 of how much likelier the words before make the first word heard, and the first word said. */
  readonly heardLift: number
  readonly saidLift: number
}

/** Words of a stretch at most. */
const longest = 3
/** Log10 of the probability from which on a word is usual after another. */
const usualPair = -2.8
/** Words of context on either side. */
const reach = 3
/** Log10 of the odds, for each word fewer, from which on a reading is looked at. */
const likelier = 1.5
const likelierOfTerm = 0.5
const likelierPerWord = 0.5
/** The same of another form of the words heard. */
const likelierOfForm = 4
/** Log10 of the odds that a distance needs; of those that it needs not. */
const oddsOfDistance = 8
const freeOdds = 1
/** Greatest distance of the sounds of words that fit. */
const farthestFitting = 0.6
/** Greatest distance of words that have the same consonants, or many of them; of such as sound all but the same. */
const farthestSounding = 0.3
const farthestSame = 0.2
/** Consonants that tell something. */
const fewConsonants = 3
/** Log10 of what the words said may lose after those before the stretch. */
const leftLoss = 1
const leftLift = -1
/** The same of words that sound all but the same in a call that nobody has edited. */
const leftLiftOfSame = -2
/** Log10 of what the second and third word after the stretch may gain. */
const farGain = 1

/**
 * The readings of a run that calls would far rather say than what was heard. In a call that nobody has edited
 * (`isRaw`) also those that fit better than they sound, and other forms of the words heard.
 */
export function readingsOf(
  run: Run,
  model: LanguageModel,
  candidates: Candidates,
  call: CallWords,
  isRaw: boolean,
): Reading[] {
  const readings: Reading[] = []
  const { words, ids, probabilities } = run
  const figures = words.map(({ word }) => isFigure(word))
  const gates = isRaw ? rawGates : usualGates
  const gains = isRaw ? gainsOf(run, call) : undefined
  for (let from = 0; from < words.length; from++) {
    const left = ids.slice(Math.max(0, from - reach), from)
    const spelled = isRaw ? candidates.spelled(words, from) : noInitials
    const most = spelled.size === 0 ? longest : Math.max(longest, ...spelled.keys())
    const furthest = Math.min(words.length, from + most)
    for (let to = from + 1; to <= furthest; to++) {
      if (figures[to - 1] && !(isRaw && to - 1 === from && isLikeSyllable(words[from]!.word))) break
      if (to - 1 === from && figures[from]) continue
      const initials = spelled.get(to - from) ?? none
      if (to - from > longest && initials.length === 0) continue
      const isSpelledOut = isRaw && (initials.length > 0 || isSpelled(run, from, to))
      const oddness = isSpelledOut ? 'great' : oddnessOf(run, from, to, gates)
      if (oddness === 'none') continue
      const heard = candidates.hear(stretchOf(run, from, to))
      const [before, after] = [words[from - 1]?.word, words[to]?.word]
      const right = ids.slice(to, to + reach)
      const stands = sum(probabilities, from, to)
      const follows = sum(probabilities, to, to + right.length)
      const gained = gains ? sum(gains, from, to + 1) : 0
      const place = { run, from, to, heard, before, after, left, right, stands, follows, gained }
      for (const near of nearAt(place, oddness, initials, model, candidates, isRaw)) {
        const reading = readingOf(place, near, model, candidates, call, isRaw)
        if (reading) readings.push(reading)
      }
    }
  }
  return readings
}

const none: readonly Near[] = []
const noInitials: ReadonlyMap<number, readonly Near[]> = new Map()

/** What may have been said in a place, each once; known confusions first. */
function nearAt(
  place: Place,
  oddness: 'slight' | 'great',
  initials: readonly Near[],
  model: LanguageModel,
  candidates: Candidates,
  isRaw: boolean,
): Iterable<Near> {
  const { run, from, to, heard, before, after } = place
  const byKey = new Map<string, Near>()
  const add = (found: readonly Near[]): void => {
    for (const near of found) if (!byKey.has(near.said.key)) byKey.set(near.said.key, near)
  }
  add(candidates.known(heard))
  add(initials)
  if (oddness === 'great') add(candidates.near(heard))
  if (oddness !== 'great' || isRaw) add(candidates.completing(heard, before, after))
  if (isRaw && oddnessOf(run, from, to, usualGates) !== 'none')
    add(likelierAt(place, candidates.fitting(heard, run.ids[from - 1], run.ids[to]), model, candidates))
  if (isRaw && oddness === 'great') add(sameAt(place, model, candidates))
  return byKey.values()
}

/** Of the words those that are likelier there than what was heard and sound alike. */
function likelierAt(
  { from, to, heard, left, right, stands, follows }: Place,
  words: readonly number[],
  model: LanguageModel,
  candidates: Candidates,
  farthest = farthestFitting,
): Near[] {
  const least = likelierOfTerm + likelierPerWord * (to - from - 1)
  const found: Near[] = []
  for (const id of words) {
    if (model.logProbability(id, left) < stands - leftLoss) continue
    if (model.between(left, [id], right) - stands - follows < least) continue
    const near = candidates.nearness(heard, id)
    if (near.distance <= farthest) found.push(near)
  }
  return found
}

/** Words that sound all but the same, however rare: "extra plate", extrapolate. */
function sameAt(place: Place, model: LanguageModel, candidates: Candidates): Near[] {
  if (place.heard.skeleton.length < fewConsonants) return []
  return likelierAt(place, candidates.same(place.heard), model, candidates, farthestSounding)
}

/** A stretch with what surrounds it. */
interface Place extends Pick<Reading, 'run' | 'from' | 'to'> {
  readonly heard: Heard
  readonly before: string | undefined
  readonly after: string | undefined
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** Log10 of the probability of the stretch, and of the words after it. */
  readonly stands: number
  readonly follows: number
  /** What the call itself adds to the stretch and the word after it. */
  readonly gained: number
}

/** Log10 of how much likelier the call itself makes each word where it stands, its other places considered. */
function gainsOf({ words, probabilities }: Run, { share }: CallWords): Float32Array {
  return probabilities.map((probability, at) =>
    gain(probability, share(words[at]!.word, words[at - 1]?.word, 1)),
  )
}

/** Log10 of how much likelier a word is that the call itself says with such a share. */
const gain = (probability: number, share: number): number =>
  share === 0 ? 0 : Math.log10(1 + share / 10 ** probability)

/** What the call itself adds to the words said and the word after them. */
function gainOf(
  { before, after, left, right }: Place,
  { parts, ids }: Candidate,
  model: LanguageModel,
  { share }: CallWords,
): number {
  let gained = 0
  let all: readonly number[] | undefined
  for (let index = 0; index < parts.length; index++) {
    const own = share(parts[index]!, index > 0 ? parts[index - 1] : before, 0)
    if (own === 0) continue
    all ??= [...left, ...ids, ...right.slice(0, 1)]
    const at = left.length + index
    gained += gain(model.logProbability(all[at]!, all, 0, at), own)
  }
  if (after === undefined) return gained
  const own = share(after, parts.at(-1), 1)
  if (own === 0) return gained
  all ??= [...left, ...ids, ...right.slice(0, 1)]
  const at = left.length + parts.length
  return gained + gain(model.logProbability(all[at]!, all, 0, at), own)
}

/** The reading, if it is likely enough; the cheap questions come first. */
function readingOf(
  place: Place,
  { said, distance, known }: Near,
  model: LanguageModel,
  candidates: Candidates,
  call: CallWords,
  isRaw: boolean,
): Reading | undefined {
  const { run, from, to, before, after, left, right, stands, follows } = place
  const heard = place.heard.words
  const first = model.logProbability(said.ids[0]!, left)
  const saidLift = first - model.unigram(said.ids[0]!)
  if (saidLift < (isRaw && distance <= farthestSame ? leftLiftOfSame : leftLift)) return undefined
  const ownOdds = isRaw ? gainOf(place, said, model, call) : 0
  if (first + ownOdds < stands - leftLoss) return undefined
  const shorter = likelierPerWord * (to - from - said.ids.length)
  if (said.ids.length === 1 && right.length > 0) {
    const next = model.between(left, said.ids, right.slice(0, 1))
    if (next + ownOdds - stands - run.probabilities[to]! < (isRaw ? -1 : likelierOfTerm) + shorter - farGain)
      return undefined
  }
  const odds = model.between(left, said.ids, right) - stands - follows + ownOdds
  if (
    odds <
    (isRaw ? Math.min(likelierOfTerm, oddsOfDistance * distance - freeOdds) : likelierOfTerm) + shorter
  )
    return undefined
  if (isRaw ? isSameForm(heard, said.key, odds, candidates) : candidates.areVariants(heard, said.key))
    return undefined
  if (isFigure(run.words[from]!.word) && said.parts.length > 1) return undefined
  if (unitOf(heard) !== undefined && unitOf(heard) === unitOf(said.key)) return undefined
  if (isRaw && (isTellingChange(run, to, said) || isRomanised(run, from, to, model))) return undefined
  if (isRaw && isSaidApart(run, from, to, model) && candidates.isCutUp(heard, said.key)) return undefined
  const completesTerm =
    candidates.completesTerm(said.key, before, after) && !candidates.completesTerm(heard, before, after)
  const isSupported = known > 0 || completesTerm || isSaidElsewhere(said, before, after, call)
  if (isRaw) {
    if (!known && !completesTerm && odds < oddsOfDistance * distance + shorter - freeOdds) return undefined
  } else {
    if (odds < likelier + shorter && !isSupported) return undefined
    if (!completesTerm && candidates.shareStems(heard, said.key)) return undefined
  }
  return {
    ...{ run, from, to, heard, said, distance, known, completesTerm, odds, ownOdds, saidLift },
    heardGain: place.gained,
    rightOdds: odds - ownOdds - (model.between(left, said.ids, []) - stands),
    heardLift: run.probabilities[from]! - model.unigram(run.ids[from]!),
  }
}

/** What a unit of measure counts thousands or millions of: megawatts for gigawatts are a matter of numbers. */
const unitOf = (words: string): string | undefined =>
  /^(?:kilo|mega|giga|tera)(watts?|bytes?|bits?|hertz|grams?|met(?:er|re)s?)(?:[- ]hours?)?$/u
    .exec(words)?.[1]
    ?.replace(/s$/u, '')

/** Whether they are spelled alike, or other forms of one another that are not much likelier. */
function isSameForm(heard: string, said: string, odds: number, candidates: Candidates): boolean {
  if (candidates.areSpelledAlike(heard, said)) return true
  return odds < likelierOfForm && candidates.areVariants(heard, said) && !candidates.isCutUp(heard, said)
}

/** Whether calls write the two words heard one after the other as well. */
const isSaidApart = ({ ids }: Run, from: number, to: number, model: LanguageModel): boolean =>
  to - from === 2 && model.logProbability(ids[from + 1]!, [ids[from]!]) > usualPair

/** Whether the call has the words beside one of these neighbours. */
function isSaidElsewhere(
  { parts }: Candidate,
  before: string | undefined,
  after: string | undefined,
  { pairs }: CallWords,
): boolean {
  return pairs(before, parts[0]) > 0 || pairs(parts.at(-1), after) > 0
}

const stretchOf = ({ words }: Run, from: number, to: number): string => {
  let stretch = words[from]!.word
  for (let at = from + 1; at < to; at++) stretch += ' ' + words[at]!.word
  return stretch
}
