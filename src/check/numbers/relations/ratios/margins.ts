import { familyOf, type Figure } from '../../../../numbers/figures.js'
import type { Metric, MetricHead } from '../../../../numbers/metrics.js'
import { reportedQuarter, type Quarter } from '../../../../numbers/reference/quarters.js'
import { statementsOf, type Statement } from '../../../../numbers/statements.js'
import type { Aligned } from '../../../../types.js'
import { asStated, shown, type Constraint, type Readings } from '../../constraint.js'
import {
  currentLevel,
  isQuarterly,
  isTotalRevenue,
  levelsNamed,
  PARTS_OF_REVENUE,
  revenuesOf,
  tellingsOf,
} from '../../told/levels.js'
import { earlierByPoints, earlierRatios } from './earlier.js'
import { fitting, ratioConstraint } from './ratio.js'

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
  const revenuesIn = revenuesOf(doc)
  const reported = reportedQuarter(doc.text)
  return tellingsOf(statementsOf(doc)).flatMap((statements) => [
    ...statements.flatMap((statement) => segmentMargin(statement, statements)),
    ...companyMargins(statements, revenuesIn(statements[0]!.parts[0]!.figure), reported),
  ])
}

function companyMargins(
  statements: readonly Statement[],
  revenues: readonly Statement[],
  reported: Quarter | undefined,
): Constraint[] {
  const byHead = profitsByHead(statements)
  const whole = revenues[0] && currentLevel(revenues[0])
  if (!whole) return []
  return statements.flatMap((statement, index) => [
    ...marginConstraint(statement, statements[index - 1], byHead, revenues, reported),
    ...magnitudeConstraint(statement, whole),
    ...revenueOfOneSize(statement, whole),
  ])
}

/** "Net profit attributable to shareholders" is the company's. */
const isOfCompany = ({ words }: Metric): boolean => words.every((word) => ATTRIBUTION.has(word))

const ATTRIBUTION: ReadonlySet<string> = new Set([
  'attributable',
  'attributed',
  'shareholder',
  'holder',
  'owner',
  'equity',
  'ordinary',
  'parent',
  'listed',
])

const keyOf = (head: MetricHead, adjusted: boolean): string => `${head}${adjusted ? ' adjusted' : ''}`

/** The statements of each profit of the whole company; "gross margin was 392.6 million" is the profit. */
function profitsByHead(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const profits = new Map<string, Statement[]>()
  for (const statement of statements) {
    const { metric } = statement
    if (!metric?.head || !isOfCompany(metric) || !currentLevel(statement)) continue
    const key = keyOf(MARGINS.get(metric.head) ?? metric.head, metric.adjusted)
    const list = profits.get(key)
    if (list && list.length < 4) list.push(statement)
    else if (!list) profits.set(key, [statement])
  }
  return profits
}

function marginConstraint(
  statement: Statement,
  before: Statement | undefined,
  profits: ReadonlyMap<string, readonly Statement[]>,
  revenues: readonly Statement[],
  reported: Quarter | undefined,
): Constraint[] {
  const { metric, parts } = statement
  const own = metric?.head && MARGINS.get(metric.head)
  // "Adjusted EBITDA was A, and the margin was P"
  const ofBefore =
    before !== undefined &&
    isProfit(before) &&
    (metric?.head === 'margin' ||
      (before.metric!.head === own && before.metric!.adjusted === metric?.adjusted))
  const head = ofBefore ? before.metric!.head : own
  const margin = parts.find(
    ({ role, figure, period }) =>
      role === 'level' && familyOf(figure) === 'share' && period?.kind !== 'coming',
  )?.figure
  if (!metric || !head || !margin || metric.words.length > 0) return []
  const known = ofBefore ? [before] : (profits.get(keyOf(head, metric.adjusted)) ?? [])
  const unnamed = known.length === 0 && before !== undefined && mayBeProfit(before, margin)
  const named = unnamed ? [before] : known
  const quarterly = isQuarterly(statement, margin)
  const now = fitting(
    ofSpan(named, quarterly).flatMap((profit) =>
      ofSpan(revenues, quarterly).flatMap((revenue) => {
        const [amount, whole] = [currentLevel(profit)!, currentLevel(revenue)!]
        return amount === whole ? [] : [ratioConstraint('margin', margin, amount, whole)]
      }),
    ),
  )
  const [profit, revenue] = [named[0], revenues[0]!]
  if (!profit || now.length === 0) return []
  const all = [
    ...now,
    ...earlierRatios(parts, margin, profit, revenue, reported),
    ...earlierByPoints(parts, margin, profit, revenue, reported),
  ]
  // One of two periods shows that it is the profit.
  return !unnamed || all.some((constraint) => constraint.holds(asStated)) ? all : []
}

