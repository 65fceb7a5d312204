import type { FoundScale } from './english-scales.js'
import { halfAfter, scaled, scaleWordAfter } from './english-scales.js'
import { readFraction } from './english-fractions.js'
import { digitOf, readGroup, readSmall, skipAnd } from './english-groups.js'
import { passed, shift, type Numeral, type Passed } from './numeral.js'
import { lookAhead, lookBack, matchAt, wordAfter } from './scan.js'

/** Words a spelled English number, or a word such as "half" or "doubled", may start with. */
export const ENGLISH_START =
  String.raw`(?:an?(?=[ -](?:hundred|thousand|million|billion|trillion|dozen|half|quarter|third|fifth|tenth))|` +
  'half|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|' +
  'seventeen|eighteen|nineteen|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety|hundred|point|' +
  'twofold|threefold|fourfold|fivefold|sixfold|tenfold|twice|doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing))'

/** Reads the number spelled at `start`, where one of the words of `ENGLISH_START` stands. */
export function readEnglish(text: string, start: number): Numeral | Passed {
  const multiple = matchAt(MULTIPLE, text, start)
  if (multiple) return readMultiple(text, start, multiple[0].toLowerCase())
  return readFraction(text, start) ?? readYear(text, start) ?? readSpelled(text, start)
}

const MULTIPLE =
  /(?:(?:two|three|four|five|six|ten)fold|twice|doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing))\b/iy
const MULTIPLES: readonly (readonly [RegExp, number])[] = [
  [/^(?:two|twi|dou)/u, 2],
  [/^(?:thr|tri)/u, 3],
  [/^(?:fou|qua)/u, 4],
  [/^fiv/u, 5],
  [/^six/u, 6],
  [/^ten/u, 10],
]

function readMultiple(text: string, start: number, word: string): Numeral | Passed {
  const end = start + word.length
  const after = lookAhead(text, end)
  if (
    /^[ -]down\b/iu.test(after) ||
    (word === 'twice' && !/^ (?:the|that|as|what|our|its)\b/iu.test(after))
  ) {
    return passed(start, end)
  }
  const value = MULTIPLES.find(([pattern]) => pattern.test(word))![1]
  return { start, end, value, place: 1, form: 'words', unit: { kind: 'times', written: { start, end } } }
}

/** "twenty twenty-five", "nineteen ninety nine", "two thousand and nineteen": passed over. */
function readYear(text: string, start: number): Passed | undefined {
  const match = matchAt(YEAR, text, start)
  return match ? passed(start, start + match[0].length) : undefined
}

const YEAR_END =
  '(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|' +
  '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))'
const YEAR = new RegExp(
  `(?:twenty[ -](?:oh[ -](?:one|two|three|four|five|six|seven|eight|nine)|${YEAR_END})|nineteen[ -](?:[3-9]|${YEAR_END})|` +
    `two[ ]thousand(?: and)? (?:${YEAR_END}|one|two|three|four|five|six|seven|eight|nine))` +
    String.raw`(?=[^\p{L}]|$)(?![ -](?:hundred|thousand|million|billion|trillion|point|dollars|yuan|basis)\b)`,
  'iuy',
)

/** "three thousand five hundred", "two point five billion", "a hundred and twenty", "two and a half million". */
function readSpelled(text: string, start: number): Numeral | Passed {
  const article = matchAt(ARTICLE, text, start)
  const whole = readWhole(text, article ? start + article[0].length : start, article !== undefined)
  if (!whole)
    return readPoint(text, start, 0, start) ?? passed(start, wordAfter(text, start)?.end ?? start + 1)
  if (!article && matchAt(BARE_HUNDRED, text, start)) return readBareHundred(text, { ...whole, start })
  if (ordinalFollows(text, whole)) return passed(start, wordAfter(text, whole.end)!.end)
  if (whole.scale) {
    // "one thousand point five": the scale word is part of the whole number.
    const decimal = whole.scale.power === 3 ? readPoint(text, start, whole.value, whole.end) : undefined
    return decimal ?? withTrailingHalf(text, { ...whole, start })
  }
  return readPoint(text, start, whole.value, whole.end) ?? withScale(text, { ...whole, start })
}

const ARTICLE = /an?[ -]/iy
const BARE_HUNDRED = /hundred\b/iy

/** "hundred percent" is 100 %; "several hundred million" says no number. */
function readBareHundred(text: string, whole: Whole): Numeral | Passed {
  const vague = /\b(?:few|several|couple|couple of|many|some|multiple|odd)[ -]$/iu.test(
    lookBack(text, whole.start),
  )
  return vague || whole.scale ? passed(whole.start, whole.end) : { ...whole, needsUnit: true }
}

