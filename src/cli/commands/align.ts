import { annotate } from '../../pipeline.js'
import { beadsJson, beadsText, beadsTsv } from '../beads.js'
import { paintFor } from '../colour.js'
import { runTask, type Task } from '../run.js'
import { settingsOf, type CommonFlags, type Settings } from '../settings.js'
import { statusOf, type Status } from '../status.js'
import { terminalWidth } from '../terminal.js'

type Layout = 'text' | 'json' | 'tsv'

export interface AlignCommandFlags extends CommonFlags {
  readonly format: Layout
}

/** `jiaodui align FILES…`: Mandarin beside its interpretation, to standard output or under --out. */
export async function alignCommand(
  paths: readonly string[],
  { format, ...flags }: AlignCommandFlags,
): Promise<Status> {
  const settings = await settingsOf(flags)
  return statusOf(await runTask(paths, alignTask(settings, format), settings))
}

const ENDINGS: Readonly<Record<Layout, string>> = {
  text: '.beads.txt',
  json: '.beads.json',
  tsv: '.beads.tsv',
}

function alignTask(settings: Settings, format: Layout): Task<undefined> {
  const toFiles = settings.out !== undefined
  const paint = paintFor(settings.colour && !toFiles)
  return {
    endings: toFiles ? [ENDINGS[format]] : [],
    run: ({ path, text, timed }, { alone, printed }) => {
      const doc = annotate(text, { timed, ...(settings.readAs && { format: settings.readAs }) })
      const first = toFiles || !printed
      const contents = {
        text: () => (first ? '' : '\n') + beadsText(path, doc, { width: terminalWidth(), paint }),
        json: () => beadsJson(path, doc, alone || toFiles),
        tsv: () => beadsTsv(path, doc, first),
      }
      return { contents: [contents[format]()], record: undefined }
    },
  }
}
