/**
 * The markup of annotated transcripts (corpora/README.md, "Samples"): a transcript as the vendor
 * delivers it, with marks for origins, beads and errors that are taken out again.
 */
import { categories } from '../src/check/categories.js'
import { readTranscript } from '../src/read/read.js'
import { overlaps, textOf, trimSpan } from '../src/text/spans.js'
import type { Category, Origin, Span, Transcript } from '../src/types.js'

/** How sure an error is: A provable, B strong hint, C outside knowledge, D optional. */
export type Tier = 'A' | 'B' | 'C' | 'D'

/** Spoken text, or a notice, with the origins that are right for it. */
export interface GoldOrigin extends Span {
  readonly origin: readonly Origin[]
}

/** Mandarin words and what interprets them; a side is empty where there is no partner. */
export interface GoldBead {
  readonly mandarin: readonly Span[]
  readonly interpretation: readonly Span[]
}

/** Wrong words; an empty `correction` means: must be flagged, nothing can be put in their place. */
export interface GoldError extends Span {
  readonly text: string
  readonly correction: readonly string[]
  readonly category: Category
  readonly tier: Tier
}

/** What a tool should find; every span points into the unmarked text, in UTF-16 code units. */
export interface Gold {
  /** In order, not overlapping; none crosses a paragraph. */
  readonly origin: readonly GoldOrigin[]
  /** In the order of the text. */
  readonly alignment: readonly GoldBead[]
  /** In the order of the text; one may lie inside another. */
  readonly errors: readonly GoldError[]
}

/**
 * Takes the marks out of a marked transcript.
 *
 * @param read finds the turns: spans of `english`, `mandarin` and `interpretation` and the pieces of
 *   beads are cut to their bodies.
 * @throws Error with line and column when a mark is unknown, unclosed or out of place.
 */
export function parseMarked(
  marked: string,
  read: (text: string) => Pick<Transcript, 'turns'> = readTranscript,
): { text: string; gold: Gold } {
  const { text, tagged, pieces, errors } = scan(marked)
  const turns = read(text).turns.map((turn) => turn.body)
  return {
    text,
    gold: {
      origin: goldOrigins(text, tagged, turns),
      alignment: goldBeads(marked, text, pieces, turns),
      errors,
    },
  }
}

