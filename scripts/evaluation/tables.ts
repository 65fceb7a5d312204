import { countFigures, tieOut } from '../../src/check/numbers/report/tie-out.js'
import type { Aligned, Category, Finding, Origin } from '../../src/types.js'
import type { AnnotatedCall } from '../annotated.js'
import { ngramWords } from '../../src/text/tokens.js'
import { markdownTable } from '../markdown-table.js'
import { errors, type ErrorCount, type ErrorMeasures, type OriginAccuracy, type Score } from '../measures.js'

/** All that is measured of one annotated call. */
export interface Result {
  readonly call: AnnotatedCall
  readonly doc: Aligned
  readonly findings: readonly Finding[]
  readonly origin: OriginAccuracy
  readonly switches: Score
  readonly links: Score
  readonly errors: ErrorMeasures
}

/** A professionally edited call: whatever is found in it is a false alarm until proven a slip. */
export interface EditedResult {
  readonly name: string
  readonly doc: Aligned
  /** Warnings and errors. */
  readonly findings: readonly Finding[]
}

/** Origins, switches and links of each call, and their means. */
export function originTable(results: readonly Result[]): string {
  const rows = results.map(({ call, origin, switches, links }) => [
    call.name,
    share(origin.accuracy),
    ...(['english', 'mandarin', 'interpretation'] as const).map((label) => share(origin.byOrigin[label].f1)),
    share(switches.recall),
    share(switches.precision),
    share(links.f1),
  ])
  const mean = (of: (result: Result) => number): string =>
    share(results.reduce((sum, result) => sum + of(result), 0) / Math.max(1, results.length))
  const means = [
    'mean',
    mean(({ origin }) => origin.accuracy),
    ...(['english', 'mandarin', 'interpretation'] as const).map((label) =>
      mean(({ origin }) => origin.byOrigin[label].f1),
    ),
    mean(({ switches }) => switches.recall),
    mean(({ switches }) => switches.precision),
    mean(({ links }) => links.f1),
  ]
  const head = [
    'call',
    'origin',
    'F1 english',
    'F1 mandarin',
    'F1 interpr.',
    'switch recall',
    'switch prec.',
    'link F1',
  ]
  return markdownTable([head, ...rows, means])
}

/** Errors flagged and corrected by tier, and false alarms, of each call. */
export function errorTable(results: readonly Result[]): string {
  const cell = ({ errors, flagged, correctable, corrected }: ErrorCount): string =>
    errors === 0 ? '–' : `${flagged}/${errors}, ${corrected}/${correctable}`
  const rows = results.map(({ call, errors }) => [
    call.name,
    cell(errors.byTier.A),
    cell(errors.byTier.B),
    cell(errors.byTier.C),
    `${errors.falseAlarms}`,
    errors.falseAlarmsPerThousandWords.toFixed(2),
  ])
  return markdownTable([
    ['call', 'A: flagged, corrected', 'B', 'C', 'false alarms', 'per 1,000 words'],
    ...rows,
  ])
}

/** Errors of numbers, scale and currency in tier A flagged and corrected, and the share of all figures that is checked. */
export function figureTable(results: readonly Result[]): string {
  const rows = results.map(({ call, doc, findings }) => {
    const gold = {
      ...call.gold,
      errors: call.gold.errors.filter(({ tier, category }) => tier === 'A' && OF_FIGURES.has(category)),
    }
    const { A } = errors(call.text, gold, { origins: doc.origins, alignment: doc.beads, findings }).byTier
    const { total, checked } = countFigures(tieOut(doc, findings))
    return { name: call.name, ...A, total, checked }
  })
  const sum = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((all, row) => all + of(row), 0)
  const whole = {
    name: 'all',
    errors: sum((row) => row.errors),
    flagged: sum((row) => row.flagged),
    correctable: sum((row) => row.correctable),
    corrected: sum((row) => row.corrected),
    total: sum((row) => row.total),
    checked: sum((row) => row.checked),
  }
  return markdownTable([
    ['call', 'figure errors: flagged, corrected', 'figures', 'checked'],
    ...[...rows, whole].map((row) => [
      row.name,
      `${row.flagged}/${row.errors}, ${row.corrected}/${row.correctable}`,
      `${row.total}`,
      share(checkedShare(row)),
    ]),
  ])
}

export const checkedShare = ({
  checked,
  total,
}: {
  readonly checked: number
  readonly total: number
}): number => (total === 0 ? 1 : checked / total)

const OF_FIGURES: ReadonlySet<Category> = new Set(['number', 'scale', 'currency'])

/** Spoken words of a call by origin. */
export function wordsByOrigin(doc: Aligned): Record<Origin, number> {
  const words = { english: 0, mandarin: 0, interpretation: 0, notice: 0 }
  for (const span of doc.origins) words[span.origin] += ngramWords(doc.text, span).length
  return words
}

/** Share of words called Mandarin, and alarms per 1,000 words. */
export function editedTable(edited: readonly EditedResult[]): string {
  const rows = edited.map(({ name, doc, findings }) => {
    const { english, mandarin, interpretation } = wordsByOrigin(doc)
    return { name, words: english + mandarin + interpretation, mandarin, alarms: findings.length }
  })
  const whole = rows.reduce(
    (sum, row) => ({
      name: 'all',
      words: sum.words + row.words,
      mandarin: sum.mandarin + row.mandarin,
      alarms: sum.alarms + row.alarms,
    }),
    { name: 'all', words: 0, mandarin: 0, alarms: 0 },
  )
  return markdownTable([
    ['edited call', 'words', 'called mandarin', 'alarms', 'per 1,000 words'],
    ...[...rows.filter(({ mandarin, alarms }) => mandarin + alarms > 0), whole].map((row) => [
      row.name,
      `${row.words}`,
      `${((100 * row.mandarin) / Math.max(1, row.words)).toFixed(2)} %`,
      `${row.alarms}`,
      ((1000 * row.alarms) / Math.max(1, row.words)).toFixed(2),
    ]),
  ])
}

const share = (value: number): string => value.toFixed(3)
