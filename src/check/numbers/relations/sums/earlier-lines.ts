import { familyOf, type Figure } from '../../../../numbers/figures.js'
import type { Part, Statement } from '../../../../numbers/statements.js'
import type { Evidence } from '../../../../types.js'
import { plain, SLACK, type Constraint, type Readings } from '../../constraint.js'
import { sumConstraint } from './sum.js'

/** The same sum a year ago, where every line of it is told. */
export function earlierSum(statement: Statement, parts: readonly (readonly Part[])[]): Constraint[] {
  const base = (row: readonly Part[]): Figure | undefined =>
    row.find(({ role, figure }) => role === 'base' && familyOf(figure) === 'amount')?.figure
  const total = base(statement.parts)
  const bases = parts.map(base)
  if (!total) return []
  if (bases.every((figure) => figure !== undefined)) return [sumConstraint(total, bases)]
  const lines = parts.map(earlierLine)
  return lines.every((line) => line !== undefined) ? [earlierTotal(total, lines)] : []
}

/** The value of a line a year ago: as told, or from its growth since. */
export interface EarlierLine {
  readonly figures: readonly Figure[]
  readonly value: (readings: Readings) => number
  /** Half of what rounding leaves open. */
  readonly precision: (readings: Readings) => number
}

export function earlierLine(row: readonly Part[]): EarlierLine | undefined {
  const told = row.find(({ role, figure }) => role === 'base' && familyOf(figure) === 'amount')
  const level = row.find(({ role }) => role === 'level' || role === 'other')?.figure
  if (told)
    return {
      figures: [told.figure],
      value: (readings) => Math.abs(readings(told.figure).value),
      precision: (readings) => readings(told.figure).precision,
    }
  const changes = row.filter(({ role }) => role === 'change')
  const [change] = changes
  if (!level || !change?.direction || changes.length > 1 || change.basis === 'qoq') return undefined
  if (change.figure.unit.kind !== 'percent' || change.figure.approximation !== undefined) return undefined
  const sign = change.direction === 'up' ? 1 : -1
  const factor = (readings: Readings): number => 1 + (sign * Math.abs(readings(change.figure).value)) / 100
  return {
    figures: [level, change.figure],
    value: (readings) => Math.abs(readings(level).value) / factor(readings),
    precision: (readings) =>
      (readings(level).precision +
        (Math.abs(readings(level).value) * readings(change.figure).precision) / 100 / factor(readings)) /
      factor(readings),
  }
}

/** The lines of a year ago, some of them known by their growth only, make the total of then. */
export function earlierTotal(total: Figure, lines: readonly EarlierLine[]): Constraint {
  const sum = (readings: Readings): number => lines.reduce((all, { value }) => all + value(readings), 0)
  return {
    kind: 'sum',
    figures: [total, ...lines.flatMap(({ figures }) => figures)],
    firm: false,
    holds: (readings) => {
      const { value, precision } = readings(total)
      const tolerance = lines.reduce((all, line) => all + line.precision(readings), precision)
      return Math.abs(sum(readings) - Math.abs(value)) <= tolerance * SLACK
    },
    evidence: (readings): Evidence[] => [
      {
        kind: 'arithmetic',
        expression: `${lines.map(({ value }) => plain(value(readings))).join(' + ')} (of the lines a year ago)`,
        computed: Number(sum(readings).toPrecision(6)),
        stated: readings(total).value,
      },
    ],
  }
}
