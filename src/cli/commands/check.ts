import { renderReportText } from '../../render/report-text.js'
import { reportOfCall } from '../../render/reviewed.js'
import { renderRosterText } from '../../render/roster-text.js'
import { rosterOf } from '../../speakers/roster.js'
import { paintFor } from '../colour.js'
import { countsLeft, reviewedCall } from '../reviewed.js'
import { runTask, type Task } from '../run.js'
import { settingsOf, type CheckFlags, type Settings } from '../settings.js'
import { statusOf, type Counts, type Status } from '../status.js'
import { terminalWidth } from '../terminal.js'

export interface CheckCommandFlags extends CheckFlags {
  readonly format: 'text' | 'json'
  /** Whether the report tells who speaks. */
  readonly speakers?: boolean
}

/** `jiaodui check FILES…`: the report of each, to standard output or under --out. */
export async function checkCommand(
  paths: readonly string[],
  { format, speakers = false, ...flags }: CheckCommandFlags,
): Promise<Status> {
  const settings = await settingsOf(flags)
  const outcomes = await runTask(paths, checkTask(settings, format, speakers), settings)
  return statusOf(outcomes, settings.failOn ?? 'error', (counts) => counts)
}

function checkTask(settings: Settings, format: 'text' | 'json', speakers: boolean): Task<Counts> {
  const toFiles = settings.out !== undefined
  const paint = paintFor(settings.colour && !toFiles)
  return {
    endings: toFiles ? [format === 'json' ? '.report.json' : '.report.txt'] : [],
    run: async (loaded, { alone, printed }) => {
      const call = await reviewedCall(loaded, settings)
      const people = speakers ? rosterOf(call.doc).people : undefined
      const report = { ...reportOfCall(call), ...(people && { roster: people }) }
      const content =
        format === 'json'
          ? `${JSON.stringify(report, undefined, alone || toFiles ? 2 : 0)}\n`
          : (printed && !toFiles ? '\n' : '') +
            renderReportText(report, loaded.text, { paint, width: terminalWidth() }) +
            (people ? `\n${renderRosterText(people, loaded.text)}` : '')
      return { contents: [content], notes: call.warnings, record: countsLeft(call, 'all') }
    },
  }
}
