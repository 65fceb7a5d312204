import { familyOf, figuresOf, type Figure } from '../../numbers/figures.js'
import { metricIn } from '../../numbers/metrics.js'
import { statementsOf, type Part, type Statement } from '../../numbers/statements.js'
import { textOf } from '../../text/spans.js'
import type { Aligned } from '../../types.js'
import { reportedQuarter } from '../../numbers/reference/quarters.js'
import type { Constraint } from './constraint.js'
import { differences } from './differences.js'
import { earlierRatios } from './earlier.js'
import { currentLevel, isQuarterly, revenuesOf } from './levels.js'
import { fitting, ratioConstraint } from './ratio.js'
import { closingTotals, listConstraints, listFrom, sumConstraint, totalConstraints } from './sums.js'

/** What the parts of a whole demand: sums, differences, shares of revenue, shares that make a hundred. */
export function partConstraints(doc: Aligned): Constraint[] {
  return [
    ...shareConstraints(doc),
    ...hundredConstraints(doc),
    ...listConstraints(doc),
    ...totalConstraints(doc),
    ...closingTotals(doc),
    ...differences(doc),
  ]
}

/** "Subscription revenue was A and accounted for P of total revenue", "G&A was A, or P, down to P of revenue from Q". */
function shareConstraints(doc: Aligned): Constraint[] {
  const statements = statementsOf(doc)
  const revenues = revenuesOf(doc)
  const reported = reportedQuarter(doc.text)
  const telling = turnsThatTellShares(statements)
  return statements.flatMap((statement, index): Constraint[] => {
    const before = statements[index - 1]
    const told =
      statement.parts.find(
        ({ role, whole }) => role === 'share' || (role === 'level' && whole !== undefined),
      ) ?? ofRevenue(doc.text, statement)
    const bare = told ? undefined : bareShare(doc.text, before, statement, telling)
    const share = told?.figure ?? bare
    const goesOn =
      before !== undefined && statement.metric !== undefined && before.metric === statement.metric
    const holder = bare || (goesOn && !currentLevel(statement)) ? before! : statement
    const part = currentLevel(holder)
    if (!share || !part || familyOf(part) !== 'amount') return []
    const metric = metricIn(told ? (told.whole ?? '') : 'revenue')
    if (metric?.head !== 'revenue' || metric.words.length > 0) return []
    const quarterly = isQuarterly(statement, share) && isQuarterly(holder, part)
    const wholes = revenues(share.turn).filter((total) => {
      const whole = currentLevel(total)!
      return part !== whole && quarterly === isQuarterly(total, whole)
    })
    return [
      ...fitting(wholes.map((total) => ratioConstraint('share', share, part, currentLevel(total)!))),
      ...(wholes[0] ? earlierRatios(statement.parts, share, holder, wholes[0], reported) : []),
    ]
  })
}

/** "As a percentage of revenue they were P, compared with Q": of the cost told before. */
function ofRevenue(text: string, statement: Statement): Part | undefined {
  const [first] = statement.parts
  return first?.role === 'level' && familyOf(first.figure) === 'share' && isShareOf(text, statement)
    ? { ...first, whole: 'revenue' }
    : undefined
}

const isShareOf = (text: string, { subject }: Statement): boolean =>
  /\bas an? (?:percentage|share|percent|proportion) of (?:our |the )?(?:total |net |total net )?(?:revenues?|sales),? (?:they|it|this|that|these) (?:\p{L}+ ){1,3}$/iu.test(
    textOf(text, subject),
  )

/** Turns in which costs are told as shares of revenue. */
function turnsThatTellShares(statements: readonly Statement[]): ReadonlySet<number> {
  const telling = statements.filter(({ parts }) =>
    parts.some(({ role, whole }) => role === 'share' && metricIn(whole ?? '')?.head === 'revenue'),
  )
  return new Set(telling.map(({ parts }) => parts[0]!.figure.turn))
}

/** The share of a cost line that leaves "of revenue" unsaid: "G&A was A, or P." */
function bareShare(
  text: string,
  before: Statement | undefined,
  { parts }: Statement,
  telling: ReadonlySet<number>,
): Figure | undefined {
  const { figure } = parts[0]!
  const cost = before?.metric?.head
  if (!cost || !/expenses$|^cost/u.test(cost) || before.parts.length > 1) return undefined
  if (familyOf(figure) !== 'share' || !telling.has(figure.turn)) return undefined
  const gap = text.slice(before.parts[0]!.figure.end, figure.start)
  return /^[,.]? or $/iu.test(gap) && /^(?:[.,;]|$)/u.test(text.slice(figure.end, figure.end + 1))
    ? figure
    : undefined
}

/** "Taiwan accounted for 68% of revenue, Hong Kong 14%, and Mainland China 18%". */
function hundredConstraints(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return statementsOf(doc).flatMap(({ parts, subject }): Constraint[] => {
    const [first] = parts
    const share =
      parts.find(({ role, whole }) => role === 'share' && whole !== undefined) ??
      (AS_SHARES.test(textOf(doc.text, subject)) && familyOf(first!.figure) === 'share' ? first : undefined)
    if (!share || parts.at(-1) !== share) return []
    const list = listFrom(doc.text, figures, share.figure)
    const total = list.reduce((sum, { value }) => sum + value, 0)
    const sumsUp = Math.abs(total - 100) <= 1
    return list.length >= 3 && (sumsUp || total > 101) ? [sumConstraint(undefined, list)] : []
  })
}

const AS_SHARES =
  /\bas an? (?:percentage|share|percent|proportion) of (?:our |the )?(?:total |net )*(?:revenues?|sales), /iu
