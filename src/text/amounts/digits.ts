import { passed, shift, type Numeral, type Passed } from './numeral.js'
import { applyScale, hanScale, overAfter } from './chinese-sections.js'
import { englishScale, halfAfter } from './english-scales.js'
import { withMoney } from './money.js'
import { matchAt } from './scan.js'

/**
 * Reads the number that starts with the digit (or the decimal point) at `start`: digits with their
 * separators, the spoken "point", scale words of either language. Longer than 24 characters: no number.
 */
export function readDigits(text: string, start: number): Numeral | Passed {
  const written = matchAt(DIGITS, text, start)
  if (!written) return passed(start, start + 1)
  const end = start + written[0].length
  if (written[0].length > 24) return passed(start, end)
  const apart = writtenApart(text, start, written[0])
  if (apart) return apart
  const parsed = parseDigits(toAscii(written[0]))
  if (!parsed) return passed(start, end)
  return withMoney(text, withScale(text, withPoint(text, { start, end, form: 'digits', ...parsed })))
}

/** "16,000 420": the thousands and the rest of one number, as they were said. */
function writtenApart(text: string, start: number, thousands: string): Numeral | undefined {
  if (!/^[1-9]\d{0,2},000$/u.test(thousands)) return undefined
  const rest = matchAt(REST, text, start + thousands.length)
  if (!rest) return undefined
  const end = start + thousands.length + rest[0].length
  const value = Number(thousands.replace(',', '')) + Number(rest[1])
  return { start, end, form: 'digits', ...broken('the thousands and the rest are written apart', [value], 0) }
}

const REST = / ([1-9]\d\d)(?![\d%％]|[.,]\d| ?(?:thousand|million|billion|percent|yuan|[KMB]\b))/y

const DIGITS = /[.．]?[0-9０-９]+(?:[.,．][0-9０-９]+|[\u00a0\u2009\u202f][0-9]{3}(?![0-9]))*/y

const toAscii = (digits: string): string =>
  digits
    .replaceAll(/[０-９．]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u00a0\u2009\u202f]/gu, ',')

type Parsed = Pick<Numeral, 'value' | 'place' | 'malformed' | 'candidates'>

/** The value of digits and separators; undefined for what is no quantity at all ("1.2.3", "007"). */
export function parseDigits(written: string): Parsed | undefined {
  if (/^0\d/u.test(written)) return undefined
  const decimals = /^[\d,]*\.(\d+)$/u.exec(written)?.[1]
  if (/^(?:\d*\.\d+|\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,4}(?:,\d{4}){2,}(?:\.\d+)?)$/u.test(written)) {
    return { value: Number(written.replaceAll(',', '')), place: shift(1, -(decimals?.length ?? 0)) }
  }
  const continental = /^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$|^(\d{1,3}(?:\.\d{3}){2,})$/u.exec(written)
  if (continental) {
    const fraction = continental[2] ?? ''
    const whole = (continental[1] ?? continental[3]!).replaceAll('.', '')
    return { value: Number(`${whole}.${fraction || '0'}`), place: shift(1, -fraction.length) }
  }
  if (!written.includes(',')) {
    // Two points: "1.175.5" for 1,175.5, unless all parts are short, as in version numbers.
    const parts = /^(\d{1,3})\.(\d{3})\.(\d{1,2})$/u.exec(written)
    if (!parts) return undefined
    return broken('two decimal points', [Number(`${parts[1]!}${parts[2]!}.${parts[3]!}`)], parts[3]!.length)
  }
  if (!/^\d+(?:,\d+)+(?:\.\d+)?$/u.test(written)) return undefined
  const groups = written.replace(/\..*$/u, '').split(',').slice(1)
  if (decimals === undefined && groups.some((group) => group.length < 3)) return undefined
  const why = groups.every((group) => group.length === 3)
    ? 'more than three digits before the first comma'
    : 'a group of digits after a comma is not three digits long'
  return broken(why, guesses(written), decimals?.length ?? 0)
}

