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
      const entries = namesOf(text, line) ?? entriesOf(text, line, initials)
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

/**
 * The participants, with name and house parted where a list runs them together ("Grace Lin Acme Inc. - CFO"):
 * by the names that turns open with, and for those who never speak by a house found that way.
 */
export function partedFromHouses(
  text: string,
  participants: readonly Participant[],
  speakers: readonly string[],
): readonly Participant[] {
  const names = new Set(speakers.filter(isFullName))
  const houses = new Set<string>()
  const listed = participants.map((person) => {
    const words = person.name.split(' ')
    const count = words.findIndex((_, index) => index > 1 && names.has(words.slice(0, index).join(' ')))
    if (count < 0 || names.has(person.name)) return person
    houses.add(words.slice(count).join(' '))
    return partedAt(text, person, count)
  })
  return listed.map((person) => {
    const house = [...houses].find((firm) => person.name.endsWith(` ${firm}`))
    if (house === undefined) return person
    const name = person.name.slice(0, -house.length - 1)
    return isFullName(name) ? partedAt(text, person, name.split(' ').length) : person
  })
}

/** The first words are the name, as many as `count`; the rest is the house. */
function partedAt(text: string, { name, span, title }: Participant, count: number): Participant {
  const words = [...text.slice(span.start, span.end).matchAll(/\S+/gu)]
  const last = words[count - 1]!
  return {
    name: name.split(' ').slice(0, count).join(' '),
    span: { start: span.start, end: span.start + last.index + last[0].length },
    ...(title && { title }),
    firm: name.split(' ').slice(count).join(' '),
  }
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
  if (HOUSE.test(words) && isTitleLine(words))
    return isFullName(text.slice(person.span.start, person.span.end))
  return isRole(words) && isTitleLine(words) && (isIndented || !isName(first) || isRole(first))
}

/** How a bank or a broker ends its name. */
const HOUSE =
  /^(?!\S+$)[^-–—:：]{2,80}?(?:, Research Division| (?:Securities|Bank|Capital|Capital Markets|Asset Management|Investments|Advisors|Group|Co\.|Inc\.|LLC|L\.P\.|LLP|Ltd\.|Limited|Plc|PLC|AG|S\.A\.|N\.A\.))$/u

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

/** Three or more names on one line, parted by commas. */
function namesOf(text: string, line: Span): readonly Participant[] | undefined {
  const names = [...text.slice(line.start, line.end).matchAll(/[^,，;、]+/gu)]
  if (names.length < 3 || !names.every(([name]) => isFullName(name.trim()) && !isRole(name))) return undefined
  return names.map(({ 0: name, index }) =>
    entry(text, { start: line.start + index, end: line.start + index + name.length }, ''),
  )
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
  const isTitleFirst = isRole(text.slice(left.start, left.end)) && !isRole(text.slice(right.start, right.end))
  if (isName(text.slice(right.start, right.end)) && isTitleFirst) {
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
