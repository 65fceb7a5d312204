import { trimSpan } from '../text/spans.js'
import type { Format, Notice, Participant, Span, Transcript } from '../types.js'
import { disclaimerAt, disclaimerWithin, isFurniture } from './asides.js'
import { assemble, type Mark } from './layout.js'
import { headsOf, pageBreakAt } from './page-breaks.js'
import { linesOf, type Line } from './lines.js'
import { nameKey } from './names.js'
import { participantsAt, partedFromHouses, type ParticipantList } from './participants.js'

/** A line of a text and what stands around it, as the readers see it. */
export interface Place {
  readonly text: string
  readonly lines: readonly Line[]
  readonly index: number
  /** The line, without a vendor's notice at its end. */
  readonly line: Line
}

/** The openings a line holds, in order, and how many lines their headers take. */
export interface Opening {
  readonly marks: readonly Mark[]
  readonly lines: number
}

export type Opener = (place: Place) => Opening | undefined

/** Reads a text line by line: what nobody spoke is set apart, then `openings` are asked of each other line. */
export function scan(text: string, format: Format, openings: Opener): Transcript {
  const lines = linesOf(text)
  const marks: Mark[] = []
  const asides: Notice[] = []
  const participants: Participant[] = []
  const known = new Set<string>()
  const heads = headsOf(text, lines)
  const opens = (index: number): boolean =>
    openings({ text, lines, index, line: lines[index]! }) !== undefined
  for (let index = 0; index < lines.length;) {
    const aside = asideAt(text, lines, index, known, heads, opens)
    if (aside) {
      asides.push(aside.notice)
      for (const participant of aside.participants) {
        participants.push(participant)
        known.add(nameKey(participant.name))
      }
      index += aside.lines
      continue
    }
    const within = disclaimerWithin(text, lines[index]!)
    const line = {
      ...lines[index]!,
      ...(within && trimSpan(text, { start: lines[index]!.start, end: within.start })),
    }
    const opening = openings({ text, lines, index, line })
    for (const mark of opening?.marks ?? []) marks.push(mark)
    if (within) asides.push(within)
    index += opening?.lines ?? 1
  }
  const names = marks.map(({ speaker }) => speaker.label)
  return assemble(text, format, { marks, asides, participants: partedFromHouses(text, participants, names) })
}

/** The lists of participants in a text, wherever they stand. */
export function listsIn(text: string, lines: readonly Line[]): readonly ParticipantList[] {
  const lists: ParticipantList[] = []
  const known = new Set<string>()
  for (let index = 0; index < lines.length;) {
    const list = participantsAt(text, lines, index, known)
    if (list) lists.push(list)
    for (const { name } of list?.participants ?? []) known.add(nameKey(name))
    index += list?.lines ?? 1
  }
  return lists
}

export const participantsIn = (text: string, lines: readonly Line[]): readonly Participant[] =>
  listsIn(text, lines).flatMap(({ participants }) => participants)

export const keysOf = (participants: readonly Participant[]): ReadonlySet<string> =>
  new Set(participants.map((participant) => nameKey(participant.name)))

interface Aside {
  readonly notice: Notice
  readonly lines: number
  readonly participants: readonly Participant[]
}

function asideAt(
  text: string,
  lines: readonly Line[],
  index: number,
  known: ReadonlySet<string>,
  heads: ReadonlySet<string>,
  opens: (index: number) => boolean,
): Aside | undefined {
  const list = participantsAt(text, lines, index, known)
  if (list) return list
  const border = pageBreakAt(text, lines, index, heads, opens)
  if (border > 0) {
    const notice = {
      start: lines[index]!.start,
      end: lines[index + border - 1]!.end,
      kind: 'front-matter' as const,
    }
    return { notice, lines: border, participants: [] }
  }
  const disclaimer = disclaimerAt(text, lines, index, opens)
  if (disclaimer) return { ...disclaimer, participants: [] }
  const line: Span = lines[index]!
  if (!isFurniture(text.slice(line.start, Math.min(line.end, line.start + 401)))) return undefined
  return { notice: { start: line.start, end: line.end, kind: 'front-matter' }, lines: 1, participants: [] }
}
