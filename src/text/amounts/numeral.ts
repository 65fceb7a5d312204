import type { Span } from '../../types.js'
import type { Scale, Unit } from './amount.js'

/** A number as read from the text, before its surroundings are looked at. */
export interface Numeral extends Span {
  /** Scale applied; unsigned. NaN when malformed. */
  readonly value: number
  /** The place of the last stated digit: 0.01 for "2.48", 1e7 for "2.48 billion". */
  readonly place: number
  readonly form: 'digits' | 'words'
  readonly scale?: Scale
  /** Where the numeral itself says its unit: 百分之三, "half of", 翻番. */
  readonly unit?: Unit
  readonly vague?: 'over' | 'about'
  readonly malformed?: string
  readonly candidates?: readonly number[]
  /** An amount only with a unit or at the end of a range: "three fifty" is 350 in "three fifty million". */
  readonly needsUnit?: boolean
}

/** Words that look like a number and are none (a year, a date, an ordinal), to be passed over. */
export interface Passed extends Span {
  readonly passed: true
}

export const passed = (start: number, end: number): Passed => ({ start, end, passed: true })

export const isPassed = (reading: Numeral | Passed): reading is Passed => 'passed' in reading

/** Multiplies by a power of ten without the noise of binary fractions: 2.48 × 10⁹ is 2480000000. */
export function shift(value: number, power: number): number {
  const [mantissa, exponent] = value.toExponential().split('e')
  return Number(`${mantissa!}e${Number(exponent) + power}`)
}

/** Without the noise of binary fractions. */
export const clean = (value: number): number => Number(value.toPrecision(13))
