import type { Span } from '../../types.js'
import type { Pairing, PairRow, Row } from '../view.js'

/** The pair row that holds the words, with its index and its side. */
export interface Place {
  readonly row: PairRow
  readonly index: number
  readonly side: 'mandarin' | 'interpretation'
}

export function placeOf(rows: readonly Row[], span: Span): Place | undefined {
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'pair') continue
    for (const side of ['mandarin', 'interpretation'] as const)
      if (row[side].parts.some(({ start, end }) => start <= span.start && span.start < end))
        return { row, index, side }
  }
  return undefined
}

/** The bead cut before the words: what follows on their side makes a bead without another side. */
export function splitAt(rows: readonly Row[], { start }: Span): Pairing[] {
  const place = placeOf(rows, { start, end: start })
  if (!place) return []
  const { row, side } = place
  const parts = bare(row[side].parts)
  const before = parts.flatMap((part) => cut(part.start, Math.min(part.end, start)))
  const after = parts.flatMap((part) => cut(Math.max(part.start, start), part.end))
  if (before.length === 0 || after.length === 0) return []
  const other = side === 'mandarin' ? 'interpretation' : 'mandarin'
  return [bead(side, before, bare(row[other].parts)), bead(side, after, [])]
}

/** The bead of the words and the one below it made one. */
export function joinNext(rows: readonly Row[], span: Span): Pairing[] {
  const place = placeOf(rows, span)
  const next = place && rows[place.index + 1]
  if (!place || next?.kind !== 'pair') return []
  const both = (side: 'mandarin' | 'interpretation'): Span[] => [
    ...bare(place.row[side].parts),
    ...bare(next[side].parts),
  ]
  return [{ mandarin: both('mandarin'), interpretation: both('interpretation') }]
}

/** The words of two places made one bead; none where both stand on one side. */
export function link(rows: readonly Row[], one: Span, two: Span): Pairing[] {
  const [first, second] = [placeOf(rows, one)?.side, placeOf(rows, two)?.side]
  if (!first || !second || first === second) return []
  return [bead(first, [one], [two])]
}

function bead(side: Place['side'], own: readonly Span[], others: readonly Span[]): Pairing {
  return side === 'mandarin'
    ? { mandarin: own, interpretation: others }
    : { mandarin: others, interpretation: own }
}

function bare(parts: readonly Span[]): Span[] {
  return parts.map(({ start, end }) => ({ start, end }))
}

function cut(start: number, end: number): Span[] {
  return start < end ? [{ start, end }] : []
}
