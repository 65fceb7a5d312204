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
  const lower = words.toLowerCase()
  for (const { index } of lower.matchAll(OPENING)) {
    const found = expressionAt(lower, index, DATED)
    if (!found) continue
    if (found.kind !== 'named') return { kind: found.kind }
    const name = lower.slice(index, found.end).replace(/^the\s/u, '')
    return { kind: 'named', name: name.replaceAll(/\s+/gu, ' ') }
  }
  return undefined
}

/** The basis named in the words, the last where there are several. */
export function basisIn(words: string): Basis | undefined {
  const last = [...words.toLowerCase().matchAll(BASIS)].at(-1)?.groups
  return last && (last['yoy'] === undefined ? 'qoq' : 'yoy')
}

/** The words, which are lower case, without those that say when, or against when. */
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
  const kept: string[] = []
  const plain = words.replace(BASIS, ' ')
  let from = 0
  for (const { index } of plain.matchAll(OPENING)) {
    if (index < from) continue
    const preposition = endOf(PREPOSITION, plain, index)
    const found =
      (preposition > 0 ? expressionAt(plain, preposition, ANY_DATED) : undefined) ??
      expressionAt(plain, index, ANY_DATED)
    if (!found) continue
    kept.push(plain.slice(from, index))
    from = found.end
  }
  return [...kept, plain.slice(from)].join(' ')
}

/** What every such expression holds. */
const MAY_SAY_WHEN =
  /year|quarter|month|half|period|time|20\d\d|q[1-4]|y[- ]?o[- ]?y|q[- ]?o[- ]?q|sequential|annual|quote|end|january|february|march|april|may|june|july|august|september|october|november|december|[年季期同环]/u

interface Expression {
  readonly kind: Period['kind']
  readonly end: number
}

/**
 * The expression of time that begins at a word. One pattern of them all would be dearer to compile than all
 * its searches together.
 */
function expressionAt(words: string, at: number, dated: RegExp): Expression | undefined {
  const asOf = asOfAt(words, at)
  if (asOf > 0) return { kind: 'named', end: asOf }
  for (const [kind, pattern] of [...EXPRESSIONS, ['named', dated] as const]) {
    const end = endOf(pattern, words, at)
    if (end > 0) return { kind, end }
  }
  return undefined
}

function asOfAt(words: string, at: number): number {
  const after = endOf(AS_OF, words, at)
  if (after < 0) return endOf(YEAR_END, words, at)
  const article = endOf(ARTICLE, words, after)
  for (const start of article > 0 ? [article, after] : [after]) {
    for (const pattern of NAMED_DAYS) {
      const end = endOf(pattern, words, start)
      if (end > 0) return end
    }
  }
  return -1
}

/** Where the pattern's match at the place ends; −1 where there is none. */
function endOf(pattern: RegExp, words: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(words) ? pattern.lastIndex : -1
}

const SPAN = '(?:quarter|period|half|year|month|time)'
const ORDINAL = '(?:first|second|third|fourth|1st|2nd|3rd|4th)'
const FISCAL = String.raw`(?:fiscal\s)?`
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const YEAR = String.raw`(?:fiscal\s(?:year\s)?)?20\d\d`
const DATE = String.raw`${MONTH}(?:\s(?:\d{1,2}(?:st|nd|rd|th)?|the\s\d{1,2}(?:st|nd|rd|th)?|thirty(?:[- ]?(?:first|one))?|thirtieth|thirteen))?(?:,?\s20\d\d)?`

/** Letters of lower-case words, and digits. */
const LETTER = '[0-9a-zß-ɏ㐀-鿿]'
const whole = (pattern: string): RegExp => new RegExp(`(?:${pattern})(?!${LETTER})`, 'uy')

