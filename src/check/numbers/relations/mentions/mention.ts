import type { Figure } from '../../../../numbers/figures.js'
import type { Metric, MetricHead } from '../../../../numbers/metrics.js'
import { hedge, SLACK, type Constraint } from '../../constraint.js'

/** Two figures tell one fact: in two statements, or on both sides of a bead. */
export function mentionConstraint(a: Figure, b: Figure, how: 'mention' | 'aligned'): Constraint {
  const hedges = [a, b].filter((figure) => hedge(figure) > 0).length
  const off = hedges === 0 ? 0 : hedges === 2 && how === 'aligned' ? ROUNDED_ANEW : ROUNDED
  return {
    kind: 'mention',
    figures: [a, b],
    firm: false,
    holds: (readings) => {
      const [one, other] = [readings(a), readings(b)]
      const hedged = off * Math.max(Math.abs(one.value), Math.abs(other.value))
      return (
        Math.abs(Math.abs(one.value) - Math.abs(other.value)) <=
        Math.max(one.precision, other.precision) * SLACK + hedged
      )
    },
    evidence: () =>
      [a, b].map(({ start, end }) => ({
        kind: how,
        start,
        end,
        note: how === 'aligned' ? 'the aligned passage has this figure' : 'told again of the same fact',
      })),
  }
}

/** How far hedged figures of one fact may lie apart, as a share; and where the interpreter hedges as well. */
const ROUNDED = 0.004
const ROUNDED_ANEW = 0.02

/** Whether many measures of a call share the name. */
export const isVague = ({ head, words }: Metric): boolean => words.length === 0 && VAGUE.has(head)

const VAGUE: ReadonlySet<MetricHead | undefined> = new Set([
  'margin',
  'sales',
  'profit',
  'costs',
  'expenses',
  'income',
])