const broken = (malformed: string, candidates: readonly number[], decimals: number): Parsed => ({
  value: Number.NaN,
  place: shift(1, -decimals),
  malformed,
  candidates,
})

function guesses(written: string): readonly number[] {
  const joined = Number(written.replaceAll(',', ''))
  const lastGroup = /,(\d+)$/u.exec(written)?.[1]
  // "2873,000": the digits joined; or the zeros are the end of a scale heard twice.
  return lastGroup && /^0+$/u.test(lastGroup)
    ? [joined, Number(written.slice(0, -4).replaceAll(',', ''))]
    : [joined]
}

/** "2 point 5", "24点78", "15 point three six". */
function withPoint(text: string, numeral: Numeral): Numeral {
  if (numeral.place !== 1 || numeral.malformed !== undefined) return numeral
  const point = matchAt(SPOKEN_POINT, text, numeral.end)
  if (!point) return numeral
  const fraction =
    point[1] ??
    point[2]!
      .trim()
      .split(/\s+/u)
      .map((word) => DIGIT_WORDS.indexOf(word.toLowerCase()))
      .join('')
  const value = Number(`${numeral.value}.${fraction}`)
  return { ...numeral, end: numeral.end + point[0].length, value, place: shift(1, -fraction.length) }
}

const DIGIT_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const DIGIT_WORD = `(?:${DIGIT_WORDS.join('|')})`
const SPOKEN_POINT = new RegExp(
  String.raw`(?:[ ]point[ ]|[ ]?[点點][ ]?)(\d{1,6})(?![\d.,]\d)|[ ]point((?:[ ]${DIGIT_WORD}){1,6})\b`,
  'iy',
)

/** Scale words after digits, and smaller parts after them: "1 billion 752 million", 3亿5000万. */
function withScale(text: string, numeral: Numeral): Numeral {
  const half = halfAfter(text, numeral.end)
  if (half && numeral.malformed === undefined && numeral.place === 1) {
    return withScale(text, {
      ...numeral,
      end: half.end,
      value: numeral.value + half.value,
      place: half.place,
    })
  }
  const scale = hanScale(text, numeral.end) ?? englishScale(text, numeral.end)
  const over = scale ? undefined : overAfter(text, numeral.end)
  if (!scale) return over === undefined ? numeral : { ...numeral, end: over, vague: 'over' }
  const scaled = applyScale(numeral, scale)
  if (numeral.malformed !== undefined || numeral.place !== 1 || scaled.vague) return scaled
  return withNextPlace(text, scaled) ?? withSmallerPart(text, scaled)
}

/** 7万8, 13万5, 1亿2: a last digit alone is of the next place. */
function withNextPlace(text: string, numeral: Numeral): Numeral | undefined {
  const { power } = numeral.scale!
  const digit = power === 4 || power === 8 ? matchAt(NEXT_PLACE, text, numeral.end) : undefined
  if (!digit) return undefined
  const place = 10 ** (power - 1)
  return { ...numeral, end: numeral.end + 1, value: numeral.value + Number(digit[0]) * place, place }
}

/** Not 三万3个月, 5亿2025年, 7万8%. */
const NEXT_PLACE =
  /(?<=[万萬亿億])[1-9](?![\d.,%％点點十百千万萬亿億个個家名台辆成倍年月日天季号號分股人次]| ?[a-z%％])/iy

function withSmallerPart(text: string, numeral: Numeral): Numeral {
  const digits = matchAt(SMALLER_DIGITS, text, numeral.end)
  if (!digits) return numeral
  const start = numeral.end + digits[0].length - digits[1]!.length
  const part = readDigits(text, start)
  if ('passed' in part || !part.scale || part.scale.power >= numeral.scale!.power) return numeral
  if (part.value >= 10 ** numeral.scale!.power || part.malformed !== undefined) return numeral
  return { ...part, start: numeral.start, value: numeral.value + part.value }
}

const SMALLER_DIGITS =
  /(?: |(?<=[万萬亿億]))(\d{1,4})(?![\d.,]\d)(?= ?(?:thousand|million|[百千]?[万萬]|[百千](?![瓦米克卡分])))/iy
