import { overlaps, trimSpan } from '../text/spans.js'
import type { Aligned, Edit, Origin, Plan, Span } from '../types.js'
import { correctedTexts } from './corrected.js'
import { indexAt, touches } from './ordered.js'
import { isInterpretedRemark } from './remarks.js'
import { speakerLabels, voicesOf, type Voice } from './speakers.js'

/** Words of one origin and speaker inside one paragraph of the transcript. */
export interface Piece extends Span {
  /** The corrected words; empty when the edits take all away. */
  readonly text: string
  readonly origin: Origin
  readonly speaker: string
  /** Index into the transcript's turns. */
  readonly turn: number
  /** Running number of the paragraph over the whole transcript. */
  readonly paragraph: number
}

/** A stretch of one origin in a clean turn. */
export interface Passage {
  readonly origin: Origin
  readonly pieces: readonly Piece[]
  /** Mandarin that no bead ties to an interpretation. */
  readonly uninterpreted: boolean
}

/** What one speaker says in a row, whatever turns the transcript put it in. */
export interface CleanTurn {
  readonly kind: 'turn'
  readonly speaker: string
  /** Title and firm as the transcript gives them; may be empty. */
  readonly title: string
  readonly passages: readonly Passage[]
}

/** Front matter, a list of participants, a disclaimer: corrected, laid out as it was. */
export interface CleanNotice extends Span {
  readonly kind: 'notice'
  readonly text: string
}

/**
 * The corrected transcript in reading order, its turns following the origins: every word of the turns'
 * bodies stands in just one piece, pieces in a row of one resolved speaker make one turn.
 */
export function cleanTranscript(doc: Aligned, plan: Pick<Plan, 'edits'>): (CleanTurn | CleanNotice)[] {
  const titles = titlesOf(doc, plan.edits)
  const interpreted = interpretedSpans(doc)
  const turns = runs(piecesOf(doc, plan.edits), (a, b) => a.speaker === b.speaker).map((pieces) => ({
    start: pieces[0]!.start,
    part: {
      kind: 'turn' as const,
      speaker: pieces[0]!.speaker,
      title: titles.get(pieces[0]!.speaker) ?? '',
      passages: runs(pieces, (a, b) => a.origin === b.origin).map((own): Passage => {
        const { origin } = own[0]!
        const uninterpreted = origin === 'mandarin' && !own.some((piece) => touches(interpreted, piece))
        return { origin, pieces: own, uninterpreted }
      }),
    },
  }))
  const bodies = doc.turns.flatMap(({ body }) => body)
  const notices = doc.notices
    .filter((notice) => !touches(bodies, notice))
    .map((notice) => ({
      start: notice.start,
      part: { ...notice, kind: 'notice' as const, text: noticeText(doc, notice, plan.edits) },
    }))
  return [...turns, ...notices].toSorted((a, b) => a.start - b.start).map(({ part }) => part)
}

/**
 * A passage as paragraphs. A turn border inside a sentence is no border; paragraphs of one turn stay
 * apart.
 */
export function paragraphsOf({ pieces }: Passage): Piece[][] {
  return runs(pieces, (a, b) => a.paragraph === b.paragraph || (a.turn !== b.turn && !endsSentence(a.text)))
}

/** The corrected words of pieces or fragments in a row. */
export function wordsOf(pieces: readonly { readonly text: string }[]): string {
  return pieces.map(({ text }) => text).join(' ')
}

/** The speaker's name and title for a line of its own. */
export function headingOf(turn: CleanTurn, join: (name: string, title: string) => string): string {
  return turn.title === '' ? turn.speaker : join(turn.speaker, turn.title)
}

/** The list cut where neighbours do not belong together. */
export function runs<T>(items: readonly T[], together: (a: T, b: T) => boolean): T[][] {
  const result: T[][] = []
  for (const [index, item] of items.entries()) {
    if (index > 0 && together(items[index - 1]!, item)) result.at(-1)!.push(item)
    else result.push([item])
  }
  return result
}

