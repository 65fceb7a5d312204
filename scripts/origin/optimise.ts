import {
  marginalsOf,
  type Marginals,
  type Observations,
  type Potentials,
} from '../../src/identify/sequence.js'
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
    for (const sequence of sequences) addSlope(view(slope, labels, sizes), sequence, view(at, labels, sizes))
    return slope
  })
  return view(weights, labels, sizes)
}

/** An example with its features as lists of those that are not zero. */
interface Sequence {
  readonly units: readonly Sparse[]
  readonly borders: readonly Sparse[]
  readonly allowed: readonly number[]
  readonly weight: number
}

interface Sparse {
  readonly at: readonly number[]
  readonly value: readonly number[]
}

const sequenceOf = ({ observations, allowed, weight }: Example): Sequence => ({
  units: observations.units.map(sparse),
  borders: observations.borders.map(sparse),
  allowed,
  weight,
})

function sparse(features: Float64Array): Sparse {
  const at = [...features.keys()].filter((index) => features[index] !== 0)
  return { at, value: at.map((index) => features[index]!) }
}

interface Sizes {
  readonly unit: number
  readonly border: number
}

/** The flat weights as the model reads them. */
function view(flat: Float64Array, labels: number, sizes: Sizes): SequenceWeights {
  const at = labels * sizes.unit
  return {
    unit: range(labels).map((y) => flat.subarray(y * sizes.unit, (y + 1) * sizes.unit)),
    border: range(labels).map((x) =>
      range(labels).map((y) => {
        const from = at + (x * labels + y) * sizes.border
        return flat.subarray(from, from + sizes.border)
      }),
    ),
  }
}

const range = (size: number): number[] => Array.from({ length: size }, (_, index) => index)

/** Adds the gradient of one example: expected features under the annotation less those under the model. */
function addSlope(slope: SequenceWeights, sequence: Sequence, weights: SequenceWeights): void {
  const { units, borders, allowed, weight } = sequence
  const labels = weights.unit.length
  const potentials = potentialsOf(sequence, weights)
  const wanted = marginalsOf(potentials, (unit, label) => (allowed[unit]! & (1 << label)) !== 0)
  const given = marginalsOf(potentials)
  for (let t = 0; t < units.length; t++) {
    for (let y = 0; y < labels; y++) {
      addScaled(slope.unit[y]!, units[t]!, weight * difference(wanted, given, 'unit', t * labels + y))
      for (let x = 0; x < labels && t > 0; x++) {
        const at = (t * labels + x) * labels + y
        addScaled(slope.border[x]![y]!, borders[t]!, weight * difference(wanted, given, 'border', at))
      }
    }
  }
}

function potentialsOf({ units, borders }: Sequence, weights: SequenceWeights): Potentials {
  const labels = weights.unit.length
  const unit = new Float64Array(units.length * labels)
  const border = new Float64Array(units.length * labels * labels)
  for (let t = 0; t < units.length; t++) {
    for (let y = 0; y < labels; y++) {
      unit[t * labels + y] = dot(weights.unit[y]!, units[t]!)
      for (let x = 0; x < labels && t > 0; x++) {
        border[(t * labels + x) * labels + y] = dot(weights.border[x]![y]!, borders[t]!)
      }
    }
  }
  return { length: units.length, labels, unit, border }
}

function dot(weights: Float64Array, { at, value }: Sparse): number {
  let sum = 0
  for (let index = 0; index < at.length; index++) sum += weights[at[index]!]! * value[index]!
  return sum
}

const difference = (a: Marginals, b: Marginals, part: 'unit' | 'border', at: number): number =>
  a[part][at]! - b[part][at]!

function addScaled(into: Float64Array, { at, value }: Sparse, factor: number): void {
  if (factor === 0) return
  for (let index = 0; index < at.length; index++) into[at[index]!]! += factor * value[index]!
}
