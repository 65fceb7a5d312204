import type { Notice } from '../types.js'
import { beforeBlank, type Line } from './lines.js'

/** Heading of a part of the call: "Presentation", "## Q&A", "**Prepared Remarks:**", "问答环节". */
export const isSectionHeading = (line: string): boolean => line.length <= 80 && SECTIONS.has(headingKey(line))

/** Heading of a list of the people on the call. */
export const isParticipantsHeading = (line: string): boolean =>
  line.length <= 80 && (PARTICIPANTS.test(headingKey(line)) || HAN_PARTICIPANTS.test(headingKey(line)))

/** Whether a line is nothing the call said whatever the layout: a comment, a heading, a rule, a duration. */
export const isFurniture = (line: string): boolean =>
  line.length <= 400 &&
  (/^#{1,6}(?:\s|$)/.test(line) ||
    isSectionHeading(line) ||
    RULE.test(line) ||
    DURATION.test(line) ||
    EDITORIAL.test(line) ||
    isPageFurniture(line))

/** Whether a line is what a vendor prints on every page: its telephone and address, "Page 3 of 12". */
export const isPageFurniture = (line: string): boolean => line.length <= 160 && PAGE.test(line)

/**
 * The vendor's notice that line `index` opens, with the number of lines it takes; under a heading
 * "Disclaimer" that is everything to the end or to a line that `opens` a turn.
 */
export function disclaimerAt(
  text: string,
  lines: readonly Line[],
  index: number,
  opens: (index: number) => boolean,
): { readonly notice: Notice; readonly lines: number } | undefined {
  const line = lines[index]!
  const words = text.slice(line.start, Math.min(line.end, line.start + OPENING))
  const isLong = line.end - line.start > LONGEST_DISCLAIMER
  const isApart = line.afterBlank || beforeBlank(lines, index) || isRuled(text, lines, index)
  const isHeading = DISCLAIMER_HEADINGS.has(headingKey(words)) && isApart
  if (isLong || !(isHeading || DISCLAIMERS.some((pattern) => pattern.test(words)))) return undefined
  let last = index
  while (last + 1 < lines.length && (isHeading ? !opens(last + 1) : hasNoWords(text, lines[last + 1]!)))
    last++
  return { notice: { start: line.start, end: lines[last]!.end, kind: 'disclaimer' }, lines: last - index + 1 }
}

/** A vendor's notice in brackets at the end of a line of speech: "[Portions of this transcript …]". */
export function disclaimerWithin(text: string, line: Line): Notice | undefined {
  const from = Math.max(line.start, line.end - LONGEST_DISCLAIMER)
  const match =
    /[[(]\s?(?:Portions of this (?:call|transcript)|Statements in English on this transcript|This transcript (?:was|has been))/i.exec(
      text.slice(from, line.end),
    )
  if (!match || !/[\])]\.?$/.test(text.slice(line.start, line.end))) return undefined
  return { start: from + match.index, end: line.end, kind: 'disclaimer' }
}

/** Whether a paragraph reads like speech: long enough and with a sentence's end. */
export const isProse = (words: string): boolean =>
  /[.?!。？！]/u.test(words) &&
  ((words.match(/\s+/g) ?? []).length >= 19 || (words.match(/\p{Script=Han}/gu) ?? []).length >= 40)

/** Whether a paragraph is a call's date or title line, or has no words at all. */
export const isCallTitle = (words: string): boolean =>
  words.length <= 200 &&
  !/[.?!。？！]$/u.test(words) &&
  !SPOKEN.test(words) &&
  CALL_TITLES.some((pattern) => pattern.test(words))

/** UTF-16 code units: where a disclaimer's wording must begin, and how long its line may be. */
const OPENING = 300
const LONGEST_DISCLAIMER = 2000

