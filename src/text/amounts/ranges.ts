import type { Amount, Scale, Unit } from './amount.js'
import { clean, shift } from './numeral.js'
import { lookBack } from './scan.js'

/** An amount on its way: `weak` ones stay only as one end of a range. */
export interface Draft {
  readonly amount: Amount
  readonly weak: boolean
  /** 0.01 for cents, 10 for 成: what the unit multiplied the value by. */
  readonly factor: number
}

/**
 * Gives each end of a range what it leaves to the other: "2.4 to 2.6 billion yuan", "two to three
 * percentage points", "RMB 2 billion to 3 billion", 百分之三到五. Drops weak amounts that are no end.
 */
export function joinRanges(text: string, drafts: readonly Draft[]): Amount[] {
  const amounts: Amount[] = []
  let previous: Draft | undefined
  for (const [index, original] of drafts.entries()) {
    const next = drafts[index + 1]
    let draft = original
    if (next && isRange(text, draft.amount, next.amount)) draft = fromSecond(draft, next)
    if (previous && isRange(text, previous.amount, draft.amount)) draft = fromFirst(previous, draft)
    if (!draft.weak) amounts.push(draft.amount)
    previous = draft
  }
  return amounts
}

function isRange(text: string, first: Amount, second: Amount): boolean {
  const gap = text.slice(first.end, Math.min(second.start, first.end + 14))
  if (second.start - first.end > 13 || first.malformed !== undefined || second.malformed !== undefined)
    return false
  if (/^ ?(?:to|[-–—~～]|至|到|through|up to) ?$/iu.test(gap)) return true
  // "two or three stores" is a range; "3.2 million or 25 cents" says one thing twice.
  if (/^ ?(?:or|或者?) ?$/iu.test(gap))
    return first.unit.kind === 'none' && first.scale === undefined && second.scale === undefined
  return (
    /^ (?:and|to) $/iu.test(gap) && /\b(?:between|range) (?:of )?$/iu.test(lookBack(text, first.start, 24))
  )
}

/** The first end takes the second's scale and unit. */
function fromSecond(draft: Draft, next: Draft): Draft {
  const [first, second] = [draft.amount, next.amount]
  const takesUnit =
    isUnitless(first.unit) &&
    second.unit.kind !== 'none' &&
    first.unit.kind !== second.unit.kind &&
    (first.scale === undefined || second.scale !== undefined)
  const scale = scaleFor(first, second)
  if (!takesUnit && !scale) return draft
  const factor = takesUnit ? next.factor : 1
  const power = scale?.power ?? 0
  const amount: Amount = {
    ...first,
    ...(takesUnit && { unit: second.unit }),
    ...(takesUnit && second.per !== undefined && first.per === undefined && { per: second.per }),
    ...(scale && { scale }),
    value: clean(shift(first.value, power) * factor),
    precision: clean(shift(first.precision, power) * factor),
    inherited: [...(takesUnit ? (['unit'] as const) : []), ...(scale ? (['scale'] as const) : [])],
  }
  return { amount, factor, weak: next.weak }
}

/** The second's scale where the first has none and would be of a like size with it: not "0 to 3 million". */
function scaleFor(first: Amount, second: Amount): Scale | undefined {
  const { scale } = second
  if (!scale || first.scale || first.value === 0 || isRatio(first.unit)) return undefined
  if (!isUnitless(first.unit) && first.unit.kind !== second.unit.kind && second.unit.kind !== 'none')
    return undefined
  const largest = Math.min(10 ** scale.power, 100 * Math.abs(shift(second.value, -scale.power)))
  return Math.abs(first.value) < largest ? scale : undefined
}

/** The second end takes the first's currency, or its 百分之. */
function fromFirst(previous: Draft, draft: Draft): Draft {
  const [first, second] = [previous.amount, draft.amount]
  if (second.unit.kind !== 'none' || second.inherited || isUnitless(first.unit)) return draft
  if (first.unit.kind === 'fraction' || first.inherited?.includes('unit')) return draft
  const bothScaled = (second.scale !== undefined) === (first.scale !== undefined)
  if (first.unit.kind === 'currency' ? !bothScaled : second.scale !== undefined) return draft
  const { factor, weak } = previous
  const amount: Amount = {
    ...second,
    unit: first.unit,
    value: clean(second.value * factor),
    precision: clean(second.precision * factor),
    inherited: ['unit'],
  }
  return { amount, factor, weak }
}

const isUnitless = (unit: Unit): boolean => unit.kind === 'none' || unit.kind === 'count'
const isRatio = (unit: Unit): boolean =>
  unit.kind === 'percent' || unit.kind === 'fraction' || unit.kind === 'times'
