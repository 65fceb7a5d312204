import type { Notice, Participant, Span } from '../types.js'
import { isFurniture, isParticipantsHeading, isProse } from './asides.js'
import type { Line } from './lines.js'
import { isFullName, isName, isRoleLabel, nameKey } from './names.js'
import { isRole, isTitleLine, splitTitle } from './titles.js'

/** A list of the people on the call: its people, the text it covers and how many lines it takes. */
export interface ParticipantList {
  readonly participants: readonly Participant[]
  readonly notice: Notice
  readonly lines: number
}

/**
 * Reads the list of participants whose heading is line `index`: "Name - Title", "Name, Title",
 * "Name (Title)", "**Name** -- *Title*", "Name" alone, one a line. It ends before prose, headings, a
 * speaker's label and a name already listed (in `known` or here): that opens the first turn.
 */
export function participantsAt(
  text: string,
  lines: readonly Line[],
  index: number,
  known: ReadonlySet<string>,
): ParticipantList | undefined {
  const heading = lines[index]!
  if (!isParticipantsHeading(text.slice(heading.start, Math.min(heading.end, heading.start + 81))))
    return undefined
  const participants: Participant[] = []
  const seen = new Set(known)
  let end = heading.end
  let taken = 1
  let at = index + 1
  let initials: Span | undefined
  for (; at < lines.length; at++) {
    const line = lines[at]!
    if (line.end - line.start > LONGEST_ENTRY) break
    const words = text.slice(line.start, line.end)
    if (isParticipantsHeading(words) || isFurniture(words) || isProse(words)) break
    if (isDetailOf(participants.at(-1), text, lines, at)) {
      participants.push({ ...participants.pop()!, ...splitTitle(words) })
    } else if (participants.length > 0 && COMPANY_TAIL.test(words)) {
      participants.push(continued(participants.pop()!, words))
    } else if (INITIALS.test(words)) {
      initials = line
      continue
    } else {
      const entries = entriesOf(text, line, initials)
      if (!entries || seen.has(nameKey(entries[0]!.name)) || opensSpeech(text, lines, at, entries)) break
      for (const entry of entries) seen.add(nameKey(entry.name))
      participants.push(...entries)
    }
    initials = undefined
    end = line.end
    taken = at - index + 1
  }
  return { participants, notice: { start: heading.start, end, kind: 'participants' }, lines: taken }
}

/** UTF-16 code units. */
const LONGEST_ENTRY = 200

/** A line left over when an entry was broken after a full stop: "Y.C." or "Inc., Research Division". */
const INITIALS = /^(?:\p{Lu}\.\s?){1,3}$/u
const COMPANY_TAIL = /^(?:inc|ltd|llc|l\.p|co|corp|limited|plc)\b[.,]*(?:\s|$)/i

function continued(participant: Participant, words: string): Participant {
  const before = participant.firm ?? participant.title ?? ''
  return { name: participant.name, span: participant.span, ...splitTitle(`${before} ${words}`) }
}

/** Whether a line right below a bare name is that person's title and house. */
function isDetailOf(
  person: Participant | undefined,
  text: string,
  lines: readonly Line[],
  at: number,
): boolean {
  const line = lines[at]!
  if (person?.title !== undefined || person?.firm !== undefined || line.afterBlank) return false
  if (person?.span.end !== lines[at - 1]!.end) return false
  const words = text.slice(line.start, line.end)
  const isIndented = BULLET.test(text.slice(lines[at - 1]!.start, person.span.end)) && !BULLET.test(words)
  const first = words.split(/[,，]|\s(?:--|[-–—])\s/u)[0]!
  return isRole(words) && isTitleLine(words) && (isIndented || !isName(first) || isRole(first))
}

function opensSpeech(
  text: string,
  lines: readonly Line[],
  at: number,
  entries: readonly Participant[],
): boolean {
  const [entry] = entries
  const next = lines[at + 1]
  if (entry!.title !== undefined || entry!.firm !== undefined || !next?.afterBlank) return false
  return isProse(text.slice(next.start, Math.min(next.end, next.start + LONGEST_ENTRY * 2)))
}

const BULLET = /^(?:[-•·▪]\s+|\*\s+|\d{1,2}[.)]\s+)/u

function entriesOf(text: string, line: Span, initials: Span | undefined): readonly Participant[] | undefined {
  const bullet = BULLET.exec(text.slice(line.start, line.end))?.[0].length ?? 0
  const span = { start: line.start + bullet, end: line.end }
  const words = text.slice(span.start, span.end)
  const dash = /\s(?:--|[-–—])(?:\s|$)/u.exec(words)
  if (!dash) return aloneOrTitled(text, span)
  const right = { start: span.start + dash.index + dash[0].length, end: span.end }
  const second = RUN_ON.exec(text.slice(right.start, right.end))
  if (second) {
    const border = right.start + second[1]!.length
    const first = entry(
      text,
      { start: initials?.start ?? span.start, end: span.start + dash.index },
      text.slice(right.start, border),
    )
    const rest = entriesOf(
      text,
      { start: border + second[0].length - second[1]!.length - second[2]!.length, end: span.end },
      undefined,
    )
    return [first, ...(rest ?? [])]
  }
  const left = { start: span.start, end: span.start + dash.index }
  if (isName(text.slice(right.start, right.end)) && isRole(text.slice(left.start, left.end))) {
    return [entry(text, right, text.slice(left.start, left.end))]
  }
  if (left.end - left.start > 60) return undefined
  return [
    entry(text, { start: initials?.start ?? left.start, end: left.end }, text.slice(right.start, right.end)),
  ]
}

/** Two entries on one line: "… Markets Inc. Timothy Zhao - Goldman Sachs". */
const RUN_ON =
  /^(.{2,80}?\b(?:Inc|Ltd|LLC|Co|Corp|Limited)\.?)\s+(\p{Lu}[^-–—]{2,50}\s(?:--|[-–—])\s.{1,100})$/u

function aloneOrTitled(text: string, span: Span): readonly Participant[] | undefined {
  const words = text.slice(span.start, span.end)
  const paired = /^([^(（,，|\t:：]{2,60})(?:[,，|\t:：]|\s*[(（])\s*(.{1,140}?)[)）]?$/u.exec(words)
  if (paired && isName(strip(paired[1]!)) && !isRoleLabel(paired[1]!)) {
    return [entry(text, { start: span.start, end: span.start + paired[1]!.length }, paired[2]!)]
  }
  return isFullName(strip(words)) && !isRoleLabel(words) ? [entry(text, span, '')] : undefined
}

const strip = (words: string): string => words.replace(/[*_]/g, '').trim()

function entry(text: string, span: Span, detail: string): Participant {
  let { start, end } = span
  while (start < end && /[\s*_]/.test(text[start]!)) start++
  while (end > start && /[\s*_]/.test(text[end - 1]!)) end--
  const name = text.slice(start, end).replace(/\s+/g, ' ')
  return { name, span: { start, end }, ...splitTitle(detail) }
}
