import { findAmounts, type Amount } from '../../text/amounts/amounts.js'
import { textOf } from '../../text/spans.js'
import type { Aligned, Span } from '../../types.js'

/** A figure without its percent sign ("an increase of 11"), or with its decimals apart ("10 points 8"). */
export interface PercentReading extends Span {
  readonly said: string
  /** Where the interpretation says it. */
  readonly partner: Span
}

/** Figures of Mandarin passages that the interpretation has as percentages and as nothing else. */
export function percentsIn({ text, beads }: Aligned): PercentReading[] {
  return beads.flatMap(({ mandarin, interpretation }) => {
    const told = interpretation.flatMap((span) => findAmounts(text, span))
    if (!told.some(isPercent)) return []
    const heard = mandarin.flatMap((span) => findAmounts(text, span))
    const partnerOf = (value: number): Amount | undefined => {
      const same = told.filter((amount) => amount.value === value)
      const spare = same.length - heard.filter((amount) => isPercent(amount) && amount.value === value).length
      return spare > 0 && same.every(isPercent) ? same[0] : undefined
    }
    return [
      ...heard.flatMap((amount) => bareFigure(text, amount, partnerOf)),
      ...mandarin.flatMap((span) => decimalsApart(text, span, partnerOf)),
    ]
  })
}

const isPercent = ({ unit }: Amount): boolean => unit.kind === 'percent'

/** UTF-16 code units before a figure in which a rate is named. */
const reach = 60
/** A rate that speakers tell without the sign: "the gross profit rate is 31.2", "about 21 to 22". */
const isLevel =
  /(?:\b(?:rate|ratio|margin|utilization|maoli)\b|率)(?:(?!\b(?:increas|grow|grew|rise|rose|fell|fall|drop|declin|reduc|return))[^.?!])*$/iu

function bareFigure(
  text: string,
  { figure, unit, value }: Amount,
  partnerOf: (value: number) => Amount | undefined,
): PercentReading[] {
  const partner = unit.kind === 'none' ? partnerOf(value) : undefined
  if (!partner || !/^(?:\s*point\b)?(?! ?(?:st|nd|rd|th)\b)/u.test(text.slice(figure.end))) return []
  if (isLevel.test(text.slice(Math.max(0, figure.start - reach), figure.start))) return []
  const end = figure.end + /^(?: point\b)?/u.exec(text.slice(figure.end, figure.end + 7))![0].length
  const { start } = figure
  return [{ start, end, said: `${String(value)}%`, partner: { start: partner.start, end: partner.end } }]
}

function decimalsApart(
  text: string,
  span: Span,
  partnerOf: (value: number) => Amount | undefined,
): PercentReading[] {
  return [...textOf(text, span).matchAll(/\b(\d{1,3}) points? (\d{1,2})\b(?![,.]?\d|%)/gu)].flatMap(
    ({ 0: heard, 1: whole, 2: decimals, index }) => {
      const partner = partnerOf(Number(`${whole!}.${decimals!}`))
      if (!partner) return []
      const start = span.start + index
      const said = `${whole!}.${decimals!}%`
      return [{ start, end: start + heard.length, said, partner: { start: partner.start, end: partner.end } }]
    },
  )
}
