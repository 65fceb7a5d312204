import type { Span } from '../../types.js'
import type { Amount, Unit } from './amount.js'
import { CHINESE_START, readChinese } from './chinese.js'
import { currencyAfter, currencyBefore, type Currency } from './currencies.js'
import { readDigits } from './digits.js'
import { ENGLISH_START, readEnglish } from './english.js'
import { isOtherNumber, passDigits } from './exclusions.js'
import { clean, isPassed, type Numeral, type Passed } from './numeral.js'
import { joinRanges, type Draft } from './ranges.js'
import { isHan, lookAhead, lookBack } from './scan.js'
import { hedgeAfter, hedgeBefore, minusBefore, plusAfter } from './surroundings.js'
import { hanCountAfter, nounAfter, perAfter, unitAfter } from './units.js'

export type { Amount, Approximation, Scale, Unit } from './amount.js'
export { powerOfTenApart, sameValue } from './compare.js'
export { writeEnglish } from './write.js'
export { writeChinese } from './write-chinese.js'

/**
 * The amounts of a text in English and Chinese, in order, not overlapping, as spans of the whole text.
 * Years, dates, times, quarters, telephone numbers, key presses, ordinals and names with digits are
 * none. Time is linear in the length of the span.
 */
export function findAmounts(text: string, span: Span = { start: 0, end: text.length }): Amount[] {
  const drafts: Draft[] = []
  const scanner = new RegExp(START, 'giu')
  scanner.lastIndex = span.start
  const reach = text.slice(0, span.end + longestStart)
  for (let match = scanner.exec(reach); match && match.index < span.end; match = scanner.exec(reach)) {
    const reading = read(text, match)
    const draft = isPassed(reading)
      ? undefined
      : dress(text, reading, Math.max(span.start, drafts.at(-1)?.amount.end ?? 0))
    if (draft && draft.amount.end <= span.end) drafts.push(draft)
    scanner.lastIndex = Math.max(match.index + 1, reading.end, draft?.amount.end ?? 0)
  }
  return joinRanges(text, drafts)
}

/** Letters that tell where an amount begins, "quadrupling" with what parts it from the next word. */
const longestStart = 32

const START = String.raw`(?<digits>(?<![\d.])\.(?=\d)|[0-9０-９])|(?<han>${CHINESE_START})|(?<![\p{L}\p{N}])(?<english>${ENGLISH_START})(?![\p{L}\p{N}])`

function read(text: string, match: RegExpExecArray): Numeral | Passed {
  const start = match.index
  if (match.groups!['digits'] !== undefined) return passDigits(text, start) ?? readDigits(text, start)
  return match.groups!['han'] === undefined ? readEnglish(text, start) : readChinese(text, start)
}

/** The amount around a number, taking nothing before `floor`; undefined where it is no amount. */
function dress(text: string, numeral: Numeral, floor: number): Draft | undefined {
  if (numeral.needsUnit && /[上数數几幾成好]$/u.test(lookBack(text, numeral.start, 1))) return undefined
  const { start, sign, currency } = prefix(text, numeral.start, floor)
  const plus = plusAfter(text, numeral.end)
  const suffix = readSuffix(text, numeral, currency, plus ?? numeral.end)
  const unitless = suffix.unit.kind === 'none'
  if (unitless && !numeral.scale && isOtherNumber(text, numeral)) return undefined
  const counted = unitless ? count(text, numeral, suffix.end) : undefined
  const unit = counted?.unit ?? suffix.unit
  const before = hedgeBefore(text, start)
  const hedge = before && before.start >= floor ? before : undefined
  const after = hedgeAfter(text, suffix.end)
  const approximation =
    (hedge ?? after)?.approximation ?? numeral.vague ?? (plus === undefined ? undefined : 'at least')
  const per = suffix.per ?? perBefore(text, start, unit)
  const factor = suffix.factor * sign
  const amount: Amount = {
    start: hedge?.start ?? start,
    end: after?.end ?? suffix.end,
    figure: { start: numeral.start, end: suffix.figureEnd },
    value: clean(numeral.value * factor),
    precision: clean((numeral.place * suffix.factor) / 2),
    unit,
    sign,
    script: scriptOf(text, numeral),
    form: numeral.form,
    ...(per !== undefined && { per }),
    ...(approximation && { approximation }),
    ...(numeral.scale && { scale: numeral.scale }),
    ...(numeral.malformed !== undefined && { malformed: numeral.malformed }),
    ...(numeral.candidates && { candidates: numeral.candidates.map((value) => clean(value * factor)) }),
  }
  return { amount, weak: isWeak(text, numeral, unit, counted?.certain ?? false), factor: suffix.factor }
}

interface Prefix {
  readonly start: number
  readonly sign: 1 | -1
  readonly currency: Currency | undefined
}

/** Sign and currency before the figure, in either order. */
function prefix(text: string, figure: number, floor: number): Prefix {
  const inner = minusBefore(text, figure) ?? figure
  const found = currencyBefore(text, inner)
  const currency = found && found.written.start >= floor ? found : undefined
  const outer = currency ? currency.written.start : inner
  const start = currency ? (minusBefore(text, outer) ?? outer) : inner
  const negative = inner !== figure || start !== outer
  return start < floor
    ? { start: figure, sign: 1, currency: undefined }
    : { start, sign: negative ? -1 : 1, currency }
}

