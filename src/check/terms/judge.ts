import type { LanguageModel } from '../../lexicon/language-model.js'
import type { WordVectors } from '../../lexicon/word-vectors.js'
import { contextNames, contextsOf, logistic, type ContextName, type Scored } from './context.js'
import type { CallWords } from './call-words.js'
import { featureNames, featuresOf, type FeatureName } from './features.js'
import { formFeatureNames, formFeaturesOf, type FormFeatureName } from './form-features.js'
import { onePerPlace } from './places.js'
import { rawCall } from './raw-weights.js'
import type { Reading } from './readings.js'
import type { Run } from './runs.js'
import { surroundingsIn } from './surroundings.js'
import { topicFeatureNames, topicsIn, type TopicFeatureName } from './topic.js'
import type { Variants } from './variants.js'
import { anyCall } from './weights.js'

/** A reading with the probability that it is what was said, 0 to 1. */
export interface Judged {
  readonly reading: Reading
  readonly probability: number
}

/** What a call says, and what is known of the words. */
export interface Speech {
  readonly runs: readonly Run[]
  readonly call: CallWords
  readonly model: LanguageModel
  readonly variants: Variants
  readonly vectors: WordVectors
  /** Whether nobody has edited it: a machine has rendered its Mandarin. */
  readonly isRaw: boolean
}

/** Log-odds that a reading is right, by itself and in its call. */
export interface Weighing<Name extends string> {
  readonly bias: number
  readonly weights: Readonly<Record<Name, number>>
  readonly contextBias: number
  readonly contextWeights: Readonly<Record<ContextName, number>>
}

/**
 * The likeliest readings of a call, one a place: a logistic regression over what speaks for a reading by itself,
 * and one over that and what the rest of the call says of it (stacking; Wolpert 1992). Calls that nobody has
 * edited hold so many errors, and so many kinds of them, that they are weighed apart.
 */
export function judge(readings: readonly Reading[], speech: Speech): Judged[] {
  const { call, model, isRaw } = speech
  const { own, inCall } = isRaw ? scalesOfRaw : scalesOfAny
  const values = valuesIn(speech)
  const scored: Scored[] = readings
    .filter((reading) => !isName(reading))
    .map((reading) => ({ reading, logOdds: weigh(values(reading), own) }))
  const contexts = contextsOf(scored, call, model)
  const judged = scored.map(({ reading }, index) => ({
    reading,
    logOdds: weigh(
      contextNames.map((name) => contexts[index]![name]),
      inCall,
    ),
  }))
  return onePerPlace(judged).map(({ reading, logOdds }) => ({ reading, probability: logistic(logOdds) }))
}

/** What is weighed of a reading of any call, and of one that nobody has edited. */
export type WeighedName = FeatureName | TopicFeatureName
export type RawWeighedName = WeighedName | FormFeatureName

const namesOfAny: readonly WeighedName[] = [...featureNames, ...topicFeatureNames]
const namesOfRaw: readonly RawWeighedName[] = [...namesOfAny, ...formFeatureNames]

/** What is weighed of a reading: its form and what is said around it only where nobody has edited the call. */
export const featureNamesFor = (isRaw: boolean): readonly RawWeighedName[] =>
  isRaw ? namesOfRaw : namesOfAny

/** The values of a reading, in the order of `featureNamesFor`. */
export function valuesIn({
  runs,
  call,
  model,
  variants,
  vectors,
  isRaw,
}: Speech): (reading: Reading) => Float64Array {
  const around = surroundingsIn(runs)
  const topicOf = topicsIn(runs, model, vectors)
  const length = featureNamesFor(isRaw).length
  return (reading) => {
    const values = new Float64Array(length)
    let at = 0
    const own = featuresOf(reading, call, model)
    for (const name of featureNames) values[at++] = own[name]
    const topic = topicOf(reading)
    for (const name of topicFeatureNames) values[at++] = topic[name]
    if (!isRaw) return values
    const form = formFeaturesOf(reading, variants, around(reading), model, call.industry)
    for (const name of formFeatureNames) values[at++] = form[name]
    return values
  }
}

interface Scale {
  readonly weights: readonly number[]
  readonly bias: number
}

function scalesOf<Name extends string>(
  { weights, bias, contextWeights, contextBias }: Weighing<Name>,
  names: readonly Name[],
): { readonly own: Scale; readonly inCall: Scale } {
  return {
    own: { weights: names.map((name) => weights[name]), bias },
    inCall: { weights: contextNames.map((name) => contextWeights[name]), bias: contextBias },
  }
}

const scalesOfAny = scalesOf(anyCall, namesOfAny)
const scalesOfRaw = scalesOf(rawCall, namesOfRaw)

function weigh(values: ArrayLike<number>, { weights, bias }: Scale): number {
  let sum = bias
  for (let at = 0; at < values.length; at++) sum += weights[at]! * values[at]!
  return sum
}

/** Whether it is part of a row of capitalised words inside a sentence. */
export function isName({ run: { capitals }, from, to, said }: Reading): boolean {
  if (!capitals[from] || from === 0 || to - from > 1 || /\p{Lu}{2}/u.test(said.words)) return false
  return (capitals[from - 1]! && from > 1) || capitals[to] === true
}
