import type { Identified } from '../types.js'
import type { Direction } from './cues.js'
import { familyOf, type Figure } from './figures.js'
import type { Basis } from './periods.js'
import { statementsOf, type Part, type Statement } from './statements.js'

/** A value, the earlier value it is compared with, and by how much it is said to have changed. */
export interface Comparison {
  readonly statement: Statement
  readonly level: Figure
  readonly base: Figure
  readonly change?: Figure
  readonly direction?: Direction
  readonly basis?: Basis
}

/** The comparisons of a call whose two values are of one kind. Linear in the length of the call. */
export function comparisonsOf(doc: Identified): readonly Comparison[] {
  const statements = statementsOf(doc)
  return statements.flatMap((statement, index) =>
    comparisonsIn(withLevel(statement, statements.slice(Math.max(0, index - NEAR), index))),
  )
}

/** How many statements back the value may stand of which only the change is told. */
const NEAR = 4

/** "Revenue was A. … On a sequential basis, revenue increased P from B": the value told just before. */
function withLevel(statement: Statement, before: readonly Statement[]): Statement {
  const { parts, metric } = statement
  const [first] = parts
  if (
    !metric?.head ||
    !first ||
    parts.some(({ role }) => role === 'level') ||
    !parts.some(({ role }) => role === 'base')
  )
    return statement
  const told = before.findLast(
    (other) => other.metric?.key === metric.key && other.parts.some(isCurrentLevel),
  )
  const level = told?.parts.find(isCurrentLevel)
  return level && level.figure.turn === first.figure.turn
    ? { ...statement, parts: [level, ...parts] }
    : statement
}

const isCurrentLevel = ({ role, period, figure }: Part): boolean =>
  role === 'level' &&
  familyOf(figure) === 'amount' &&
  (period === undefined || period.kind === 'current' || period.kind === 'named')

/** One statement may compare a value twice: "up 5% from A last year and 2% from B last quarter". */
export function comparisonsIn(statement: Statement): Comparison[] {
  const { parts } = statement
  const level = parts.find(({ role }) => role === 'level') ?? unnamedLevel(parts)
  const bases = parts.filter(({ role }) => role === 'base')
  if (!level) return bareComparison(statement)
  return bases.flatMap((base): Comparison[] => {
    if (!comparable(level.figure, base.figure)) return comparedShare(statement, base)
    const change = changeOf(parts, base, bases.length)
    const direction = change?.direction ?? base.direction ?? level.direction
    const basis = change?.basis
    return [
      {
        statement,
        level: level.figure,
        base: base.figure,
        ...(change && { change: change.figure }),
        ...(direction && { direction }),
        ...(basis && { basis }),
      },
    ]
  })
}

/** "We sold 5,578 kilograms, compared with 5,067 a year ago": what is compared is a value, whatever it measures. */
const unnamedLevel = ([first, second]: readonly Part[]): Part | undefined =>
  first?.role === 'other' && second?.role === 'base' ? first : undefined

/** "Expenses were A, or 6.6% of revenue, compared with 7%": the share with the share before. */
function comparedShare(statement: Statement, base: Part): Comparison[] {
  const before = statement.parts[statement.parts.indexOf(base) - 1]
  return before?.role === 'share' && familyOf(base.figure) === 'share'
    ? [{ statement, level: before.figure, base: base.figure }]
    : []
}

/** "a growth rate of 31%, up from 24%": a rate compared with a rate. */
function bareComparison(statement: Statement): Comparison[] {
  const [change, base, ...others] = statement.parts
  if (change?.role !== 'change' || base?.role !== 'base' || others.length > 0) return []
  if (familyOf(change.figure) !== 'share' || familyOf(base.figure) !== 'share') return []
  const direction = base.direction
  return direction ? [{ statement, level: change.figure, base: base.figure, direction }] : []
}

/** The change that belongs to a base: right before it or right after, measured against the same period. */
function changeOf(parts: readonly Part[], base: Part, bases: number): Part | undefined {
  const place = parts.indexOf(base)
  const changes = parts.filter(({ role }) => role === 'change')
  const fitting = changes.filter((change) => agreesInTime(change, base))
  if (bases === 1 && fitting.length <= 1) return fitting[0]
  // "up 15% from B a year ago, and up 9% from the last quarter"
  if (bases === 1)
    return parts[place - 1]?.role === 'change' && agreesInTime(parts[place - 1]!, base)
      ? parts[place - 1]
      : undefined
  const neighbour = parts[place - 1]?.role === 'change' ? parts[place - 1] : parts[place + 1]
  return neighbour && fitting.includes(neighbour) ? neighbour : undefined
}

function agreesInTime({ basis }: Part, { period }: Part): boolean {
  if (!basis || !period) return true
  if (period.kind === 'year-ago') return basis === 'yoy'
  if (period.kind === 'previous') return basis === 'qoq'
  return true
}

function comparable(a: Figure, b: Figure): boolean {
  if (a.inherited?.includes('unit') || b.inherited?.includes('unit')) return false
  if (familyOf(a) !== familyOf(b) || (a.unit.kind === 'measure') !== (b.unit.kind === 'measure')) return false
  if (hasSize(a) !== hasSize(b) && (a.unit.kind === 'none' || b.unit.kind === 'none')) return false
  if (a.per !== b.per && a.per !== undefined && b.per !== undefined) return false
  return !(a.unit.kind === 'measure' && b.unit.kind === 'measure' && a.unit.unit !== b.unit.unit)
}

/** "1.8 million compared to 3.2" has lost a scale word, or compares other things. */
const hasSize = ({ scale, value }: Figure): boolean => scale !== undefined || Math.abs(value) >= 1000