const AGO = whole(
  [
    String.raw`(?:the\s)?(?:same|corresponding|comparable)\s(?:${ORDINAL}\s)?${FISCAL}${SPAN}(?:\s(?:of\s|in\s)?(?:the\s)?(?:last|previous|prior|preceding)\s${FISCAL}year|\sa\syear\s(?:ago|earlier)|\s(?:of|in)\s${YEAR})?`,
    String.raw`(?:a|one)\syear\s(?:ago|earlier|before)`,
    String.raw`(?:the\s)?(?:year[- ]ago|prior[- ]year|previous[- ]year|last[- ]year)(?:'s)?(?:\s(?:same\s)?(?:${ORDINAL}\s)?${SPAN})?`,
    String.raw`(?:the\s)?${ORDINAL}\squarter\sof\s(?:the\s)?(?:last|previous|prior)\syear`,
    '去年同期|上年同期|去年同比|去年',
  ].join('|'),
)
const PREVIOUS = whole(
  String.raw`(?:the\s|an?\s)?(?:previous|prior|last|preceding)\s${FISCAL}quarter(?:'s)?|(?:a|one)\squarter\s(?:ago|earlier)|上一?个?季度|上季`,
)
const COMING = whole(
  String.raw`(?:the\s)?(?:next|coming|following)\s${FISCAL}(?:quarter|year)|下一?个?季度|明年`,
)
const CURRENT = whole(
  String.raw`(?:this|the\scurrent|current|the\sreporting)\s${FISCAL}(?:quarter|period|year)|the\s${FISCAL}(?:quarter|period)|本季度|这个季度|本期`,
)
const STRETCH = whole(
  String.raw`(?:the\s)?(?:${ORDINAL}\s${FISCAL}(?:quarter|half)|(?:first|last|past)\s(?:nine|six|three|twelve|9|6|3|12)\smonths|full[- ]year|fiscal\s(?:year|${ORDINAL}\squarter)|q[1-4])(?:\s(?:of\s|in\s)?(?:${YEAR}|(?:the\s)?(?:this|same|current)\syear))?|前三季度|上半年|全年`,
)
const DATED = whole(String.raw`(?:in|ended|of)\s(?:${DATE}|${YEAR})`)
const ANY_DATED = whole(String.raw`(?:in|ended|of|as\sof|on)\s(?:${DATE}|${YEAR})`)
const EXPRESSIONS = [
  ['year-ago', AGO],
  ['previous', PREVIOUS],
  ['coming', COMING],
  ['current', CURRENT],
  ['named', STRETCH],
] as const

const AS_OF = /(?:as\s(?:of|at)|(?:at|by|since)\sthe\s(?:end|beginning)\sof)\s/uy
const YEAR_END = whole('(?:year|quarter)[- ]end')
const NAMED_DAYS = [whole(DATE), AGO, PREVIOUS, STRETCH, CURRENT, whole(YEAR)]

const ARTICLE = /the\s/uy
const PREPOSITION = /(?:in|for|during|from|of|at|over|on|through|ended|within)\s/uy
/** Where a word begins such an expression. */
const OPENING = new RegExp(
  String.raw`(?<!${LETTER})(?:(?:an?|as|at|by|since|one|in|for|during|from|of|over|on|through|ended|within|the|this|same|` +
    String.raw`corresponding|comparable|preceding|past|next|coming|following|current|first|second|third|fourth|fiscal)\s|` +
    '[1-4]|previous|prior|last|year|quarter|full|q[1-4]|[去上下明本这前全])',
  'gu',
)
const BASIS =
  /(?<![\p{L}])(?:(?:on\s)?(?:a\s|an\s)?(?:(?<yoy>year[- ](?:over|on|to|or|of)[- ](?:a[- ])?years?|over\s(?:a|the)\syear|y[- ]?o[- ]?y|annually|同比)|(?<qoq>quarter[- ](?:over|on|to|or|of)[- ](?:a[- ])?quarter|quote[- ]on[- ]quote|q[- ]?o[- ]?q|sequential(?:ly)?|环比|環比))(?:\sbasis)?)/gu