const headingKey = (line: string): string =>
  line
    .replace(/^[#*?>•\-\s_]+/u, '')
    .replace(/[*:：_\s-]+$/u, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ and | & /g, '&')

const SECTIONS = new Set([
  ...[
    'presentation',
    'prepared remarks',
    'management discussion section',
    'management discussion',
    'management remarks',
  ],
  ...[
    'opening remarks',
    'q&a',
    'question&answer',
    'questions&answers',
    'question-and-answer',
    'question-and-answer session',
  ],
  ...[
    'question&answer session',
    'questions&answers session',
    'question&answer section',
    'q&a session',
    'q&a section',
  ],
  ...[
    'questions-and-answers',
    'closing remarks',
    'contents',
    'table of contents',
    'transcript',
    'full transcript',
  ],
  ...[
    'call transcript',
    'earnings call transcript',
    'full conference call transcript',
    'date',
    'event details',
  ],
  ...[
    '管理层讨论',
    '管理层发言',
    '管理層發言',
    '管理层陈述',
    '业绩介绍',
    '問答環節',
    '问答环节',
    '问答部分',
    '问答',
    '提问环节',
    '提問環節',
    '正文',
    '会议内容',
    '会议实录',
    '會議實錄',
  ],
])
const PARTICIPANTS =
  /^(?:(?:company|corporate|conference call|earnings call|call|conference|management|analyst|other|event|investment community)\s)?(?:participants?|executives?|analysts|speakers|attendees|panelists|representatives)(?:\s?list)?$/
const HAN_PARTICIPANTS =
  /^(?:主要)?(?:参会|參會|与会|與會|出席)(?:人员|人員|嘉宾|嘉賓|者|高管|管理层|管理層)?(?:名单|名單|列表)?$|^(?:公司|管理层|管理層)(?:代表|出席人员|参会人员|與會人員)$|^分析师名单$/
const RULE = /^(?:[-=_*.·~—–\s]){5,}$/u
const DURATION = /^\**(?:duration|call duration|call length|时长|時長)\**\s?[:：]/iu
const EDITORIAL =
  /^\**(?:image source|more \S.{0,80} analysis|all earnings call transcripts|read more\b.{0,120}\banalysis|call (?:start|end)\s?:|transcribed by https?:\/\/)/i

/** Whether a line says whose work the page is: "© 2026 …", "Copyright 2026 …". */
export const isCopyright = (line: string): boolean => line.length < 240 && COPYRIGHT.test(line)

/** A telephone number with or without an address of the web, an address alone, a page's number with its word. */
const PAGE =
  /^(?:1-8\d{2}-[A-Z\d-]{7,8}(?:\s+www\.\S+)?|(?:https?:\/\/|www\.)[^\s/]+\.[a-z]{2,4}\/?|(?:total\s)?pages?:?\s\d{1,4}(?:\s(?:of|\/)\s\d{1,4})?)$/iu

const DISCLAIMER_HEADINGS = new Set([
  'definitions',
  'disclaimer',
  'disclosure',
  'legal disclaimer',
  'important disclaimer',
  '免责声明',
  '免責聲明',
  '免责条款',
])
const COPYRIGHT = /^\W{0,4}(?:©|\(c\)\s?\d{4}|copyright\b)/i
const DISCLAIMERS: readonly RegExp[] = [
  /^\W{0,4}(?:disclaimer|免责声明|免責聲明)\**\s?[:：]/iu,
  /^\W{0,4}portions of this (?:call|transcript)\b/i,
  /^\W{0,4}statements in english on this transcript/i,
  /\bthis\b.{0,60}\btranscript\b.{0,60}\b(?:generated|automat|machine|provided (?:for|"?as is)|without human|may contain|is intended|not been (?:edited|reviewed|verified)|produced (?:for|by))/i,
  /\btranscripts?\b.{0,80}\b(?:errors, omissions|may contain (?:errors|inaccuracies)|almost certa?ia?nly contains? errors|disclaims?)/i,
  COPYRIGHT,
  /\ball rights reserved\b/i,
  /\bmakes no representations? (?:about|as to|regarding) the accuracy\b/i,
  /^\W{0,4}the motley fool (?:has|recommends|owns|may)\b|\bmotley fool has (?:no position|positions)\b/i,
  /\bhas (?:no|a) position in any of the stocks mentioned\b/i,
  /\breserves the right to make changes to documents, content\b/i,
  /^\W{0,4}the following slide deck was published\b/i,
  /^\W{0,4}(?:本|该)(?:文|文稿|记录|記錄|纪要|紀要|逐字稿|转写|转录).{0,40}(?:自动|自動|机器|機器|人工智能|ai|语音识别|仅供参考|僅供參考)/iu,
  /版权所有|版權所有|未经许可.{0,12}转载/u,
]

/** Words of speech that no title line holds. */
const SPOKEN = /\b(?:welcome|you|we|is|are|i|my|thank|thanks|hello|everyone)\b|欢迎|歡迎|大家|我|您/iu
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?'
const CALL_TITLES: readonly RegExp[] = [
  /^\d{1,4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,4}日?(?:\s.{0,40})?$/u,
  new RegExp(`^(?:\\p{L}{3,9},\\s)?${MONTH}\\s\\d{1,2},?\\s\\d{4}(?:\\W.{0,40})?$`, 'iu'),
  new RegExp(`^\\d{1,2}[\\s-]${MONTH},?[\\s-]\\d{4}(?:\\W.{0,40})?$`, 'iu'),
  /\b(?:earnings|results|conference|investors?|analysts?|quarter|interim|annual|q[1-4])\s(?:\S+\s){0,2}(?:call|transcript|briefing)\b/i,
  /\btranscript$/i,
  /(?:业绩|業績)\S{0,6}(?:会|會|说明|說明|电话|電話)|(?:纪要|紀要|实录|實錄|逐字稿)$/u,
]

/** A rule stands right before and after the line. */
const isRuled = (text: string, lines: readonly Line[], index: number): boolean =>
  [lines[index - 1], lines[index + 1]].every(
    (line) => line && line.end - line.start <= 400 && RULE.test(text.slice(line.start, line.end)),
  )

function hasNoWords(text: string, line: Line): boolean {
  return line.end - line.start <= 40 && !/[\p{L}\p{N}]/u.test(text.slice(line.start, line.end))
}
