import { countFigures, tieOut } from '../../src/check/numbers/report/tie-out.js'
import { wordsByOrigin, type EditedResult, type Result } from './tables.js'

/** Figures below which the evaluation fails; docs/quality.md has the figures themselves. */
const floors = {
  /** Of each call and of their mean. */
  origin: { each: 0.8, mean: 0.95 },
  links: { each: 0.65, mean: 0.82 },
  /** Share of all figures of the annotated calls. */
  checkedFigures: 0.5,
  mandarinInEdited: 0.005,
  alarmsInEdited: 0.5,
} as const

/** What is too low, a sentence each. */
export function tooLow(results: readonly Result[], edited: readonly EditedResult[]): string[] {
  const problems = [
    ...belowFloor('origin accuracy', results, ({ origin }) => origin.accuracy, floors.origin),
    ...belowFloor('link F1', results, ({ links }) => links.f1, floors.links),
  ]
  const counts = results.map(({ doc, findings }) => countFigures(tieOut(doc, findings)))
  const figures = counts.reduce((sum, { total }) => sum + total, 0)
  const checked = counts.reduce((sum, count) => sum + count.checked, 0)
  if (checked < floors.checkedFigures * figures)
    problems.push(`figures: ${checked} of ${figures} are checked`)
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

function belowFloor(
  figure: string,
  results: readonly Result[],
  of: (result: Result) => number,
  floor: { readonly each: number; readonly mean: number },
): string[] {
  const low = results.filter((result) => of(result) < floor.each)
  const mean = results.reduce((sum, result) => sum + of(result), 0) / Math.max(1, results.length)
  return [
    ...low.map((result) => `${result.call.name}: ${figure} ${of(result).toFixed(3)} is below ${floor.each}`),
    ...(results.length > 0 && mean < floor.mean
      ? [`mean ${figure} ${mean.toFixed(3)} is below ${floor.mean}`]
      : []),
  ]
}
