import { lookAhead, lookBack, matchAt } from './scan.js'
import { passed, type Numeral, type Passed } from './numeral.js'

/**
 * Digits that are part of something else: a name (A100, GPT-4, 10-K), an address, a date, a time of
 * day, a telephone number, a list number. Passed over whole.
 */
export function passDigits(text: string, start: number): Passed | undefined {
  const run = matchAt(DATE_OR_CODE, text, start) ?? phoneAt(text, start)
  if (run) return passed(start, start + run[0].length)
  const end = start + matchAt(ALL_DIGITS, text, start)![0].length
  return gluedBefore(text, start) || gluedAfter(text, start, end) || isListNumber(text, start, end)
    ? passed(start, end)
    : undefined
}

const ALL_DIGITS = /[.．]?[0-9０-９]+(?:[.,．][0-9０-９]+)*/y

/** "9/30/2025", "2025-09-30", "8:30", "24/7", "50/50", "1:1", "7x24", "2024-25", "10-K", "401(k)". */
const DATE_OR_CODE =
  /(?:\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?![\d%])|\d{1,4}(?:[:/：]\d{1,4})+(?![\d%])|\d{1,2}[x×]\d{1,2}(?!\d)|(?:19|20)\d\d ?[-–—/~至到] ?(?:(?:19|20)?\d\d)(?![\d%.,]| ?(?:million|billion))|\d{1,3}[- ]?[KQFA](?![\p{L}\d])(?<!\d[KQF])|(?:10|20|40|8|6|11)[- ]?[KQF](?![\p{L}\d])|401 ?\(?k\)?|\d+\.[A-Z]{2}\b)/uy

