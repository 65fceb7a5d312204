import { beadFragments, type Fragment } from '../render/bead-fragments.js'
import { beadTables } from '../render/bead-tables.js'
import { cleanTranscript, runs, type Passage, type Piece } from '../render/clean.js'
import type { Aligned, Edit, Span } from '../types.js'
import type { Part, Row, Side } from './view.js'

/**
 * The call as rows, in reading order: English across the desk, Mandarin beside its interpretation, bead
 * by bead, and what nobody spoke. Together the parts cover every word of the turns' bodies once. The edits
 * must be of speakers' names only.
 */
export function layoutOf(doc: Aligned, labelEdits: readonly Edit[]): Row[] {
  const parts = cleanTranscript(doc, { edits: labelEdits })
  const fragments = beadFragments(doc, parts, [])
  const begins = turnBeginnings(doc)
  const stretches = parts.flatMap((part): Stretch[] => {
    if (part.kind === 'notice') return []
    return part.passages.map((passage) => ({ speaker: part.speaker, passage }))
  })
  const rows = runs(stretches, (a, b) => isTwoSided(a) && isTwoSided(b)).flatMap((run) =>
    isTwoSided(run[0]!)
      ? pairRows(
          doc,
          run.flatMap(({ passage }) => passage.pieces.flatMap((piece) => fragments.get(piece)!)),
          begins,
        )
      : run.flatMap((stretch) => acrossRows(stretch, begins)),
  )
  return withNotices(doc, rows)
}

interface Stretch {
  readonly speaker: string
  readonly passage: Passage
}

function isTwoSided({ passage: { origin } }: Stretch): boolean {
  return origin === 'mandarin' || origin === 'interpretation'
}

/** A row for each paragraph. */
function acrossRows({ speaker, passage }: Stretch, begins: ReadonlyMap<number, number>): Row[] {
  return runs(passage.pieces, (a, b) => a.paragraph === b.paragraph).map((pieces) => ({
    kind: 'across',
    origin: passage.origin,
    speaker,
    parts: pieces.map((piece: Piece) => partOf(piece, begins)),
  }))
}

function pairRows(doc: Aligned, fragments: readonly Fragment[], begins: ReadonlyMap<number, number>): Row[] {
  const side = (own: readonly Fragment[]): Side => ({
    speaker: own[0]?.speaker ?? '',
    parts: own.map((fragment) => partOf(fragment, begins)),
  })
  return beadTables(fragments)
    .flatMap(({ rows }) => rows)
    .map(({ mandarin, interpretation }) => {
      const bead = (mandarin[0] ?? interpretation[0])?.bead
      return {
        kind: 'pair',
        ...(bead === undefined ? {} : { bead, score: doc.beads[bead]!.score }),
        mandarin: side(mandarin),
        interpretation: side(interpretation),
      }
    })
}

function partOf({ start, end }: Span, begins: ReadonlyMap<number, number>): Part {
  const turn = begins.get(start)
  return { start, end, ...(turn === undefined ? {} : { turn }) }
}

/** The turn that begins with the word at an offset. */
function turnBeginnings({ turns }: Aligned): Map<number, number> {
  return new Map(turns.flatMap(({ body }, turn) => (body[0] ? [[body[0].start, turn] as const] : [])))
}

/** Puts what stands outside every turn between the rows, in the order of the text. */
export function withNotices(
  { turns, notices }: Pick<Aligned, 'turns' | 'notices'>,
  rows: readonly Row[],
): Row[] {
  const bodies = turns.flatMap(({ body }) => body)
  const outside = notices.filter(
    (notice) => !bodies.some((body) => body.start <= notice.start && notice.end <= body.end),
  )
  const result: Row[] = []
  let next = 0
  for (const row of rows) {
    while (next < outside.length && outside[next]!.start < startOf(row))
      result.push(noticeRow(outside[next++]!))
    result.push(row)
  }
  return [...result, ...outside.slice(next).map(noticeRow)]
}

function noticeRow({ start, end }: Span): Row {
  return { kind: 'notice', parts: [{ start, end }] }
}

function startOf(row: Row): number {
  const parts = row.kind === 'pair' ? [...row.mandarin.parts, ...row.interpretation.parts] : row.parts
  return Math.min(...parts.map(({ start }) => start))
}
