import { claimsOf, type Claim } from '../../../numbers/claims.js'
import { significance, type Figure } from '../../../numbers/figures.js'
import type { Period } from '../../../numbers/periods.js'
import { overlaps, textOf } from '../../../text/spans.js'
import type { Aligned, Category, FigureCounts, Finding, House, Span } from '../../../types.js'
import { asStated, isReadable, type Constraint, type ConstraintKind } from '../constraint.js'
import { mentionsOf } from '../told/same-values.js'

import { constraintsByFigure } from '../solve.js'

/** A figure of the call with all that was held against it; its span is the figure's. */
export interface TiedFigure extends Span {
  /** As said, with its currency and unit. */
  readonly words: string
  /** In units, percentages as stated; NaN where the digits cannot be read. */
  readonly value: number
  /** The kind of measure, e.g. "gross margin", with "adjusted" before it where the words say so. */
  readonly metric?: string
  /** What tells it from its like: the segment, the product. */
  readonly entity?: string
  /** When it holds, in words. */
  readonly period?: string
  readonly role: Claim['role']
  /** Where the same value is told again. */
  readonly mentions: readonly Span[]
  /** What the figure takes part in, each with whether it holds, and the other figures of it. */
  readonly checks: readonly TiedCheck[]
  readonly outcome: 'agrees' | 'contradicted' | 'unchecked'
}

export interface TiedCheck {
  readonly kind: ConstraintKind
  readonly holds: boolean
  readonly others: readonly Span[]
}

/**
 * Every figure of the call, in the order of the text, with what it was held against. Contradicted are the
 * figures with a finding of a number check, warning or error; those beside them that the contradiction
 * does not blame are not. Linear in the length of the call.
 */
export function tieOut(doc: Aligned, findings: readonly Finding[], house?: House): TiedFigure[] {
  const around = constraintsByFigure(doc, house?.references)
  const blamed = findings.filter(({ severity, category }) => severity !== 'info' && OF_FIGURES.has(category))
  let next = 0
  return claimsOf(doc)
    .filter(isTold)
    .map((claim): TiedFigure => {
      const { figure, metric, role } = claim
      while (next < blamed.length && blamed[next]!.end <= figure.start) next++
      const isBlamed = blamed.slice(next, next + NEAR).some((finding) => overlaps(finding, figure))
      const checks = checksOf(figure, around.get(figure) ?? [])
      const name = metric?.head && (metric.adjusted ? `adjusted ${metric.head}` : metric.head)
      const period = periodName(claim.period)
      return {
        start: figure.figure.start,
        end: figure.figure.end,
        words: textOf(doc.text, figure),
        value: figure.value,
        ...(name !== undefined && { metric: name }),
        ...(metric?.head && isName(metric.words) && { entity: metric.words.join(' ') }),
        ...(period !== undefined && { period }),
        role,
        mentions: mentionsOf(doc, figure).map((other) => placeOf(other)),
        checks,
        outcome: isBlamed ? 'contradicted' : checks.some(isProof) ? 'agrees' : 'unchecked',
      }
    })
}

/** "Two reasons", "one of the" count nothing that could be checked. */
const isTold = ({ figure, role }: Claim): boolean =>
  role !== 'other' || figure.form !== 'words' || !BARE.has(figure.unit.kind) || Math.abs(figure.value) >= 13

const BARE: ReadonlySet<string> = new Set(['none', 'count'])

/** To have risen as said proves little. */
const isProof = ({ kind, holds }: TiedCheck): boolean => holds && kind !== 'direction'

/** More words are a clause that the metric's name could not be told from. */
const isName = (words: readonly string[]): boolean => words.length >= 1 && words.length <= 3

/** Findings that may overlap one figure. */
const NEAR = 8

const OF_FIGURES: ReadonlySet<Category> = new Set(['number', 'scale', 'currency', 'reference'])

export function countFigures(figures: readonly TiedFigure[]): FigureCounts {
  const count = (of: readonly TiedFigure['outcome'][]): number =>
    figures.filter(({ outcome }) => of.includes(outcome)).length
  return {
    total: figures.length,
    checked: count(['agrees', 'contradicted']),
    contradicted: count(['contradicted']),
  }
}

function checksOf(figure: Figure, constraints: readonly Constraint[]): TiedCheck[] {
  return constraints
    .filter((constraint) => isReadable(constraint) && isTelling(figure, constraint))
    .map((constraint) => ({
      kind: constraint.kind,
      holds: constraint.holds(asStated),
      others: constraint.figures.filter((other) => other !== figure).map(placeOf),
    }))
}

/** What is violated tells; what holds, unless it asks next to nothing. */
const isTelling = (figure: Figure, constraint: Constraint): boolean =>
  constraint.loose ? !constraint.holds(asStated) : !constraint.hint || isToldAgain(figure, constraint)

/** A level of one name told twice alike bears itself out; told otherwise it may be another. */
const isToldAgain = (figure: Figure, constraint: Constraint): boolean =>
  significance(figure) >= 2 && constraint.holds(asStated)

const placeOf = ({ figure: { start, end } }: Figure): Span => ({ start, end })

const NAMES = {
  current: 'this period',
  'year-ago': 'a year ago',
  previous: 'the period before',
  coming: 'guidance',
} as const

const periodName = (period: Period | undefined): string | undefined =>
  period && (period.kind === 'named' ? period.name : NAMES[period.kind])
