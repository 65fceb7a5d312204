import { POWERS } from './english-scales.js'
import { passed, shift, type Numeral, type Passed } from './numeral.js'
import { lookAhead, lookBack, matchAt } from './scan.js'

/**
 * Half, thirds, quarters where they are a share or part of a scale ("half a billion", "a quarter of
 * our revenue"), not where they are a period ("the second half", "three quarters of growth").
 */
export function readFraction(text: string, start: number): Numeral | Passed | undefined {
  const match = matchAt(FRACTION, text, start)
  if (!match) return undefined
  const end = start + match[0].length
  const [value, period] = valueOf(match[1]?.toLowerCase(), match[2]!.toLowerCase())
  const scale = matchAt(OF_A_SCALE, text, end)
  // "half billion", but no "[first] quarter million".
  if (scale && (scale[1] !== undefined || /half$/iu.test(match[0]))) return ofScale(start, end, value, scale)
  const unit = matchAt(OF_A_UNIT, text, end)
  if (unit) return { start, end: end + unit[1]!.length, value, place: 0.1, form: 'words' }
  if (!isShare(text, start, end, period)) return /quarters$/iu.test(match[0]) ? undefined : passed(start, end)
  return { start, end, value, place: FRACTION_PLACE, form: 'words', unit: { kind: 'fraction' } }
}

/** Fractions are said loosely: "a third" of 33.9 % stands, so the place is 0.02. */
export const FRACTION_PLACE = 0.02

const FRACTION = new RegExp(
  String.raw`(?:(an?|one|two|three|four|five|six|seven|eight|nine)[ -])?` +
    String.raw`(half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)(?![\p{L}\d])`,
  'iuy',
)
const PARTS = ['half', 'third', 'quarter', 'fourth', 'fifth', 'sixth', 'eighth', 'tenth']
const DENOMINATORS = [2, 3, 4, 4, 5, 6, 8, 10]
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** The value and whether the word may mean a period of the year. */
function valueOf(number: string | undefined, part: string): readonly [number, boolean] {
  const denominator = DENOMINATORS[PARTS.indexOf(part.replace(/s$/u, ''))]!
  const numerator = number === undefined || number.startsWith('a') ? 1 : NUMBERS.indexOf(number)
  return [numerator / denominator, part.startsWith('quarter') || part === 'half']
}

const OF_A_SCALE = /(?:(?: of)? (an?) |[ -])(hundred|thousand|million|billion|trillion)\b/iy
const OF_A_UNIT = /((?: of)? an?| of one)(?= (?:percent(?:age)?|per cent|basis|point|percentage)\b)/iy

function ofScale(start: number, end: number, value: number, match: RegExpExecArray): Numeral {
  const power = POWERS.get(match[2]!.toLowerCase())!
  const last = end + match[0].length
  const word = match[2]!
  return {
    start,
    end: last,
    value: shift(value, power),
    place: shift(value === 0.5 ? 0.1 : 0.01, power),
    form: 'words',
    scale: { span: { start: last - word.length, end: last }, word, power },
  }
}

function isShare(text: string, start: number, end: number, period: boolean): boolean {
  const after = lookAhead(text, end)
  const before = lookBack(text, start)
  if (
    /\b(?:first|second|third|fourth|last|latter|front|back|early|late|later|other|same|previous|past|next|top|bottom|this|that|each|every|per|fiscal|remaining|recent|consecutive|q\d)[ -]$/iu.test(
      before,
    )
  )
    return false
  if (/^[ -](?:year|day|month|hour|week|quarter|time|party|parties|19\d\d|20\d\d|fy)/iu.test(after))
    return false
  if (
    /^ of (?:the |this |last |next |that |fiscal |calendar |our |its )*(?:fiscal|calendar|year|period|quarter|decade|century|month|twenty|two thousand|19\d\d|20\d\d|fy)/iu.test(
      after,
    )
  )
    return false
  if (
    /^ of (?:the|our|its|their|all|total|those|these|that|this|my|your|which|what|them|it|revenue|sales|a|an)\b/iu.test(
      after,
    )
  )
    return true
  if (period) {
    return (
      !/^s/iu.test(after) &&
      /^[a-z ]*half$/iu.test(text.slice(start, end)) &&
      (/^ (?:the|our|its|their)\b/iu.test(after) ||
        /\b(?:than|about|around|nearly|almost|approximately|roughly|over|least) (?:an? )?$/iu.test(before))
    )
  }
  return (
    /\b(?:than|about|around|nearly|almost|approximately|roughly|over|by|least) $/iu.test(before) ||
    /^(?:two|three|four)[ -]/iu.test(text.slice(start, end))
  )
}
