import { digitValue, readNumber, withDecimals } from './chinese-sections.js'
import { FRACTION_PLACE } from './english-fractions.js'
import { withMoney } from './money.js'
import { isPassed, passed, shift, type Numeral, type Passed } from './numeral.js'
import { matchAt } from './scan.js'

/** Characters a Chinese numeral, 百分之, 半 or 翻番 may start with. */
export const CHINESE_START =
  '[〇零一二两兩三四五六七八九十百千万萬亿億廿卅半翻壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]'

/** Reads the number that starts with the character at `start`, one of `CHINESE_START`. */
export function readChinese(text: string, start: number): Numeral | Passed {
  return (
    readMultiple(text, start) ??
    readPartOf(text, start) ??
    readTenths(text, start) ??
    readHalf(text, start) ??
    readRun(text, start) ??
    readMoney(text, start)
  )
}

function readMoney(text: string, start: number): Numeral | Passed {
  const number = readNumber(text, start)
  return isPassed(number) ? number : withMoney(text, number)
}

/** 翻番, 翻了一番: twice; 翻两番: four times. */
function readMultiple(text: string, start: number): Numeral | Passed | undefined {
  if (text[start] !== '翻') return undefined
  const match = matchAt(/翻了?([一二两兩三四])?番/y, text, start)
  if (!match) return passed(start, start + 1)
  const end = start + match[0].length
  const value = 2 ** (match[1] ? digitValue(match[1])! : 1)
  return { start, end, value, place: 1, form: 'words', unit: { kind: 'times', written: { start, end } } }
}

/** 百分之四十九, 千分之五, 三分之一. */
function readPartOf(text: string, start: number): Numeral | Passed | undefined {
  const match = matchAt(
    /([百千万萬]|[一二两兩三四五六七八九十]{1,3})分之(?=([负負]?)[〇零一二两兩三四五六七八九十百廿0-9])/y,
    text,
    start,
  )
  if (!match) return undefined
  const from = start + match[0].length
  const part = /\d/u.test(text[from]!) ? readWritten(text, from) : readNumber(text, from)
  if ('passed' in part) return passed(start, from)
  const base = { start, end: part.end, form: 'words' as const }
  if (match[1] === '百')
    return {
      ...base,
      value: part.value,
      place: part.place,
      unit: { kind: 'percent', written: { start, end: from } },
    }
  const whole = { 千: 1e3, 万: 1e4, 萬: 1e4 }[match[1]!] ?? smallValue(match[1]!)
  if (whole <= 1) return passed(start, part.end)
  const place = whole >= 1e3 ? part.place / whole : FRACTION_PLACE
  return { ...base, value: part.value / whole, place, unit: { kind: 'fraction' } }
}

/** Digits after 百分之: a plain decimal, or one spoken with 点. */
function readWritten(text: string, start: number): Numeral {
  const match = matchAt(/(\d{1,6})(?:[.点點](\d{1,4}))?/y, text, start)!
  const value = Number(`${match[1]!}.${match[2] ?? '0'}`)
  return {
    start,
    end: start + match[0].length,
    value,
    place: shift(1, -(match[2]?.length ?? 0)),
    form: 'digits',
  }
}

/** 八成, 七成五, 三成半. */
function readTenths(text: string, start: number): Numeral | undefined {
  const match = matchAt(TENTHS, text, start)
  if (!match) return undefined
  const end = start + match[0].length
  const rest = match[2] === undefined ? 0 : match[2] === '半' ? 5 : digitValue(match[2])!
  const written = { start: start + 1, end: start + 2 }
  const unit = { kind: 'percent', written } as const
  return {
    start,
    end,
    value: digitValue(match[1]!)! * 10 + rest,
    place: match[2] === undefined ? 10 : 1,
    form: 'words',
    unit,
  }
}

const TENTHS =
  /([一二两兩三四五六七八九])成(?![为為功本立长長交果熟员員都绩績就分品效年型份千百因])(?:([一二三四五六七八九半])(?![十百千万萬亿億个個家]))?/y

/** One to ninety-nine, for denominators. */
function smallValue(characters: string): number {
  const [tens, ones] = characters.split('十')
  if (ones === undefined) return characters.length === 1 ? (digitValue(characters) ?? 0) : 0
  return (tens ? (digitValue(tens) ?? 0) : 1) * 10 + (ones ? (digitValue(ones) ?? 0) : 0)
}

/** 一半, 半个亿, 半个百分点; not 半年, 上半场. */
function readHalf(text: string, start: number): Numeral | Passed | undefined {
  const half = matchAt(/一半(?![年导径天路途])/y, text, start)
  if (half)
    return {
      start,
      end: start + 2,
      value: 0.5,
      place: FRACTION_PLACE,
      form: 'words',
      unit: { kind: 'fraction' },
    }
  if (text[start] !== '半') return undefined
  const scale = matchAt(/半[个個]?([亿億万萬])/y, text, start)
  if (scale) {
    const power = /[亿億]/u.test(scale[1]!) ? 8 : 4
    const end = start + scale[0].length
    const span = { start: end - 1, end }
    return {
      start,
      end,
      value: shift(0.5, power),
      place: shift(0.1, power),
      form: 'words',
      scale: { span, word: scale[1]!, power },
    }
  }
  if (!matchAt(/半(?=[个個](?:百分[点點]|[点點]))/y, text, start)) return passed(start, start + 1)
  return { start, end: start + 1, value: 0.5, place: 0.1, form: 'words' }
}

/** Digits read out one by one (二零二五): years, telephone numbers; and pairs such as 七八 ("7 or 8"). */
function readRun(text: string, start: number): Numeral | Passed | undefined {
  let end = start
  while (digitValue(text[end]!) !== undefined) end++
  if (end - start < 2) return undefined
  const digits = Array.from(text.slice(start, Math.min(end, start + 12)), digitValue).join('')
  const numeral = withDecimals(text, { start, end, value: Number(digits), place: 1, form: 'words' })
  return numeral.end > end
    ? numeral
    : passed(start, end + matchAt(/[十百千万萬亿億]*/y, text, end)![0].length)
}