type Whole = Omit<Numeral, 'form'> & { readonly form: 'words' }

/** Groups of descending scale: "two million three hundred thousand". */
function readWhole(text: string, start: number, article: boolean): Whole | undefined {
  let total = 0
  let power = Infinity
  let scale: FoundScale | undefined
  let end = start
  let needsUnit = false
  for (;;) {
    const first = end === start
    const from = !first && power === 3 ? skipAnd(text, end) : end
    const group = readGroup(text, from, first && article)
    if (!group) break
    const next = scaleWordAfter(text, group.end)
    // "nineteen thousand and four point seven million" are two numbers.
    const restarts = power !== 3 || group.value > 999 || (from > end && pointFollows(text, group.end))
    if (next ? next.power >= power : !first && restarts) break
    total += scaled(group.value, next)
    end = next?.end ?? group.end
    power = next?.power ?? 0
    scale = next
    needsUnit ||= group.elided && !next
    if (!next) break
  }
  if (end === start) return undefined
  return {
    start,
    end,
    value: total,
    place: scale ? 10 ** scale.power : 1,
    form: 'words',
    ...(needsUnit && { needsUnit }),
    ...(scale && {
      scale: { span: { start: scale.start, end: scale.end }, word: scale.word, power: scale.power },
    }),
  }
}

const pointFollows = (text: string, position: number): boolean => wordAfter(text, position)?.text === 'point'

/** The digits after "point", then the scale: "[two] point five billion", "point oh five percent". */
function readPoint(text: string, start: number, whole: number, position: number): Numeral | undefined {
  const point = wordAfter(text, position)
  if (point?.text !== 'point' && point?.text !== 'dot') return undefined
  const fraction = readDecimals(text, point.end)
  if (!fraction) return undefined
  const value = Number(`${whole}.${fraction.digits}`)
  const numeral: Numeral = {
    start,
    end: fraction.end,
    value,
    place: shift(1, -fraction.digits.length),
    form: 'words',
    // "at this point two": a number only with a unit; "two point oh" is a version.
    ...((position === start || /^0$/u.test(fraction.digits)) && { needsUnit: true }),
  }
  return withScale(text, numeral)
}

function readDecimals(text: string, start: number): { digits: string; end: number } | undefined {
  const written = matchAt(WRITTEN_DIGITS, text, start)
  if (written) return { digits: written[1]!, end: start + written[0].length }
  let digits = ''
  let end = start
  while (digits.length < 8) {
    const word = wordAfter(text, end)
    const digit = word && digitOf(word.text)
    if (digit === undefined) break
    digits += String(digit)
    end = word!.end
  }
  if (digits !== '') return { digits, end }
  const word = wordAfter(text, start)
  const pair = word && readSmall(text, word)
  return pair && pair.value >= 10 ? { digits: String(pair.value), end: pair.end } : undefined
}

const WRITTEN_DIGITS = / (\d{1,6})(?![\d.,]*\d)/y

function withScale(text: string, numeral: Numeral): Numeral {
  const half = numeral.place === 1 ? halfAfter(text, numeral.end) : undefined
  if (half)
    return withScale(text, {
      ...numeral,
      end: half.end,
      value: numeral.value + half.value,
      place: half.place,
    })
  const scale = scaleWordAfter(text, numeral.end)
  if (!scale) return numeral
  return {
    ...numeral,
    end: scale.end,
    value: shift(numeral.value, scale.power),
    place: shift(numeral.place, scale.power),
    scale: { span: { start: scale.start, end: scale.end }, word: scale.word, power: scale.power },
  }
}

/** "a million and a half". */
function withTrailingHalf(text: string, numeral: Numeral): Numeral {
  const half = halfAfter(text, numeral.end)
  if (!half) return numeral
  const power = numeral.scale!.power
  return {
    ...numeral,
    end: half.end,
    value: numeral.value + shift(half.value, power),
    place: shift(half.place, power),
  }
}

/** "twenty-first", "two hundredth". */
function ordinalFollows(text: string, numeral: Numeral): boolean {
  const word = wordAfter(text, numeral.end)
  if (!word || numeral.scale || word.gap === 'none') return false
  const tens = numeral.value % 10 === 0 && numeral.value % 100 >= 20
  return (
    (tens && /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$/u.test(word.text)) ||
    word.text === 'hundredth'
  )
}
