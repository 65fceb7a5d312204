import type { Span } from '../../types.js'
import type { Approximation } from './amount.js'
import { lookAhead, lookBack, matchAt } from './scan.js'

/** A minus right before: "minus ", "negative ", "-", 负. Gives where it starts. */
export function minusBefore(text: string, end: number): number | undefined {
  const match = MINUS.exec(lookBack(text, end, 14))
  if (match && /plus or $/iu.test(lookBack(text, end - match[1]!.length, 8))) return undefined
  return match ? end - match[1]!.length : undefined
}

const MINUS = /(?:^|[\s(（,，到至从為为是\p{Script=Han}])((?:minus|negative) |[-−–](?=$)|[负負])$/iu

export interface Hedge extends Span {
  readonly approximation: Approximation
}

/** The words before an amount that make it approximate: "nearly", "more than", 约, 超过. */
export function hedgeBefore(text: string, end: number): Hedge | undefined {
  const before = lookBack(text, end, 40)
  const match = HEDGE.exec(before)
  if (match) {
    const words = match[1]!
    const approximation = HEDGES.get(words.toLowerCase().replaceAll(/\s+/gu, ' '))
    if (approximation === undefined || isNoHedge(before.slice(0, match.index), words, text, end))
      return undefined
    return { start: end - match[0].length, end, approximation }
  }
  const han = HAN_HEDGE.exec(before)
  if (!han) return undefined
  const approximation = HAN_HEDGES.get(han[1]!)!
  if (
    approximation === 'nearly' &&
    /^[\d\p{Script=Han}]{1,3}(?:年|个月|個月|[个個]?季度|天|周)/u.test(lookAhead(text, end, 8))
  )
    return undefined
  return { start: end - han[0].length, end, approximation }
}

const HEDGES: ReadonlyMap<string, Approximation> = new Map(
  (
    [
      ['about', 'about around approximately approx approx. roughly circa ~ ≈ some'],
      ['nearly', 'nearly almost close_to approaching just_under just_below near'],
      [
        'over',
        'over more_than above in_excess_of exceeding exceeded exceeds exceed greater_than upwards_of upward_of north_of surpassing surpassed surpass >',
      ],
      ['under', 'under below less_than fewer_than south_of <'],
      ['up to', 'up_to as_much_as as_many_as no_more_than not_more_than at_most a_maximum_of maximum_of'],
      ['at least', 'at_least no_less_than not_less_than no_fewer_than a_minimum_of minimum_of'],
    ] as const
  ).flatMap(([approximation, words]) =>
    words.split(' ').map((word) => [word.replaceAll('_', ' '), approximation] as const),
  ),
)
const HEDGE = new RegExp(
  String.raw`(?<![\p{L}])(${[...HEDGES.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((words) => words.replaceAll('.', '\\.').replaceAll(' ', String.raw`\s`))
    .join('|')})(?:\s(?:a|an|another)(?=\s$)|\s(?:a|an) total of)?\s?$`,
  'iu',
)

/** "year over", "went up to 16 % from 50 %", "in some 3", a period after "over the". */
function isNoHedge(before: string, words: string, text: string, end: number): boolean {
  if (
    /^(?:over|above|below|near|some)$/iu.test(words) &&
    /(?:year|quarter|month|week|mentioned|noted|described|the)[- ]$/iu.test(before)
  )
    return true
  return (
    /^up\sto$/iu.test(words) &&
    (/\b(?:went|go|goes|going|gone|moved|came|ramped|back|increased|improved|grew|rose) $/iu.test(before) ||
      /^[^.]{0,24}\bfrom\b/iu.test(lookAhead(text, end, 36)))
  )
}

const HAN_HEDGES: ReadonlyMap<string, Approximation> = new Map(
  (
    [
      ['about', '约 約 大约 大約 大概 差不多 约为 約為 大概是 约有'],
      ['nearly', '近 将近 將近 接近 近乎 几乎 不到 不足'],
      ['over', '超 超过 超過 逾 突破 大于 高于 多于 超出 过 過'],
      ['under', '低于 少于 小于'],
      ['up to', '至多 最多 不超过 不超過'],
      ['at least', '至少 最少 不少于 不低于 起码'],
    ] as const
  ).flatMap(([approximation, words]) => words.split(' ').map((word) => [word, approximation] as const)),
)
const HAN_HEDGE = new RegExp(
  `(?<!不)(?<![最附贴靠合节預预签簽制违契公条赶不通经经經]|超(?=过))(${[...HAN_HEDGES.keys()]
    .toSorted((a, b) => b.length - a.length)
    .join('|')})了? ?$`,
  'u',
)

/** "+" or "-plus" between a figure and its unit: "150-plus percent", "300+ stores". */
export function plusAfter(text: string, start: number): number | undefined {
  const match = matchAt(/\+(?![\d+])|-plus\b/iuy, text, start)
  return match && start + match[0].length
}

/** What follows and hedges: "or so", "or more", "+", 左右, 以上. */
export function hedgeAfter(text: string, start: number): Hedge | undefined {
  const match = matchAt(AFTER, text, start)
  if (!match) return undefined
  const words = match[1]!.toLowerCase().trim()
  const approximation: Approximation = /^(?:or so|ish|-ish|左右|上下)$/u.test(words)
    ? 'about'
    : /^(?:or less|or below|以内|以內|之内)$/u.test(words)
      ? 'up to'
      : /^(?:以下|之下)$/u.test(words)
        ? 'under'
        : 'at least'
  return { start, end: start + match[0].length, approximation }
}

const AFTER =
  /((?<= )or so| ?or (?:so|more|above|higher|less|below)\b|\+(?!\d)|-?plus\b|左右|上下|以上|之上|以下|之下|以内|以內|之内)/iuy
