import { overlaps } from '../text/spans.js'
import type { Aligned, Edit, Span } from '../types.js'
import type { CleanNotice, CleanTurn, Piece } from './clean.js'
import { correctedTexts } from './corrected.js'
import { indexAt } from './ordered.js'

/** Corrected words of one bead, or of none, inside a piece. */
export interface Fragment extends Span {
  readonly text: string
  readonly side: 'mandarin' | 'interpretation'
  readonly speaker: string
  /** Index into the beads; undefined for words that no bead holds. */
  readonly bead: number | undefined
}

/** Every piece of Mandarin and interpretation cut where beads begin and end; together they are the piece. */
export function beadFragments(
  doc: Aligned,
  parts: readonly (CleanTurn | CleanNotice)[],
  edits: readonly Edit[],
): Map<Piece, Fragment[]> {
  const beadSpans = doc.beads
    .flatMap((bead, index) =>
      [...bead.mandarin, ...bead.interpretation].map((span) => ({ ...span, bead: index })),
    )
    .toSorted((a, b) => a.start - b.start)
  const pieces = parts.flatMap((part) =>
    part.kind === 'turn' ? part.passages.flatMap((passage) => passage.pieces) : [],
  )
  const cuts = pieces.flatMap((piece) =>
    (piece.origin === 'mandarin' || piece.origin === 'interpretation'
      ? cut(doc.text, piece, beadSpans)
      : [piece]
    ).map((span) => ({ piece, span })),
  )
  const texts = correctedTexts(
    doc.text,
    cuts.map(({ span }) => span),
    edits,
  )
  const fragments = new Map<Piece, Fragment[]>(pieces.map((piece) => [piece, []]))
  cuts.forEach(({ piece, span }, index) => {
    const side = piece.origin === 'mandarin' ? 'mandarin' : 'interpretation'
    const bead = 'bead' in span ? span.bead : undefined
    const text = texts[index]!
    if (text !== '')
      fragments
        .get(piece)!
        .push({ start: span.start, end: span.end, text, side, speaker: piece.speaker, bead })
  })
  return fragments
}

interface Owned extends Span {
  readonly bead: number | undefined
}

/** The piece in parts owned by a bead or by none; signs between beads stay with the words before them. */
function cut(text: string, piece: Span, beadSpans: readonly (Span & { bead: number })[]): Owned[] {
  const parts: { start: number; end: number; bead: number | undefined }[] = []
  let from = piece.start
  const take = (end: number, bead: number | undefined) => {
    const last = parts.at(-1)
    const wordless = !/[\p{L}\p{N}]/u.test(text.slice(from, end))
    if (last && (last.bead === bead || (bead === undefined && wordless))) last.end = end
    else if (end > from) parts.push({ start: from, end, bead })
    from = Math.max(from, end)
  }
  for (let index = Math.max(0, indexAt(beadSpans, piece)); index < beadSpans.length; index++) {
    const span = beadSpans[index]!
    if (span.start >= piece.end) break
    if (!overlaps(span, piece) || span.end <= from) continue
    if (span.start > from) take(span.start, undefined)
    take(Math.min(span.end, piece.end), span.bead)
  }
  if (from < piece.end) take(piece.end, undefined)
  return parts
}