/** Groups of digits with hyphens, blanks or brackets between them: at least seven digits in all. */
function phoneAt(text: string, start: number): RegExpExecArray | undefined {
  const match = matchAt(GROUPS, text, start)
  if (!match) return undefined
  const digits = match[0].replaceAll(/\D/gu, '').length
  const marked =
    match[0].includes('-') || /[+(][^\S\n]*$/u.test(lookBack(text, start, 3)) || /\d{4}$/u.test(match[0])
  return digits >= 7 && marked ? match : undefined
}

const GROUPS = /\d{1,5}(?:(?:[ -]|\) ?| \()\d{1,11}(?![.,]\d)){2,7}/y

const CODED =
  /(?:^|[^\p{L}\p{N}])(?:US|U\.S\.|HK|NT|S|A|AU|C|CA|R)?(?:RMB|CNY|USD|HKD|SGD|TWD|EUR|GBP|JPY|AUD|CAD|CHF|INR|KRW)$/iu

/** Joined to a Latin letter, hyphen, slash, colon, apostrophe or sign of a code. */
function gluedBefore(text: string, start: number): boolean {
  const previous = text[start - 1]
  if (previous === undefined || previous === ' ' || previous === '\n') return false
  const before = lookBack(text, start, 24)
  if (/[\p{Script=Latin}_]$/u.test(before)) return !CODED.test(before)
  if (inAddress(text, start)) return true
  if (/[\p{Script=Latin}\p{N}][-‐‑]$/u.test(before))
    return !/(?:\d[%％]?[-‐‑]|\b(?:over|about|nearly|around|mid|sub|plus|rmb)[-‐‑])$/iu.test(before)
  return /(?:[#*&=@\\]|[\d\p{L}][:/]|[^\d]['’‘]|\p{Script=Latin}\.|\+)$/u.test(before)
}

/** Letters that make the digits a name or an ordinal: 5G, 2nd, 1H25, 90s, "2B". Units and scales are none. */
function gluedAfter(text: string, start: number, end: number): boolean {
  const after = lookAhead(text, end, 24)
  const letters = /^\p{Script=Latin}+/u.exec(after)?.[0]
  if (letters !== undefined)
    return (
      !GLUED_UNITS.test(letters) ||
      /^\p{Script=Latin}+[\d_]/u.test(after) ||
      singleLetterName(text, start, end, letters)
    )
  return /^(?:[:：]\d|\/\d|\([a-z]\)|[-‐‑](?:[A-Z](?![\p{L}])|[a-z]\b|(?!RMB|USD|[GMK]W)[A-Z]{2,}\d*\b)|_|\.(?:com|cn|net|org|hk)\b|@|['’]s\b)/u.test(
    after,
  )
}

const GLUED_UNITS =
  /^(?:[kmbtKMBT]|mn|bn|tn|mm|mln|bln|bps?|pct|pp|ppts?|pts?|x|X|fold|percent|million|billion|trillion|thousand|yuan|RMB|rmb|USD|HKD|CNY|[GMkT]Wh?|[GMTPE]B|[GM]bps|[GMk]Hz|mAh|kg|km|nm|cm|m|tons?|sqm|W|V)$/u

function singleLetterName(text: string, start: number, end: number, letters: string): boolean {
  if (!/^[KMBT]$/u.test(letters) || /[$¥￥€£]\s?$|(?:RMB|USD|CNY|HKD) ?$/iu.test(lookBack(text, start, 6)))
    return false
  const digits = text.slice(start, end)
  if (digits.includes('.')) return false
  return letters === 'T' || Number(digits.replaceAll(',', '')) < (letters === 'K' ? 25 : 10)
}

/** Within an address of the web or of mail. */
function inAddress(text: string, start: number): boolean {
  if (!/[./=?&%_@-]$/u.test(lookBack(text, start, 1))) return false
  const chunk = /[^\s\p{Script=Han}]*$/u.exec(lookBack(text, start, 120))![0]
  return /:\/\/|^www\.|@/u.test(chunk)
}

/** "1." or "2)" that opens a line, or a line of digits alone (a subtitle's number). */
function isListNumber(text: string, start: number, end: number): boolean {
  if (!/(?:^|\n)[ \t(（]{0,4}$/u.test(lookBack(text, start, 6)) || end - start > 4) return false
  return /^(?:[.)、）](?!\d)|[ \t]*(?:\r?\n|$))/u.test(lookAhead(text, end, 8))
}

/**
 * Whether a number without scale, currency or unit is something else by the words around it: a year,
 * a date, a key to press, "Section 21", "Model 3", 第三, 9月30日.
 */
export function isOtherNumber(text: string, numeral: Numeral): boolean {
  const before = lookBack(text, numeral.start, 64)
  const after = lookAhead(text, numeral.end, 32)
  const integer = Number.isInteger(numeral.value) && numeral.place === 1
  return (
    (integer &&
      (isYear(text, numeral, before, after) ||
        isDayOfDate(numeral.value, before, after) ||
        CLOCK.test(after))) ||
    KEYS.test(before) ||
    LABELS.test(before) ||
    (numeral.value >= 1 && numeral.value <= 4 && integer && /\bquarter (?:number )?$/iu.test(before)) ||
    FESTIVAL.test(after) ||
    (text.slice(numeral.start, numeral.end) === '618' && !/^ ?[\p{Ll}个個家]/u.test(after)) ||
    isHanLabel(before, after) ||
    (numeral.form === 'digits' && isName(text, numeral, before))
  )
}

const MONTHS =
  '(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)'
const MONTH_BEFORE = new RegExp(String.raw`(?<![\p{L}])${MONTHS} (?:the )?$`, 'iu')
const MONTH_AFTER = new RegExp(String.raw`^(?: of)? ${MONTHS}(?![\p{L}])`, 'iu')
const LOWER_MAY = /(?:may|march|mar) $/u
const CLOCK =
  /^(?: (?:thirty|fifteen|forty[ -]five))? ?(?:[ap]\.? ?m\b|o['’]?clock|(?:eastern|beijing|hong kong|pacific|local) (?:standard )?time)/iu

function isDayOfDate(value: number, before: string, after: string): boolean {
  if (value < 1 || value > 31) return false
  if (MONTH_AFTER.test(after) && !/^ may\b/u.test(after)) return true
  return (
    MONTH_BEFORE.test(before) && !(LOWER_MAY.test(before) && !/^,? (?:20|twenty|two thousand)/u.test(after))
  )
}

const YEAR_APPROXIMATION =
  /\b(?:about|around|nearly|almost|approximately|roughly|more than|less than|fewer than|up to|at least|some) $/iu

function isYear(text: string, numeral: Numeral, before: string, after: string): boolean {
  if (numeral.form === 'words') return false
  const written = text.slice(numeral.start, numeral.end)
  if (/^(?:19|20)\d\d$/u.test(written))
    return (
      !(written.endsWith('00') && YEAR_APPROXIMATION.test(before)) &&
      !/^ ?[个個家名台辆輛人款项項条條座]/u.test(after)
    )
  if (/^\d\d$/u.test(written) && /\b(?:first|second|third|fourth) (?:quarter|half) of ['’]?$/iu.test(before))
    return true
  if (/\b(?:FY|CY|fiscal(?: year)?|calendar(?: year)?|year(?: of)?|class of) ?['’]?$/iu.test(before))
    return true
  return (
    /^\d\d$/u.test(written) &&
    /^ ?年(?!多|以上|左右)/u.test(after) &&
    !/(?:近|过去|過去|未来|未來|超过|超過|长达|约|約) ?$/u.test(before)
  )
}

const NUMBER_WORDS = 'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven'
/** "star 1 1", "press *1", "star, then the number one". */
const KEYS = new RegExp(
  String.raw`(?:\b(?:star|press|pound|hash|dial|pressing|hit|passcode|pin|code|extension|option)\b|[*#])(?:[\s,]{1,2}(?:\d{1,2}|${NUMBER_WORDS}|and|then|the|number|key|keys|followed|by|again|star|pound|or|plus|is|at)\b){0,8}[\s,]{0,2}$`,
  'iu',
)

/** Words whose number is a name: "Section 21", "Level 4", "S&P 500", "page 5", "No. 1". */
const LABELS =
  /(?:\b(?:sections?|chapter|articles?|rules?|items?|pages?|slides?|figure|tables?|notes?|version|steps?|stage|phase|part|day|season|exhibit|level|tier|type|series|class|model|gen|generation|number|schedule|appendix|form|topic|question|point|gate|building|suite|floor|channel|episode|volume|case|category|grade|id|ext|extension|passcode|conference|replay|double|singles|s&p|s and p|fortune|russell|nasdaq|nikkei|csi|ftse|covid|iso|ifrs|ias|asc|asu|route|flight|boeing|airbus|windows|python|web|industry|chatgpt|gpt|iphone|ipad|gemini|claude|llama|star|speaker|spk|opus|vs code)|\b(?:no|nos|vol|fig|sec|art)\.|#)[ -]?(?:number )?$/iu

/** "the 618 shopping festival", 618大促. */
const FESTIVAL =
  /^ ?(?:(?:grand |online |mid-year |annual )?(?:shopping|festival|campaign|promotion|sales? (?:event|season|period))\b|(?:购物|大促|年中|促销))/iu

function isHanLabel(before: string, after: string): boolean {
  if (/(?:第|[双雙]|周|星期|[礼禮]拜|十四|初|版本|[沪滬]深) ?$/u.test(before)) return true
  return /^ ?(?:季度|季報|季报|季末|月(?!活|销|均)|日(?!活|均|元|圆)|[号號]|[点點](?:[钟鐘半整]|[〇零一二三四五六七八九十\d]{1,3}分)|[时時](?!长)|年(?:[底初末]|[第上下]|度|代|款|报)|方面|来是|是[，,]|分之|季|次方)/u.test(
    after,
  )
}

/** A capitalised word inside a sentence right before a bare number: a product or index ("Model 3", "iPhone 17"). */
function isName(text: string, numeral: Numeral, before: string): boolean {
  if (text[numeral.start - 1] !== ' ' && text[numeral.start - 1] !== '-') return false
  const word = /(?<![\p{L}\p{N}&.'’-])([\p{Script=Latin}][\p{L}\p{N}&.'’+-]*)[ -]$/u.exec(before)?.[1]
  if (word === undefined || !/\p{Lu}/u.test(word) || METRICS.test(word)) return false
  if (/\p{Ll}\p{Lu}/u.test(word)) return true
  const outer = before.slice(0, before.length - word.length - 1)
  return !/(?:^|[.?!:;…\n。？！；”"]|[.?!] ?["”)])\s*$/u.test(outer) && !CAPITALISED.test(word)
}

const METRICS =
  /^(?:EPS|EPADS|EBITDA|EBITA|EBIT|GAAP|Non-GAAP|ARPU|ARPPU|ROE|ROI|ROIC|ARR|GMV|GTV|AUM|MAUs?|DAUs?|ADSs?|CapEx|Capex|OpEx|FCF|NIM|CAGR|SKUs?|PE|PB|R&D|SG&A|G&A|S&M|RMB|TPV|CASM|RASM)$/u
const CAPITALISED =
  /^(?:The|A|An|And|Or|But|Of|In|On|At|By|To|From|With|About|Over|Around|Nearly|Almost|Approximately|Roughly|For|Is|Was|Were|Are|Be|Than|We|Our|Its|Their|These|Those|This|That|All|Some|Only|Up|Down|Between|Under|Above|Below|Total|Another|Other|First|Last|Next|Past|Top)$/u
