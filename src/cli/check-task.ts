import { renderReportText } from '../render/report-text.js'
import { reportOfCall } from '../render/reviewed.js'
import { renderRosterText } from '../render/roster-text.js'
import { rosterOf } from '../speakers/roster.js'
import { paintFor } from './colour.js'
import { countsLeft, reviewedCall } from './reviewed.js'
import type { Task } from './run.js'
import type { Settings } from './settings.js'
import type { Counts } from './status.js'

export interface CheckOptions {
  readonly format: 'text' | 'json'
  /** Whether the report tells who speaks. */
  readonly speakers: boolean
  /** Columns of the terminal. */
  readonly width: number
}

/** Checks a transcript: its report. */
export function checkTask(settings: Settings, { format, speakers, width }: CheckOptions): Task<Counts> {
  const toFiles = settings.out !== undefined
  const paint = paintFor(settings.colour && !toFiles)
  return {
    endings: toFiles ? [format === 'json' ? '.report.json' : '.report.txt'] : [],
    run: async (loaded, { alone }) => {
      const call = await reviewedCall(loaded, settings)
      const people = speakers ? rosterOf(call.doc).people : undefined
      const report = { ...reportOfCall(call), ...(people && { roster: people }) }
      const content =
        format === 'json'
          ? `${JSON.stringify(report, undefined, alone || toFiles ? 2 : 0)}\n`
          : renderReportText(report, loaded.text, { paint, width }) +
            (people ? `\n${renderRosterText(people, loaded.text)}` : '')
      const record = countsLeft(call, 'all')
      return { contents: [content], separator: format === 'text' ? '\n' : '', notes: call.warnings, record }
    },
  }
}
