import type { Amount } from './amount.js'
import { shift } from './numeral.js'

/**
 * The figure for `value` (in units, or in percent) in the manner of `like`: its scale word where that
 * reads well, its decimals where exact, spelled out where it is spelled out and can be said. Only what
 * stands in `like.figure` is written: no currency, no unit, but a percent sign that is part of the figure.
 * "2.48 billion" like "24.8 billion"; "15.36 million" like "1,536,000"; "fifteen" like "fifty".
 */
export function writeEnglish(value: number, like: Amount): string {
  const magnitude = Math.abs(value) / factorOf(like)
  const sign = value < 0 && like.sign === 1 ? '-' : ''
  const spelled = like.form === 'words' && like.script === 'english'
  const scale = scaleFor(magnitude, like)
  const mantissa = scale ? shift(magnitude, -scale.power) : magnitude
  const decimals = Math.max(decimalsOf(mantissa), sameScale(scale, like) ? decimalsOfLike(like) : 0)
  const figure =
    spelled && isSayable(mantissa)
      ? spell(mantissa)
      : grouped(mantissa, decimals, scale !== undefined || isGrouped(like))
  const percent = isSigned(like) ? '%' : ''
  return `${sign}${figure}${scale ? scale.joint + scale.word : ''}${percent}`
}

/** Nobody says "fifty-five million one hundred dollars": beyond four places a figure is written in digits. */
const isSayable = (value: number): boolean => Number(value.toPrecision(4)) === value

/** The number in English words, to four decimals: "two thousand four hundred seventy-eight point five". */
export function spell(value: number): string {
  const [whole, fraction] = plain(Math.abs(value)).split('.')
  const words = spellWhole(Number(whole))
  const tail = fraction ? ` point ${Array.from(fraction, (digit) => SMALL[Number(digit)]!).join(' ')}` : ''
  return `${value < 0 ? 'minus ' : ''}${words}${tail}`
}

const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const SCALES = [
  { word: 'trillion', power: 12 },
  { word: 'billion', power: 9 },
  { word: 'million', power: 6 },
] as const

function spellWhole(value: number): string {
  for (const { word, power } of [...SCALES, { word: 'thousand', power: 3 }, { word: 'hundred', power: 2 }]) {
    const unit = 10 ** power
    if (value < unit) continue
    const rest = value % unit
    return `${spellWhole(Math.floor(value / unit))} ${word}${rest > 0 ? ` ${spellWhole(rest)}` : ''}`
  }
  if (value < 20) return SMALL[value]!
  return TENS[Math.floor(value / 10)]! + (value % 10 > 0 ? `-${SMALL[value % 10]!}` : '')
}

interface Manner {
  readonly word: string
  readonly power: number
  /** What stands between figure and scale: a blank, or nothing as in "300k". */
  readonly joint: string
}

/** The scale word for a magnitude: the given one if the figure stays between 1 and 1,000 (or is as large as it was). */
function scaleFor(magnitude: number, like: Amount): Manner | undefined {
  const own = like.scale
  if (own && like.script === 'english') {
    const joint =
      own.word.length <= 2 &&
      own.span.end - own.span.start === own.word.length &&
      !/^(?:bn|mn|tn)$/iu.test(own.word)
        ? ''
        : ' '
    const mantissa = shift(magnitude, -own.power)
    // "10k" and "2B" would be read as names.
    const least = joint === '' && like.unit.kind !== 'currency' ? 25 : 1
    const largest = Math.max(1000, 10 * Math.abs(shift(like.value, -own.power)))
    if (mantissa >= least && mantissa < largest) return { word: own.word, power: own.power, joint }
  }
  if (like.unit.kind === 'percent' || magnitude < 1e6) return undefined
  const scale = SCALES.find(({ power }) => magnitude >= 10 ** power)!
  // A figure written out to the last digit stays so where a scale word would need many decimals.
  return decimalsOf(shift(magnitude, -scale.power)) <= 3 ? { ...scale, joint: ' ' } : undefined
}

const sameScale = (scale: Manner | undefined, like: Amount): boolean =>
  scale ? like.scale?.power === scale.power : like.scale === undefined

/** 0.01 for cents, which are written as cents again. */
const factorOf = (like: Amount): number => (like.unit.kind === 'currency' && like.unit.cents ? 0.01 : 1)

const decimalsOfLike = (like: Amount): number => {
  if (!Number.isFinite(like.precision)) return 0
  const place = Math.log10((2 * like.precision) / factorOf(like)) - (like.scale?.power ?? 0)
  return Math.max(0, Math.round(-place))
}

const isGrouped = (like: Amount): boolean =>
  !(like.scale === undefined && like.figure.end - like.figure.start === 4)

/** A percent sign stands inside the figure, behind its digits; 百分之三 and 八成 are written with one. */
const isSigned = (like: Amount): boolean =>
  like.unit.kind === 'percent' &&
  (like.script === 'chinese' ||
    (like.unit.written.start >= like.figure.start && like.unit.written.end <= like.figure.end))

const plain = (value: number): string => {
  const text = String(Number(value.toPrecision(12)))
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/u, '') : text
}
const decimalsOf = (value: number): number => plain(value).split('.')[1]?.length ?? 0

function grouped(value: number, decimals: number, separators: boolean): string {
  const [whole, fraction] = Number(value.toPrecision(12)).toFixed(Math.min(decimals, 10)).split('.')
  const digits = separators ? whole!.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',') : whole!
  return fraction ? `${digits}.${fraction}` : digits
}