/** The opposite of taking marks out: doubles the signs that would be read as markup. */
export function escapeMarkup(text: string): string {
  return text.replace(/[<{]/g, '$&$&')
}

interface Tagged extends Span {
  readonly origin: readonly Origin[]
}

interface Piece extends Span {
  readonly bead: number
  readonly side: Side
  /** Where the mark stands in the marked text. */
  readonly at: number
}

type Side = 'mandarin' | 'interpretation'

interface Scanned {
  readonly text: string
  readonly tagged: readonly Tagged[]
  readonly pieces: readonly Piece[]
  readonly errors: readonly GoldError[]
}

const TOKEN = /<<|\{\{|<\d+>|<\/?[A-Za-z][A-Za-z|]*>|\{|=>/g

function scan(marked: string): Scanned {
  const tagged: Tagged[] = []
  const pieces: Piece[] = []
  const errors: GoldError[] = []
  const heard: { at: number; start: number }[] = []
  let text = ''
  let tag: { name: string; at: number; start: number } | undefined
  let piece: { bead: number; at: number; start: number } | undefined
  let position = 0

  const closePiece = () => {
    if (piece && tag) pieces.push({ ...piece, end: text.length, side: sideOf(marked, tag.name, piece.at) })
    piece = undefined
  }

  for (;;) {
    TOKEN.lastIndex = position
    const token = TOKEN.exec(marked)
    text += marked.slice(position, token?.index ?? marked.length)
    if (!token) break
    const [mark] = token
    const at = token.index
    position = at + mark.length
    if (mark === '<<' || mark === '{{') text += mark[0]!
    else if (mark === '{') heard.push({ at, start: text.length })
    else if (mark === '=>') {
      const open = heard.pop()
      if (!open) text += mark
      else {
        const close = marked.indexOf('}', position)
        if (close < 0) fail(marked, open.at, 'this error is never closed: put } after its correction')
        errors.push(goldError(marked, open.at, text, open.start, marked.slice(position, close)))
        position = close + 1
      }
    } else if (mark.startsWith('</')) {
      if (tag?.name !== mark.slice(2, -1)) {
        fail(
          marked,
          at,
          tag ? `${mark} closes <${tag.name}>: write </${tag.name}>` : `${mark} closes nothing: remove it`,
        )
      }
      closePiece()
      tagged.push({ start: tag.start, end: text.length, origin: origins(marked, tag.name, tag.at) })
      tag = undefined
    } else if (/\d/.test(mark)) {
      if (!tag) fail(marked, at, `bead ${mark} stands outside <m> and <i>: move it inside`)
      closePiece()
      piece = { bead: Number(mark.slice(1, -1)), at, start: text.length }
    } else {
      if (tag) fail(marked, at, `${mark} stands inside <${tag.name}>: write </${tag.name}> before it`)
      tag = { name: mark.slice(1, -1), at, start: text.length }
      origins(marked, tag.name, at)
    }
  }
  const open = heard.at(-1)
  if (open)
    fail(
      marked,
      open.at,
      'this error has no correction: write {heard=>said}, or {{ for a brace that was meant',
    )
  if (tag) fail(marked, tag.at, `<${tag.name}> is never closed: write </${tag.name}>`)
  return { text, tagged, pieces, errors: errors.toSorted((a, b) => a.start - b.start || b.end - a.end) }
}

const TAGS = new Map<string, Origin>([
  ['e', 'english'],
  ['m', 'mandarin'],
  ['i', 'interpretation'],
  ['n', 'notice'],
])

function origins(marked: string, name: string, at: number): Origin[] {
  return name
    .split('|')
    .map(
      (part) =>
        TAGS.get(part) ??
        fail(
          marked,
          at,
          `<${name}> is no tag: use m, i, n or e, several joined by |, or << for a sign that was meant`,
        ),
    )
}

function sideOf(marked: string, name: string, at: number): Side {
  const parts = name.split('|')
  if (parts.includes('m') === parts.includes('i')) {
    fail(marked, at, `a bead in <${name}> has no side: put it in a tag with either m or i`)
  }
  return parts.includes('m') ? 'mandarin' : 'interpretation'
}

const TIERS: readonly string[] = ['A', 'B', 'C', 'D'] satisfies Tier[]

function goldError(marked: string, at: number, text: string, start: number, content: string): GoldError {
  const [said = '', category = 'term', tier = 'A', ...rest] = content.split('|')
  if (start === text.length) fail(marked, at, 'an error needs words to stand on: write {heard=>said}')
  if (!categories.some((known) => known === category))
    fail(marked, at, `${category} is no category: use one of ${categories.join(', ')}`)
  if (!TIERS.includes(tier) || rest.length > 0)
    fail(marked, at, 'write {heard=>said|category|tier}, the tier A, B, C or D')
  return {
    start,
    end: text.length,
    text: text.slice(start),
    correction: said === '' ? [] : said.split(';;'),
    category: category as Category,
    tier: tier as Tier,
  }
}

function goldOrigins(
  text: string,
  tagged: readonly Tagged[],
  turns: readonly (readonly Span[])[],
): GoldOrigin[] {
  const bodies = turns.flat()
  const spoken = bodies.flatMap((body) => {
    const inside = tagged.flatMap((piece) =>
      overlap(piece, body).map((span) => ({ ...span, origin: piece.origin })),
    )
    const starts = [body.start, ...inside.map((span) => span.end)]
    const between = starts.map((start, index): Tagged => {
      return { start, end: inside[index]?.start ?? body.end, origin: ['english'] }
    })
    return [...inside, ...between]
  })
  const unspoken = tagged
    .filter((piece) => piece.origin.includes('notice') && !bodies.some((body) => overlaps(piece, body)))
    .flatMap((piece) => paragraphs(text, piece).map((span) => ({ ...span, origin: piece.origin })))
  return [...spoken, ...unspoken]
    .map((piece) => ({ ...trimSpan(text, piece), origin: piece.origin }))
    .filter((piece) => hasWords(text, piece))
    .toSorted((a, b) => a.start - b.start)
}

function goldBeads(
  marked: string,
  text: string,
  pieces: readonly Piece[],
  turns: readonly (readonly Span[])[],
): GoldBead[] {
  const beads = new Map<string, OpenBead>()
  pieces.forEach((piece, index) => {
    const spans = turns
      .map((body) => body.flatMap((span) => overlap(piece, span)).map((span) => trimSpan(text, span)))
      .map((found) => found.filter((span) => hasWords(text, span)))
      .find((found) => found.length > 0)
    if (!spans) fail(marked, piece.at, `bead ${piece.bead} marks no spoken words: remove it`)
    const key = piece.bead === 0 ? `alone ${index}` : String(piece.bead)
    const bead: OpenBead = beads.get(key) ?? { at: piece.at, mandarin: [], interpretation: [], runs: 0 }
    if (bead.side !== piece.side) bead.runs++
    bead.side = piece.side
    if (bead.runs > 3)
      fail(marked, piece.at, `bead ${key} was spoken and interpreted before: give these words another number`)
    bead[piece.side].push(...spans)
    beads.set(key, bead)
  })
  for (const [key, bead] of beads) {
    const missing =
      bead.mandarin.length === 0 ? 'Mandarin' : bead.interpretation.length === 0 ? 'interpretation' : ''
    if (missing && !key.startsWith('alone')) {
      fail(marked, bead.at, `bead ${key} has no ${missing}: give a piece this number, or write <0>`)
    }
  }
  return [...beads.values()]
    .map(({ mandarin, interpretation }) => ({ mandarin, interpretation }))
    .toSorted((a, b) => firstOf(a) - firstOf(b))
}

interface OpenBead extends Record<Side, Span[]> {
  readonly at: number
  /** The side of its last piece, and how many runs of pieces of one side it has. */
  side?: Side
  runs: number
}

function firstOf(bead: GoldBead): number {
  return Math.min(...[...bead.mandarin, ...bead.interpretation].map((span) => span.start))
}

function overlap(a: Span, b: Span): Span[] {
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  return start < end ? [{ start, end }] : []
}

function paragraphs(text: string, span: Span): Span[] {
  const breaks = [...textOf(text, span).matchAll(/\r?\n[ \t]*\r?\n/g)].map((m) => span.start + m.index)
  return [span.start, ...breaks].map((start, index) => ({ start, end: breaks[index] ?? span.end }))
}

function hasWords(text: string, span: Span): boolean {
  return /[\p{L}\p{N}]/u.test(textOf(text, span))
}

function fail(marked: string, at: number, what: string): never {
  const before = marked.slice(0, at)
  const line = before.split('\n').length
  throw new Error(`line ${line}, column ${at - before.lastIndexOf('\n')}: ${what}`)
}
