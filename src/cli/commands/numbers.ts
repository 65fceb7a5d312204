import { tieOut } from '../../check/numbers/report/tie-out.js'
import { annotate, check } from '../../pipeline.js'
import { figuresXlsx } from '../../render/figures-table.js'
import { paintFor } from '../colour.js'
import { UsageError } from '../failure.js'
import { runTask, type Task } from '../run.js'
import { settingsOf, type CommonFlags, type Settings } from '../settings.js'
import { statusOf, type Status } from '../status.js'
import { tieOutCsv, tieOutJson, tieOutMarkdown, tieOutText } from '../tie-out.js'

type Layout = 'text' | 'markdown' | 'csv' | 'xlsx' | 'json'

export interface NumbersCommandFlags extends CommonFlags {
  readonly format: Layout
  readonly reference?: readonly string[]
}

/** `jiaodui numbers FILES…`: every figure with what it was held against, to standard output or under --out. */
export async function numbersCommand(
  paths: readonly string[],
  { format, ...flags }: NumbersCommandFlags,
): Promise<Status> {
  const settings = await settingsOf(flags)
  if (format === 'xlsx' && settings.out === undefined)
    throw new UsageError('jiaodui: a workbook goes to a file; name a folder with --out')
  return statusOf(await runTask(paths, numbersTask(settings, format), settings))
}

const ENDINGS: Readonly<Record<Layout, string>> = {
  text: '.numbers.txt',
  markdown: '.numbers.md',
  csv: '.numbers.csv',
  xlsx: '.numbers.xlsx',
  json: '.numbers.json',
}

function numbersTask(settings: Settings, format: Layout): Task<undefined> {
  const toFiles = settings.out !== undefined
  const paint = paintFor(settings.colour && !toFiles)
  return {
    endings: toFiles ? [ENDINGS[format]] : [],
    run: async ({ path, text, timed }, { alone, printed }) => {
      const doc = annotate(text, { timed, ...(settings.readAs && { format: settings.readAs }) })
      const tied = { path, text, figures: tieOut(doc, check(doc, settings), settings.house) }
      const first = toFiles || !printed
      const contents = {
        text: () => (first ? '' : '\n') + tieOutText(tied, paint),
        markdown: () => (first ? '' : '\n') + tieOutMarkdown(tied),
        csv: () => tieOutCsv(tied, first),
        xlsx: () => figuresXlsx(text, tied.figures),
        json: () => tieOutJson(tied, alone || toFiles),
      }
      return { contents: [await contents[format]()], record: undefined }
    },
  }
}
