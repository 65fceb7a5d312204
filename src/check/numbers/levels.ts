import { familyOf, significance, type Figure } from '../../numbers/figures.js'
import { statementsOf, type Statement } from '../../numbers/statements.js'
import { sameValue } from '../../text/amounts/amounts.js'
import type { Aligned } from '../../types.js'

/** The value that the statement reports for the period at hand. */
export const currentLevel = ({ parts }: Statement): Figure | undefined =>
  parts.find(
    ({ role, period, figure }) =>
      role === 'level' && familyOf(figure) === 'amount' && period?.kind !== 'coming',
  )?.figure

export const isTotalRevenue = ({ metric }: Statement): boolean =>
  metric?.head === 'revenue' && !metric.adjusted && metric.words.length === 0

/**
 * The statement of the whole company's revenue that a turn's figures are parts of: the turn's own, else
 * that of the call where all that tell it agree.
 */
export function revenueOf(doc: Aligned): (turn: number) => Statement | undefined {
  const known = revenueByStatements.get(statementsOf(doc))
  if (known) return known
  const own = new Map<number, Statement>()
  const told: Statement[] = []
  for (const statement of statementsOf(doc)) {
    const level = currentLevel(statement)
    if (!level || !isTotalRevenue(statement)) continue
    if (!own.has(level.turn)) own.set(level.turn, statement)
    if (level.origin !== 'mandarin' && significance(level) >= 3 && isQuarterly(statement, level))
      told.push(statement)
  }
  const [first] = told
  const ofCall = told.every((other) => sameValue(currentLevel(first!)!, currentLevel(other)!))
    ? first
    : undefined
  const revenue = (turn: number): Statement | undefined => own.get(turn) ?? ofCall
  revenueByStatements.set(statementsOf(doc), revenue)
  return revenue
}

const revenueByStatements = new WeakMap<readonly Statement[], (turn: number) => Statement | undefined>()

/** Whether the value is of a quarter, as far as the words tell: not of nine months, not as of a date. */
export const isQuarterly = ({ parts }: Statement, level: Figure): boolean => {
  const period = parts.find(({ figure }) => figure === level)?.period
  return period?.kind !== 'named' || /quarter|q[1-4]/u.test(period.name)
}
