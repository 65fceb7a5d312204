import type { Figure } from '../../../numbers/figures.js'
import type { Constraint, Readings } from '../constraint.js'
import type { HeardAlike } from '../told/heard.js'

/** A figure that contradicts the others, and what may have been said. */
export interface Fault {
  readonly figure: Figure
  /** The violated constraints that the repair satisfies; the first names the check. */
  readonly violated: readonly Constraint[]
  /** What it may have been, best first. */
  readonly repairs: readonly Repair[]
  /** Probability that this figure is wrong, 0 to 1. */
  readonly confidence: number
}

export interface Repair {
  readonly value: number
  readonly precision: number
  readonly kind: HeardAlike['kind'] | 'computed'
  readonly score: number
}

/** A repair of one figure, weighed. */
export interface Candidate {
  readonly figure: Figure
  readonly repair: Repair
  readonly mends: readonly Constraint[]
  readonly score: number
  /** How many places, three at most, from the value that a constraint computes. */
  readonly off: number
  /** Whether it proves anything; else it is worth a look. */
  readonly proof: 'sure' | 'supported' | 'none'
}

/** What is known when a repair is weighed. */
export interface State {
  readonly readings: Readings
  /** The violated constraints that nothing chosen so far mends. */
  readonly open: ReadonlySet<Constraint>
  /** The readable constraints of a figure that are weighed. */
  readonly near: (figure: Figure) => readonly Constraint[]
  readonly told: Told
}

/** What else the call tells. */
export interface Told {
  /** How many of its figures have a value. */
  readonly times: (figure: Figure, value: number) => number
  /** How many figures of its turn are told with a scale word, by its power of ten. */
  readonly withScale: (figure: Figure, power: number) => number
  /** How many figures of its turn, kind and scale have as many decimals as the precision leaves. */
  readonly asFine: (figure: Figure, precision: number) => number
}
