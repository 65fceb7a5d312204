import { familyOf, type Figure } from '../../../../numbers/figures.js'
import type { Quarter } from '../../../../numbers/reference/quarters.js'
import type { Part, Statement } from '../../../../numbers/statements.js'
import { plain, SLACK, type Constraint, type Readings } from '../../constraint.js'
import { ratioConstraint } from './ratio.js'

/**
 * The earlier shares that a share is compared with, a margin or a cost as a share of revenue: from the values
 * before, or from this year's share and the growth of both.
 */
export function earlierRatios(
  parts: readonly Part[],
  share: Figure,
  part: Statement,
  whole: Statement,
  reported: Quarter | undefined,
): Constraint[] {
  const bases = parts.filter(({ role, figure }) => role === 'base' && familyOf(figure) === 'share')
  const base = bases.find((of) => quartersBehind(parts, of, reported) === 4)?.figure
  const [ofPart, ofWhole] = [yearlyGrowth(part), yearlyGrowth(whole)]
  const before = bases.flatMap((of) => {
    const quarters = quartersBehind(parts, of, reported)
    if (quarters === undefined) return []
    const [partThen, wholeThen] = [part, whole].map((value) => valueBefore(value, quarters, reported))
    return partThen && wholeThen ? [ratioConstraint('margin', of.figure, partThen, wholeThen)] : []
  })
  return base && ofPart && ofWhole ? [earlierRatio(base, share, ofPart, ofWhole), ...before] : before
}

/** "Gross margin expanded by 6.4 percentage points to 28.5%": the margin before follows, and from the values before. */
export function earlierByPoints(
  parts: readonly Part[],
  margin: Figure,
  profit: Statement,
  revenue: Statement,
  reported: Quarter | undefined,
): Constraint[] {
  const changes = parts.filter(({ role, figure }) => role === 'change' && familyOf(figure) === 'points')
  const [change] = changes
  if (changes.length !== 1 || !change?.direction || change.basis === 'qoq') return []
  const [part, whole] = [profit, revenue].map((value) => valueBefore(value, 4, reported))
  if (!part || !whole) return []
  const sign = change.direction === 'up' ? 1 : -1
  const unit = change.figure.unit.kind === 'basis-points' ? 0.01 : 1
  const before = (readings: Readings): number =>
    readings(margin).value - sign * unit * Math.abs(readings(change.figure).value)
  const computed = (readings: Readings): number =>
    (100 * Math.abs(readings(part).value)) / Math.abs(readings(whole).value)
  return [
    {
      kind: 'margin',
      figures: [change.figure, margin, part, whole],
      firm: false,
      holds: (readings) => {
        const [of, total] = [readings(part), readings(whole)]
        const off = of.precision / Math.abs(of.value) + total.precision / Math.abs(total.value)
        const told = readings(margin).precision + unit * readings(change.figure).precision
        return (
          Math.abs(before(readings) - computed(readings)) <= (computed(readings) * off + told) * SLACK + 0.02
        )
      },
      solve: (figure, readings) =>
        figure === change.figure ? Math.abs(readings(margin).value - computed(readings)) / unit : undefined,
      evidence: (readings) => [
        {
          kind: 'arithmetic',
          expression: `${plain(readings(margin).value)}% - ${plain(readings(part).value)} / ${plain(readings(whole).value)} (the margin before)`,
          computed: Number((readings(margin).value - computed(readings)).toFixed(2)),
          stated: sign * unit * Math.abs(readings(change.figure).value),
        },
      ],
    },
  ]
}

/** What the statement compares its value with, of the quarter so many before. */
function valueBefore(
  { parts }: Statement,
  quarters: number,
  reported: Quarter | undefined,
): Figure | undefined {
  const fitting = parts.filter(
    (part) =>
      part.role === 'base' &&
      familyOf(part.figure) === 'amount' &&
      quartersBehind(parts, part, reported) === quarters,
  )
  return fitting.length === 1 ? fitting[0]!.figure : undefined
}

/** As its words tell, else the change beside it; a lone value that nothing dates is of a year before. */
function quartersBehind(
  parts: readonly Part[],
  part: Part,
  reported: Quarter | undefined,
): number | undefined {
  const told = quartersAgo(part, reported)
  if (told !== undefined) return told
  const place = parts.indexOf(part)
  const beside = parts[place - 1]?.role === 'change' ? parts[place - 1]!.basis : undefined
  if (beside) return beside === 'yoy' ? 4 : 1
  const undated = part.period === undefined && !parts.some(({ basis }) => basis === 'qoq')
  return undated && parts.filter(({ role }) => role === 'base').length === 1 ? 4 : undefined
}

/** How many quarters before the one reported a figure is of; undefined where its words do not tell. */
function quartersAgo({ period }: Part, reported: Quarter | undefined): number | undefined {
  if (period?.kind === 'year-ago') return 4
  if (period?.kind === 'previous') return 1
  if (period?.kind !== 'named' || reported === undefined) return undefined
  const told = /^(first|second|third|fourth) (?:fiscal )?quarter$/u.exec(period.name)?.[1]
  const behind = told === undefined ? 0 : (reported - ORDINALS.indexOf(told)) % 4
  return behind === 0 ? undefined : behind
}

const ORDINALS = ['first', 'second', 'third', 'fourth']

/** The change that the statement tells, with its sign, unless it says against the quarter before. */
function yearlyGrowth({ parts }: Statement): Growth | undefined {
  const part = parts.find(
    ({ role, figure, basis, period }) =>
      role === 'change' &&
      figure.unit.kind === 'percent' &&
      basis !== 'qoq' &&
      (period === undefined || period.kind === 'year-ago' || period.kind === 'current'),
  )
  return part?.direction && { figure: part.figure, sign: part.direction === 'up' ? 1 : -1 }
}

interface Growth {
  readonly figure: Figure
  readonly sign: 1 | -1
}

/** Share a year ago = share × (1 + growth of the whole) ÷ (1 + growth of the part). */
function earlierRatio(base: Figure, share: Figure, part: Growth, whole: Growth): Constraint {
  const growth = (readings: Readings, { figure, sign }: Growth): number =>
    1 + (sign * Math.abs(readings(figure).value)) / 100
  const computed = (readings: Readings): number =>
    (readings(share).value * growth(readings, whole)) / growth(readings, part)
  return {
    kind: 'margin',
    figures: [base, share, part.figure, whole.figure],
    firm: false,
    holds: (readings) => {
      const [then, now] = [readings(base), readings(share)]
      const off =
        now.precision / Math.abs(now.value) +
        readings(part.figure).precision / 100 +
        readings(whole.figure).precision / 100
      return (
        Math.abs(computed(readings) - then.value) <=
        (Math.abs(computed(readings)) * off + then.precision) * SLACK + 0.1
      )
    },
    solve: (figure, readings) => (figure === base ? computed(readings) : undefined),
    evidence: (readings) => [
      {
        kind: 'arithmetic',
        expression: `${plain(readings(share).value)}% × ${plain(growth(readings, whole))} / ${plain(growth(readings, part))}`,
        computed: Number((computed(readings) / 100).toFixed(4)),
        stated: Number((readings(base).value / 100).toFixed(4)),
      },
    ],
  }
}
