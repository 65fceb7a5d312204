import { matchAt, wordAfter, type Word } from './scan.js'

/** A number below ten thousand, without scale word. */
export interface Group {
  readonly end: number
  readonly value: number
  /** The word "hundred" is left out: "two seventy-five". */
  readonly elided: boolean
}

/** Up to "ninety-nine hundred ninety-nine"; with an article also "hundred", "million", "dozen". */
export function readGroup(text: string, start: number, article: boolean): Group | undefined {
  const word = wordAfter(text, start)
  if (!word) return undefined
  if (word.text === 'hundred') return afterHundred(text, 1, word.end)
  if (article) {
    if (word.text === 'dozen') return { end: word.end, value: 12, elided: false }
    // "a million": the scale word follows an unspoken one.
    return /^(?:thousand|million|billion|trillion)$/u.test(word.text)
      ? { end: word.start - 1, value: 1, elided: false }
      : undefined
  }
  const small = readSmall(text, word)
  if (!small) return undefined
  const next = wordAfter(text, small.end)
  if (next?.text === 'hundred' && small.value > 0) return afterHundred(text, small.value, next.end)
  if (next?.text === 'dozen' && small.value < 10)
    return { end: next.end, value: small.value * 12, elided: false }
  if (
    small.value >= 1 &&
    small.value <= 9 &&
    next &&
    (TENS.has(next.text) || (TEENS.has(next.text) && next.text !== 'ten'))
  ) {
    const rest = readSmall(text, next)!
    if (wordAfter(text, rest.end)?.text !== 'hundred')
      return { end: rest.end, value: small.value * 100 + rest.value, elided: true }
  }
  return { ...small, elided: false }
}

function afterHundred(text: string, hundreds: number, end: number): Group {
  const word = wordAfter(text, skipAnd(text, end))
  const rest = word && word.text !== 'zero' ? readSmall(text, word) : undefined
  const next = rest && wordAfter(text, rest.end)?.text
  // "one hundred and two hundred" are two numbers; so are "two hundred and five" before "hundred".
  if (!rest || next === 'hundred' || (next === 'point' && rest.value === 0))
    return { end, value: hundreds * 100, elided: false }
  return { end: rest.end, value: hundreds * 100 + rest.value, elided: false }
}

/** Behind "and" where it stands there: "two hundred and five". */
export const skipAnd = (text: string, position: number): number =>
  position + (matchAt(AND, text, position)?.[0].length ?? 0)

const AND = /[ -]and(?=[ -])/iy

/** Zero to ninety-nine. */
export function readSmall(text: string, word: Word): { end: number; value: number } | undefined {
  const plain = word.text === 'zero' ? 0 : (UNITS.get(word.text) ?? TEENS.get(word.text))
  if (plain !== undefined) return { end: word.end, value: plain }
  const tens = TENS.get(word.text)
  if (tens === undefined) return undefined
  const next = wordAfter(text, word.end)
  const unit = next && UNITS.get(next.text)
  if (!unit) return { end: word.end, value: tens }
  return { end: next.end, value: tens + unit }
}

/** The digit a word says after "point": "oh" is zero. */
export const digitOf = (word: string): number | undefined => DIGITS.get(word)

const TENS = new Map([
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fourty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
])
const TEENS = new Map([
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
])
const UNITS = new Map([
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
])
const DIGITS = new Map([...UNITS, ['zero', 0], ['oh', 0], ['o', 0], ['nought', 0]])
