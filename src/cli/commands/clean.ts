import type { Style } from '../../render/render.js'
import type { Policy } from '../../types.js'
import type { ReportKind } from '../choices.js'
import { UsageError } from '../failure.js'
import { STANDARD_INPUT } from '../files.js'
import { runTask } from '../run.js'
import { sharing } from '../sharing.js'
import { settingsOf, type CheckFlags, type Settings } from '../settings.js'
import { statusOf, type Status } from '../status.js'
import { taskOf } from '../tasks.js'

export interface CleanCommandFlags extends CheckFlags {
  readonly style?: readonly Style[]
  readonly apply?: Policy
  readonly captions?: NonNullable<Settings['captions']>
  readonly report?: ReportKind
  readonly show?: boolean
  readonly summary?: boolean
  readonly ndjson?: boolean
}

/** `jiaodui clean FILES…`: clean transcripts and the report beside each input or under --out. */
export async function cleanCommand(
  paths: readonly string[],
  { report, show = false, summary = false, ndjson = false, ...flags }: CleanCommandFlags,
): Promise<Status> {
  const settings = await settingsOf(flags, { writesFiles: !ndjson })
  if (ndjson) return (await import('../ndjson.js')).cleanLines(paths, settings)
  if (paths.length === 0)
    throw new UsageError('jiaodui: name the files or folders to clean, or - for standard input')
  if (summary && settings.out === undefined)
    throw new UsageError('jiaodui: --summary needs a folder to be written into; name it with --out')
  if (paths.includes(STANDARD_INPUT) && settings.out === undefined) {
    if ((flags.style?.length ?? 0) > 1 || (report ?? 'none') !== 'none' || show)
      throw new UsageError(
        'jiaodui: from standard input one transcript goes to standard output; name one --style, or a folder with --out',
      )
  }
  const tell = show ? 'show' : summary ? 'nothing' : 'note'
  const options = { report: report ?? 'json', tell } as const
  const spec = { kind: 'clean', settings, options } as const
  const offTerminal = summary ? 'lines' : 'nothing'
  const outcomes = await runTask(
    paths,
    taskOf(spec),
    { ...settings, ...sharing(settings), offTerminal },
    spec,
  )
  if (summary) await (await import('../summary.js')).writeSummary(settings.out!, outcomes, settings)
  return statusOf(outcomes, settings.failOn, ({ left }) => left)
}
