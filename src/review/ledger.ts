import type { Span } from '../types.js'
import type { Restructuring } from './restructure.js'
import type { Settled } from './view.js'

/** What the decisions come to, replayed on a call. */
export interface Standing {
  /** By finding id. */
  readonly settled: ReadonlyMap<string, Settled>
  readonly corrections: readonly StandingCorrection[]
  /** In the order they were made. */
  readonly restructurings: readonly Restructuring[]
  readonly undo?: string
  readonly redo?: string
}

export interface StandingCorrection extends Span {
  readonly id: string
  readonly insert: string
  readonly who: string
  readonly when: string
}
