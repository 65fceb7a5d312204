import { trimSpan } from '../text/spans.js'
import type { Format, Notice, Participant, Span, Speaker, Transcript, Turn } from '../types.js'
import { isCallTitle, isProse } from './asides.js'
import { isWrapped, linesOf, paragraphsOf } from './lines.js'
import { nameKey } from './names.js'
import { remarksIn } from './remarks.js'

/** A reader's one way of reading: how well the text fits it, and the transcript. */
export interface Reader {
  /** 0 (not this layout) to 1. Linear. */
  readonly recognise: (text: string) => number
  readonly read: (text: string) => Transcript
}

/** Where a turn opens. */
export interface Mark {
  readonly header: Span
  readonly speaker: Speaker
}

/** What a reader found in a text: the openings of turns and what nobody spoke. Spans do not overlap. */
export interface Layout {
  readonly marks: readonly Mark[]
  readonly asides: readonly Notice[]
  readonly participants: readonly Participant[]
}

/**
 * Makes a transcript of a layout. What stands between an opening and the next belongs to its turn; what
 * stands before the first is front matter until running speech begins, which makes a turn of nobody's.
 */
export function assemble(text: string, format: Format, layout: Layout): Transcript {
  const wrapped = isWrapped(linesOf(text))
  const people = new Map(layout.participants.map((person) => [nameKey(person.name), person]))
  const turns: { speaker: Speaker; header: Span; body: Span[] }[] = []
  const notices: Notice[] = [...layout.asides]
  const pieces = [
    ...layout.marks.map((mark) => ({ ...mark.header, mark })),
    ...layout.asides.map((aside) => ({ start: aside.start, end: aside.end, mark: undefined })),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
  const marked = layout.marks.some(({ header }) => header.end > header.start)
  let cursor = 0
  for (const piece of [...pieces, { start: text.length, end: text.length, mark: undefined }]) {
    for (const paragraph of paragraphsOf(text, { start: cursor, end: piece.start }, wrapped)) {
      if (turns.length === 0) {
        if (isFrontMatter(text, paragraph, marked)) {
          notices.push({ ...paragraph, kind: 'front-matter' })
          continue
        }
        turns.push(unnamedTurn(paragraph.start))
      }
      turns.at(-1)!.body.push(paragraph)
    }
    if (piece.mark)
      turns.push({
        speaker: withAffiliation(piece.mark.speaker, people),
        header: piece.mark.header,
        body: [],
      })
    cursor = piece.end
  }
  const remarks = turns.flatMap((turn) => turn.body.flatMap((span) => remarksIn(text, span)))
  return {
    format,
    text,
    turns: turns.filter(hasContent),
    notices: [...joined(text, notices), ...remarks].sort((a, b) => a.start - b.start),
    participants: layout.participants,
  }
}

/** UTF-16 code units of a paragraph looked at to tell front matter from speech. */
const LEAD = 600

/** Whether a paragraph before the first words is nobody's; without marks only plain title lines are. */
function isFrontMatter(text: string, paragraph: Span, marked: boolean): boolean {
  const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LEAD))
  const lines = words.split(/[\r\n]+/u).map((line) => line.trim())
  if (isCallTitle(lines[0]!) && (marked || isCallTitle(words))) return true
  if (marked && lines.some(isCallTitle) && lines.every((line) => /^[^\p{Ll}]/u.test(line))) return true
  return marked ? !isProse(words) : !/[\p{L}\p{N}]/u.test(text.slice(paragraph.start, paragraph.end))
}

const hasContent = (turn: Turn): boolean => turn.body.length > 0 || turn.header.end > turn.header.start

const unnamedTurn = (at: number) => ({
  speaker: { label: '', span: { start: at, end: at } },
  header: { start: at, end: at },
  body: [] as Span[],
})

/** The speaker with the title and house of the participants' list, where the header gives none. */
function withAffiliation(speaker: Speaker, people: ReadonlyMap<string, Participant>): Speaker {
  const listed = people.get(nameKey(speaker.label))
  if (!listed || speaker.title !== undefined || speaker.firm !== undefined) return speaker
  return {
    ...speaker,
    ...(listed.title && { title: listed.title }),
    ...(listed.firm && { firm: listed.firm }),
  }
}

/** Neighbouring notices of one kind, made one. */
function joined(text: string, notices: readonly Notice[]): readonly Notice[] {
  const whole: Notice[] = []
  for (const notice of notices.toSorted((a, b) => a.start - b.start)) {
    const span = { ...notice, ...trimSpan(text, notice) }
    const last = whole.at(-1)
    const near = last?.kind === span.kind && text.slice(last.end, span.start).trim() === ''
    if (last && near) whole[whole.length - 1] = { ...last, end: span.end }
    else whole.push(span)
  }
  return whole
}
