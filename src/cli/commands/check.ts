import type { CheckOptions } from '../check-task.js'
import { runTask } from '../run.js'
import { sharing } from '../sharing.js'
import { settingsOf, type CheckFlags } from '../settings.js'
import { statusOf, type Status } from '../status.js'
import { taskOf } from '../tasks.js'
import { terminalWidth } from '../terminal.js'

export interface CheckCommandFlags extends CheckFlags {
  readonly format: CheckOptions['format']
  /** Whether the report tells who speaks. */
  readonly speakers?: boolean
}

/** `jiaodui check FILES…`: the report of each, to standard output or under --out. */
export async function checkCommand(
  paths: readonly string[],
  { format, speakers = false, ...flags }: CheckCommandFlags,
): Promise<Status> {
  const settings = await settingsOf(flags)
  const spec = { kind: 'check', settings, options: { format, speakers, width: terminalWidth() } } as const
  const outcomes = await runTask(paths, taskOf(spec), { ...settings, ...sharing(settings) }, spec)
  return statusOf(outcomes, settings.failOn ?? 'error', (counts) => counts)
}
