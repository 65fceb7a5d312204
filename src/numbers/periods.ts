/** When a figure holds, as far as the words around it tell. */
export type Period =
  | { readonly kind: 'current' }
  | { readonly kind: 'year-ago' }
  | { readonly kind: 'previous' }
  /** The next quarter or year: guidance. */
  | { readonly kind: 'coming' }
  /** Any other that is named: "first nine months", "as of June 30, 2025", "full year". */
  | { readonly kind: 'named'; readonly name: string }

/** What a change is measured against: the same period a year ago, or the period before. */
export type Basis = 'yoy' | 'qoq'

/** The period named in the words, the first where there are several. */
export function periodIn(words: string): Period | undefined {
  const match = PERIOD.exec(words)?.groups
  if (!match) return undefined
  const kind = PERIODS.find((name) => match[name] !== undefined)
  if (kind) return { kind: KINDS[kind] }
  const name = match['asOf'] ?? match['stretch']!
  return {
    kind: 'named',
    name: name
      .toLowerCase()
      .replace(/^the\s/u, '')
      .replaceAll(/\s+/gu, ' '),
  }
}

/** The basis named in the words, the last where there are several. */
export function basisIn(words: string): Basis | undefined {
  const last = [...words.matchAll(BASIS)].at(-1)?.groups
  return last && (last['yoy'] === undefined ? 'qoq' : 'yoy')
}

/** The words without those that say when, or against when. */
export function withoutTime(words: string): string {
  if (!MAY_SAY_WHEN.test(words)) return words
  let timeless = known.get(words)
  if (timeless === undefined) {
    if (known.size >= 5000) known.clear()
    known.set(words, (timeless = stripTime(words)))
  }
  return timeless
}

/** Several questions are asked of the same words in turn. */
const known = new Map<string, string>()

function stripTime(words: string): string {
  return words.replace(BASIS, ' ').replace(TIME, ' ')
}

/** What every such expression holds; the full patterns are dear. */
const MAY_SAY_WHEN =
  /year|quarter|month|half|period|time|20\d\d|q[1-4]|y[- ]?o[- ]?y|q[- ]?o[- ]?q|sequential|annual|quote|end|january|february|march|april|may|june|july|august|september|october|november|december|[年季期同环]/iu

const PERIODS = ['ago', 'previous', 'coming', 'current'] as const
const KINDS = { ago: 'year-ago', previous: 'previous', coming: 'coming', current: 'current' } as const

const SPAN = '(?:quarter|period|half|year|month|time)'
const ORDINAL = '(?:first|second|third|fourth|1st|2nd|3rd|4th)'
const FISCAL = String.raw`(?:fiscal\s)?`
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const YEAR = String.raw`(?:fiscal\s(?:year\s)?)?20\d\d`
const DATE = String.raw`${MONTH}(?:\s(?:\d{1,2}(?:st|nd|rd|th)?|the\s\d{1,2}(?:st|nd|rd|th)?|thirty(?:[- ]?(?:first|one))?|thirtieth|thirteen))?(?:,?\s20\d\d)?`

const AGO = [
  String.raw`(?:the\s)?(?:same|corresponding|comparable)\s(?:${ORDINAL}\s)?${FISCAL}${SPAN}(?:\s(?:of\s|in\s)?(?:the\s)?(?:last|previous|prior|preceding)\s${FISCAL}year|\sa\syear\s(?:ago|earlier)|\s(?:of|in)\s${YEAR})?`,
  String.raw`(?:a|one)\syear\s(?:ago|earlier|before)`,
  String.raw`(?:the\s)?(?:year[- ]ago|prior[- ]year|previous[- ]year|last[- ]year)(?:'s)?(?:\s(?:same\s)?(?:${ORDINAL}\s)?${SPAN})?`,
  String.raw`(?:the\s)?${ORDINAL}\squarter\sof\s(?:the\s)?(?:last|previous|prior)\syear`,
  '去年同期|上年同期|去年同比|去年',
].join('|')
const PREVIOUS = String.raw`(?:the\s|an?\s)?(?:previous|prior|last|preceding)\s${FISCAL}quarter(?:'s)?|(?:a|one)\squarter\s(?:ago|earlier)|上一?个?季度|上季`
const COMING = String.raw`(?:the\s)?(?:next|coming|following)\s${FISCAL}(?:quarter|year)|下一?个?季度|明年`
const CURRENT = String.raw`(?:this|the\scurrent|current|the\sreporting)\s${FISCAL}(?:quarter|period|year)|the\s${FISCAL}(?:quarter|period)|本季度|这个季度|本期`
const STRETCH = String.raw`(?:the\s)?(?:${ORDINAL}\s${FISCAL}(?:quarter|half)|(?:first|last|past)\s(?:nine|six|three|twelve|9|6|3|12)\smonths|full[- ]year|fiscal\s(?:year|${ORDINAL}\squarter)|q[1-4])(?:\s(?:of\s|in\s)?(?:${YEAR}|(?:the\s)?(?:this|same|current)\syear))?|前三季度|上半年|全年`
const AS_OF = String.raw`(?:as\s(?:of|at)|(?:at|by|since)\sthe\s(?:end|beginning)\sof)\s(?:the\s)?(?:${DATE}|${AGO}|${PREVIOUS}|${STRETCH}|${CURRENT}|${YEAR})|(?:year|quarter)[- ]end`

const PERIOD = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<asOf>${AS_OF})|(?<ago>${AGO})|(?<previous>${PREVIOUS})|(?<coming>${COMING})|(?<current>${CURRENT})|(?<stretch>${STRETCH}|(?:in|ended|of)\s(?:${DATE}|${YEAR})))(?![\p{L}\p{N}])`,
  'iu',
)
const TIME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:in|for|during|from|of|at|over|on|through|ended|within)\s)?(?:${AS_OF}|${AGO}|${PREVIOUS}|${COMING}|${CURRENT}|${STRETCH}|(?:in|ended|of|as\sof|on)\s(?:${DATE}|${YEAR}))(?![\p{L}\p{N}])`,
  'giu',
)
const BASIS =
  /(?<![\p{L}])(?:(?:on\s)?(?:a\s|an\s)?(?:(?<yoy>year[- ](?:over|on|to|or|of)[- ](?:a[- ])?years?|over\s(?:a|the)\syear|y[- ]?o[- ]?y|annually|同比)|(?<qoq>quarter[- ](?:over|on|to|or|of)[- ](?:a[- ])?quarter|quote[- ]on[- ]quote|q[- ]?o[- ]?q|sequential(?:ly)?|环比|環比))(?:\sbasis)?)/giu
