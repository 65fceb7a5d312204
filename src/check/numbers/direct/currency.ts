import { figuresOf, type Figure } from '../../../numbers/figures.js'
import type { Aligned, Span } from '../../../types.js'

/** The currency a call reports in, and the words or the amounts that show it. */
export interface ReportingCurrency {
  /** ISO 4217. */
  readonly code: string
  /** Said in so many words, or only told by the marks of most amounts. */
  readonly declared: boolean
  readonly shownBy: readonly Span[]
}

/** The one currency of the call's figures; undefined where it is not told, or more than one is. */
export function reportingCurrency(doc: Aligned): ReportingCurrency | undefined {
  const declarations = [...doc.text.matchAll(DECLARATION)].flatMap((match) => {
    const code = codeOf(match[1]!)
    return code === undefined ? [] : [{ code, start: match.index, end: match.index + match[0].length }]
  })
  const codes = new Set(declarations.map(({ code }) => code))
  if (codes.size > 1) return undefined
  const [first] = declarations
  if (first) return { code: first.code, declared: true, shownBy: [{ start: first.start, end: first.end }] }
  return mostMarked(figuresOf(doc))
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:rmb|cny|renminbi|chinese)/iu, 'CNY'],
  [/^(?:nt|new taiwan|taiwan|twd)/iu, 'TWD'],
  [/^(?:hk|hong kong)/iu, 'HKD'],
  [/^(?:u\.?\s?s|usd|american|united)/iu, 'USD'],
  [/^(?:s\$|sgd|singapore)/iu, 'SGD'],
  [/^(?:euro|eur)/iu, 'EUR'],
]
const codeOf = (name: string): string | undefined => NAMES.find(([pattern]) => pattern.test(name))?.[1]

/** "all financial figures mentioned … are denominated in RMB", "all numbers are in renminbi". */
const DECLARATION =
  /(?:\b(?:figures?|amounts?|numbers|results|financials)\b[^.?!]{0,80}?|\bcurrenc(?:y|ies)\b[^.?!,]{0,60}?)\b(?:in|is)\s(?:the\s)?(RMB|CNY|renminbi|Chinese (?:yuan|renminbi)|NT dollars?|NT\$|New Taiwan dollars?|TWD|HK dollars?|HK\$|Hong Kong dollars?|HKD|U\.?\s?S\.?\s?dollars?|USD|US\$|United States dollars?|Singapore dollars?|SGD|euros?)(?![\p{L}])/giu

/** Enough marks to tell, and how many of them must agree. */
const LEAST = 8
const MAJORITY = 0.7

function mostMarked(figures: readonly Figure[]): ReportingCurrency | undefined {
  const marked = figures.filter(
    ({ origin, unit, per, value }) =>
      origin !== 'mandarin' && unit.kind === 'currency' && per === undefined && Math.abs(value) >= 1e6,
  )
  const counts = new Map<string, Figure[]>()
  for (const figure of marked) {
    const code = figure.unit.kind === 'currency' ? figure.unit.code : ''
    const list = counts.get(code)
    if (list) list.push(figure)
    else counts.set(code, [figure])
  }
  const [best] = [...counts].toSorted((a, b) => b[1].length - a[1].length)
  if (!best || marked.length < LEAST || best[1].length < MAJORITY * marked.length) return undefined
  return { code: best[0], declared: false, shownBy: best[1].slice(0, 2) }
}

/** How releases and transcripts mark a currency before the figure. */
export const MARKS: ReadonlyMap<string, string> = new Map([
  ['CNY', 'RMB'],
  ['TWD', 'NT$'],
  ['HKD', 'HK$'],
  ['SGD', 'S$'],
  ['EUR', '€'],
])
