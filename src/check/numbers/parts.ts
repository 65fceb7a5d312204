import { familyOf, figuresOf, type Figure } from '../../numbers/figures.js'
import { metricIn } from '../../numbers/metrics.js'
import { statementsOf, type Statement } from '../../numbers/statements.js'
import type { Aligned } from '../../types.js'
import { asStated, hedge, shown, SLACK, type Constraint, type Readings } from './constraint.js'
import { differences } from './differences.js'
import { currentLevel, isQuarterly, revenuesOf } from './levels.js'
import { listConstraints, listFrom, sumConstraint, totalConstraints } from './sums.js'

/** What the parts of a whole demand: sums, differences, shares of revenue, shares that make a hundred. */
export function partConstraints(doc: Aligned): Constraint[] {
  return [
    ...shareConstraints(doc),
    ...hundredConstraints(doc),
    ...listConstraints(doc),
    ...totalConstraints(doc),
    ...differences(doc),
  ]
}

/** "Subscription revenue was A and accounted for P of total revenue", "G&A was A, or P". */
function shareConstraints(doc: Aligned): Constraint[] {
  const statements = statementsOf(doc)
  const revenues = revenuesOf(doc)
  const telling = turnsThatTellShares(statements)
  return statements.flatMap((statement, index): Constraint[] => {
    const told = statement.parts.find(({ role }) => role === 'share')
    const bare = told ? undefined : bareShare(doc.text, statements[index - 1], statement, telling)
    const share = told?.figure ?? bare
    const part = currentLevel(bare ? statements[index - 1]! : statement)
    if (!share || !part || familyOf(part) !== 'amount') return []
    const metric = metricIn(told ? (told.whole ?? '') : 'revenue')
    if (metric?.head !== 'revenue' || metric.words.length > 0) return []
    const quarterly =
      isQuarterly(statement, share) && isQuarterly(bare ? statements[index - 1]! : statement, part)
    return fitting(
      revenues(share.turn).flatMap((total) => {
        const whole = currentLevel(total)!
        if (part === whole || quarterly !== isQuarterly(total, whole)) return []
        return [ratioConstraint('share', share, part, whole)]
      }),
    )
  })
}

/** Of constraints that may be meant the one that holds; where none does, the first. */
export function fitting(constraints: readonly Constraint[]): Constraint[] {
  const chosen = constraints.find((constraint) => constraint.holds(asStated)) ?? constraints[0]
  return chosen ? [chosen] : []
}

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

/** `share` is what `part` is of `whole`, in percent. */
export function ratioConstraint(
  kind: 'share' | 'margin',
  share: Figure,
  part: Figure,
  whole: Figure,
): Constraint {
  const computed = (readings: Readings): number =>
    (100 * Math.abs(readings(part).value)) / Math.abs(readings(whole).value)
  return {
    kind,
    figures: [share, part, whole],
    firm: false,
    holds: (readings) => {
      const value = computed(readings)
      const [of, total, told] = [readings(part), readings(whole), readings(share)]
      const off =
        value *
        (of.precision / Math.abs(of.value) +
          total.precision / Math.abs(total.value) +
          hedge(part) +
          hedge(whole))
      return (
        Math.abs(value - Math.abs(told.value)) <=
        (off + told.precision + hedge(share) * Math.abs(told.value)) * SLACK + 0.05
      )
    },
    // No part is larger than its whole.
    strangeness: (readings) => (Math.abs(readings(share).value) > 100 ? 2 : 0),
    evidence: (readings) => [
      {
        kind: 'arithmetic',
        expression: `${shown(part, readings(part))} / ${shown(whole, readings(whole))}`,
        computed: Number((computed(readings) / 100).toFixed(4)),
        stated: Number((readings(share).value / 100).toFixed(4)),
      },
    ],
  }
}

/** "Taiwan accounted for 68% of revenue, Hong Kong 14%, and Mainland China 18%". */
function hundredConstraints(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return statementsOf(doc).flatMap(({ parts }): Constraint[] => {
    const share = parts.find(({ role, whole }) => role === 'share' && whole !== undefined)
    if (!share || parts.at(-1) !== share) return []
    const list = listFrom(doc.text, figures, share.figure)
    const total = list.reduce((sum, { value }) => sum + value, 0)
    const sumsUp = Math.abs(total - 100) <= 1
    return list.length >= 3 && (sumsUp || total > 101) ? [sumConstraint(undefined, list)] : []
  })
}