/** Of a quarter as the margin is, or of a year, where there are such. */
function ofSpan(statements: readonly Statement[], quarterly: boolean): readonly Statement[] {
  const alike = statements.filter(
    (statement) => isQuarterly(statement, currentLevel(statement)!) === quarterly,
  )
  return alike.length > 0 ? alike : statements
}

/** "Income from a peration was A, compared with B, and operating margin was P": a profit by what follows, its name misheard. */
function mayBeProfit(before: Statement, margin: Figure): boolean {
  const level = currentLevel(before)
  return (
    level !== undefined &&
    level.unit.kind === 'currency' &&
    level.sentence === margin.sentence &&
    UNNAMED.has(before.metric?.head) &&
    before.parts.some(({ role }) => role === 'base')
  )
}

const UNNAMED: ReadonlySet<MetricHead | undefined> = new Set([undefined, 'income', 'profit', 'margin'])

/** "Cloud's operating income was A and its operating margin P": of a segment whose revenue the turn tells. */
function segmentMargin({ metric, parts }: Statement, statements: readonly Statement[]): Constraint[] {
  const head = metric?.head && MARGINS.get(metric.head)
  const margin = parts.find(({ role, figure }) => role === 'level' && familyOf(figure) === 'share')?.figure
  if (!metric || !head || !margin || metric.words.length === 0) return []
  const { turn } = margin
  const profits = levelsNamed(statements, turn, head, metric.words, metric.adjusted)
  const revenues = levelsNamed(statements, turn, 'revenue', metric.words)
  return fitting(
    profits.flatMap((profit) =>
      revenues.map((revenue) => ratioConstraint('margin', margin, profit, revenue)),
    ),
  )
}

const PROFITS: ReadonlySet<string> = new Set(MARGINS.values())

const isProfit = (statement: Statement): boolean =>
  PROFITS.has(statement.metric?.head ?? '') &&
  isOfCompany(statement.metric!) &&
  currentLevel(statement) !== undefined

/** Many times the revenue: a profit or cost of its size would be no slip of the mouth. */
const MOST_TIMES_REVENUE = 20
const LEAST_REVENUE = 1000

function magnitudeConstraint(statement: Statement, revenue: Figure): Constraint[] {
  const amount = currentLevel(statement)
  const head = statement.metric?.head
  if (!amount || !head || !PARTS_OF_REVENUE.has(head)) return []
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

/** What is called revenue may be a small part of it, but a million is no billion. */
const MOST_TIMES_OTHER = 300

/** Revenue of another quarter or year, expected or past, is of the same size. */
function revenueOfOneSize(statement: Statement, revenue: Figure): Constraint[] {
  if (!isTotalRevenue(statement) || Math.abs(revenue.value) < LEAST_REVENUE) return []
  return statement.parts
    .map(({ figure }) => figure)
    .filter(
      (figure) =>
        figure !== revenue && figure.unit.kind === 'currency' && Math.abs(figure.value) >= LEAST_REVENUE,
    )
    .map((figure) => {
      const apart = (readings: Readings): number =>
        Math.abs(Math.log10(Math.abs(readings(figure).value / readings(revenue).value)))
      return {
        kind: 'margin',
        figures: [figure, revenue],
        firm: false,
        loose: true,
        holds: (readings) => apart(readings) < Math.log10(MOST_TIMES_OTHER),
        evidence: (readings) => [
          {
            kind: 'arithmetic',
            expression: `${shown(figure, readings(figure))} / ${shown(revenue, readings(revenue))} (revenue of two periods)`,
            computed: Number((readings(figure).value / readings(revenue).value).toPrecision(4)),
            stated: 1,
          },
        ],
      }
    })
}
