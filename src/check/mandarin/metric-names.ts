import { claimsOf, type Claim } from '../../numbers/claims.js'
import type { MetricHead } from '../../numbers/metrics.js'
import { powerOfTenApart } from '../../text/amounts/amounts.js'
import { contains } from '../../text/spans.js'
import type { Aligned, Bead, Span } from '../../types.js'

/** A profit called by another's name, to judge by what the interpretation calls the same figure. */
export interface MetricReading extends Span {
  readonly said: string
  /** The interpretation's figure with the words that name it. */
  readonly partner: Span
}

/** What machines take for one another, 净利润 and 经营利润, or 毛利 and 毛利率, and calls never do. */
const profits: ReadonlySet<MetricHead | undefined> = new Set([
  'gross profit',
  'operating profit',
  'net profit',
] as const)
const margins: ReadonlySet<MetricHead | undefined> = new Set([
  'gross margin',
  'operating margin',
  'net margin',
] as const)

const profitName = /\b(?:gross|net|operating) (?:profit|income)\b/giu

/** Probability of a bead from which on its sides tell the same figures. */
const sure = 0.5

/** Names of profits in Mandarin passages where the interpretation has the same figure under another name. */
export function metricNames(doc: Aligned): MetricReading[] {
  if (!doc.beads.some(({ interpretation }) => interpretation.length > 0)) return []
  const claims = claimsOf(doc).filter(({ metric }) => profits.has(metric?.head) || margins.has(metric?.head))
  const found = new Map<number, MetricReading>()
  for (const bead of doc.beads) {
    if (bead.score < sure) continue
    const within = (pieces: readonly Span[]): Claim[] =>
      claims.filter(({ figure }) => pieces.some((piece) => contains(piece, figure.figure)))
    const said = within(bead.interpretation)
    if (said.length === 0) continue
    for (const heard of within(bead.mandarin)) {
      const answer = said.find(({ figure }) => powerOfTenApart(heard.figure, figure) !== undefined)
      const reading = answer && readingOf(doc.text, bead, heard, answer)
      if (reading && !found.has(reading.start)) found.set(reading.start, reading)
    }
  }
  return [...found.values()]
}

function readingOf(text: string, bead: Bead, heard: Claim, said: Claim): MetricReading | undefined {
  const [own, other] = [heard.metric?.head, said.metric?.head]
  if (!own || !other || own === other || !profits.has(own)) return undefined
  if (!profits.has(other) && !margins.has(other)) return undefined
  const words = text.slice(heard.subject.start, heard.figure.start)
  const name = [...words.matchAll(profitName)].at(-1)
  if (!name || /\b(?:rate|ratio|margin)\b/iu.test(words)) return undefined
  const start = heard.subject.start + name.index
  const span = { start, end: start + name[0].length }
  if (!bead.mandarin.some((piece) => contains(piece, span))) return undefined
  const partner = { start: said.subject.start, end: said.figure.end }
  return { ...smallest(text, span, other), partner }
}

/** Only the word that differs, where one does: "profit" of "gross profit" for "gross margin". */
function smallest(text: string, span: Span, said: string): Span & { readonly said: string } {
  const [kind, measure] = said.split(' ') as [string, string]
  const [heardKind, heardMeasure] = text.slice(span.start, span.end).split(' ') as [string, string]
  if (heardKind.toLowerCase() === kind)
    return { start: span.end - heardMeasure.length, end: span.end, said: measure }
  if (heardMeasure.toLowerCase() === measure)
    return { start: span.start, end: span.start + heardKind.length, said: kind }
  return { ...span, said }
}
