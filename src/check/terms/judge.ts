import type { LanguageModel } from '../../lexicon/language-model.js'
import { contextNames, contextsOf, logistic, type Scored } from './context.js'
import type { CallWords } from './call-words.js'
import { featureNames, featuresOf } from './features.js'
import { onePerPlace } from './places.js'
import type { Reading } from './readings.js'
import { bias, contextBias, contextWeights, weights } from './weights.js'

/** A reading with the probability that it is what was said, 0 to 1. */
export interface Judged {
  readonly reading: Reading
  readonly probability: number
}

/**
 * The likeliest readings of a call, one a place: a logistic regression over what speaks for a reading by itself,
 * and one over that and what the rest of the call says of it (stacking; Wolpert 1992). `isRendered`: a machine
 * has rendered Mandarin in the call.
 */
export function judge(
  readings: readonly Reading[],
  call: CallWords,
  model: LanguageModel,
  isRendered: boolean,
): Judged[] {
  const scored: Scored[] = readings
    .filter((reading) => !isName(reading))
    .map((reading) => ({
      reading,
      logOdds: weigh(featuresOf(reading, call, model), featureNames, weights, bias),
    }))
  const contexts = contextsOf(scored, call, model, isRendered)
  const judged = scored.map(({ reading }, index) => ({
    reading,
    logOdds: weigh(contexts[index]!, contextNames, contextWeights, contextBias),
  }))
  return onePerPlace(judged).map(({ reading, logOdds }) => ({ reading, probability: logistic(logOdds) }))
}

function weigh<Name extends string>(
  values: Readonly<Record<Name, number>>,
  names: readonly Name[],
  by: Readonly<Record<Name, number>>,
  start: number,
): number {
  return names.reduce((sum, name) => sum + by[name] * values[name], start)
}

/** Whether it is part of a row of capitalised words inside a sentence. */
export function isName({ run: { capitals }, from, to, said }: Reading): boolean {
  if (!capitals[from] || from === 0 || to - from > 1 || /\p{Lu}/u.test(said.words)) return false
  return (capitals[from - 1]! && from > 1) || capitals[to] === true
}
