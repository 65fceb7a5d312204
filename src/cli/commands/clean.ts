import type { Style } from '../../render/render.js'
import type { Policy } from '../../types.js'
import type { ReportKind } from '../choices.js'
import { cleanTask } from '../clean-task.js'
import { UsageError } from '../failure.js'
import { STANDARD_INPUT } from '../files.js'
import { runTask } from '../run.js'
import { settingsOf, type CheckFlags } from '../settings.js'
import { statusOf, type Status } from '../status.js'

export interface CleanCommandFlags extends CheckFlags {
  readonly style?: readonly Style[]
  readonly apply?: Policy
  readonly report?: ReportKind
  readonly show?: boolean
}

/** `jiaodui clean FILES…`: clean transcripts and the report beside each input or under --out. */
export async function cleanCommand(
  paths: readonly string[],
  { report, show = false, ...flags }: CleanCommandFlags,
): Promise<Status> {
  const settings = await settingsOf(flags, { writesFiles: true })
  if (paths.includes(STANDARD_INPUT) && settings.out === undefined) {
    if ((flags.style?.length ?? 0) > 1 || (report ?? 'none') !== 'none' || show)
      throw new UsageError(
        'jiaodui: from standard input one transcript goes to standard output; name one --style, or a folder with --out',
      )
  }
  const task = cleanTask(settings, { report: report ?? 'json', tell: show ? 'show' : 'note' })
  const outcomes = await runTask(paths, task, settings)
  return statusOf(outcomes, settings.failOn, ({ left }) => left)
}
