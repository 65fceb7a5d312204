import { familyOf, figuresOf, significance, type Figure } from '../../../../numbers/figures.js'
import type { Aligned } from '../../../../types.js'
import { asStated, type Constraint } from '../../constraint.js'
import { addsUpButForOne, sumConstraint, sumHolds } from './sum.js'

/**
 * "A regular dividend of A and a special one of B, in total C", "combined with B in repurchases, we returned a
 * total of C": a total told after two or three amounts that add up to it, or would but for one slip where the
 * words join them.
 */
export function toldTotals(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return figures.flatMap((total, index): Constraint[] => {
    if (familyOf(total) !== 'amount' || significance(total) < (total.unit.kind === 'count' ? 3 : 2)) return []
    const clause = doc.text.slice(Math.max(total.sentence.start, total.start - REACH), total.start)
    if (!TOTAL.test(clause)) return []
    const told = figures
      .slice(Math.max(0, index - MOST), index)
      .filter((figure) => total.start - figure.start < REACH && isLike(figure, total))
    const lists = [2, 3].filter((length) => told.length >= length).map((length) => told.slice(-length))
    const exact = lists.find((list) => sumHolds(total, list, asStated))
    if (exact) return [sumConstraint(total, exact)]
    const listed = ENDING.test(clause) ? told.filter(({ start }) => start > total.sentence.start) : []
    const meant = listed.length >= 2 ? listed : JOINED.test(clause) ? lists[0] : undefined
    return meant && addsUpButForOne(total, meant, true) ? [sumConstraint(total, meant)] : []
  })
}

const REACH = 420
const MOST = 6
const TOTAL = /\b(?:total of|in total|totall?ing|altogether|combined|the sum of)\b[^.;]{0,60}$/iu
/** "A in cash, B in deposits and C in notes, totaling D": right after the list. */
const ENDING =
  /\band\b(?:[^.;]|\.\d){0,80},? (?:in total|totall?ing|for a total of|altogether)(?: about| around| nearly| over)? ?$/iu
const JOINED = /\b(?:combined with|together with|plus|adding)\b/iu

const isLike = (a: Figure, b: Figure): boolean =>
  a.turn === b.turn &&
  a.per === b.per &&
  familyOf(a) === 'amount' &&
  a.unit.kind === b.unit.kind &&
  (a.unit.kind !== 'currency' || b.unit.kind !== 'currency' || a.unit.code === b.unit.code)
