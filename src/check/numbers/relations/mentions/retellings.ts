import { familyOf, significance, type Figure } from '../../../../numbers/figures.js'
import type { Part, Statement } from '../../../../numbers/statements.js'
import { sameValue } from '../../../../text/amounts/amounts.js'
import type { Constraint } from '../../constraint.js'
import { heardAlike } from '../../told/heard.js'
import { mentionConstraint } from './mention.js'
import { drawerOf, drawersNear } from '../../told/same-values.js'

/** Statements that report one and the same value tell one fact: the other figures of theirs must agree. */
export function retellings(statements: readonly Statement[]): Constraint[] {
  const constraints: Constraint[] = []
  const known = new Map<string, Statement[]>()
  for (const statement of statements) {
    const level = tellingLevel(statement)
    if (!level) continue
    const rivals = drawersNear(level.value).flatMap((key) => known.get(key) ?? [])
    for (const rival of rivals.slice(-MOST)) {
      if (tellOneFact(rival, statement)) constraints.push(...alike(rival, statement))
      else constraints.push(...alikeButForSound(rival, statement))
    }
    const key = drawerOf(level.value)
    const list = known.get(key)
    if (list) list.push(statement)
    else known.set(key, [statement])
  }
  return constraints
}

/** The latest statements of one value that a statement is held against. */
const MOST = 8

/** "Revenue of 318 million, up 13.4%" and another's "317.9 million, up 30.4%": a change misheard, whatever the names. */
function alikeButForSound(a: Statement, b: Statement): Constraint[] {
  const [one, other] = [tellingLevel(a)!, tellingLevel(b)!]
  if (!sameValue(one, other) || one.turn === other.turn || one.origin === 'mandarin') return []
  return alike(a, b).filter(
    ({ figures: [first, second] }) =>
      first!.precision < 0.1 &&
      second!.precision < 0.1 &&
      heardAlike(first!).some(({ kind, value }) => kind === 'teen-ty' && value === second!.value),
  )
}

function tellingLevel({ metric, parts }: Statement): Figure | undefined {
  const level = parts.find(({ role }) => role === 'level')?.figure
  const isMargin = metric?.head !== undefined && /margin$/u.test(metric.head)
  const tells = level && (familyOf(level) === 'amount' || (isMargin && familyOf(level) === 'share'))
  return tells && level.malformed === undefined && significance(level) >= 3 ? level : undefined
}

function tellOneFact(a: Statement, b: Statement): boolean {
  const [one, other] = [tellingLevel(a)!, tellingLevel(b)!]
  if (!sameValue(one, other)) return false
  if (familyOf(one) === 'share') return a.metric?.key === b.metric?.key
  const heads = a.metric?.head !== undefined && b.metric?.head !== undefined
  if (heads && a.metric.head !== b.metric.head) return false
  const shared = a.metric && b.metric ? b.metric.words.some((word) => a.metric!.words.includes(word)) : false
  const bare = heads && a.metric.words.length === 0 && b.metric.words.length === 0
  return shared || bare || Math.min(significance(one), significance(other)) >= 4
}

function alike(a: Statement, b: Statement): Constraint[] {
  return a.parts.flatMap((part) =>
    b.parts
      .filter((other) => comparable(part, other, a, b))
      .map((other) => mentionConstraint(part.figure, other.figure, 'mention')),
  )
}

/** The earlier value with the earlier value, the change with the change of the same basis. */
function comparable(a: Part, b: Part, of: Statement, other: Statement): boolean {
  if (a.role !== b.role || familyOf(a.figure) !== familyOf(b.figure)) return false
  if (familyOf(a.figure) === 'points' && a.figure.unit.kind !== b.figure.unit.kind) return false
  if (!isOnly(a, of) || !isOnly(b, other)) return false
  if (a.role === 'base') return a.period?.kind === b.period?.kind
  return a.role === 'change'
    ? (a.basis ?? 'yoy') === (b.basis ?? 'yoy') && a.direction === b.direction
    : a.role === 'share' && a.whole === b.whole
}

const isOnly = (part: Part, { parts }: Statement): boolean =>
  parts.filter(({ role }) => role === part.role).length === 1
