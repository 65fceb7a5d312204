import { familyOf, significance, type Figure } from '../../../numbers/figures.js'
import type { MetricHead } from '../../../numbers/metrics.js'
import { statementsOf, type Statement } from '../../../numbers/statements.js'
import { sameValue } from '../../../text/amounts/amounts.js'
import type { Aligned } from '../../../types.js'

/** The value that the statement reports for the period at hand. */
export const currentLevel = ({ parts }: Statement): Figure | undefined =>
  parts.find(
    ({ role, period, figure }) =>
      role === 'level' && familyOf(figure) === 'amount' && period?.kind !== 'coming',
  )?.figure

export const isTotalRevenue = ({ metric }: Statement): boolean =>
  metric?.head === 'revenue' && !metric.adjusted && metric.words.length === 0

/** The statements of each turn, what was said in Mandarin apart: machines get its scales wrong. */
export function tellingsOf(statements: readonly Statement[]): Statement[][] {
  const tellings = new Map<string, Statement[]>()
  for (const statement of statements) {
    const key = tellingOf(statement.parts[0]!.figure)
    const known = tellings.get(key)
    if (known) known.push(statement)
    else tellings.set(key, [statement])
  }
  return [...tellings.values()]
}

const tellingOf = ({ turn, origin }: Figure): string => `${turn} ${origin === 'mandarin'}`

/** The values of a measure of one segment that a turn tells, by the words of its name; a few at most. */
export const levelsNamed = (
  statements: readonly Statement[],
  turn: number,
  head: MetricHead,
  words: readonly string[],
  adjusted?: boolean,
): readonly Figure[] =>
  statements
    .filter(
      ({ metric, parts }) =>
        parts[0]!.figure.turn === turn &&
        metric?.head === head &&
        (adjusted === undefined || metric.adjusted === adjusted) &&
        metric.words.join(' ') === words.join(' '),
    )
    .flatMap((statement) => currentLevel(statement) ?? [])
    .slice(0, MOST)

/**
 * The statements of the whole company's revenue that a figure may be part of: those of its turn and language, for a
 * quarter and a year perhaps, else of its turn, else those of the call that most who tell it agree on.
 */
export function revenuesOf(doc: Aligned): (part: Figure) => readonly Statement[] {
  const statements = statementsOf(doc)
  const known = revenuesByStatements.get(statements)
  if (known) return known
  const own = new Map<string | number, Statement[]>()
  const told: Statement[] = []
  for (const statement of statements) {
    const level = currentLevel(statement)
    if (!level || !isTotalRevenue(statement)) continue
    for (const key of [tellingOf(level), level.turn]) {
      const list = own.get(key)
      if (!list) own.set(key, [statement])
      else if (list.length < MOST) list.push(statement)
    }
    if (level.origin !== 'mandarin' && significance(level) >= 3 && isQuarterly(statement, level))
      told.push(statement)
  }
  const ofCall = told.slice(0, MOST).filter((statement) => {
    const alike = told.filter((other) => sameValue(currentLevel(statement)!, currentLevel(other)!))
    return 2 * alike.length > told.length
  })
  const revenues = (part: Figure): readonly Statement[] =>
    own.get(tellingOf(part)) ?? own.get(part.turn) ?? ofCall.slice(0, 1)
  revenuesByStatements.set(statements, revenues)
  return revenues
}

/** Revenues that one turn tells; further ones are hardly of the whole company. */
const MOST = 6

const revenuesByStatements = new WeakMap<readonly Statement[], (part: Figure) => readonly Statement[]>()

/** Whether the value is of a quarter, as far as the words tell: not of nine months, not as of a date. */
export const isQuarterly = ({ parts }: Statement, level: Figure): boolean => {
  const period = parts.find(({ figure }) => figure === level)?.period
  return period?.kind !== 'named' || /quarter|q[1-4]/u.test(period.name)
}

/** The value of a quarter that the statement reports. */
export const quarterlyLevel = (statement: Statement): Figure | undefined => {
  const level = currentLevel(statement)
  return level && isQuarterly(statement, level) ? level : undefined
}

/** The profits and costs that revenue is made of. */
export const PARTS_OF_REVENUE: ReadonlySet<MetricHead> = new Set([
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
  'costs',
  'expenses',
])
