import type { Identified, Span } from '../types.js'
import type { Direction, Role } from './cues.js'
import type { Figure } from './figures.js'
import type { Metric } from './metrics.js'
import type { Basis, Period } from './periods.js'
import { statementsOf } from './statements.js'

/** What one figure of the call says, as far as the words around it tell. */
export interface Claim {
  readonly figure: Figure
  /** What is measured; shared by the figures of a statement. */
  readonly metric?: Metric
  readonly role: Role
  /** Left out where nothing tells; a level without one is of the period reported. */
  readonly period?: Period
  /** Of a change, or of the comparison the figure stands in. */
  readonly direction?: Direction
  /** What a change is measured against. */
  readonly basis?: Basis
  /** The words before the statement's first figure, which name the metric. */
  readonly subject: Span
  /** Position in the list of statements: figures of one statement are told together. */
  readonly statement: number
}

/**
 * The claims of a call, one for every figure, in the order of the text. Read by a grammar of its own over
 * the words between figures, in English, in machine English and, for the commonest turns, in Han; what it
 * does not understand has the role `other`. Time is linear in the length of the call.
 */
export function claimsOf(doc: Identified): readonly Claim[] {
  return statementsOf(doc).flatMap(({ metric, subject, parts }, statement) =>
    parts.map(({ figure, role, period, direction, basis }): Claim => ({
      figure,
      ...(metric && { metric }),
      role,
      ...(period && { period }),
      ...(direction && { direction }),
      ...(basis && { basis }),
      subject,
      statement,
    })),
  )
}
