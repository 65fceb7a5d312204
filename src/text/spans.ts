import type { Span } from '../types.js'

export const spanLength = (span: Span): number => span.end - span.start

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

export const textOf = (text: string, span: Span): string => text.slice(span.start, span.end)

/** From the first span's start to the last span's end. Throws RangeError when there is none. */
export function hull(spans: readonly Span[]): Span {
  const first = spans[0]
  const last = spans.at(-1)
  if (!first || !last) throw new RangeError('the hull of no spans is undefined')
  return { start: first.start, end: last.end }
}

/** The span without white space at either end; empty spans stay where they start. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /\s/u.test(text[start]!)) start++
  while (end > start && /\s/u.test(text[end - 1]!)) end--
  return { start, end }
}
