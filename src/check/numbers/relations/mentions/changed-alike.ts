import { familyOf, significance, type Figure } from '../../../../numbers/figures.js'
import type { Part, Statement } from '../../../../numbers/statements.js'
import { asStated, type Constraint } from '../../constraint.js'
import { isMendable } from '../../told/mendable.js'
import { isVague, mentionConstraint } from './mention.js'

/**
 * "Revenue reached RMB 35 billion, up 13.1%" and "total revenue grew 13.1% to RMB 32 billion": what one measure is told
 * of with one change has one value. Values that no slip parts are of other periods.
 */
export function changedAlike(statements: readonly Statement[]): Constraint[] {
  const known = new Map<string, Figure[]>()
  return statements.flatMap((statement) => {
    const level = levelOf(statement)
    const { metric, parts } = statement
    if (!level || !metric?.head || isVague(metric)) return []
    const changes = parts.filter(({ role, figure }) => role === 'change' && significance(figure) >= 2)
    return changes.flatMap((change) => {
      const key = `${metric.key} ${level.unit.kind} ${nameOf(change)}`
      const before = known.get(key) ?? []
      known.set(key, [...before, level].slice(-MOST))
      return before
        .map((other) => mentionConstraint(other, level, 'mention'))
        .filter((constraint) => constraint.holds(asStated) || isMendable(constraint))
    })
  })
}

/** The latest tellings of a change that one is held against. */
const MOST = 4

function levelOf({ parts }: Statement): Figure | undefined {
  const level = parts.find(({ role }) => role === 'level')
  const isPast = level?.period?.kind === 'coming' || level?.period?.kind === 'year-ago'
  return level && !isPast && familyOf(level.figure) === 'amount' && isTold(level.figure)
    ? level.figure
    : undefined
}

const isTold = (figure: Figure): boolean => figure.origin !== 'mandarin' && significance(figure) >= 2

const nameOf = ({ figure, basis, direction }: Part): string =>
  `${figure.unit.kind} ${figure.value} ${basis ?? 'yoy'} ${direction ?? ''}`
