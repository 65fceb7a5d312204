import type { LanguageModel } from '../../lexicon/language-model.js'
import type { NgramWord } from '../../text/tokens.js'
import type { Span } from '../../types.js'
import { onePerPlace } from './places.js'
import type { CallWords } from './call-words.js'
import type { Reading } from './readings.js'

/** A reading with the log-odds that it is what was said. */
export interface Scored {
  readonly reading: Reading
  readonly logOdds: number
}

/** What the rest of the call says of a reading. */
export type Context = Readonly<Record<ContextName, number>>

export const contextNames = [
  'logOdds',
  'density',
  'nearby',
  'sameSlip',
  'slipShare',
  'heardOtherwise',
  'ownWord',
  'isRendered',
] as const

export type ContextName = (typeof contextNames)[number]

/**
 * The context of each reading. A call with many other clear errors has more of the unclear ones as well, and a clean
 * one fewer (after Saerens et al., "Adjusting the outputs of a classifier to new a priori probabilities", 2002), the
 * more so near by; so has a call whose Mandarin a machine has rendered: nobody has edited it. The same slip at other
 * places speaks for a reading, the words heard where they make sense against it.
 */
export function contextsOf(
  scored: readonly Scored[],
  call: CallWords,
  model: LanguageModel,
  isRendered: boolean,
): Context[] {
  const errors = clearErrors(scored)
  const total = errors.reduce((sum, { probability }) => sum + probability, 0)
  const slips = new Map<string, { readonly places: Set<NgramWord>; sum: number }>()
  const slipOf = ({ heard, said }: Reading) => `${heard}>${said.key}`
  for (const { reading, logOdds } of scored) {
    const known = slips.get(slipOf(reading))
    const slip = known ?? { places: new Set(), sum: 0 }
    if (!known) slips.set(slipOf(reading), slip)
    slip.places.add(reading.run.words[reading.from]!)
    slip.sum += logistic(logOdds)
  }
  const nearby = errorsNearby(errors)
  return scored.map(({ reading, logOdds }) => {
    const { places, sum } = slips.get(slipOf(reading))!
    const isWord = reading.to - reading.from === 1
    const count = isWord ? Math.max(places.size, call.count(reading.heard)) : places.size
    const share = places.size / count
    const own = logistic(logOdds)
    const others = total - (own > clear ? own : 0)
    const density = Math.log((1000 * (Math.max(0, others) + usualErrors)) / (call.size + usualWords))
    const rate = Math.log10(count / call.size) - model.unigram(reading.run.ids[reading.from]!)
    return {
      logOdds,
      density,
      nearby: Math.log1p(nearby(spanOf(reading))),
      sameSlip: Math.log1p(Math.max(0, sum - own)),
      slipShare: share,
      heardOtherwise: Math.log1p(count - places.size),
      ownWord: isWord ? (1 - share) * Math.max(0, Math.min(3, rate)) : 0,
      isRendered: Number(isRendered),
    }
  })
}

/** What a call is given beforehand: errors, and the words that hold them. */
const usualErrors = 2
const usualWords = 1500
/** Probability from which on an error counts as clear. */
const clear = 0.4

interface ClearError extends Span {
  readonly probability: number
}

/** In the order of the text. */
function clearErrors(scored: readonly Scored[]): ClearError[] {
  return onePerPlace(scored)
    .map(({ reading, logOdds }) => ({ ...spanOf(reading), probability: logistic(logOdds) }))
    .filter(({ probability }) => probability > clear)
    .toSorted((a, b) => a.start - b.start)
}

const spanOf = ({ run, from, to }: Reading): Span => ({
  start: run.words[from]!.span.start,
  end: run.words[to - 1]!.span.end,
})

/** Characters on either side in which errors count as near. */
const vicinity = 400

/** The sum of the probabilities of the clear errors around words, those that share a word with them left out. */
function errorsNearby(errors: readonly ClearError[]): (span: Span) => number {
  return ({ start, end }) => {
    let low = 0
    let high = errors.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (errors[middle]!.start <= start - vicinity) low = middle + 1
      else high = middle
    }
    let sum = 0
    for (let at = low; at < errors.length && errors[at]!.start < start + vicinity; at++) {
      const error = errors[at]!
      if (error.start < start || error.start >= end) sum += error.probability
    }
    return sum
  }
}

export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))
