import { trimSpan } from '../text/spans.js'
import type { Span } from '../types.js'
import { isName, isRoleLabel } from './names.js'
import { isRole, splitTitle, type Affiliation } from './titles.js'

/** Where, by the words of the call itself, somebody else begins to speak. */
export interface HandOver {
  readonly at: number
  /** The next speaker's name in the words that hand over. */
  readonly name?: Span
  readonly affiliation?: Affiliation
}

/**
 * The hand-overs in a stretch of run-together speech: the operator announcing a question, the caller
 * after "please go ahead", the next executive after "turn the call over to …", the operator closing the
 * call. Only cues that are all but fixed wording count; the rest stays with whoever speaks.
 */
export function handOvers(text: string, span: Span): readonly HandOver[] {
  const words = text.slice(span.start, span.end)
  const isCased = /\p{Lu}/u.test(words.slice(1, 4000)) && /\p{Ll}/u.test(words.slice(0, 4000))
  const found = [
    ...questions(words, isCased),
    ...transfers(words, isCased),
    ...closings(words),
    ...hanQuestions(words),
  ]
  const byPlace = new Map<number, HandOver>()
  for (const one of found) if (one.at > 0 && !byPlace.get(one.at)?.name) byPlace.set(one.at, one)
  return [...byPlace.values()]
    .sort((a, b) => a.at - b.at)
    .map(({ at, name, affiliation }) => ({
      at: at + span.start,
      ...(name && { name: { start: name.start + span.start, end: name.end + span.start } }),
      ...(affiliation && { affiliation }),
    }))
}

/** UTF-16 code units that an announcement and its "please go ahead" take at most. */
const REACH = 260

