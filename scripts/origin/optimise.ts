import type { Observations } from '../../src/identify/sequence.js'
import type { SequenceWeights } from '../../src/lexicon/origin-model.js'
import { ascend } from './adam.js'

/** A sequence to learn from: the labels an annotator allows for each unit. */
export interface Example {
  readonly observations: Observations
  /** Bit set of the allowed labels of each unit. */
  readonly allowed: readonly number[]
  /** How much the example counts. */
  readonly weight: number
}

/** How weights are learnt. */
export interface Training {
  readonly labels: number
  readonly iterations: number
  /** Strength of the Gaussian prior that keeps weights small. */
  readonly regularisation: number
}

/**
 * Weights of the highest penalised likelihood of the annotations. Units with several allowed labels count by the
 * sum over them.
 */
export function learnWeights(
  examples: readonly Example[],
  { labels, iterations, regularisation }: Training,
): SequenceWeights {
  const sizes = {
    unit: examples[0]!.observations.units[0]!.length,
    border: examples[0]!.observations.borders[0]!.length,
  }
  const sequences = examples.filter(({ allowed }) => allowed.length > 0).map(sequenceOf)
  const size = labels * sizes.unit + labels * labels * sizes.border
  const weights = ascend(size, { iterations, rate: 0.2 }, (at) => {
    const slope = at.map((weight) => -regularisation * weight)
    for (const sequence of sequences) addSlope(slope, sequence, at, labels, sizes)
    return slope
  })
  return view(weights, labels, sizes)
}

/** An example with its features as lists of those that are not zero. */
interface Sequence {
  readonly units: Sparse
  readonly borders: Sparse
  readonly allowed: readonly number[]
  readonly weight: number
}

/** Rows of features one after another: row t holds those from `starts[t]` to `starts[t + 1]`. */
interface Sparse {
  readonly starts: Int32Array
  readonly at: Int32Array
  readonly value: Float64Array
}

const sequenceOf = ({ observations, allowed, weight }: Example): Sequence => ({
  units: sparse(observations.units),
  borders: sparse(observations.borders),
  allowed,
  weight,
})

function sparse(rows: readonly Float64Array[]): Sparse {
  const present = rows.map((row) => [...row.keys()].filter((index) => row[index] !== 0))
  const starts = new Int32Array(rows.length + 1)
  present.forEach(({ length }, row) => (starts[row + 1] = starts[row]! + length))
  return {
    starts,
    at: Int32Array.from(present.flat()),
    value: Float64Array.from(rows.flatMap((row, index) => present[index]!.map((at) => row[at]!))),
  }
}

interface Sizes {
  readonly unit: number
  readonly border: number
}

/** The flat weights as the model reads them: of each feature the weights for all labels, or pairs of them, together. */
function view(flat: Float64Array, labels: number, sizes: Sizes): SequenceWeights {
  const pick = (first: number, size: number, kinds: number, kind: number): Float64Array =>
    Float64Array.from({ length: size }, (_, feature) => flat[first + feature * kinds + kind]!)
  return {
    unit: range(labels).map((y) => pick(0, sizes.unit, labels, y)),
    border: range(labels).map((x) =>
      range(labels).map((y) => pick(labels * sizes.unit, sizes.border, labels ** 2, x * labels + y)),
    ),
  }
}

const range = (size: number): number[] => Array.from({ length: size }, (_, index) => index)

/** Adds the gradient of one example: expected features under the annotation less those under the model. */
function addSlope(
  slope: Float64Array,
  { units, borders, allowed, weight }: Sequence,
  weights: Float64Array,
  labels: number,
  sizes: Sizes,
): void {
  const length = allowed.length
  const firstBorder = labels * sizes.unit
  const odds = {
    unit: oddsOf(units, weights, 0, labels),
    border: oddsOf(borders, weights, firstBorder, labels * labels),
  }
  const wanted = probabilitiesOf(odds, length, labels, allowed)
  const given = probabilitiesOf(odds, length, labels)
  addRows(slope, 0, units, labels, wanted.unit, given.unit, weight)
  addRows(slope, firstBorder, borders, labels * labels, wanted.border, given.border, weight)
}

