import type { FoundScale } from './english-scales.js'
import { passed, shift, type Numeral, type Passed } from './numeral.js'
import { matchAt } from './scan.js'

const DIGIT_VALUES: ReadonlyMap<string, number> = new Map(
  ['〇零', '一壹', '二两兩贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap(
    (characters, value) => Array.from(characters, (character) => [character, value] as const),
  ),
)

/** 0 to 9 for a Chinese digit; undefined for anything else. */
export const digitValue = (character: string): number | undefined => DIGIT_VALUES.get(character)

/**
 * A Chinese numeral in sections of four digits, each with its 万 or 亿: 一亿二千三百万, 七亿八 (a last
 * digit alone is of the next place), 两万五, 十五点三六亿, 三千亿, 一百二十多亿.
 */
export function readNumber(text: string, start: number): Numeral | Passed {
  const leading = matchAt(LEADING_UNIT, text, start)
  if (leading) return readLeadingUnit(start, leading)
  const first = readSection(text, start)
  if (!first) return passed(start, start + 1)
  if (first.vague === 'unknown') return passed(start, first.end)
  const numeral: Numeral = {
    start,
    end: first.end,
    value: first.value,
    place: first.place,
    form: 'words',
    ...(first.vague && { vague: first.vague }),
  }
  const decimal = first.vague ? numeral : withDecimals(text, numeral)
  return decimal.end > numeral.end ? decimal : withBigUnits(text, numeral)
}

/** 百万, 千亿, 万亿 without a digit before: a number only where something else says so (近千亿元). */
const LEADING_UNIT = /([百千]?)(?:([万萬]?[亿億])|([万萬]))|[百千]/y

function readLeadingUnit(start: number, match: RegExpExecArray): Numeral | Passed {
  const end = start + match[0].length
  if (match[1] === undefined || (match[1] === '' && match[0].length === 1)) return passed(start, end)
  const small = { 百: 2, 千: 3 }[match[1]] ?? 0
  const word = match[2] ?? match[3]!
  const power = bigPower(word)
  const span = { start: end - word.length, end }
  return {
    start,
    end,
    value: 10 ** (small + power),
    place: 10 ** (small + power),
    form: 'words',
    scale: { span, word, power },
    needsUnit: true,
  }
}

const bigPower = (word: string): number => (word.length === 2 ? 12 : /[亿億]/u.test(word) ? 8 : 4)

interface Section {
  readonly end: number
  readonly value: number
  readonly place: number
  /** One digit only, with no 零 before: 八 in 七亿八. */
  readonly lone: boolean
  readonly vague?: 'over' | 'about' | 'unknown'
}

const D = '[一二两兩三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖]'
const SECTION = new RegExp(
  `(?:(${D})[千仟](?![瓦米克卡]))?(零|〇)?(?:(${D})[百佰](?!分[之点點]))?(零|〇)?(?:(${D})?([十拾])|([廿卅]))?(?:(?:零|〇)(?=${D}))?(?:(${D})(?![十拾百佰千仟]))?`,
  'y',
)

/** One to 9,999 (or 零), and whether more or an unknown number is added: 一百多, 十几. */
function readSection(text: string, start: number): Section | undefined {
  const match = matchAt(SECTION, text, start)!
  const [whole, thousands, , hundreds, , tens, ten, twenty, ones] = match
  if (whole === '') return undefined
  const end = start + whole.length
  if (/^[零〇]+$/u.test(whole)) return { end, value: 0, place: 1, lone: false }
  const digit = (character: string | undefined): number => (character ? digitValue(character)! : 0)
  const last = whole.at(-2) ?? ''
  const elided = ones === undefined ? 1 : /[百佰]/u.test(last) ? 10 : /[千仟]/u.test(last) ? 100 : 1
  const middle = ten ? digit(tens ?? '一') * 10 : twenty ? (twenty === '廿' ? 20 : 30) : 0
  const value = digit(thousands) * 1000 + digit(hundreds) * 100 + middle + digit(ones) * elided
  const tail = vagueness(text, end, ones === undefined, ten !== undefined)
  return {
    end: tail.end,
    value,
    place: elided,
    lone: whole === ones,
    ...(tail.vague && { vague: tail.vague }),
  }
}

/** 多 or 余 between digits and what they count: 100多家. */
export const overAfter = (text: string, end: number): number | undefined =>
  matchAt(OVER, text, end) ? end + 1 : undefined

