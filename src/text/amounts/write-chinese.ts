import type { Amount } from './amount.js'
import { shift } from './numeral.js'

/**
 * The figure for `value` (in units, or in percent) in the manner of `like`, a figure of Han text: in digits or in
 * characters, in its script, with its scale where that reads well, with separators where `own` (its text) has them.
 * "53.8億" like "5.38億"; 2700万 like 2.7亿; 一百二十八点六万 like 一百二十八点六亿; 百分之十五 like 百分之五十.
 */
export function writeChinese(value: number, like: Amount, own: string): string {
  const magnitude = Math.abs(value)
  const traditional = TRADITIONAL.test(own)
  const sign = value < 0 && like.sign === 1 ? (traditional ? '負' : '负') : ''
  const spelled = like.form === 'words' && !/\d/u.test(own)
  if (like.unit.kind === 'percent') {
    if (own.endsWith('成') && magnitude < 100 && magnitude % 10 === 0)
      return `${spellChinese(magnitude / 10)}成`
    const part = spelled ? spellChinese(magnitude, traditional) : plain(magnitude)
    return own.startsWith('百分之') ? `${sign}百分之${part}` : `${sign}${plain(magnitude)}%`
  }
  const scale = scaleFor(magnitude, like)
  const mantissa = scale ? shift(magnitude, -scale) : magnitude
  const word = scale ? scaleWord(scale, traditional) : ''
  if (spelled) return sign + asSpoken(spellChinese(mantissa, traditional) + word, traditional)
  return `${sign}${separated(plain(mantissa), own.includes(','))}${word}`
}

const TRADITIONAL = /[萬億點兩]/u

/** 万, 亿 or neither: that of the figure replaced where the number before it stays between 1 and 10,000. */
function scaleFor(magnitude: number, like: Amount): 0 | 4 | 8 {
  const own = like.scale?.power
  const reads = (power: number): boolean => {
    const mantissa = shift(magnitude, -power)
    return mantissa >= 1 && mantissa < 10_000
  }
  if (own === undefined && magnitude < 1e6) return 0
  if ((own === 4 || own === 8) && reads(own)) return own
  return magnitude >= 1e8 ? 8 : magnitude >= 1e4 ? 4 : 0
}

const scaleWord = (power: 4 | 8, traditional: boolean): string =>
  power === 8 ? (traditional ? '億' : '亿') : traditional ? '萬' : '万'

const plain = (value: number): string => String(Number(value.toPrecision(12)))

const separated = (digits: string, grouped: boolean): string =>
  grouped ? digits.replace(/^\d+/u, (whole) => whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',')) : digits

/** The number in Chinese characters, below 10¹²: 一百二十八点六, 三千零五, 两亿零三十万. */
export function spellChinese(value: number, traditional = false): string {
  const [whole, fraction] = plain(value).split('.') as [string, string?]
  const point = traditional ? '點' : '点'
  const spelled = asSpoken(spellWhole(Number(whole), traditional), traditional)
  return fraction
    ? `${spelled}${point}${Array.from(fraction, (digit) => DIGITS[Number(digit)]!).join('')}`
    : spelled
}

/** 两千, 两万; but 十二万 and 二百. */
const asSpoken = (figure: string, traditional: boolean): string =>
  figure.replaceAll(/(?<!十)二(?=[千万萬亿億])/gu, traditional ? '兩' : '两')

const DIGITS = Array.from('零一二三四五六七八九')

function spellWhole(value: number, traditional: boolean): string {
  if (value < 10) return DIGITS[value]!
  for (const power of [8, 4] as const) {
    const unit = 10 ** power
    if (value < unit) continue
    const rest = value % unit
    const joint = rest > 0 && rest < unit / 10 ? '零' : ''
    const tail = rest > 0 ? joint + spellWhole(rest, traditional) : ''
    return spellWhole(Math.floor(value / unit), traditional) + scaleWord(power, traditional) + tail
  }
  return spellSection(value)
}

/** 10 to 9,999: 十二, 一百零五, 三千零四十. */
function spellSection(value: number): string {
  const units = ['', '十', '百', '千']
  const digits = Array.from(String(value), Number)
  const spelled = digits
    .map((digit, place) => (digit === 0 ? '零' : DIGITS[digit]! + units[digits.length - 1 - place]!))
    .join('')
    .replace(/零+/gu, '零')
    .replace(/零$/u, '')
  return value < 20 ? spelled.slice(1) : spelled
}
