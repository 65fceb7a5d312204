import { wordsByOrigin, type EditedResult, type Result } from './tables.js'

/** Figures below which the evaluation fails; docs/quality.md has the figures themselves. */
const floors = {
  origin: 0.9,
  links: 0.6,
  mandarinInEdited: 0.005,
  alarmsInEdited: 0.5,
} as const

/** What is too low, a sentence each. */
export function tooLow(results: readonly Result[], edited: readonly EditedResult[]): string[] {
  const problems = results.flatMap(({ call, origin, links }) => [
    ...(origin.accuracy < floors.origin
      ? [`${call.name}: origin accuracy ${origin.accuracy.toFixed(3)} is below ${floors.origin}`]
      : []),
    ...(links.f1 < floors.links
      ? [`${call.name}: link F1 ${links.f1.toFixed(3)} is below ${floors.links}`]
      : []),
  ])
  const words = edited.map(({ doc }) => wordsByOrigin(doc))
  const spoken = words.reduce(
    (sum, { english, mandarin, interpretation }) => sum + english + mandarin + interpretation,
    0,
  )
  const mandarin = words.reduce((sum, row) => sum + row.mandarin, 0)
  const alarms = edited.reduce((sum, { findings }) => sum + findings.length, 0)
  if (mandarin > floors.mandarinInEdited * spoken)
    problems.push(`edited calls: ${mandarin} of ${spoken} words are called Mandarin`)
  if (1000 * alarms > floors.alarmsInEdited * spoken)
    problems.push(`edited calls: ${alarms} alarms in ${spoken} words`)
  return problems
}
