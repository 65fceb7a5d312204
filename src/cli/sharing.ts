import type { RunOptions } from './run.js'
import type { Settings } from './settings.js'
import { tell } from './terminal.js'

/** How the calls of a run come to share what they know, where that is wanted; each company is told, unless quiet. */
export function sharing(settings: Settings): Pick<RunOptions, 'together'> {
  if (settings.by === undefined) return {}
  return {
    together: async (inputs) => {
      const { byCompany, companiesOf, sharedLine } = await import('./companies.js')
      const together = await byCompany(inputs, settings)
      if (!settings.quiet) for (const company of companiesOf(together)) tell(sharedLine(company))
      return together
    },
  }
}
