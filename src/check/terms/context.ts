import type { LanguageModel } from '../../lexicon/language-model.js'
import type { NgramWord } from '../../text/tokens.js'
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
  'sameSlip',
  'slipShare',
  'heardOtherwise',
  'ownWord',
] as const

export type ContextName = (typeof contextNames)[number]

/**
 * The context of each reading. A call with many clear errors has more of the unclear ones as well, and a clean one
 * fewer (after Saerens et al., "Adjusting the outputs of a classifier to new a priori probabilities", 2002). The
 * same slip at other places speaks for a reading, the words heard where they make sense against it.
 */
export function contextsOf(scored: readonly Scored[], call: CallWords, model: LanguageModel): Context[] {
  const density = Math.log(densityOf(scored, call.size) + usualErrors)
  const slips = new Map<string, { readonly places: Set<NgramWord>; sum: number }>()
  const slipOf = ({ heard, said }: Reading) => `${heard}>${said.key}`
  for (const { reading, logOdds } of scored) {
    const known = slips.get(slipOf(reading))
    const slip = known ?? { places: new Set(), sum: 0 }
    if (!known) slips.set(slipOf(reading), slip)
    slip.places.add(reading.run.words[reading.from]!)
    slip.sum += logistic(logOdds)
  }
  return scored.map(({ reading, logOdds }) => {
    const { places, sum } = slips.get(slipOf(reading))!
    const isWord = reading.to - reading.from === 1
    const count = isWord ? Math.max(places.size, call.count(reading.heard)) : places.size
    const share = places.size / count
    const rate = Math.log10(count / call.size) - model.unigram(reading.run.ids[reading.from]!)
    return {
      logOdds,
      density,
      sameSlip: Math.log1p(Math.max(0, sum - logistic(logOdds))),
      slipShare: share,
      heardOtherwise: Math.log1p(count - places.size),
      ownWord: isWord ? (1 - share) * Math.max(0, Math.min(3, rate)) : 0,
    }
  })
}

/** Errors in a thousand words that a call is given beforehand. */
const usualErrors = 0.3
/** Probability from which on an error counts as clear. */
const clear = 0.4
/** Fewer words than this say nothing of a call. */
const fewWords = 1000

/** Clear errors in a thousand words. */
function densityOf(scored: readonly Scored[], words: number): number {
  const errors = onePerPlace(scored)
    .map(({ logOdds }) => logistic(logOdds))
    .filter((probability) => probability > clear)
    .reduce((sum, probability) => sum + probability, 0)
  return (1000 * errors) / Math.max(fewWords, words)
}

export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))