function piecesOf(doc: Aligned, edits: readonly Edit[]): Piece[] {
  const voices = voicesOf(doc, edits)
  const labels = speakerLabels(doc, edits)
  const bodies = doc.turns.flatMap(({ body }, turn) => body.map((span) => ({ ...span, turn })))
  const pieces = bodies.flatMap((body, paragraph) =>
    tiles(doc, voices, body).map(({ voice, ...span }) => {
      const origin = voice?.origin ?? 'english'
      const speaker = voice?.speaker ?? labels[body.turn] ?? ''
      return { ...span, origin, speaker, turn: body.turn, paragraph }
    }),
  )
  const texts = correctedTexts(doc.text, pieces, edits)
  return pieces
    .map((piece, index): Piece => {
      const text = texts[index]!
      const next = pieces[index + 1]
      const introduces = piece.origin === 'notice' && next?.turn === piece.turn && isInterpretedRemark(text)
      return { ...piece, text, speaker: introduces ? next.speaker : piece.speaker }
    })
    .filter(({ text }) => text !== '')
}

/**
 * The paragraph cut where the origin or the speaker changes, and remarks from each other; what no origin
 * covers goes with the words before it.
 */
function tiles(doc: Aligned, voices: readonly Voice[], body: Span): (Span & { voice?: Voice })[] {
  const cuts: { start: number; voice: Voice }[] = []
  for (let index = Math.max(0, indexAt(voices, body)); index < voices.length; index++) {
    const voice = voices[index]!
    if (voice.start >= body.end) break
    if (!overlaps(voice, body)) continue
    for (const start of voice.origin === 'notice' ? remarkStarts(doc, voice) : [voice.start])
      if (start < body.end) cuts.push({ start: cuts.length === 0 ? body.start : start, voice })
  }
  if (cuts.length === 0) return [{ start: body.start, end: body.end }]
  return cuts
    .map(({ start, voice }, index) => {
      return { ...trimSpan(doc.text, { start, end: cuts[index + 1]?.start ?? body.end }), voice }
    })
    .filter(({ start, end }) => start < end)
}

/** Where the span starts, and where remarks start in it. */
function remarkStarts({ notices }: Aligned, span: Span): number[] {
  const starts = [span.start]
  for (let index = indexAt(notices, span) + 1; index < notices.length; index++) {
    if (notices[index]!.start >= span.end) break
    starts.push(notices[index]!.start)
  }
  return starts
}

/** Corrected titles and firms by corrected label, the first given. */
function titlesOf(doc: Aligned, edits: readonly Edit[]): Map<string, string> {
  const titles = new Map<string, string>()
  const labels = speakerLabels(doc, edits)
  doc.turns.forEach(({ speaker, header }, turn) => {
    const parts = [speaker.title ?? '', speaker.firm ?? ''].filter((part) => part !== '')
    if (parts.length === 0 || titles.has(labels[turn]!)) return
    const corrected = parts.map((part) => {
      const place = doc.text.slice(speaker.span.end, header.end).indexOf(part)
      const start = speaker.span.end + place
      return place < 0 ? part : correctedTexts(doc.text, [{ start, end: start + part.length }], edits)[0]!
    })
    titles.set(labels[turn]!, corrected.join(', '))
  })
  return titles
}

/** Mandarin spans of beads that have an interpretation, in order. */
function interpretedSpans({ beads }: Aligned): Span[] {
  return beads
    .flatMap(({ mandarin, interpretation }) => (interpretation.length > 0 ? mandarin : []))
    .toSorted((a, b) => a.start - b.start)
}

function noticeText({ text }: Aligned, notice: Span, edits: readonly Edit[]): string {
  const lines = text.slice(notice.start, notice.end).matchAll(/[^\r\n]+/gu)
  const spans = Array.from(lines, ({ 0: line, index }) => {
    return { start: notice.start + index, end: notice.start + index + line.length }
  })
  const breaks = spans.map((span, index) =>
    text.slice(span.end, spans[index + 1]?.start ?? span.end).replace(/\r\n?/gu, '\n'),
  )
  return correctedTexts(text, spans, edits)
    .map((line, index) => line + breaks[index]!)
    .join('')
    .trim()
}

/** Whether the words end a sentence, signs that close quotes and brackets aside. */
function endsSentence(words: string): boolean {
  return /[.!?…。！？]["'”’」』)\]）]{0,3}$/u.test(words)
}