/** For each row and each kind of weight, the odds against the best of the row. */
function oddsOf(rows: Sparse, weights: Float64Array, first: number, kinds: number): Float64Array {
  const length = rows.starts.length - 1
  const odds = new Float64Array(length * kinds)
  for (let t = 0; t < length; t++) {
    const into = t * kinds
    for (let index = rows.starts[t]!; index < rows.starts[t + 1]!; index++) {
      const from = first + rows.at[index]! * kinds
      const value = rows.value[index]!
      for (let kind = 0; kind < kinds; kind++) odds[into + kind]! += weights[from + kind]! * value
    }
    let high = -Infinity
    for (let kind = 0; kind < kinds; kind++) high = Math.max(high, odds[into + kind]!)
    for (let at = into; at < into + kinds; at++) odds[at] = Math.exp(odds[at]! - high)
  }
  return odds
}

interface Parts {
  readonly unit: Float64Array
  readonly border: Float64Array
}

/** So small that it takes no part, so large that a sum of it can be divided by. */
const tiny = 1e-200

/** Forward–backward with scaling (Rabiner 1989): the probability of each label at each unit and border. */
function probabilitiesOf(odds: Parts, length: number, labels: number, allowed?: readonly number[]): Parts {
  const forward = new Float64Array(length * labels)
  const unit = new Float64Array(length * labels)
  const border = new Float64Array(length * labels * labels)
  const may = (t: number, y: number): boolean => !allowed || (allowed[t]! & (1 << y)) !== 0
  for (let t = 0; t < length; t++) {
    let sum = 0
    for (let y = 0; y < labels; y++) {
      if (!may(t, y)) continue
      let into = t === 0 ? 1 : tiny
      for (let x = 0; x < labels && t > 0; x++) {
        into += forward[(t - 1) * labels + x]! * odds.border[(t * labels + x) * labels + y]!
      }
      sum += forward[t * labels + y] = into * odds.unit[t * labels + y]! + tiny
    }
    for (let y = 0; y < labels; y++) forward[t * labels + y]! /= sum
  }
  const backward = new Float64Array(labels).fill(1)
  for (let t = length - 1; t >= 0; t--) {
    let sum = 0
    for (let y = 0; y < labels; y++) sum += unit[t * labels + y] = forward[t * labels + y]! * backward[y]!
    for (let y = 0; y < labels; y++) unit[t * labels + y]! /= sum
    if (t === 0) break
    const onward = backward.map((value, y) => (may(t, y) ? value * odds.unit[t * labels + y]! : 0))
    let pairs = 0
    let high = 0
    for (let x = 0; x < labels; x++) {
      let back = 0
      for (let y = 0; y < labels; y++) {
        const at = (t * labels + x) * labels + y
        const step = odds.border[at]! * onward[y]!
        back += step
        pairs += border[at] = forward[(t - 1) * labels + x]! * step
      }
      backward[x] = back + tiny
      high = Math.max(high, backward[x]!)
    }
    for (let x = 0; x < labels; x++) backward[x]! /= high
    for (let at = t * labels * labels; at < (t + 1) * labels * labels; at++) border[at]! /= pairs + tiny
  }
  return { unit, border }
}

function addRows(
  slope: Float64Array,
  first: number,
  rows: Sparse,
  kinds: number,
  wanted: Float64Array,
  given: Float64Array,
  weight: number,
): void {
  const factors = new Float64Array(kinds)
  for (let t = 0; t < rows.starts.length - 1; t++) {
    let least = 0
    for (let kind = 0; kind < kinds; kind++) {
      factors[kind] = weight * (wanted[t * kinds + kind]! - given[t * kinds + kind]!)
      least = Math.max(least, Math.abs(factors[kind]!))
    }
    if (least < 1e-9) continue
    for (let index = rows.starts[t]!; index < rows.starts[t + 1]!; index++) {
      const into = first + rows.at[index]! * kinds
      const value = rows.value[index]!
      for (let kind = 0; kind < kinds; kind++) slope[into + kind]! += factors[kind]! * value
    }
  }
}
