import type { Category, Origin, Severity } from '../types.js'
import type { CleanRecord } from './clean-task.js'
import type { Outcome } from './run.js'
import { csvCell, markdownCell } from '../render/table.js'

/** A table of a run for spreadsheets: a line a file, every category a column. */
export function summaryCsv(outcomes: readonly Outcome<CleanRecord>[]): string {
  const rows = outcomes.map((outcome) => rowOf(outcome, CATEGORIES))
  return [headerOf(CATEGORIES), ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

/** A table of a run to read, with the sums; only categories that occur are shown. */
export function summaryMarkdown(outcomes: readonly Outcome<CleanRecord>[]): string {
  const occurring = CATEGORIES.filter((category) =>
    outcomes.some(({ record }) => (record?.byCategory[category] ?? 0) > 0),
  )
  const header = headerOf(occurring)
  const rows = outcomes.map((outcome) => rowOf(outcome, occurring))
  const done = outcomes.filter(({ record }) => record).length
  const sums = header.map((name, column) => {
    if (name === 'file') return 'all'
    if (name === 'status') return `${done} of ${outcomes.length} ok`
    return rows.reduce((sum, row) => sum + Number(row[column]), 0)
  })
  const rule = header.map((name) => (name === 'file' || name === 'status' ? '---' : '---:'))
  const body = [...rows, sums].map((cells) => line(cells.map(markdownCell)))
  return ['# Cleaned transcripts\n\n', line(header), line(rule), ...body].join('')
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`

function headerOf(categories: readonly Category[]): string[] {
  return ['file', 'words', ...ORIGINS, ...SEVERITIES, ...categories, 'put right', 'milliseconds', 'status']
}

/** Cells by column; those of a file that failed are empty but for its name, time and status. */
function rowOf(
  { path, record, milliseconds, failure = 'ok' }: Outcome<CleanRecord>,
  categories: readonly Category[],
): (string | number)[] {
  const { words, byOrigin, bySeverity } = record?.summary ?? {}
  const byCategory = record && categories.map((category) => record.byCategory[category] ?? 0)
  return [
    path,
    words ?? '',
    ...ORIGINS.map((origin) => byOrigin?.[origin] ?? ''),
    ...SEVERITIES.map((severity) => bySeverity?.[severity] ?? ''),
    ...(byCategory ?? categories.map(() => '')),
    record?.applied ?? '',
    Math.round(milliseconds),
    failure,
  ]
}

const ORIGINS: readonly Origin[] = ['english', 'mandarin', 'interpretation', 'notice']
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']
const CATEGORIES: readonly Category[] = Object.keys({
  entity: true,
  term: true,
  boilerplate: true,
  number: true,
  scale: true,
  currency: true,
  calque: true,
  pinyin: true,
  homophone: true,
  untranslated: true,
  speaker: true,
  noise: true,
  repetition: true,
  punctuation: true,
  reference: true,
} satisfies Record<Category, true>) as Category[]
