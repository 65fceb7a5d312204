import { overlaps } from '../text/spans.js'
import type { Span } from '../types.js'
import { firstIndex } from '../text/bisect.js'

/** Index of the last of the ordered spans that begins at or before the given one; −1 when none does. */
export const indexAt = (spans: readonly Span[], { start }: Span): number =>
  firstIndex(spans, (span) => span.start > start) - 1

/** Whether one of the ordered spans, which do not overlap each other, overlaps the given one. */
export function touches(spans: readonly Span[], span: Span): boolean {
  const before = indexAt(spans, span)
  return [spans[before], spans[before + 1]].some((other) => other && overlaps(other, span))
}

/** Those of the ordered spans, which do not overlap each other, that overlap the given one. */
export function overlapping<T extends Span>(spans: readonly T[], span: Span): T[] {
  const found: T[] = []
  for (let index = Math.max(0, indexAt(spans, span)); index < spans.length; index++) {
    if (spans[index]!.start >= span.end) break
    if (overlaps(spans[index]!, span)) found.push(spans[index]!)
  }
  return found
}