/** 多, 余: more than stated; 来: about; 几, or a second digit as in 十七八: unknown. */
function vagueness(text: string, end: number, round: boolean, ten: boolean): Pick<Section, 'end' | 'vague'> {
  const more = round ? matchAt(OVER, text, end) : undefined
  if (more) return { end: end + 1, vague: 'over' }
  if (ten && round && matchAt(ABOUT, text, end)) return { end: end + 1, vague: 'about' }
  const unknown = matchAt(UNKNOWN, text, end)
  return unknown ? { end: end + unknown[0].length, vague: 'unknown' } : { end }
}

const COUNTED = '(?=[万萬亿億个個家名人年天种種台辆輛款项項倍元美港吨噸次位条條座平公城岁歲户戶只])'
const OVER = new RegExp(`[多余餘]${COUNTED}`, 'y')
const ABOUT = new RegExp(`[来來]${COUNTED}`, 'y')
const UNKNOWN = new RegExp(`(?:[几幾]|${D})(?:${D}|[十百千万萬亿億])*`, 'y')

/** 点 and the digits after it, then the scale: [二十四]点七八亿. Not times of day (八点三十分). */
export function withDecimals(text: string, numeral: Numeral): Numeral {
  const match = matchAt(DECIMALS, text, numeral.end)
  if (!match) return numeral
  const digits = match[1]!.replaceAll(/\D/gu, (character) => String(digitValue(character)))
  const decimal: Numeral = {
    ...numeral,
    end: numeral.end + match[0].length,
    value: Number(`${numeral.value}.${digits}`),
    place: shift(1, -digits.length),
    ...(digits === '0' && { needsUnit: true }),
  }
  const scale = hanScale(text, decimal.end)
  return scale ? applyScale(decimal, scale) : decimal
}

const DECIMALS =
  /[点點]([〇零一二两兩三四五六七八九]{1,8}|\d{1,8})(?![十廿〇零一二三四五六七八九半]|分(?![之])|[点點])/y

export function applyScale(numeral: Numeral, scale: FoundScale): Numeral {
  const vague = scale.vague ?? numeral.vague
  return {
    ...numeral,
    end: scale.end,
    value: shift(numeral.value, scale.power),
    place: shift(numeral.place, scale.power),
    scale: {
      span: { start: scale.start, end: scale.wordEnd ?? scale.end },
      word: scale.word,
      power: scale.power,
    },
    ...(vague && { vague }),
    ...(numeral.candidates && { candidates: numeral.candidates.map((value) => shift(value, scale.power)) }),
  }
}

/** 万, 亿 after a section, then smaller sections. */
function withBigUnits(text: string, numeral: Numeral): Numeral {
  const scale = hanScale(text, numeral.end)
  if (!scale) return numeral
  const scaled = applyScale(numeral, scale)
  if (scale.power <= 3 || scaled.vague) return scaled
  const next = readSection(text, scaled.end)
  if (!next || next.value === 0 || next.vague) return scaled
  const smaller = hanScale(text, next.end)
  if (smaller && smaller.power >= 4 && smaller.power < scale.power) {
    const rest = withBigUnits(text, { ...numeral, end: next.end, value: next.value, place: next.place })
    return { ...rest, value: scaled.value + rest.value }
  }
  // 七亿八: the last digit is of the next place; 两万五 too.
  const value = next.lone ? shift(next.value, scale.power - 1) : next.value
  const place = next.lone ? 10 ** (scale.power - 1) : next.place
  const base = next.lone ? scaled : numeral
  return { ...base, end: next.end, value: scaled.value + value, place }
}

/** 万, 亿, 万亿, 千亿, 百万 … after digits or a section, with 多 or 余 on either side and 个 between. */
export function hanScale(text: string, position: number): FoundScale | undefined {
  const match = matchAt(HAN_SCALE, text, position)
  if (!match) return undefined
  const word = match[2]!
  const wordEnd = position + match[1]!.length + word.length
  const over = /[多余餘]/u.test(match[1]!) || match[3] !== undefined
  const power = Array.from(word).reduce((sum, character) => sum + HAN_POWERS[character]!, 0)
  return {
    start: wordEnd - word.length,
    wordEnd,
    end: position + match[0].length,
    word,
    power,
    ...(over && { vague: 'over' }),
  }
}

const HAN_SCALE = new RegExp(
  String.raw`( ?[多余餘]?[个個]?)([十百千]?[万萬][亿億]?|[十百千]?[亿億]|(?<=\d ?)[百千](?![瓦米克卡分]))([多余餘]${COUNTED})?`,
  'y',
)
const HAN_POWERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 }
