import type { Notice, Span } from '../types.js'

/**
 * The transcriber's remarks inside a stretch of speech: `[Foreign language]`, `(ph)`, `【中文】`, a time.
 * The wordings are a closed list, so that a correction in brackets such as `[76.3%]` stays speech.
 */
export function remarksIn(text: string, span: Span): readonly Notice[] {
  const words = text.slice(span.start, span.end)
  const remarks: Notice[] = []
  for (const match of words.matchAll(BRACKETED)) {
    if (!isRemark(match[1]!)) continue
    const start = span.start + match.index
    remarks.push({ start, end: start + match[0].length, kind: 'remark' })
  }
  return remarks
}

const BRACKETED = /[[(<【（［〔]([^[\]()<>【】（）［］〔〕\r\n]{1,60})[\])>】）］〕]/gu

/** Whether the words inside brackets are a transcriber's remark, not a correction. */
export const isRemark = (inner: string): boolean => {
  const words = inner
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(TIME_AFTER, '')
    .replace(/[.…!:]+$/, '')
  return WORDINGS.has(words) || PATTERNS.some((pattern) => pattern.test(words))
}

const TIME_AFTER = /[ ,@-]{1,3}\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?$/

const WORDINGS = new Set(
  (
    'interpreted|translated|interpretation|translation|interpreter|translator|foreign|operator instructions|' +
    'operator instruction|instructions|operator signoff|operator sign-off|indiscernible|inaudible|unintelligible|' +
    'unclear|inaudible remark|unk|ph|phonetic|sic|technical difficulty|technical difficulties|technical issue|' +
    'technical issues|technical problem|audio gap|audio break|audio cut|audio cuts out|audio distortion|no audio|' +
    'background noise|noise|crosstalk|cross talk|cross-talk|overlapping conversation|overlapping speakers|' +
    'overlapping speech|multiple speakers|laughter|laughs|laugh|laughing|applause|music|music playing|cough|silence|' +
    'pause|long pause|no response|affirmative|break|recess|end of audio|call ended|line disconnected|disconnected|' +
    'video playing|video presentation|audio playing|playback|abrupt start|abrupt end|starts abruptly|ends abruptly|' +
    'call starts abruptly|call ends abruptly|' +
    '中文|普通话|普通話|国语|國語|粤语|粵語|英文|英语|英語|外语|外語|翻译|翻譯|口译|口譯|听不清|聽不清|无法辨认|無法辨認|' +
    '无法识别|笑声|笑聲|笑|掌声|掌聲|音乐|音樂|停顿|停頓|静音|靜音|沉默|操作员说明|技术故障|背景噪音|串音|中文发言|中文發言|' +
    '说中文|說中文'
  ).split('|'),
)

const LANGUAGE =
  '(?:foreign|native|local|chinese|mandarin|mandarin chinese|cantonese|english|japanese|korean|french|german|spanish|portuguese|non-english|another|other)'
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `^(?:start of |end of |begin |end )?${LANGUAGE}(?: language| dialect)?(?: spoken| speaking| speech| audio)?$`,
  ),
  new RegExp(
    `^(?:speaks?|speaking|spoken|spoke|said|answers?|in)(?: in)?(?: an?)? ?${LANGUAGE}(?: language| dialect)?$`,
  ),
  new RegExp(
    `^(?:${LANGUAGE} )?(?:through|via|by|with)(?: an?| the)? (?:interpreter|translator|interpretation|translation)$`,
  ),
  new RegExp(`^(?:interpreted|translated|interpretation|translation) from ${LANGUAGE}$`),
  /^\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?: ?(?:-->|[-–]) ?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)?$/,
]
