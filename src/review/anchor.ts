import type { Span } from '../types.js'

/**
 * Words of a text, told by themselves and what stands around them, so that they are found again when
 * something else in the text has changed.
 */
export interface Anchor {
  readonly quote: string
  /** Up to 32 code units before and after. */
  readonly before: string
  readonly after: string
  /** Where the words stood, in UTF-16 code units: decides between places that are equal in all else. */
  readonly start: number
}

const REACH = 32

export function anchorOf(text: string, { start, end }: Span): Anchor {
  return {
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - REACH), start),
    after: text.slice(end, end + REACH),
    start,
  }
}

/**
 * Where the words stand now, `least` code units or more beside them being the same on one side: of the places that have them, the one whose surroundings agree best, then the
 * nearest to the old one; undefined where no place has them.
 */
export function resolveAnchor(
  text: string,
  { quote, before, after, start }: Anchor,
  least = 0,
): Span | undefined {
  if (quote === '') return undefined
  let best: { at: number; score: number } | undefined
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const [left, right] = agreement(text, at, at + quote.length, before, after)
    if (Math.max(left, right) < Math.min(least, Math.max(before.length, after.length))) continue
    const score = left + right
    const nearer = best && score === best.score && Math.abs(at - start) < Math.abs(best.at - start)
    if (!best || score > best.score || nearer) best = { at, score }
  }
  return best && { start: best.at, end: best.at + quote.length }
}

/** How many code units next to the place agree, before and after. */
function agreement(
  text: string,
  start: number,
  end: number,
  before: string,
  after: string,
): readonly [left: number, right: number] {
  let left = 0
  while (left < before.length && text[start - 1 - left] === before[before.length - 1 - left]) left++
  let right = 0
  while (right < after.length && text[end + right] === after[right]) right++
  return [left, right]
}
