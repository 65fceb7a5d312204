import { runTask, type Task } from '../run.js'
import { settingsOf, type CommonFlags } from '../settings.js'
import { statusOf, type Status } from '../status.js'

/** `jiaodui text FILES…`: the text that offsets refer to, to standard output or under --out. */
export async function textCommand(paths: readonly string[], flags: CommonFlags): Promise<Status> {
  const settings = await settingsOf(flags)
  const task: Task<undefined> = {
    endings: settings.out === undefined ? [] : ['.extracted.txt'],
    run: ({ text }) => ({ contents: [text], record: undefined }),
  }
  return statusOf(await runTask(paths, task, settings))
}
