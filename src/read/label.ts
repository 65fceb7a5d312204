import { trimSpan } from '../text/spans.js'
import type { Span, Speaker } from '../types.js'
import { isColonLabel, isFullName, isName, isRoleLabel } from './names.js'
import { isRole, splitTitle, type Affiliation } from './titles.js'

/** The words before a colon or on a line of their own, taken apart. */
export interface Label {
  readonly name: Span
  /** Title and house as written, e.g. "Goldman Sachs -- Analyst"; empty when there is none. */
  readonly detail: string
  /** A time stands with the label. */
  readonly timed: boolean
}

/** Takes "[00:01:02] Q - Name (Title)", "Name -- Title", "Name, Title" apart; undefined when no name is there. */
export function parseLabel(text: string, span: Span): Label | undefined {
  const undecorated = strip(text, span)
  const { rest, timed } = withoutTimes(text, undecorated)
  const words = text.slice(rest.start, rest.end)
  if (words === '' || words.length > LONGEST_LABEL) return undefined
  for (const { pattern, needsRole } of DETAILS) {
    const match = pattern.exec(words)
    if (!match) continue
    const name = strip(text, { start: rest.start, end: rest.start + match[1]!.length })
    const detail = match[2]!.replace(/\*/g, '').trim()
    if ((needsRole && !isRole(detail)) || SENTENCE_BREAK.test(detail)) continue
    if (isSpeakerLike(text.slice(name.start, name.end))) return { name, detail, timed }
  }
  return isSpeakerLike(words) ? { name: rest, detail: '', timed } : undefined
}

/** The speaker of a label. */
export function speakerOf(text: string, label: { readonly name: Span; readonly detail: string }): Speaker {
  return speakerNamed(text, label.name, splitTitle(label.detail))
}

export function speakerNamed(text: string, span: Span, affiliation: Affiliation): Speaker {
  return { label: text.slice(span.start, span.end).replace(/\s+/g, ' '), span, ...affiliation }
}

/** A label that speaks for itself: a full name with a title, a part in the call, or one with a time. */
export function isCertain(text: string, label: Label): boolean {
  const name = text.slice(label.name.start, label.name.end)
  return isRoleLabel(name) || label.timed || (isFullName(name) && label.detail !== '')
}

/** A sentence ends inside the words, so they are no title. */
const SENTENCE_BREAK = /[?!。？！]|(?<!\b(?:inc|ltd|co|corp|mr|ms|dr|jr|sr|u\.s|l\.p|n\.a|s\.a|st))\.\s/iu

/** UTF-16 code units. */
const LONGEST_LABEL = 160

const isSpeakerLike = (words: string): boolean => isName(words) || isColonLabel(words)

const DETAILS: readonly { readonly pattern: RegExp; readonly needsRole: boolean }[] = [
  { pattern: /^([^()（）]{1,60}?)\s*[(（]([^()（）]{1,90})[)）]$/u, needsRole: true },
  { pattern: /^(.{1,60}?)\s(?:--|[-–—])\s?(.{0,120})$/u, needsRole: false },
  { pattern: /^([^,，]{1,60})[,，]\s{0,4}(\S.{1,110})$/u, needsRole: true },
]

/**
 * The span without white space, asterisks, brackets around the whole, list bullets and numbers, and the
 * mark of question or answer.
 */
function strip(text: string, span: Span): Span {
  let { start, end } = withoutBrackets(text, trimSpan(text, span))
  while (start < end && /[*_\s]/.test(text[start]!)) start++
  while (end > start && /[*_\s]/.test(text[end - 1]!)) end--
  const bullet = BULLET.exec(text.slice(start, Math.min(end, start + 12)))
  if (bullet) start += bullet[0].length
  return { start, end }
}

const BULLET = /^(?:(?:[QA]|[-•])\s(?:[-–—]{1,2}\s)?(?=\p{Lu})|\d{1,4}[.)]\s{1,4}(?=[\p{Lu}\p{Script=Han}]))/u

/** What stands in brackets, where one pair is around all: "<A - Name>", "[Name]". */
function withoutBrackets(text: string, span: Span): Span {
  const pair = `${text[span.start] ?? ''}${text[span.end - 1] ?? ''}`
  if ((pair !== '<>' && pair !== '[]') || span.end - span.start > LONGEST_LABEL) return span
  return /[[\]<>]/.test(text.slice(span.start + 1, span.end - 1))
    ? span
    : trimSpan(text, { start: span.start + 1, end: span.end - 1 })
}

const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`
const TIME_BEFORE = new RegExp(
  String.raw`^[[(（【]?${TIME}(?:\s?(?:-->|[-–])\s?${TIME})?[\])）】]?[\s,|-]*`,
  'u',
)
/** A turn's number, or where a terminal shows who the speaker is: "[12]", "{BIO 1234567 <GO>}". */
const NUMBER_AFTER = /\s{1,16}(?:\[\d{1,3}\]|[{(]BIO\s\d{1,12}\s<GO>[)}])$/u
const TIME_AFTER = new RegExp(
  String.raw`(?:\s*[[(（【]|\s+)${TIME}(?:\s?(?:-->|[-–])\s?${TIME})?[\])）】]?$`,
  'u',
)

function withoutTimes(text: string, span: Span): { readonly rest: Span; readonly timed: boolean } {
  const words = text.slice(span.start, Math.min(span.end, span.start + LONGEST_LABEL + 60))
  const before = TIME_BEFORE.exec(words)?.[0].length ?? 0
  const after =
    words.length === span.end - span.start ? (TIME_AFTER.exec(words.slice(before))?.[0].length ?? 0) : 0
  const number = NUMBER_AFTER.exec(words)?.[0].length ?? 0
  const rest = strip(text, { start: span.start + before, end: span.end - Math.max(after, number) })
  return { rest, timed: before + after > 0 }
}