interface Suffix {
  readonly end: number
  readonly figureEnd: number
  readonly unit: Unit
  readonly per?: string
  readonly factor: number
}

/** Unit or currency after the figure, then "per share". */
function readSuffix(text: string, numeral: Numeral, before: Currency | undefined, end: number): Suffix {
  const figureEnd = numeral.end
  if (numeral.unit) return { end, figureEnd, unit: numeral.unit, factor: 1 }
  const after = nextFigureFollows(text, end) ? undefined : currencyAfter(text, end)
  const currency = before ?? after
  if (currency) {
    const code =
      before && after && before.code === 'USD' && before.written.end - before.written.start === 1
        ? after.code
        : currency.code
    const last = after?.written.end ?? end
    const per = perAfter(text, last)
    const cents = after?.factor === 0.01
    const unit: Unit = { kind: 'currency', code, written: currency.written, ...(cents && { cents }) }
    return {
      end: per?.end ?? last,
      figureEnd,
      unit,
      ...(per && { per: per.per }),
      factor: after?.factor ?? 1,
    }
  }
  const found = unitAfter(text, end, numeral.place < 1)
  if (!found) return { end, figureEnd, unit: { kind: 'none' }, factor: 1 }
  const per =
    found.unit.kind === 'measure' || found.unit.kind === 'percent' ? perAfter(text, found.end) : undefined
  return {
    end: per?.end ?? found.end,
    figureEnd: /^ ?[%％成]$/u.test(text.slice(end, found.end)) ? found.end : figureEnd,
    unit: found.unit,
    ...(per && { per: per.per }),
    factor: found.factor,
  }
}

/** "2.4 billion RMB 1.7 billion": the currency belongs to the next figure. */
const nextFigureFollows = (text: string, end: number): boolean =>
  /^ (?:RMB|CNY|USD|HKD) ?\d/iu.test(lookAhead(text, end, 10))

interface Counted {
  readonly unit: Unit
  /** The words around leave no doubt that something is counted. */
  readonly certain: boolean
}

/** What is counted: an English noun, or a Chinese classifier with its noun. */
function count(text: string, numeral: Numeral, end: number): Counted | undefined {
  const han = hanCountAfter(text, end)
  if (han) {
    // 一个, 一家 is the article; 一年 may be.
    if (numeral.value === 1 && numeral.form === 'words' && !numeral.scale) return undefined
    return { unit: { kind: 'count', noun: han.noun }, certain: true }
  }
  const noun = nounAfter(text, end)
  return noun && { unit: { kind: 'count', noun: noun.noun }, certain: noun.plural }
}

/** Bare small numbers that are an amount only as one end of a range: "two [to three percent]", 三[到五个]. */
function isWeak(text: string, numeral: Numeral, unit: Unit, certain: boolean): boolean {
  if (numeral.scale && !numeral.needsUnit) return false
  if (numeral.needsUnit)
    return !(unit.kind !== 'none' && (unit.kind !== 'count' || certain)) && !nearlyBefore(text, numeral)
  if (unit.kind !== 'none' && unit.kind !== 'count') return false
  if (isHanContext(text, numeral)) {
    if (certain) return false
    return numeral.form === 'words'
      ? numeral.place >= 1 && numeral.value < 10_000
      : numeral.place === 1 && !LINKED.test(lookBack(text, numeral.start, 4))
  }
  if (numeral.form === 'digits') return /^\d\.0$/u.test(text.slice(numeral.start, numeral.end))
  if (numeral.value === 1 || text[numeral.end] === '-') return true
  return numeral.value <= 10 && numeral.place === 1 && !certain
}

const LINKED = /[到至从從为為是达達约約近过過了共计超]\s?$/u
const nearlyBefore = (text: string, numeral: Numeral): boolean =>
  numeral.scale !== undefined && hedgeBefore(text, numeral.start) !== undefined

/** Written among Han characters. */
function isHanContext(text: string, numeral: Numeral): boolean {
  if (isHan(text[numeral.start])) return true
  const after = /^ ?(\S)/u.exec(lookAhead(text, numeral.end, 2))?.[1]
  const before = /(\S) ?$/u.exec(lookBack(text, numeral.start, 2))?.[1]
  return isHan(after) || isHan(before)
}

const scriptOf = (text: string, numeral: Numeral): 'english' | 'chinese' =>
  /\p{Script=Han}/u.test(text.slice(numeral.start, numeral.end)) || isHanContext(text, numeral)
    ? 'chinese'
    : 'english'

/** 每股收益0.52元, 每ADS 3美元: the share stands before. */
function perBefore(text: string, start: number, unit: Unit): string | undefined {
  if (unit.kind !== 'currency') return undefined
  return PER_BEFORE.exec(lookBack(text, start, 24))?.[1]
}

const PER_BEFORE =
  /每(股|ADS|瓦|吨|天|年|月|辆|台|平方米|平米|千瓦时|度|用户|家|桶|公里)[^\d，。；,.;]{0,12}$/u
