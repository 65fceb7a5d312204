import { familyOf, figuresOf } from '../../../../numbers/figures.js'
import type { Aligned } from '../../../../types.js'
import type { Constraint } from '../../constraint.js'
import { ratioConstraint } from './ratio.js'

/** "Of the client funds of A, about P, or B, is in dollars". */
export function sharesOfAmounts(doc: Aligned): Constraint[] {
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
export function sharesOfCounts(doc: Aligned): Constraint[] {
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
export function sharesOfPlans(doc: Aligned): Constraint[] {
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

/** "A in nine months, which is P of our full-year target of W": a target that is told after its share. */
export function sharesOfTargets(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return figures.flatMap((share, index): Constraint[] => {
    const [part, whole] = [figures[index - 1], figures[index + 1]]
    if (!part || !whole || part.turn !== share.turn || whole.turn !== share.turn) return []
    if (familyOf(share) !== 'share' || [part, whole].some((figure) => familyOf(figure) !== 'amount'))
      return []
    const kinds = new Set([part, whole].map(({ unit }) => unit.kind).filter((kind) => kind !== 'none'))
    const joins =
      REACHING.test(doc.text.slice(part.end, share.start)) &&
      TARGET.test(doc.text.slice(share.end, whole.start))
    return joins && (kinds.size < 2 || !kinds.has('currency'))
      ? [ratioConstraint('share', share, part, whole)]
      : []
  })
}

const REACHING =
  /^[^.;]{0,50}\b(?:which is|that is|or|representing|reaching|completing|achieving|accounting for|equal to)(?: already| now)? $/iu
const TARGET =
  /^ of (?:the |our |its )?(?:[\p{L}-]+ ){0,4}(?:target|plan|goal|guidance|budget|quota) of (?:the )?$/iu
