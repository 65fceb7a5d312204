import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { parseCsv, unguarded } from '../../render/csv.js'
import { findingRows, findingsCsv, findingsXlsx, type FindingRow } from '../../render/findings-table.js'
import { visible } from '../../render/visible.js'
import { valueOf, type Entry } from '../../review/decisions.js'
import { openDecisions } from '../../review/decisions-file.js'
import { decisionsPath } from '../../review/decisions-path.js'
import type { Finding } from '../../types.js'
import { FileError, UsageError } from '../failure.js'
import { STANDARD_INPUT } from '../files.js'
import { loadInput } from '../load.js'
import { reviewedCall, type Reviewed } from '../reviewed.js'
import { runTask, type Task } from '../run.js'
import { settingsOf, type CheckFlags, type Settings } from '../settings.js'
import { STATUS, statusOf, type Status } from '../status.js'
import { tell } from '../terminal.js'

type Layout = 'text' | 'json' | 'csv' | 'xlsx'

export interface DecisionsCommandFlags extends CheckFlags {
  readonly format: Layout
}

export interface ImportFlags extends CheckFlags {
  readonly as?: string
}

/** `jiaodui decisions CALLS…`: what is open and what was settled, to standard output or under --out. */
export async function decisionsCommand(
  paths: readonly string[],
  { format, ...flags }: DecisionsCommandFlags,
): Promise<Status> {
  const settings = await settingsOf(flags)
  if (format === 'xlsx' && settings.out === undefined)
    throw new UsageError('jiaodui: a workbook goes to a file; name a folder with --out')
  return statusOf(await runTask(paths, listTask(settings, format), settings))
}

/** `jiaodui decisions import TABLE CALL`: keeps what a colleague filled into a table. */
export async function importCommand(table: string, transcript: string, flags: ImportFlags): Promise<Status> {
  if (transcript === STANDARD_INPUT)
    throw new UsageError('jiaodui: decisions are kept beside the call; name a file instead of -')
  const settings = await settingsOf(flags)
  const rows = await readTable(table)
  const call = await reviewedCall(await loadInput({ path: transcript, name: transcript }), settings)
  const path = typeof settings.decisions === 'string' ? settings.decisions : decisionsPath(transcript)
  const { entries, problems } = entriesOf(rows, call, flags.as ?? userInfo().username)
  for (const problem of problems) tell(`${visible(table)}: ${visible(problem)}`)
  if (entries.length > 0) openDecisions(path).append(entries)
  tell(`${entries.length} decisions from ${visible(table)} → ${visible(path)}`)
  return problems.length > 0 ? STATUS.failed : STATUS.clean
}

function listTask(settings: Settings, format: Layout): Task<undefined> {
  const toFiles = settings.out !== undefined
  return {
    endings: toFiles ? [`.decisions.${format === 'text' ? 'txt' : format}`] : [],
    run: async (loaded, { alone, printed }) => {
      const call = await reviewedCall(loaded, settings)
      const rows = findingRows(call)
      const contents = {
        text: () => (printed && !toFiles ? '\n' : '') + listText(call, rows),
        json: () => `${JSON.stringify(listJson(call, rows), undefined, alone || toFiles ? 2 : 0)}\n`,
        csv: () => findingsCsv(rows),
        xlsx: () => findingsXlsx(rows),
      }
      return { contents: [await contents[format]()], notes: call.warnings, record: undefined }
    },
  }
}

function listText({ source, corrections, doc }: Reviewed, rows: readonly FindingRow[]): string {
  const path = visible(source.path)
  const settled = rows.filter(({ status }) => status !== 'open').length
  const lines = rows.map((row) => {
    const words = `"${shown(row.words)}"`
    const put = row.text === '' ? '' : ` → "${shown(row.text)}"`
    const by = [row.who, String(row.when).slice(0, 10), row.reason].filter((part) => part !== '').map(shown)
    const verdict = row.verdict === '' ? 'open' : `${row.verdict} (${by.join(', ')})`
    return `${path}:${row.line}: ${row.check} ${words}${put}: ${verdict}`
  })
  const byHand = corrections.map(({ start, end, insert, who, when }) => {
    const words = `"${shown(doc.text.slice(start, end))}" → "${shown(insert)}"`
    return `${path}: by hand ${words}: ${shown(who)}, ${when.slice(0, 10)}`
  })
  return [...lines, ...byHand, `${path}: ${settled} of ${rows.length} settled`].join('\n').concat('\n')
}

