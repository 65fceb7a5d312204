import { textOf } from '../../text/spans.js'
import type { Aligned, Span } from '../../types.js'

/** Tenths (成) rendered by another meaning of the character: "seven into". */
export interface TenthsReading extends Span {
  /** As a percentage: "70%". */
  readonly said: string
  /** Where the interpretation says it. */
  readonly partner: Span
}

const tens = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const tenths = new RegExp(String.raw`\b(${tens.join('|')}|[1-9]) (?:into|become|cheng)\b`, 'giu')

/** Tenths in Mandarin passages where the interpretation has that percentage. */
export function tenthsIn({ text, beads }: Aligned): TenthsReading[] {
  return beads.flatMap(({ mandarin, interpretation }) =>
    mandarin.flatMap((span) =>
      [...textOf(text, span).matchAll(tenths)].flatMap(({ index, 0: heard, 1: count }) => {
        const number = tens.indexOf(count!.toLowerCase()) + 1 || Number(count)
        const start = span.start + index
        return interpretation
          .flatMap((partner) => percentagesIn(text, partner))
          .filter(({ value }) => value === number * 10)
          .slice(0, 1)
          .map(({ start: from, end }) => ({
            start,
            end: start + heard.length,
            said: `${String(number * 10)}%`,
            partner: { start: from, end },
          }))
      }),
    ),
  )
}

const percentagesIn = (text: string, span: Span): (Span & { readonly value: number })[] =>
  [...textOf(text, span).matchAll(/(\d+)(?:%| percent\b| per cent\b)/gu)].map(
    ({ index, 0: words, 1: value }) => ({
      start: span.start + index,
      end: span.start + index + words.length,
      value: Number(value),
    }),
  )
