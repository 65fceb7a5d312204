import { exportKinds, type ExportId } from '../../render/exports.js'
import { visible } from '../../render/visible.js'
import type { Policy } from '../../types.js'
import { FileError, UsageError } from '../failure.js'
import { STANDARD_INPUT } from '../files.js'
import { countsLeft, reviewedCall } from '../reviewed.js'
import { runTask, type Task } from '../run.js'
import { settingsOf, type CheckFlags, type Settings } from '../settings.js'
import { statusOf, type Counts, type Status } from '../status.js'

export interface ExportCommandFlags extends CheckFlags {
  readonly to: readonly ExportId[]
  readonly apply?: Policy
}

/** `jiaodui export FILES… --to KINDS`: a file of each kind beside each input or under --out. */
export async function exportCommand(
  paths: readonly string[],
  { to, ...flags }: ExportCommandFlags,
): Promise<Status> {
  const settings = await settingsOf(flags, { writesFiles: true })
  if (paths.includes(STANDARD_INPUT) && settings.out === undefined && to.length > 1)
    throw new UsageError(
      'jiaodui: from standard input one kind goes to standard output; name one with --to, or a folder with --out',
    )
  const outcomes = await runTask(paths, exportTask(settings, to), settings)
  return statusOf(outcomes, settings.failOn, (counts) => counts)
}

function exportTask(settings: Settings, to: readonly ExportId[]): Task<Counts> {
  const kinds = exportKinds.filter(({ id }) => to.includes(id))
  return {
    endings: kinds.map(({ ending }) => ending),
    run: async (loaded, { outputs }) => {
      const [captions] = kinds.filter(({ timed }) => timed)
      if (captions && loaded.timed.length === 0)
        throw new FileError(
          `no times are in this file; ${captions.id} needs captions or a recogniser's JSON with times`,
        )
      const call = await reviewedCall(loaded, settings)
      const contents: (string | Uint8Array)[] = []
      for (const kind of kinds) contents.push(await kind.render(call))
      const written = outputs.map(visible).join(', ')
      const notes = written === '' ? [] : [`${visible(loaded.path)} → ${written}`]
      return { contents, notes: [...call.warnings, ...notes], record: countsLeft(call, 'put-right') }
    },
  }
}