const shown = (words: string | number): string => visible(String(words).replace(/\s+/gu, ' '))

function listJson({ source, corrections }: Reviewed, findings: readonly FindingRow[]) {
  return { version: 1, path: source.path, findings, corrections }
}

/** The rows below the header, by the names in it, letter case aside. */
async function readTable(path: string): Promise<Map<string, string>[]> {
  const cells = /\.xlsx$/iu.test(path) ? await readWorkbook(path) : parseCsv(await readFile(path, 'utf8'))
  const [header = [], ...rows] = cells
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = ['id', 'verdict'].find((name) => !names.includes(name))
  if (missing !== undefined)
    throw new FileError(`${path} has no column "${missing}"; start from jiaodui decisions CALL --format csv`)
  return rows.map((row) => new Map(names.map((name, index) => [name, unguarded(row[index] ?? '')])))
}

async function readWorkbook(path: string): Promise<string[][]> {
  const { default: readXlsxFile } = await import('read-excel-file/node')
  const [sheet] = await readXlsxFile(await readFile(path))
  return (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
}

/** Decisions that the rows add to what is decided; a row without a verdict decides nothing. */
function entriesOf(
  rows: readonly ReadonlyMap<string, string>[],
  { findings, settled }: Reviewed,
  importer: string,
): { entries: Entry[]; problems: string[] } {
  const byId = new Map(findings.map((finding) => [finding.id, finding]))
  const problems: string[] = []
  const step = randomBytes(6).toString('hex')
  const when = new Date().toISOString()
  const entries = rows.flatMap((row, index): Entry[] => {
    const cell = (name: string): string => (row.get(name) ?? '').trim()
    const verdict = verdictOf(cell('verdict'))
    if (cell('verdict') === '') return []
    const finding = byId.get(cell('id'))
    const text = finding && verdict && wordsOf(verdict, cell('text'), finding)
    const problem = !verdict
      ? `"${cell('verdict')}" is no verdict; use accepted, edited, rejected, verified or open`
      : !finding
        ? `the call has no finding ${cell('id')} (any more)`
        : (verdict === 'accepted' || verdict === 'edited') && text === undefined
          ? `${verdict} needs the words to put in place in the column "text"`
          : undefined
    if (problem !== undefined || !finding || !verdict) {
      problems.push(`row ${index + 2}: ${problem}`)
      return []
    }
    const before = settled.get(finding.id)
    const reason = cell('reason')
    const same =
      (before?.verdict ?? 'open') === verdict && before?.text === text && (before?.reason ?? '') === reason
    if (same) return []
    return [
      {
        version: 1,
        type: 'settle',
        step,
        when,
        who: cell('who') || importer,
        finding: finding.id,
        check: finding.check,
        quote: finding.text,
        value: valueOf(finding),
        verdict,
        ...(text === undefined ? {} : { text }),
        ...(reason === '' ? {} : { reason }),
      },
    ]
  })
  return { entries, problems }
}

const VERDICTS = ['accepted', 'edited', 'rejected', 'verified', 'open'] as const
type Verdict = (typeof VERDICTS)[number]

/** As written, in any letter case, or as people say it: accept, reject, edit, verify. */
function verdictOf(cell: string): Verdict | undefined {
  const word = cell.toLowerCase()
  return VERDICTS.find(
    (verdict) => verdict === word || (word.length > 3 && verdict.startsWith(word.replace(/y$/u, 'i'))),
  )
}

/** The words that an accepted or edited finding is replaced by; "" takes them out only where that is proposed. */
function wordsOf(verdict: Verdict, cell: string, { suggestions }: Finding): string | undefined {
  if (verdict === 'accepted') return cell === '' ? suggestions[0]?.text : cell
  return verdict === 'edited' && cell !== '' ? cell : undefined
}
