import { familyOf, figuresOf, type Figure } from '../../../../numbers/figures.js'
import { statementsOf } from '../../../../numbers/statements.js'
import { textOf } from '../../../../text/spans.js'
import type { Aligned } from '../../../../types.js'
import type { Constraint, Readings } from '../../constraint.js'
import { addsUpButForOne, sumConstraint } from './sum.js'

/** "We had 612 stores in total, with 388 in A, 74 in B and 150 in C." */
export function listConstraints(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return figures.flatMap((total): Constraint[] => {
    const next = figures[total.index + 1]
    // "A, up 84%, of which B"
    const first = next && familyOf(next) === 'share' ? figures[total.index + 2] : next
    if (!first || first.turn !== total.turn || familyOf(total) !== 'amount' || familyOf(first) !== 'amount')
      return []
    const gap = doc.text.slice(total.end, first.start).replaceAll('U.S.', 'US')
    if (
      gap.length > (first === next ? 60 : 90) ||
      (first !== next && !/, of which\b[^,.;]*$/iu.test(gap)) ||
      !/\b(?:with|comprising|consisting of|of which|including|made up of)\b[^,.;]*$/iu.test(gap) ||
      !/\btotal\b|,/iu.test(gap)
    )
      return []
    const list = listFrom(doc.text, figures, first)
    if (isNet(doc.text, total, list.at(-1) ?? first)) return []
    const sum = list.reduce((all, { value }) => all + value, 0)
    const partly = /\b(?:of which|including)\b[^,.;]*$/iu.test(gap)
    if (partly && !(list.length >= 2 && Math.abs(sum / total.value - 1) < 0.03))
      return isTotalOf(doc.text, total) && list.length >= 2 && addsUpButForOne(total, list, true)
        ? [sumConstraint(total, list)]
        : ofWhich(total, list.length > 0 ? list : [first])
    const isWhole = Math.abs(sum / total.value - 1) < 0.3 || addsUpButForOne(total, list, true)
    return list.length >= 2 && isWhole ? [sumConstraint(total, list)] : []
  })
}

/** "A net income of A, including a gain of B and an expense of C": one of them is taken off. */
function isNet(text: string, total: Figure, last: Figure): boolean {
  const named = text.slice(total.end, Math.min(last.sentence.end, last.end + 40))
  return /\b(?:gains?|income)\b/iu.test(named) && /\b(?:loss(?:es)?|expenses?|costs?)\b/iu.test(named)
}

/** "We returned a total of A, including B in repurchases and C in dividends". */
const isTotalOf = (text: string, { sentence, start }: Figure): boolean =>
  /\btotal of (?:about |around |over |nearly |approximately )?$/iu.test(
    text.slice(Math.max(sentence.start, start - 40), start),
  )

/** No part is larger than its whole; parts that make all of it add up. */
function ofWhich(total: Figure, parts: readonly Figure[]): Constraint[] {
  if ([total, ...parts].some(({ unit, scale }) => unit.kind !== total.unit.kind || !scale)) return []
  const sum = (readings: Readings): number =>
    parts.reduce((all, part) => all + Math.abs(readings(part).value), 0)
  return [
    {
      ...sumConstraint(total, parts),
      holds: (readings) => {
        const rest = 1 - sum(readings) / Math.abs(readings(total).value)
        return rest >= -0.01 && rest <= 0.995
      },
      strangeness: (readings) => 0.3 * (1 - sum(readings) / Math.abs(readings(total).value)),
    },
  ]
}

/** "Taiwan accounted for 68% of revenue, Hong Kong 14%, and Mainland China 18%". */
export function hundredConstraints(doc: Aligned): Constraint[] {
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

/** The figures of an enumeration in one sentence, the last after "and". */
export function listFrom(text: string, figures: readonly Figure[], first: Figure): Figure[] {
  const list = [first]
  for (
    let next = figures[first.index + 1];
    next && next.turn === first.turn && next.start < first.sentence.end;
    next = figures[next.index + 1]
  ) {
    const gap = text.slice(list.at(-1)!.end, next.start)
    if (
      familyOf(next) !== familyOf(first) ||
      gap.length > 70 ||
      /[.;:]/u.test(gap) ||
      !/[,，、以及和]|\band\b/u.test(gap)
    )
      break
    if (/\b(?:from|compared|versus|up|down|increas\w+|decreas\w+|grew|growth|while)\b/iu.test(gap)) break
    list.push(next)
    if (/(?:\band\b|以及|和)/u.test(gap)) return list
  }
  return []
}
