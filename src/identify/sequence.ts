import type { SequenceWeights } from '../lexicon/origin-model.js'

/**
 * A linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) over units: the score
 * of a labelling is the sum of its units' and its borders' features times learnt weights.
 */

/** What is observed of a sequence; every row has the same length. */
export interface Observations {
  /** Features of each unit. */
  readonly units: readonly Float64Array[]
  /** Features of the border before each unit; the first is not used. */
  readonly borders: readonly Float64Array[]
}

/** Scores of labels at units and of label pairs at borders, flat. */
export interface Potentials {
  readonly length: number
  readonly labels: number
  /** `unit[t * labels + y]` */
  readonly unit: Float64Array
  /** `border[(t * labels + before) * labels + after]`, for the border before unit t. */
  readonly border: Float64Array
}

export function potentialsOf({ units, borders }: Observations, weights: SequenceWeights): Potentials {
  const labels = weights.unit.length
  const unit = new Float64Array(units.length * labels)
  const border = new Float64Array(units.length * labels * labels)
  units.forEach((features, t) => {
    for (let y = 0; y < labels; y++) {
      unit[t * labels + y] = dot(weights.unit[y]!, features)
      if (t === 0) continue
      for (let before = 0; before < labels; before++) {
        border[(t * labels + before) * labels + y] = dot(weights.border[before]![y]!, borders[t]!)
      }
    }
  })
  return { length: units.length, labels, unit, border }
}

/** The labelling of the highest score (Viterbi). */
export function bestLabels({ length, labels, unit, border }: Potentials): number[] {
  if (length === 0) return []
  const score = unit.slice(0, labels)
  const from = new Int8Array(length * labels)
  for (let t = 1; t < length; t++) {
    const before = score.slice()
    for (let y = 0; y < labels; y++) {
      let best = -Infinity
      for (let x = 0; x < labels; x++) {
        const value = before[x]! + border[(t * labels + x) * labels + y]!
        if (value <= best) continue
        best = value
        from[t * labels + y] = x
      }
      score[y] = best + unit[t * labels + y]!
    }
  }
  const path = [score.indexOf(Math.max(...score))]
  for (let t = length - 1; t > 0; t--) path.push(from[t * labels + path.at(-1)!]!)
  return path.reverse()
}

/** Log of the sum over all labellings, and the probability of each label at each unit and border. */
export interface Marginals {
  readonly logSum: number
  /** `unit[t * labels + y]` */
  readonly unit: Float64Array
  /** `border[(t * labels + before) * labels + after]` */
  readonly border: Float64Array
}

/**
 * Forward–backward. `allowed(t, y)`, when given, rules labels out; with every labelling ruled out
 * the sum is −∞ and the probabilities are not numbers.
 */
export function marginalsOf(
  potentials: Potentials,
  allowed?: (unit: number, label: number) => boolean,
): Marginals {
  const { length, labels, border } = potentials
  const unit = potentials.unit.slice()
  if (allowed) {
    for (let t = 0; t < length; t++) {
      for (let y = 0; y < labels; y++) if (!allowed(t, y)) unit[t * labels + y] = -Infinity
    }
  }
  const forward = new Float64Array(length * labels)
  const backward = new Float64Array(length * labels)
  const terms = new Float64Array(labels)
  for (let t = 0; t < length; t++) {
    for (let y = 0; y < labels; y++) {
      for (let x = 0; x < labels && t > 0; x++) {
        terms[x] = forward[(t - 1) * labels + x]! + border[(t * labels + x) * labels + y]!
      }
      forward[t * labels + y] = unit[t * labels + y]! + (t > 0 ? logSum(terms) : 0)
    }
  }
  for (let t = length - 2; t >= 0; t--) {
    for (let x = 0; x < labels; x++) {
      for (let y = 0; y < labels; y++) {
        const next = (t + 1) * labels + y
        terms[y] = backward[next]! + unit[next]! + border[((t + 1) * labels + x) * labels + y]!
      }
      backward[t * labels + x] = logSum(terms)
    }
  }
  const total = length === 0 ? 0 : logSum(forward.subarray((length - 1) * labels))
  const unitMarginals = new Float64Array(unit.length)
  const borderMarginals = new Float64Array(border.length)
  for (let t = 0; t < length; t++) {
    for (let y = 0; y < labels; y++) {
      const after = t * labels + y
      unitMarginals[after] = Math.exp(forward[after]! + backward[after]! - total)
      const onward = unit[after]! + backward[after]! - total
      for (let x = 0; x < labels && t > 0; x++) {
        const at = (t * labels + x) * labels + y
        borderMarginals[at] = Math.exp(forward[(t - 1) * labels + x]! + border[at]! + onward)
      }
    }
  }
  return { logSum: total, unit: unitMarginals, border: borderMarginals }
}

function logSum(values: Float64Array): number {
  let high = -Infinity
  for (const value of values) if (value > high) high = value
  if (high === -Infinity) return high
  let sum = 0
  for (const value of values) sum += Math.exp(value - high)
  return high + Math.log(sum)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!
  return sum
}
