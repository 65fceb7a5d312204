import { findAmounts } from '../../text/amounts/amounts.js'
import { textOf } from '../../text/spans.js'
import type { Aligned, Span } from '../../types.js'

/** A count of tenths or of small money rendered by another meaning of its character: "seven into", "two hair". */
export interface TenthsReading extends Span {
  readonly counts: 'tenths' | 'money'
  /** "70%", "yuan", or an amount as the interpretation has it. */
  readonly said: string
  /** Where the interpretation says it. */
  readonly partner: Span
}

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const number = String.raw`(?:\d+(?:\.\d+)?|${numbers.join('|')})`
const tenths = new RegExp(
  String.raw`\b(${number}) (?:into|become|cheng)\b(?: (${number})(?!\s*(?:%|percent|per cent|\p{L}+ion\b)))?`,
  'giu',
)
const money = new RegExp(
  String.raw`\b(?:(${number}) to )?(${number}) (pieces?|blocks?|hairs?|mao|dimes?|cents?)\b`,
  'giu',
)

/** What a machine writes for 块, 毛 and 分, in yuan. */
const worth = (unit: string): number =>
  /^(?:piece|block)/iu.test(unit) ? 1 : /^cent/iu.test(unit) ? 0.01 : 0.1

/** Tenths (成) and small money (块, 毛, 分) in Mandarin passages where the interpretation has that value. */
export function tenthsIn({ text, beads }: Aligned): TenthsReading[] {
  return beads.flatMap(({ mandarin, interpretation }) =>
    mandarin.flatMap((span) => [
      ...[...textOf(text, span).matchAll(tenths)].flatMap((match) =>
        tenthsAt(text, span, match, interpretation),
      ),
      ...[...textOf(text, span).matchAll(money)].flatMap((match) =>
        moneyAt(text, span, match, interpretation),
      ),
    ]),
  )
}

function tenthsAt(
  text: string,
  span: Span,
  { index, 0: heard, 1: count, 2: more }: RegExpExecArray,
  interpretation: readonly Span[],
): TenthsReading[] {
  const value = valueOf(count!) * 10 + (more ? valueOf(more) : 0)
  const start = span.start + index
  return interpretation
    .flatMap((partner) => findAmounts(text, partner))
    .filter((amount) => amount.unit.kind === 'percent' && isSame(amount.value, value))
    .slice(0, 1)
    .map((partner) => ({
      counts: 'tenths',
      start,
      end: start + heard.length,
      said: `${String(value)}%`,
      partner: { start: partner.start, end: partner.end },
    }))
}

/** Of whole yuan only the unit is wrong; less than a yuan is put as the interpretation has it. */
function moneyAt(
  text: string,
  span: Span,
  { index, 0: heard, 1: least, 2: count, 3: unit }: RegExpExecArray,
  interpretation: readonly Span[],
): TenthsReading[] {
  const end = span.start + index + heard.length
  const values = [least ?? count!, count!].map((word) => valueOf(word) * worth(unit!))
  const amounts = interpretation.flatMap((partner) => yuanIn(text, partner))
  const [from, to] = values.map((value) => amounts.find((amount) => isSame(amount.value, value)))
  if (!from || !to || to.start < from.start || to.start - from.end > ' to around '.length) return []
  const partner = { start: from.start, end: to.end }
  const said = textOf(text, partner)
  return worth(unit!) === 1
    ? [{ counts: 'money', start: end - unit!.length, end, said: 'yuan', partner }]
    : [{ counts: 'money', start: span.start + index, end, said, partner }]
}

/** Amounts of yuan with their unit, without "about". */
const yuanIn = (text: string, span: Span): (Span & { readonly value: number })[] =>
  findAmounts(text, span).flatMap(({ unit, figure, value }) =>
    unit.kind === 'currency' && unit.code === 'CNY'
      ? [
          {
            start: Math.min(figure.start, unit.written.start),
            end: Math.max(figure.end, unit.written.end),
            value,
          },
        ]
      : [],
  )

const valueOf = (word: string): number => numbers.indexOf(word.toLowerCase()) + 1 || Number(word)

/** Within a hundredth part. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 0.001 * Math.abs(b)
