import { familyOf, significance, type Figure } from '../../../../numbers/figures.js'
import type { MetricHead } from '../../../../numbers/metrics.js'
import { statementsOf, type Statement } from '../../../../numbers/statements.js'
import type { Aligned } from '../../../../types.js'
import { asStated, type Constraint } from '../../constraint.js'
import { currentLevel, quarterlyLevel, tellingsOf } from '../../told/levels.js'
import { earlierLine, earlierTotal } from './earlier-lines.js'
import { addsUpButForOne, sumConstraint, sumHolds } from './sum.js'

/** The first is the sum of the others, in the accounts of every company. */
interface Account {
  readonly total: MetricHead
  readonly parts: readonly MetricHead[]
  /** Nothing else comes in between: violated, one of the three is wrong. */
  readonly strict: boolean
}

const ACCOUNTS: readonly Account[] = [
  { total: 'revenue', parts: ['cost of revenue', 'gross profit'], strict: true },
  { total: 'gross profit', parts: ['operating expenses', 'operating profit'], strict: false },
  { total: 'operating cash flow', parts: ['capital expenditure', 'free cash flow'], strict: false },
]

/**
 * Revenue less its cost is the gross profit, less the operating expenses the operating profit; operating cash
 * flow less capital expenditure is the free cash flow: of the period reported and of the one before, as one
 * turn tells them of the whole company. Where other lines may come in between, only what adds up, or would but
 * for one slip, is taken for such a sum.
 */
export function accountConstraints(doc: Aligned): Constraint[] {
  const ofCompany = statementsOf(doc).filter(
    ({ metric }) => metric?.head && !metric.adjusted && metric.words.length === 0,
  )
  return tellingsOf(ofCompany).flatMap((statements) =>
    ACCOUNTS.flatMap((account) => [
      ...sumsOf(account, statements, quarterlyLevel),
      ...sumsOf(account, statements, earlier),
      ...(account.strict ? earlierByGrowth(account, statements) : []),
    ]),
  )
}

/** "Gross profit was A. Selling expenses were B, administrative ones C, research D. That leaves operating profit of E." */
export function operatingProfits(doc: Aligned): Constraint[] {
  return tellingsOf(statementsOf(doc)).flatMap((statements) => {
    const place = statements.findIndex(
      ({ metric }) => metric?.head === 'operating profit' && !metric.adjusted,
    )
    const from = statements.findLastIndex(
      ({ metric }, index) => index < place && metric?.head === 'gross profit' && !metric.adjusted,
    )
    const [gross, left] = [from, place].map((index) => statements[index] && currentLevel(statements[index]))
    if (from < 0 || !gross || !left) return []
    const lines = statements
      .slice(from + 1, place)
      .filter(({ metric }) => metric?.head && /expenses$/u.test(metric.head) && !metric.adjusted)
      .flatMap((statement) => currentLevel(statement) ?? [])
    const parts = [...lines, left]
    const telling = [gross, ...parts].every((figure) => significance(figure) >= 3)
    if (lines.length < 2 || !telling) return []
    const meant = sumHolds(gross, parts, asStated) || addsUpButForOne(gross, parts, lines.length >= 3)
    return meant ? [sumConstraint(gross, parts)] : []
  })
}

type Reader = (statement: Statement) => Figure | undefined

/** The one value that the statement compares its own with, unless it is of the quarter before. */
const earlier: Reader = ({ parts }) => {
  const bases = parts.filter(
    ({ role, figure, period }) =>
      role === 'base' && familyOf(figure) === 'amount' && period?.kind !== 'previous',
  )
  const isSequential = parts.some(({ basis }) => basis === 'qoq')
  return bases.length === 1 && !isSequential ? bases[0]!.figure : undefined
}

function sumsOf(
  { total, parts, strict }: Account,
  statements: readonly Statement[],
  read: Reader,
): Constraint[] {
  const valuesOf = (head: MetricHead): readonly Figure[] =>
    statements
      .filter(({ metric }) => metric!.head === head)
      .flatMap((statement) => read(statement) ?? [])
      .filter((figure) => significance(figure) >= (strict ? 2 : 3))
      .slice(0, MOST)
  const [wholes, ones, others] = [total, ...parts].map(valuesOf) as [
    readonly Figure[],
    readonly Figure[],
    readonly Figure[],
  ]
  const sums = wholes.flatMap((whole) =>
    ones.flatMap((one) => others.map((other) => [whole, one, other] as const)),
  )
  const exact = sums.filter(([whole, ...rest]) => sumHolds(whole, rest, asStated))
  const [only] = sums
  const meant =
    exact.length > 0
      ? exact
      : only && sums.length === 1 && (strict || addsUpButForOne(only[0], only.slice(1)))
        ? sums
        : []
  return meant.map(([whole, ...rest]) => sumConstraint(whole, rest))
}

/** The values of before where of one part only the growth since is told. */
function earlierByGrowth({ total, parts }: Account, statements: readonly Statement[]): Constraint[] {
  const rowsOf = (head: MetricHead): readonly Statement[] =>
    statements.filter((statement) => statement.metric!.head === head && quarterlyLevel(statement))
  const [wholes, ...lines] = [total, ...parts].map(rowsOf) as [
    readonly Statement[],
    ...(readonly Statement[])[],
  ]
  const whole = wholes.length === 1 ? earlier(wholes[0]!) : undefined
  if (!whole || lines.some((rows) => rows.length !== 1)) return []
  const rows = lines.map(([row]) => row!)
  if (
    rows.every((row) => earlier(row)) ||
    rows.some(({ parts: of }) => of.some(({ basis }) => basis === 'qoq'))
  )
    return []
  const before = rows.map((row) => earlierLine(row.parts))
  return before.every((line) => line !== undefined) ? [earlierTotal(whole, before)] : []
}

/** Values of one kind that a turn tells: of the quarter, of the year. */
const MOST = 3
