import type { Participant, Span } from '../types.js'
import { isCallTitle, isFurniture, isParticipantsHeading } from './asides.js'
import { isCertain, parseLabel } from './label.js'
import { beforeBlank } from './lines.js'
import { isFullName, isRoleLabel, nameKey } from './names.js'
import type { Place } from './scan.js'
import { isRole, isTitleLine, splitTitle, type Affiliation } from './titles.js'

/** The people a transcript lists, for look-ups by name and by what stands after it. */
export interface Known {
  has(name: string): boolean
  /** Every title and house of the lists as it would be written after a name, longest first. */
  readonly affiliations: readonly { readonly words: string; readonly affiliation: Affiliation }[]
}

export function byName(participants: readonly Participant[]): Known {
  const people = new Set(participants.map((person) => nameKey(person.name)))
  const written = new Map(
    participants.flatMap((person) => wordings(person).map((words) => [words, affiliationIn(person)])),
  )
  return {
    has: (name) => people.has(nameKey(name)),
    affiliations: [...written]
      .map(([words, affiliation]) => ({ words, affiliation }))
      .toSorted((a, b) => b.words.length - a.words.length),
  }
}

/** A line that is nobody's words but a name: listed, a part in the call, "Name - Title", or shaped like a full name. */
export function standalone(
  { text, lines, index, line }: Place,
  known: Known,
): { readonly name: Span; readonly affiliation?: Affiliation } | undefined {
  if (line.end - line.start > LONGEST_HEADER) return undefined
  const words = text.slice(line.start, line.end)
  if (/[.?!。？！:：]$/u.test(words) && !known.has(words)) return undefined
  if (isFurniture(words) || isParticipantsHeading(words) || isCallTitle(words)) return undefined
  if (known.has(words)) return { name: { start: line.start, end: line.end } }
  const label = parseLabel(text, line)
  if (!label) return undefined
  const name = text.slice(label.name.start, label.name.end)
  const isBelieved =
    known.has(name) ||
    (isCertain(text, label) && !label.timed) ||
    isNameBetweenWords({ text, lines, index }, name)
  if (!isBelieved) return undefined
  return { name: label.name, ...(label.detail !== '' && { affiliation: splitTitle(label.detail) }) }
}

/** A listed name, or "Operator", alone after a sentence's end at the end of a paragraph. */
export function tail({ text, lines, index, line }: Place, known: Known): Span | undefined {
  const next = lines[index + 1]
  const closes = beforeBlank(lines, index) || (next !== undefined && beforeBlank(lines, index + 1))
  if (!closes) return undefined
  let found: Span | undefined
  let start = line.end
  for (let words = 1; words <= 6 && start > line.start; words++) {
    while (start > line.start && /\s/.test(text[start - 1]!)) start--
    while (start > line.start && line.end - start < LONGEST_HEADER && !/\s/.test(text[start - 1]!)) start--
    const name = text.slice(start, line.end)
    const before = text.slice(Math.max(line.start, start - 4), start)
    if (/[.?!…。？！\])”"'’-]\s+$/u.test(before) && (known.has(name) || isRoleLabel(name)))
      found = { start, end: line.end }
  }
  const isTitled =
    found && titleBelow({ text, lines, index, line }, text.slice(found.start, found.end), known) !== undefined
  return beforeBlank(lines, index) || isTitled ? found : undefined
}

/** The title on the line right below a name, with a blank line after it. */
export function titleBelow(
  { text, lines, index }: Pick<Place, 'text' | 'lines' | 'index' | 'line'>,
  name: string,
  known: Known,
): { readonly end: number; readonly affiliation: Affiliation } | undefined {
  const below = lines[index + 1]
  if (!below || below.afterBlank || below.end - below.start > WIDEST_TITLE) return undefined
  const written = text.slice(below.start, below.end)
  const words = written.replace(QUESTION_MARK, '')
  const isListed = known.affiliations.some((listed) => listed.words === words)
  const isApart = beforeBlank(lines, index + 1) || words !== written
  const isShaped = isApart && isFullName(name) && !known.has(words) && isTitleLine(words) && isRole(words)
  return isListed || isShaped ? { end: below.end, affiliation: splitTitle(words) } : undefined
}

/** Where a header that ends at `from` really ends, when a listed title or house follows it. */
export function affiliationEnd(
  text: string,
  from: number,
  lineEnd: number,
  known: Known,
): { readonly end: number; readonly affiliation?: Affiliation } {
  const rest = text.slice(from, Math.min(lineEnd, from + LONGEST_HEADER + 80))
  const space = rest.length - rest.trimStart().length
  const words = rest.slice(space)
  const listed = known.affiliations.find(
    (one) => words.startsWith(one.words) && /^(?:\s|$)/.test(words.slice(one.words.length)),
  )
  if (listed) return { end: from + space + listed.words.length, affiliation: listed.affiliation }
  const house = HOUSE.exec(words)
  return house ? { end: from + space + house[0].length, affiliation: splitTitle(house[0]) } : { end: from }
}

/** UTF-16 code units. */
const LONGEST_HEADER = 140

/** UTF-16 code units of a title with a mark at the margin. */
const WIDEST_TITLE = 300

/** A vendor's mark of question or answer at the margin. */
const QUESTION_MARK = /(?<!\s)\s{2,200}[QA]$/u

/** How data vendors write an analyst's house. */
const HOUSE = /^\p{Lu}[\p{L}\p{N}&.,'’ -]{2,70}, Research Division(?=\s|$)/u

const affiliationIn = ({ title, firm }: Participant): Affiliation => ({
  ...(title && { title }),
  ...(firm && { firm }),
})

const wordings = ({ title, firm }: Participant): readonly string[] =>
  title && firm
    ? [`${firm}, ${title}`, `${title}, ${firm}`, `${firm} -- ${title}`]
    : [title ?? firm ?? ''].filter((words) => words.length > 2)

/** An unlisted full name on its own between blank lines, with words to follow. */
function isNameBetweenWords(
  { text, lines, index }: Pick<Place, 'text' | 'lines' | 'index'>,
  name: string,
): boolean {
  const line = lines[index]!
  const next = lines[index + 1]
  const whole = nameKey(text.slice(line.start, line.end)) === nameKey(name)
  return (
    whole &&
    line.afterBlank &&
    next?.afterBlank === true &&
    isFullName(name) &&
    !/\p{Script=Han}{5}/u.test(name)
  )
}
