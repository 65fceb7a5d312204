import { join } from 'node:path'
import { categories } from '../check/categories.js'
import type { Category, Origin, Severity } from '../types.js'
import type { CleanRecord } from './clean-task.js'
import { companiesOf } from './companies.js'
import type { Outcome } from './run.js'
import { csvCell, markdownCell } from '../render/table.js'
import { openManifest } from './manifest.js'
import { writeFiles } from './write.js'

/** Writes summary.md, summary.csv and summary.json of a run into its folder, in the place of its own earlier ones. */
export async function writeSummary(
  folder: string,
  outcomes: readonly Outcome<CleanRecord>[],
  { force }: { readonly force: boolean },
): Promise<void> {
  const manifest = openManifest(folder, '')
  const files = [
    { path: join(folder, 'summary.md'), content: summaryMarkdown(outcomes) },
    { path: join(folder, 'summary.csv'), content: summaryCsv(outcomes) },
    { path: join(folder, 'summary.json'), content: summaryJson(outcomes) },
  ]
  await writeFiles(
    files,
    (path) => force || manifest.isOurs(path),
    () => {
      manifest.writing('summary', files)
    },
  )
}

/** Everything that is known of a run, for other programs: an object a file. */
export function summaryJson(outcomes: readonly Outcome<CleanRecord>[]): string {
  const rows = outcomes.map(({ path, milliseconds, record, failure, company }) => {
    const of = record && { ...record.summary, byCategory: record.byCategory, putRight: record.applied }
    const shared = company && { company: { ...company, known: company.known.map(({ term }) => term) } }
    return { file: path, status: failure ?? 'ok', milliseconds: Math.round(milliseconds), ...of, ...shared }
  })
  return `${JSON.stringify(rows, undefined, 2)}\n`
}

/** A table of a run for spreadsheets: a line a file, every category a column. */
export function summaryCsv(outcomes: readonly Outcome<CleanRecord>[]): string {
  const isShared = outcomes.some(({ company }) => company)
  const rows = outcomes.map((outcome) => [
    ...rowOf(outcome, categories),
    ...(isShared ? [outcome.company?.name ?? ''] : []),
  ])
  const header = [...headerOf(categories), ...(isShared ? ['company'] : [])]
  return [header, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

/** A table of a run to read, with the sums; only categories that occur are shown. */
export function summaryMarkdown(outcomes: readonly Outcome<CleanRecord>[]): string {
  const occurring = categories.filter((category) =>
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
  return ['# Cleaned transcripts\n\n', line(header), line(rule), ...body, ...companyLines(outcomes)].join('')
}

/** What the calls of each company shared. */
function companyLines(outcomes: readonly Outcome<CleanRecord>[]): string[] {
  const companies = companiesOf(outcomes)
  if (companies.length === 0) return []
  const rows = companies.map(({ name, calls, known, variants }) => [
    name,
    calls,
    known.map(({ term }) => term).join(', '),
    variants.map(({ heard, said, path }) => `${heard} in ${path}, elsewhere ${said}`).join('; '),
  ])
  return [
    '\n## Companies\n\n',
    line(['company', 'calls', 'what they share', 'written otherwise in one call alone']),
    line(['---', '---:', '---', '---']),
    ...rows.map((cells) => line(cells.map(markdownCell))),
  ]
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`

function headerOf(columns: readonly Category[]): string[] {
  return [
    'file',
    'words',
    ...ORIGINS,
    ...SEVERITIES,
    ...columns,
    ...FIGURES,
    'put right',
    'milliseconds',
    'status',
  ]
}

/** Cells by column; those of a file that failed are empty but for its name, time and status. */
function rowOf(
  { path, record, milliseconds, failure = 'ok' }: Outcome<CleanRecord>,
  columns: readonly Category[],
): (string | number)[] {
  const { words, byOrigin, bySeverity, figures } = record?.summary ?? {}
  const byCategory = record && columns.map((category) => record.byCategory[category] ?? 0)
  return [
    path,
    words ?? '',
    ...ORIGINS.map((origin) => byOrigin?.[origin] ?? ''),
    ...SEVERITIES.map((severity) => bySeverity?.[severity] ?? ''),
    ...(byCategory ?? columns.map(() => '')),
    figures?.total ?? '',
    figures?.checked ?? '',
    figures?.contradicted ?? '',
    record?.applied ?? '',
    Math.round(milliseconds),
    failure,
  ]
}

const ORIGINS: readonly Origin[] = ['english', 'mandarin', 'interpretation', 'notice']
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']
const FIGURES = ['figures', 'figures checked', 'figures contradicted']
