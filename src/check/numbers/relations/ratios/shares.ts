import { familyOf, type Figure } from '../../../../numbers/figures.js'
import { metricIn } from '../../../../numbers/metrics.js'
import { reportedQuarter } from '../../../../numbers/reference/quarters.js'
import { statementsOf, type Part, type Statement } from '../../../../numbers/statements.js'
import { textOf } from '../../../../text/spans.js'
import type { Aligned } from '../../../../types.js'
import { asStated, type Constraint } from '../../constraint.js'
import { currentLevel, isQuarterly, levelsNamed, revenuesOf } from '../../told/levels.js'
import { earlierRatios } from './earlier.js'
import { fitting, ratioConstraint } from './ratio.js'

/** "Subscription revenue was A and accounted for P of total revenue", "G&A was A, or P, down to P of revenue from Q". */
export function sharesOfRevenue(doc: Aligned): Constraint[] {
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
    const ratio = told && isShareOf(doc.text, statement) ? amountOf(doc.text, statements, index) : undefined
    const continued = told?.whole === 'total' && before && mayGoOn(before, statement) ? before : undefined
    const holder = continued ?? ratio ?? (bare || (goesOn && !currentLevel(statement)) ? before! : statement)
    const part = currentLevel(holder)
    if (!share || !part || familyOf(part) !== 'amount') return []
    const ofTotal =
      told?.whole === 'total' && (statement.metric?.head === 'revenue' || continued !== undefined)
    const metric = metricIn(told && !ofTotal ? (told.whole ?? '') : 'revenue')
    if (metric?.head !== 'revenue') return []
    if (metric.words.length > 0) {
      const ofSegment = levelsNamed(statements, share.turn, 'revenue', metric.words).filter(
        (whole) => whole !== part,
      )
      return fitting(ofSegment.map((whole) => ratioConstraint('share', share, part, whole)))
    }
    const quarterly = isQuarterly(statement, share) && isQuarterly(holder, part)
    const wholes = revenues(share).filter((total) => {
      const whole = currentLevel(total)!
      return part !== whole && quarterly === isQuarterly(total, whole)
    })
    const shares = fitting(wholes.map((total) => ratioConstraint('share', share, part, currentLevel(total)!)))
    // Names may be misheard: that it is the same line the share itself must show.
    if (continued && !shares.some((constraint) => constraint.holds(asStated))) return []
    return [
      ...shares,
      ...(wholes[0] ? earlierRatios(statement.parts, share, holder, wholes[0], reported) : []),
    ]
  })
}

/** "Revenue from logistics was A, … so logistics was P of the total": the line told just before. */
const mayGoOn = (before: Statement, { metric, parts }: Statement): boolean =>
  before.metric?.head === 'revenue' &&
  before.metric.words.length > 0 &&
  before.parts[0]!.figure.turn === parts[0]!.figure.turn &&
  metric !== undefined &&
  metric.head === undefined

/** "As a percentage of revenue they were P, compared with Q": of the cost told before. */
function ofRevenue(text: string, statement: Statement): Part | undefined {
  const told = statement.parts.find(({ role, figure }) => role === 'level' && familyOf(figure) === 'share')
  return told && isShareOf(text, statement) ? { ...told, whole: 'revenue' } : undefined
}

const isShareOf = (text: string, { subject }: Statement): boolean => SHARE_OF.test(textOf(text, subject))

const SHARE_OF =
  /\bas an? (?:percentage|share|percent|proportion) of (?:our |the )?(?:total |net )*(?:revenues?|sales)\b/iu

/** The statement of the amount whose share is told: of the measure named beside the words, else the last. */
function amountOf(text: string, statements: readonly Statement[], index: number): Statement | undefined {
  const { subject, parts } = statements[index]!
  const named = metricIn(textOf(text, subject).replace(SHARE_OF, ' '))
  const before = statements
    .slice(Math.max(0, index - (named?.head ? FAR : NEAR)), index)
    .filter((other) => other.parts[0]!.figure.turn === parts[0]!.figure.turn && currentLevel(other))
  return named?.head ? before.findLast(({ metric }) => metric?.key === named.key) : before.at(-1)
}

/** How many statements back an amount may stand that is named again, and one that "it" means. */
const FAR = 12
const NEAR = 3

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
