import type { Direction, Role } from '../cues.js'
import type { Family } from '../figures.js'
import type { Metric } from '../metrics.js'
import type { Basis } from '../periods.js'
import type { Quarter } from './quarters.js'

/** What a reference document says of one measure. */
export interface Fact {
  readonly metric: Metric
  readonly role: Role
  readonly family: Family
  readonly value: number
  readonly precision: number
  /** ISO 4217, where the words tell it. */
  readonly currency?: string
  /** Left out where it is not told, or is another stretch of time. */
  readonly quarter?: Quarter
  readonly direction?: Direction
  readonly basis?: Basis
  /** The document's own words. */
  readonly quote: string
}

export interface Facts {
  readonly document: string
  readonly reported?: Quarter
  readonly facts: readonly Fact[]
}
