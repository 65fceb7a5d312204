import { familyOf, type Figure } from '../../numbers/figures.js'
import type { MetricHead } from '../../numbers/metrics.js'
import type { Basis } from '../../numbers/periods.js'
import { reportedQuarter, type Quarter } from '../../numbers/reference/quarters.js'
import { statementsOf, type Part, type Statement } from '../../numbers/statements.js'
import type { Aligned } from '../../types.js'
import { asStated, plain, shown, SLACK, type Constraint, type Readings } from './constraint.js'
import { currentLevel, revenuesOf } from './levels.js'
import { fitting, ratioConstraint } from './parts.js'

const MARGINS: ReadonlyMap<MetricHead, MetricHead> = new Map([
  ['gross margin', 'gross profit'],
  ['operating margin', 'operating profit'],
  ['net margin', 'net profit'],
  ['EBITDA margin', 'EBITDA'],
  ['EBIT margin', 'EBIT'],
])

/**
 * Profit ÷ revenue against the margin, of the whole company, adjusted with adjusted; the margin before
 * against the values before, or against the growth of both; and no profit or cost many times the revenue.
 */
export function marginConstraints(doc: Aligned): Constraint[] {
  const turns = new Map<number, Statement[]>()
  for (const statement of statementsOf(doc)) {
    const { turn } = statement.parts[0]!.figure
    const known = turns.get(turn)
    if (known) known.push(statement)
    else turns.set(turn, [statement])
  }
  const revenuesIn = revenuesOf(doc)
  const reported = reportedQuarter(doc.text)
  return [...turns.values()].flatMap((statements) => {
    const byHead = profitsByHead(statements)
    const revenues = revenuesIn(statements[0]!.parts[0]!.figure.turn)
    const whole = revenues[0] && currentLevel(revenues[0])
    if (!whole) return []
    return statements.flatMap((statement) => [
      ...marginConstraint(statement, byHead, revenues, reported),
      ...magnitudeConstraint(statement, whole),
    ])
  })
}

const keyOf = (head: MetricHead, adjusted: boolean): string => `${head}${adjusted ? ' adjusted' : ''}`

/** The statements of each profit of the whole company; "gross margin was 392.6 million" is the profit. */
function profitsByHead(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const profits = new Map<string, Statement[]>()
  for (const statement of statements) {
    const { metric } = statement
    if (!metric?.head || metric.words.length > 0 || !currentLevel(statement)) continue
    const key = keyOf(MARGINS.get(metric.head) ?? metric.head, metric.adjusted)
    const list = profits.get(key)
    if (list && list.length < 4) list.push(statement)
    else if (!list) profits.set(key, [statement])
  }
  return profits
}

function marginConstraint(
  { metric, parts }: Statement,
  profits: ReadonlyMap<string, readonly Statement[]>,
  revenues: readonly Statement[],
  reported: Quarter | undefined,
): Constraint[] {
  const head = metric?.head && MARGINS.get(metric.head)
  const margin = parts.find(
    ({ role, figure, period }) =>
      role === 'level' && familyOf(figure) === 'share' && period?.kind !== 'coming',
  )?.figure
  if (!metric || !head || !margin || metric.words.length > 0) return []
  const named = profits.get(keyOf(head, metric.adjusted)) ?? []
  const now = fitting(
    named.flatMap((profit) =>
      revenues.flatMap((revenue) => {
        const [amount, whole] = [currentLevel(profit)!, currentLevel(revenue)!]
        return amount === whole ? [] : [ratioConstraint('margin', margin, amount, whole)]
      }),
    ),
  )
  const [profit, revenue] = [named[0], revenues[0]!]
  return profit && now.length > 0 ? [...now, ...earlierMargins(parts, margin, profit, revenue, reported)] : []
}

