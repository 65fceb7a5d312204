import { lineIndex } from '../text/lines.js'
import { printable } from './escape.js'
import { evidenceLines } from './evidence.js'
import { statusOf, type ReviewedCall } from './reviewed.js'
import { csvCell } from './table.js'
import { renderXlsx } from './xlsx.js'

/** The columns of findings and decisions; `verdict`, `text`, `reason` and `who` are for a person to fill in. */
export const FINDING_COLUMNS = [
  'id',
  'status',
  'verdict',
  'text',
  'reason',
  'who',
  'when',
  'file',
  'line',
  'severity',
  'category',
  'check',
  'confidence',
  'words',
  'suggestion',
  'message',
  'evidence',
  'known',
] as const

export type FindingRow = Readonly<Record<(typeof FINDING_COLUMNS)[number], string | number>>

/** A row a finding, in the order of the text, with what was decided of it. */
export function findingRows(call: ReviewedCall): FindingRow[] {
  const { doc, settled, known, source } = call
  const lines = lineIndex(doc.text)
  return call.findings.map((finding) => {
    const decided = settled.get(finding.id)
    return {
      id: finding.id,
      status: statusOf(settled, finding.id),
      verdict: decided?.verdict ?? '',
      text: decided?.text ?? '',
      reason: decided?.reason ?? '',
      who: decided?.who ?? '',
      when: decided?.when ?? '',
      file: source.path,
      line: lines.position(finding.start).line,
      severity: finding.severity,
      category: finding.category,
      check: finding.check,
      confidence: Math.round(100 * finding.confidence) / 100,
      words: finding.text,
      suggestion: finding.suggestions[0]?.text ?? '',
      message: finding.message,
      evidence: evidenceLines(doc, finding.evidence).join('\n'),
      known: known?.has(finding.id) ? 'known' : '',
    }
  })
}

/** The findings as comma-separated values with a byte-order mark, so that Excel reads the Chinese. */
export function findingsCsv(rows: readonly FindingRow[]): string {
  const lines = [FINDING_COLUMNS, ...rows.map((row) => FINDING_COLUMNS.map((column) => row[column]))]
  const text = lines.map((cells) => `${cells.map((cell) => csvCell(printableCell(cell))).join(',')}\r\n`)
  return `\uFEFF${text.join('')}`
}

/** The findings as an XLSX workbook. */
export function findingsXlsx(rows: readonly FindingRow[]): Promise<Uint8Array> {
  const columns = FINDING_COLUMNS.map((name) => ({ name, wide: WIDE.has(name) }))
  const cells = rows.map((row) => FINDING_COLUMNS.map((column) => row[column]))
  return renderXlsx({ name: 'Findings', columns, rows: cells })
}

const WIDE: ReadonlySet<string> = new Set(['words', 'suggestion', 'message', 'evidence', 'text', 'reason'])

function printableCell(value: string | number): string | number {
  return typeof value === 'string' ? printable(value) : value
}
