import { ascend } from './adam.js'

/** A call's signs, and whether it holds Mandarin rendered as English. */
export interface SignedCall {
  readonly signs: readonly number[]
  readonly rendered: boolean
}

const training = { iterations: 400, rate: 0.1 }

/** Strength of the Gaussian prior that keeps weights small. */
const regularisation = 0.1

/** Weights of a call's signs: logistic regression in which calls with and without Mandarin count the same in all. */
export function learnLanguages(calls: readonly SignedCall[]): Float64Array {
  const share = (rendered: boolean): number =>
    calls.length / (2 * Math.max(1, calls.filter((call) => call.rendered === rendered).length))
  const shares = { rendered: share(true), not: share(false) }
  return ascend(calls[0]!.signs.length, training, (weights) => {
    const slope = weights.map((weight, index) => (index === 0 ? 0 : -regularisation * weight))
    for (const { signs, rendered } of calls) {
      const score = signs.reduce((sum, sign, index) => sum + sign * weights[index]!, 0)
      const error = (rendered ? shares.rendered : -shares.not) / (1 + Math.exp(rendered ? score : -score))
      signs.forEach((sign, index) => (slope[index]! += error * sign))
    }
    return slope
  })
}