/** The margins that the margin is compared with: from the values before, or from the growth of both. */
function earlierMargins(
  parts: readonly Part[],
  margin: Figure,
  profit: Statement,
  revenue: Statement,
  reported: Quarter | undefined,
): Constraint[] {
  const bases = parts.filter(({ role, figure }) => role === 'base' && familyOf(figure) === 'share')
  const base = bases.find(({ period }) => period?.kind === 'year-ago')?.figure
  const [earned, sold] = [yearlyGrowth(profit), yearlyGrowth(revenue)]
  const before = bases.flatMap((part) => {
    const quarters = quartersAgo(part, reported)
    if (quarters === undefined) return []
    const [earnedThen, soldThen] = [profit, revenue].map((of) => valueBefore(of, quarters, reported))
    return earnedThen && soldThen ? [ratioConstraint('margin', part.figure, earnedThen, soldThen)] : []
  })
  return base && earned && sold ? [earlierMargin(base, margin, earned, sold), ...before] : before
}

/** What the statement compares its value with, of the quarter so many before. */
function valueBefore(
  { parts }: Statement,
  quarters: number,
  reported: Quarter | undefined,
): Figure | undefined {
  const fitting = parts.filter(
    (part, index) =>
      part.role === 'base' &&
      familyOf(part.figure) === 'amount' &&
      (quartersAgo(part, reported) ?? BEHIND[basisBeside(parts, index) ?? 'none']) === quarters,
  )
  return fitting.length === 1 ? fitting[0]!.figure : undefined
}

/** The basis of the change right before: "up P sequentially from B". */
const basisBeside = (parts: readonly Part[], index: number): Basis | undefined =>
  parts[index - 1]?.role === 'change' ? parts[index - 1]!.basis : undefined

const BEHIND = { yoy: 4, qoq: 1, none: undefined } as const

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

/** Margin a year ago = margin × (1 + growth of revenue) ÷ (1 + growth of profit). */
function earlierMargin(base: Figure, margin: Figure, profit: Growth, revenue: Growth): Constraint {
  const growth = (readings: Readings, { figure, sign }: Growth): number =>
    1 + (sign * Math.abs(readings(figure).value)) / 100
  const computed = (readings: Readings): number =>
    (readings(margin).value * growth(readings, revenue)) / growth(readings, profit)
  return {
    kind: 'margin',
    figures: [base, margin, profit.figure, revenue.figure],
    firm: false,
    holds: (readings) => {
      const [then, now] = [readings(base), readings(margin)]
      const off =
        now.precision / Math.abs(now.value) +
        readings(profit.figure).precision / 100 +
        readings(revenue.figure).precision / 100
      return (
        Math.abs(computed(readings) - then.value) <=
        (Math.abs(computed(readings)) * off + then.precision) * SLACK + 0.1
      )
    },
    evidence: (readings) => [
      {
        kind: 'arithmetic',
        expression: `${plain(readings(margin).value)}% × ${plain(growth(readings, revenue))} / ${plain(growth(readings, profit))}`,
        computed: Number((computed(readings) / 100).toFixed(4)),
        stated: Number((readings(base).value / 100).toFixed(4)),
      },
    ],
  }
}

const OF_REVENUE: ReadonlySet<MetricHead> = new Set([
  'gross profit',
  'operating profit',
  'net profit',
  'EBITDA',
  'EBIT',
  'cost of revenue',
  'R&D expenses',
  'SG&A expenses',
  'marketing expenses',
  'administrative expenses',
  'operating expenses',
])

/** Many times the revenue: a profit or cost of its size would be no slip of the mouth. */
const MOST_TIMES_REVENUE = 20
const LEAST_REVENUE = 1000

function magnitudeConstraint(statement: Statement, revenue: Figure): Constraint[] {
  const amount = currentLevel(statement)
  const head = statement.metric?.head
  if (!amount || !head || !OF_REVENUE.has(head)) return []
  const ratio = (readings: Readings): number => Math.abs(readings(amount).value / readings(revenue).value)
  // "RMB1 .368 billion": a figure torn apart.
  if (ratio(asStated) < MOST_TIMES_REVENUE || Math.abs(revenue.value) < LEAST_REVENUE) return []
  return [
    {
      kind: 'margin',
      figures: [amount, revenue],
      firm: false,
      holds: (readings) => ratio(readings) < MOST_TIMES_REVENUE,
      evidence: (readings) => [
        {
          kind: 'arithmetic',
          expression: `${shown(amount, readings(amount))} / ${shown(revenue, readings(revenue))} (a part of revenue)`,
          computed: Number(ratio(readings).toPrecision(4)),
          stated: 1,
        },
      ],
    },
  ]
}