const QUESTION =
  /\b(?:and\s)?(?:(?:our|your|the|my)\s(?:very\s)?(?:first|second|third|next|last|final)\squestion\s(?:today\s)?(?:(?:is|will|would|now|today)\s){0,2}(?:comes?|coming|come|be|is|from)\b|we(?:'ll|’ll|\swill|\scan)\s(?:now\s)?(?:take|hear|go\sto)\s(?:our|the|a)\s(?:first|next|last|final)\squestion\b)/giu

/** What an operator says of the telephone before the first question. */
const OPERATOR_TALK =
  /\b(?:star|keypad|roster|queue|touch-tone|touchtone|operator instructions|hash key|pound key)\b/i

function* questions(words: string, isCased: boolean): Iterable<HandOver> {
  for (const match of words.matchAll(QUESTION)) {
    const after = words.slice(match.index, match.index + REACH)
    if (!/\bfrom\b/i.test(after.slice(0, match[0].length + 40))) continue
    const before = words.slice(Math.max(0, match.index - 400), match.index)
    if (!OPERATOR_TALK.test(before)) yield { at: match.index - thanksBefore(before) }
    const begins = replyIn(after, match[0].length, isCased)
    if (begins === undefined) continue
    yield {
      at: match.index + begins,
      ...callerIn(words, { start: match.index, end: match.index + begins }, isCased),
    }
  }
}

const thanksBefore = (before: string): number => THANKS_BEFORE.exec(before.slice(-24))?.[0].length ?? 0
const THANKS_BEFORE = /\bthank you[.,]?\s+$/i

const TRANSFER =
  /\b(?:turn|hand|pass|turning|handing|passing)\s(?:(?:the|this|our|things|it)\s)?(?:(?:earnings|conference)\s)?(?:(?:call|conference|program|floor|meeting|presentation|microphone)\s)?(?:back\s)?(?:over\s)?(?:back\s)?to\s/giu
/** "Turning to …", which changes the subject only. */
const DIRECT = /^\p{L}+\sto\s$/u
/** A hand-over that is only announced. */
const ANNOUNCED = /\b(?:before|then|after|when|once|until|as|if|later)\b[^.?!]{0,40}$/i

function* transfers(words: string, isCased: boolean): Iterable<HandOver> {
  for (const match of words.matchAll(TRANSFER)) {
    if (DIRECT.test(match[0]) || ANNOUNCED.test(words.slice(Math.max(0, match.index - 60), match.index)))
      continue
    const after = words.slice(match.index, match.index + REACH)
    const begins = replyIn(after, match[0].length, isCased)
    if (begins === undefined) continue
    yield {
      at: match.index + begins,
      ...addresseeIn(words, { start: match.index + match[0].length, end: match.index + begins }, isCased),
    }
  }
}

const CLOSING =
  /\b(?:ladies and gentlemen,?\s)?(?:and\s)?(?:this|that)\s(?:does\s|now\s|will\s)?concludes?\s(?:(?:today's|today’s|our|the|this|your)\s)?(?:[\p{L}’'-]+\s){0,4}?(?:call|conference|program|presentation|session|event|meeting)\b/giu
/** What an operator says just before closing: the turn is already theirs. */
const BEFORE_CLOSING =
  /\bno (?:further|more|other) questions\b|\bparticipati(?:on|ng)\b|\bend of (?:the|our|today's)\b/i
const AFTER_CLOSING = /\bdisconnect\b|\b(?:turn|hand|pass)\b.{0,40}\bback\b/iu

function* closings(words: string): Iterable<HandOver> {
  for (const match of words.matchAll(CLOSING)) {
    const before = words.slice(Math.max(0, match.index - 250), match.index)
    const isClosing =
      AFTER_CLOSING.test(words.slice(match.index, match.index + REACH)) && !/\bprepared\b/i.test(match[0])
    if (isClosing && !OPERATOR_TALK.test(before) && !BEFORE_CLOSING.test(before)) yield { at: match.index }
  }
}

const HAN_QUESTION =
  /(?:下一个|下一個|下一位|第一个|第一個|第一位|最后一个|最後一個|最后一位|接下来的?|接下來的?)(?:问题|問題|提问|提問|提问者|分析师|分析師)?(?:将|將)?(?:是)?(?:来自|來自)/gu
const HAN_GO_AHEAD = /(?:请讲|請講|请提问|請提問|请开始|請開始|请发言|請發言)[。！，,.!]?\s*/u

function* hanQuestions(words: string): Iterable<HandOver> {
  for (const match of words.matchAll(HAN_QUESTION)) {
    const goAhead = HAN_GO_AHEAD.exec(words.slice(match.index, match.index + REACH / 2))
    if (!goAhead) continue
    yield { at: match.index }
    yield { at: match.index + goAhead.index + goAhead[0].length }
  }
}

const GO_AHEAD =
  /\b(?:please,?\.?\s(?:go\sahead|proceed|begin)|go\sahead,?\splease|you\smay\s(?:begin|proceed)|the\sfloor\sis\syours|your\sline\sis\s(?:now\s)?(?:open|live))(?:\swith\syour\squestions?)?(?:[.,]?\s(?:and\s)?(?:your\sline\sis\s(?:now\s)?(?:open|live)))?(?:,?\s(?:sir|ma'am|ma’am|madam)\b)?[.,!?]*\s+/iu
const REPLY = String.raw`(?:thank\syou|thanks|good\s(?:morning|afternoon|evening|day)|hi|hello|hey)\b`
const CASED_REPLY =
  /[.?!]\s+(?=(?:Thank\syou|Thanks|Good\s(?:morning|afternoon|evening|day)|Hi|Hello|Hey)\b)/u
const UNCASED_REPLY = new RegExp(String.raw`\s+(?=${REPLY})`, 'u')

/** Where in `after` the one who was given the floor begins; `from`: where the announcement's wording ends. */
function replyIn(after: string, from: number, isCased: boolean): number | undefined {
  const rest = after.slice(from)
  const goAhead = GO_AHEAD.exec(rest)
  const reply = (isCased ? CASED_REPLY : UNCASED_REPLY).exec(rest.slice(0, REPLY_REACH))
  if (goAhead && !(reply && reply.index < goAhead.index)) {
    const end = from + goAhead.index + goAhead[0].length
    const named = isCased ? /^\p{Lu}[\p{L}'’-]+\.\s+/u.exec(after.slice(end)) : undefined
    const isAddress = named && /,\s+$/.test(goAhead[0])
    return end + (isAddress ? named[0].length : 0)
  }
  return reply ? from + reply.index + reply[0].length : undefined
}

/** Without "please go ahead" the reply must follow at once. */
const REPLY_REACH = 140

const CASED_NAME = String.raw`(?!Bank\b)\p{Lu}(?:\.|[\p{L}'’-]*)(?:\s(?:\p{Lu}(?:\.|[\p{L}'’-]*)|de|van|von|der|la)){0,3}`
const UNCASED_NAME = String.raw`(?!line\b|bank\b)[\p{L}.'’-]+(?:\s[\p{L}.'’-]+){0,2}?`

function callerIn(words: string, { start, end }: Span, isCased: boolean): Omit<HandOver, 'at'> {
  const match = (isCased ? CASED_CALLER : UNCASED_CALLER).exec(words.slice(start, end))
  if (!match?.[2]) return {}
  const name = nameSpan(words, start + match.index + match[1]!.length, match[2], isCased)
  return name
    ? { name, ...(match[3] && !/\bplease\b/i.test(match[3]) && { affiliation: { firm: match[3].trim() } }) }
    : {}
}

const FIRM = String.raw`(?:,?\s(?:with|from|of|at)\s([\p{L}\d&.'’ -]{2,50}?)(?=[,.?!]\s|,?\splease|\syour\sline|\s*$))?`
const CASED_CALLER = new RegExp(
  String.raw`(\bfrom\s(?:the\sline\sof\s)?(?:(?:Mr|Ms|Mrs|Miss|Dr)\.?\s)?)(${CASED_NAME})${FIRM}`,
  'u',
)
const UNCASED_CALLER = new RegExp(
  String.raw`(\bfrom\s(?:the\sline\sof\s)?(?:(?:mr|ms|mrs|miss|dr)\.?\s)?)(${UNCASED_NAME})(?=\s(?:with|from|of|at)\s)${FIRM}`,
  'u',
)

function addresseeIn(words: string, { start, end }: Span, isCased: boolean): Omit<HandOver, 'at'> {
  const match = (isCased ? CASED_ADDRESSEE : UNCASED_ADDRESSEE).exec(words.slice(start, end))
  if (!match?.[2]) return {}
  const name = nameSpan(words, start + match[1]!.length, match[2], isCased)
  const office = /^,\s(?:our\s|the\s)?([^.?!]{3,100}?)(?:[.?!]|,?\splease)/u.exec(
    words.slice(name?.end ?? start, end),
  )?.[1]
  return name ? { name, ...(office && isRole(office) && { affiliation: splitTitle(office) }) } : {}
}

const INTRODUCTION = String.raw`(?:(?:your|our)\s(?:first\s)?(?:host|speakers?)(?:\s(?:for\s)?today)?[,.]?\s|(?:our|your|the)\s(?:ceo|cfo|coo|CEO|CFO|COO|[Cc]hief\s\w+\s[Oo]fficer|[Pp]resident|[Cc]hairman),?\s)?(?:(?:[Mm]r|[Mm]s|[Mm]rs|[Mm]iss|[Dd]r)\.?\s)?`
const CASED_ADDRESSEE = new RegExp(String.raw`^(${INTRODUCTION})(${CASED_NAME})`, 'u')
const UNCASED_ADDRESSEE = new RegExp(
  String.raw`^(${INTRODUCTION})((?:the\s)?operator|${UNCASED_NAME})(?=\s(?:please|thank|thanks|good|hello|hi|vice|senior|chief|head|director|president|managing|executive|ceo|cfo|for|who|sir)\b|\s*$)`,
  'u',
)

function nameSpan(words: string, start: number, written: string, isCased: boolean): Span | undefined {
  const lead = /^the\s/i.exec(written)?.[0].length ?? 0
  const span = trimSpan(words, { start: start + lead, end: start + written.replace(/[.,]+$/, '').length })
  const name = words.slice(span.start, span.end)
  const shaped = isCased ? name : name.replace(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase())
  return isRoleLabel(name) || isName(shaped) ? span : undefined
}
