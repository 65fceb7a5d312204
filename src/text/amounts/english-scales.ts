import type { Span } from '../../types.js'
import { shift } from './numeral.js'
import { GAP, lookBack, matchAt, wordAfter } from './scan.js'

/** Powers of ten of English scale words. */
export const POWERS: ReadonlyMap<string, number> = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['lakh', 5],
  ['crore', 7],
])

export interface FoundScale extends Span {
  readonly word: string
  readonly power: number
  /** Where the word ends when 多 or 余 follows it. */
  readonly wordEnd?: number
  readonly vague?: 'over' | 'about'
}

/**
 * The scale after digits: "billion", "bn", "k", "hundred million". Single letters only where they
 * cannot be part of a name: glued, and after a currency for "B" and "M" ("2B" is a kind of business).
 */
export function englishScale(text: string, position: number): FoundScale | undefined {
  const match = matchAt(SCALE_WORDS, text, position)
  if (match) {
    const word = match[1]!
    const end = position + match[0].length
    const power = word
      .toLowerCase()
      .split(/[\s-]+/u)
      .reduce((sum, part) => sum + powerOf(part), 0)
    return { start: end - word.length, end, word, power }
  }
  const letter = matchAt(SCALE_LETTER, text, position)
  if (!letter || !letterIsScale(text, position, letter[1]!)) return undefined
  const word = letter[1]!
  const end = position + letter[0].length
  return { start: end - word.length, end, word, power: LETTER_POWERS.get(word.toLowerCase())! }
}

const SCALE_WORDS = new RegExp(
  String.raw`(?:-|${GAP})((?:(?:ten|hundred)[ -](?=thousand|million|billion))?(?:thousand|million|billion|trillion)s?|` +
    String.raw`thousand[ -][mb]illion|hundred|lakhs?|crores?|mn|mln|mio|bn|bln|tn|trn)(?![\p{L}\d])`,
  'iuy',
)
const ABBREVIATED = new Map([
  ['mn', 6],
  ['mln', 6],
  ['mio', 6],
  ['bn', 9],
  ['bln', 9],
  ['tn', 12],
  ['trn', 12],
  ['ten', 1],
])
const powerOf = (word: string): number => {
  const singular = word.replace(/s$/u, '')
  return POWERS.get(singular) ?? ABBREVIATED.get(word) ?? 0
}

const SCALE_LETTER = / ?([KkMmBbT]|mm|MM)(?![\p{L}\d])/uy
const LETTER_POWERS = new Map([
  ['k', 3],
  ['m', 6],
  ['mm', 6],
  ['b', 9],
  ['t', 12],
])

function letterIsScale(text: string, position: number, letter: string): boolean {
  const before = lookBack(text, position, 32)
  if (/(?:[$¥￥€£]|RMB|CNY|USD|HKD)\s?[\d.,]+$/u.test(before)) return true
  if (text[position] === ' ' || letter === 'm' || letter === 'mm' || letter === 'b' || letter === 'T')
    return false
  const digits = /(?<![\p{L}\d.,-])[\d.,]+$/u.exec(before)?.[0]
  if (digits === undefined) return false
  return (
    digits.includes('.') || Number(digits.replaceAll(',', '')) >= (letter.toLowerCase() === 'k' ? 25 : 10)
  )
}

export interface Part extends Span {
  readonly value: number
  readonly place: number
}

/** "and a half", "and three quarters" after a number; the value to add. */
export function halfAfter(text: string, position: number): Part | undefined {
  const match = matchAt(AND_A_HALF, text, position)
  if (!match) return undefined
  const word = match[1]!.toLowerCase()
  const value = word.startsWith('three') ? 0.75 : word.endsWith('half') ? 0.5 : 0.25
  return { start: position, end: position + match[0].length, value, place: value === 0.5 ? 0.1 : 0.01 }
}

const AND_A_HALF = new RegExp(
  String.raw`[ -]and[ -]((?:a|one)[ -]half|(?:a|one)[ -]quarter|three[ -]quarters)\b(?![ -](?:of|year))`,
  'iy',
)

/** The word after, when it is a scale word from thousand on (or its plural). */
export function scaleWordAfter(text: string, position: number): FoundScale | undefined {
  const word = wordAfter(text, position)
  if (!word || word.gap === 'none') return undefined
  const power = POWERS.get(word.text.replace(/s$/u, ''))
  if (power === undefined || power < 3) return undefined
  // "two thousand million" is two billion.
  const larger = power === 3 ? matchAt(LARGER, text, word.end) : undefined
  if (larger) {
    const end = word.end + larger[0].length
    return {
      start: word.start,
      end,
      word: text.slice(word.start, end),
      power: power + POWERS.get(larger[1]!.toLowerCase())!,
    }
  }
  return { start: word.start, end: word.end, word: text.slice(word.start, word.end), power }
}

const LARGER = / (million|billion)\b/iy

export const scaled = (value: number, scale: FoundScale | undefined): number =>
  scale ? shift(value, scale.power) : value
