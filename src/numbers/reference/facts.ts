import type { Identified, ReferenceDocument, Segment, Span } from '../../types.js'
import { familyOf } from '../figures.js'
import type { Basis } from '../periods.js'
import { statementsOf, type Part, type Statement } from '../statements.js'
import type { Fact, Facts } from './fact.js'
import { quarterOfPeriod, reportedQuarter, type Quarter } from './quarters.js'
import { tableFacts } from './rows.js'

/**
 * The facts of a document's sentences and tables. The text may be plain, Markdown, or lines with cells
 * parted by tabs (see textOfHtml). Time is linear in its length.
 */
export function factsOf(document: ReferenceDocument): Facts {
  const known = factsByDocument.get(document)
  if (known) return known
  const reported = reportedQuarter(document.text)
  const facts: Facts = {
    document: document.name,
    ...(reported !== undefined && { reported }),
    facts: [...sentenceFacts(document.text, reported), ...tableFacts(document.text, reported)],
  }
  factsByDocument.set(document, facts)
  return facts
}

const factsByDocument = new WeakMap<ReferenceDocument, Facts>()

function sentenceFacts(text: string, reported: Quarter | undefined): Fact[] {
  const prose = proseOf(text)
  return statementsOf(asSpoken(prose)).flatMap((statement) => {
    const { metric, parts } = statement
    if (!metric) return []
    return parts.flatMap((part): Fact[] => {
      const { figure, role, direction, period } = part
      if (role === 'other' || !Number.isFinite(figure.value)) return []
      const quarter = reported === undefined ? undefined : quarterOfPeriod(period, reported)
      const basis = basisOf(statement, part)
      return [
        {
          metric,
          role,
          family: familyOf(figure),
          value: figure.value,
          precision: figure.precision,
          ...(figure.unit.kind === 'currency' && { currency: figure.unit.code }),
          ...(quarter !== undefined && { quarter }),
          ...(direction && { direction }),
          ...(basis && { basis }),
          quote: quoteOf(prose, figure.sentence, figure),
        },
      ]
    })
  })
}

/** What a change is measured against: as told, or by the period of the value it follows. */
export function basisOf({ parts }: Statement, part: Part): Basis | undefined {
  if (part.role !== 'change' || part.basis) return part.basis
  const bases = parts.filter(({ role }) => role === 'base')
  const kind = bases.length === 1 ? bases[0]!.period?.kind : undefined
  return kind === 'year-ago' ? 'yoy' : kind === 'previous' ? 'qoq' : undefined
}

/**
 * Lines that run on are joined, amounts converted in brackets and notes taken out, rows of tables left
 * out; every other code unit keeps its place.
 */
function proseOf(text: string): string {
  return text
    .replaceAll(
      /\((?:US\$|HK\$|RMB|USD|approximately)[^()]{0,60}\)|\s*\(\s*US\$[^()]{0,60}\)|\[\d{1,2}\]/gu,
      blanks,
    )
    .replaceAll(/[^\n]*(?:\t|\|| {3,})[^\n]*/gu, (line) =>
      TABLE_ROW.test(line) ? '\n'.padEnd(line.length) : line,
    )
    .replaceAll(/(\d) (\.\d+)/gu, '$1$2 ')
    .replaceAll(/(?<![.;!?。；:：\n])\r?\n(?!\s*\n)(?=\s*[\p{Ll}\d(,.RU$])/gu, blanks)
}

const blanks = (words: string): string => ' '.repeat(words.length)
const TABLE_ROW = /[\d,.)%](?:[\t|]| [ \t|])[ \t|]*[(\d]/u

/** The text as one turn of English, a sentence a segment. */
function asSpoken(text: string): Identified {
  const segments: Segment[] = []
  const body: Span[] = []
  let start = 0
  const close = (end: number): void => {
    if (end > start) segments.push({ start, end, turn: 0, sentence: segments.length, script: 'latin' })
    start = end
  }
  for (const { index } of text.matchAll(/(?<=[.;!?])\s+(?=["“\p{Lu}•-])|(?<=[。；！？])|\n/gu)) close(index)
  close(text.length)
  if (text.length > 0) body.push({ start: 0, end: text.length })
  const nowhere = { start: 0, end: 0 }
  return {
    format: 'plain',
    text,
    turns: [{ speaker: { label: '', span: nowhere }, header: nowhere, body }],
    notices: [],
    participants: [],
    segments,
    origins: [{ start: 0, end: text.length, origin: 'english', confidence: 1, turn: 0 }],
  }
}

/** The sentence, or of a long one the words around the figure. */
function quoteOf(text: string, sentence: Span, figure: Span): string {
  const start = Math.max(sentence.start, figure.start - 160)
  const end = Math.min(sentence.end, figure.end + 80)
  return text.slice(start, end).replaceAll(/\s+/gu, ' ').trim()
}
