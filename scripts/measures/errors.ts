import { findAmounts } from '../../src/text/amounts/amounts.js'
import { overlaps } from '../../src/text/spans.js'
import type { Category, Span } from '../../src/types.js'
import type { Gold, GoldError, Tier } from '../markup.js'
import { groupBy, spokenWords, type MeasuredFinding, type MeasuredReport } from './counting.js'

export interface ErrorCount {
  readonly errors: number
  /** Overlapped by a warning or error. */
  readonly flagged: number
  /** Errors for which a right text is known. */
  readonly correctable: number
  /** The first suggestion gives an accepted text. */
  readonly corrected: number
}

export interface ErrorMeasures {
  readonly byTier: Readonly<Record<Tier, ErrorCount>>
  /** Without tier D. */
  readonly byCategory: Readonly<Partial<Record<Category, ErrorCount>>>
  /** Warnings and errors that overlap no annotated error of any tier. */
  readonly falseAlarms: number
  readonly spokenWords: number
  readonly falseAlarmsPerThousandWords: number
}

/**
 * What the findings of severity warning and error hit. An error is corrected when the first suggestion
 * of a finding on it, or of all findings on it together, gives one of its accepted texts; other errors
 * that the finding covers may be left or mended. Compared in NFC, white space folded, figures by value.
 */
export function errors(text: string, gold: Gold, report: MeasuredReport): ErrorMeasures {
  const alarms = report.findings.filter((finding) => finding.severity !== 'info')
  const results = gold.errors.map((error) => ({ error, ...judge(text, error, gold.errors, alarms) }))
  const countOf = (chosen: typeof results): ErrorCount => ({
    errors: chosen.length,
    flagged: chosen.filter((result) => result.flagged).length,
    correctable: chosen.filter((result) => result.error.correction.length > 0).length,
    corrected: chosen.filter((result) => result.corrected).length,
  })
  const ofTier = (tier: Tier) => countOf(results.filter((result) => result.error.tier === tier))
  const counted = results.filter((result) => result.error.tier !== 'D')
  const falseAlarms = alarms.filter((alarm) => !gold.errors.some((error) => touches(alarm, error))).length
  const words = spokenWords(text, gold.origin)(text.length)
  return {
    byTier: { A: ofTier('A'), B: ofTier('B'), C: ofTier('C'), D: ofTier('D') },
    byCategory: Object.fromEntries(
      [...groupBy(counted, (result) => result.error.category)].map(([name, chosen]) => [
        name,
        countOf(chosen),
      ]),
    ),
    falseAlarms,
    spokenWords: words,
    falseAlarmsPerThousandWords: words === 0 ? 0 : (1000 * falseAlarms) / words,
  }
}

function judge(
  text: string,
  error: GoldError,
  all: readonly GoldError[],
  alarms: readonly MeasuredFinding[],
): { readonly flagged: boolean; readonly corrected: boolean } {
  const hits = alarms.filter((alarm) => touches(alarm, error)).toSorted((a, b) => a.start - b.start)
  if (hits.length === 0) return { flagged: false, corrected: false }
  const apart = hits.filter((hit, index) => index === 0 || hit.start >= hits[index - 1]!.end)
  const attempts = [...hits.map((hit) => [hit]), apart]
  return { flagged: true, corrected: attempts.some((attempt) => mends(text, error, all, attempt)) }
}

function mends(
  text: string,
  error: GoldError,
  all: readonly GoldError[],
  hits: readonly MeasuredFinding[],
): boolean {
  if (hits.some((hit) => hit.suggestions.length === 0)) return false
  const others = all.filter((other) => !overlaps(other, error) && hits.some((hit) => touches(hit, other)))
  const touched = [error, ...others, ...hits]
  const region = {
    start: Math.min(...touched.map((span) => span.start)),
    end: Math.max(...touched.map((span) => span.end)),
  }
  const suggested = hits.map((hit) => ({ ...hit, insert: hit.suggestions[0]!.text }))
  const result = replaced(text, region, suggested)
  return error.correction.some((insert) =>
    variants(others).some((edits) => replaced(text, region, [...edits, { ...error, insert }]) === result),
  )
}

type Insert = Span & { readonly insert: string }

/** Every way to leave or mend the errors; the first few, one accepted text each, where they are many. */
function variants(others: readonly GoldError[]): Insert[][] {
  return others
    .slice(0, 6)
    .reduce<Insert[][]>(
      (ways, other) =>
        ways.flatMap((way) => [
          way,
          ...other.correction.slice(0, 3).map((insert) => [...way, { ...other, insert }]),
        ]),
      [[]],
    )
}

/** The region after the edits, in NFC with white space folded. */
function replaced(text: string, region: Span, edits: readonly Insert[]): string {
  let result = ''
  let position = region.start
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(position, edit.start) + edit.insert
    position = Math.max(position, edit.end)
  }
  return byValue((result + text.slice(position, region.end)).normalize('NFC').replace(/\s+/g, ' ').trim())
}

/** Each figure as its value, so that "60,000" and "sixty thousand", "RMB15 million" and "RMB 15 million" are one. */
function byValue(words: string): string {
  const readable = findAmounts(words).filter(({ value }) => Number.isFinite(value))
  return readable
    .reduceRight(
      (all, { figure, value }) => `${all.slice(0, figure.start)}${value}${all.slice(figure.end)}`,
      words,
    )
    .replace(/(?<=RMB|\$) (?=\d)/g, '')
}

/** Overlap; an insertion touches what it stands in or beside. */
function touches(finding: Span, error: Span): boolean {
  if (finding.start === finding.end) return finding.start >= error.start && finding.end <= error.end
  return overlaps(finding, error)
}
