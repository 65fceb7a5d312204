import type { Figure } from '../../../numbers/figures.js'
import { statementsOf, type Part, type Statement } from '../../../numbers/statements.js'
import { textOf } from '../../../text/spans.js'
import type { Aligned, Found } from '../../../types.js'
import { isTotalRevenue, PARTS_OF_REVENUE } from '../told/levels.js'
import { mentionsOf } from '../told/same-values.js'
import { MARKS, type ReportingCurrency } from './currency.js'

/**
 * "Operating income was RMB 31 million" in a call whose accounts are in dollars: a total of the accounts marked as
 * another currency than all others, where no words beside it speak of one.
 */
export function* foreignMarks(doc: Aligned, reporting: ReportingCurrency): Generator<Found> {
  const totals = totalsOf(doc)
  const own = totals.filter((figure) => codeOf(figure) === reporting.code)
  const others = totals.filter((figure) => codeOf(figure) !== reporting.code)
  if (own.length < enough || others.length > own.length / enough) return
  const mark = MARKS.get(reporting.code) ?? markOf(doc, own)
  for (const figure of others) {
    const sign = textOf(doc.text, figure.unit.written)
    if (sign === '$' || figure.unit.written.end > figure.figure.start || speaksOfAnother(doc.text, figure))
      continue
    if (isConverted(doc.text, figure)) continue
    const twin = mentionsOf(doc, figure).find((other) => codeOf(other) === reporting.code)
    const confidence = twin ? 0.9 : 0.8
    const shown = twin ? [twin] : own.slice(0, 2)
    yield {
      start: figure.unit.written.start,
      end: /[\p{L}]$/u.test(mark) ? figure.unit.written.end : figure.figure.start,
      message: `The accounts of this call are in ${mark}, not in ${sign}.`,
      confidence,
      evidence: shown.map(({ start, end }) => ({
        kind: 'mention',
        start,
        end,
        note: twin ? 'the same amount' : 'amounts are marked so',
      })),
      suggestions: [{ text: mark, confidence, safe: false }],
    }
  }
}

/** Totals in the reporting currency for each one marked otherwise. */
const enough = 8

type Marked = Figure & { readonly unit: Extract<Figure['unit'], { readonly kind: 'currency' }> }

const codeOf = ({ unit }: Figure): string | undefined => (unit.kind === 'currency' ? unit.code : undefined)

/** The English totals of the accounts, without those of a segment, and what they are compared with. */
const totalsOf = (doc: Aligned): Marked[] =>
  statementsOf(doc)
    .filter(isTotal)
    .flatMap(({ parts }) => parts)
    .filter(isAmount)
    .map(({ figure }) => figure)

const isTotal = (statement: Statement): boolean => {
  const { metric } = statement
  if (metric?.head === undefined || metric.words.length > 0) return false
  return isTotalRevenue(statement) || PARTS_OF_REVENUE.has(metric.head)
}

const isAmount = (part: Part): part is Part & { readonly figure: Marked } =>
  part.figure.origin !== 'mandarin' && part.figure.unit.kind === 'currency' && part.figure.per === undefined

/** The mark that most of the amounts bear. */
function markOf({ text }: Aligned, figures: readonly Marked[]): string {
  const marks = figures.map(({ unit }) => textOf(text, unit.written))
  const count = (mark: string) => marks.filter((other) => other === mark).length
  return marks.toSorted((a, b) => count(b) - count(a))[0]!
}

/** Whether another amount right before or after says the same in another currency. */
function isConverted(text: string, { start, end, unit }: Marked): boolean {
  const before = text.slice(
    Math.max(0, Math.min(start, unit.written.start) - 50),
    Math.min(start, unit.written.start),
  )
  const after = text.slice(end, end + 40)
  return (
    /(?:\bor|\(|\babout|\bapproximately|\bequals?|\bequivalent to)\s*$/iu.test(before) ||
    /^[^.;]{0,12}(?:\(|\bor\b|\bequivalent\b|\bwhich is\b)[^.;]{0,12}(?:\$|RMB|yuan|dollars?\b|\d)/iu.test(
      after,
    )
  )
}

/** Whether the words beside an amount of the accounts say that it is in another currency. */
function speaksOfAnother(text: string, { start, end, sentence, unit }: Marked): boolean {
  const from = Math.min(start, unit.written.start)
  const before = text.slice(Math.max(sentence.start, from - 200), from)
  return ELSEWHERE.test(before) || ELSEWHERE.test(text.slice(end, Math.min(sentence.end, end + 80)))
}

const ELSEWHERE =
  /\bdollars?\b|\bcurrenc(?:y|ies)\b|exchange rate|\bequivalent\b|\bterms\b|\bdenominated\b|\bsubsidiar|\boverseas\b|\bU\.?S\.? (?:business|market|operations)|re-?purchas|buy-?backs?|\bdividends?\b|\brais(?:ed|ing)\b|\bproceeds\b/iu
