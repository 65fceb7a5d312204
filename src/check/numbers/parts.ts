import { familyOf, figuresOf, type Figure } from '../../numbers/figures.js'
import { metricIn } from '../../numbers/metrics.js'
import { statementsOf, type Part, type Statement } from '../../numbers/statements.js'
import { textOf } from '../../text/spans.js'
import type { Aligned } from '../../types.js'
import { reportedQuarter } from '../../numbers/reference/quarters.js'
import { asStated, type Constraint } from './constraint.js'
import { differences } from './differences.js'
import { earlierRatios } from './earlier.js'
import { currentLevel, isQuarterly, levelsNamed, revenuesOf } from './levels.js'
import { fitting, ratioConstraint } from './ratio.js'
import { toldTotals } from './totals.js'
import { closingTotals, listConstraints, listFrom, sumConstraint, totalConstraints } from './sums.js'

/** What the parts of a whole demand: sums, differences, shares of revenue, shares that make a hundred. */
export function partConstraints(doc: Aligned): Constraint[] {
  return [
    ...shareConstraints(doc),
    ...sharesOfAmounts(doc),
    ...sharesOfCounts(doc),
    ...sharesOfPlans(doc),
    ...hundredConstraints(doc),
    ...listConstraints(doc),
    ...totalConstraints(doc),
    ...closingTotals(doc),
    ...toldTotals(doc),
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

/** "Of the client funds of A, about P, or B, is in dollars". */
function sharesOfAmounts(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return figures.flatMap((share, index): Constraint[] => {
    const [whole, part] = [figures[index - 1], figures[index + 1]]
    if (!whole || !part || whole.turn !== share.turn || part.turn !== share.turn) return []
    if (familyOf(share) !== 'share' || [whole, part].some((figure) => familyOf(figure) !== 'amount'))
      return []
    const opening = doc.text.slice(Math.max(whole.sentence.start, whole.start - 80), whole.start)
    const isOf = /\bof (?:the|our|its|these|this|total|all)\b[^.;,]*$/iu.test(opening)
    const gap = doc.text.slice(whole.end, share.start)
    const joins =
      (isOf && /^,[^.;,\d]{0,30}$/u.test(gap)) ||
      /^,? of which (?:about |around |some |nearly )?$/iu.test(gap)
    return joins &&
      /^,? (?:or|that is|which is)(?: about| around| roughly)? $/iu.test(
        doc.text.slice(share.end, part.start),
      )
      ? [ratioConstraint('share', share, part, whole)]
      : []
  })
}

/** "Enrollment is 90% complete, or 342 of 360 dogs": two counts right after the percentage that they make. */
function sharesOfCounts(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return figures.flatMap((share, index): Constraint[] => {
    const [part, whole] = [figures[index + 1], figures[index + 2]]
    if (!part || !whole || whole.turn !== share.turn || familyOf(share) !== 'share') return []
    if ([part, whole].some((figure) => familyOf(figure) !== 'amount' || figure.unit.kind === 'currency'))
      return []
    const joins =
      /^(?: \p{L}+){0,2},? (?:or|that is|with) (?:about )?$/iu.test(doc.text.slice(share.end, part.start)) &&
      /^ (?:out )?of (?:the |our |its |all )?$/iu.test(doc.text.slice(part.figure.end, whole.start))
    return joins && part.value <= whole.value ? [ratioConstraint('share', share, part, whole)] : []
  })
}

/** "The budget is A. We have spent B, which is P of the total": the plan told shortly before. */
function sharesOfPlans(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return figures.flatMap((share, index): Constraint[] => {
    const [whole, part] = [figures[index - 2], figures[index - 1]]
    if (!whole || !part || whole.turn !== share.turn || familyOf(share) !== 'share') return []
    if (share.start - whole.end > 220 || whole.unit.kind !== part.unit.kind || familyOf(part) !== 'amount')
      return []
    const named = doc.text.slice(Math.max(whole.sentence.start, whole.start - 80), whole.start)
    const joins =
      /\b(?:which is|that is|or)(?: about| around)? $/iu.test(doc.text.slice(part.end, share.start)) &&
      /^ of (?:the |our |its )?(?:total|whole|budget|plan|program|amount|facility)\b/iu.test(
        doc.text.slice(share.end, share.end + 40),
      )
    return joins && PLAN.test(named) && part.value <= whole.value
      ? [ratioConstraint('share', share, part, whole)]
      : []
  })
}

const PLAN =
  /\b(?:budget|plan|program|programme|facility|authori[sz]ation|quota|total|commitment)\b[^.;\d]*$/iu

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
