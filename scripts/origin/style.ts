import { styleTerms } from '../../src/identify/marks.js'
import { spokenOrigins } from '../../src/identify/labels.js'
import type { Style } from '../../src/lexicon/origin-model.js'
import { ngramWords } from '../../src/text/tokens.js'
import type { Labelled } from './examples.js'

/** Terms said in fewer calls than this are a call's own matter. */
const leastCalls = 3

/** Terms that lean less than this to any side are left out. */
const leastOdds = 0.7

/** Counts are raised by this much, so that rare terms say little. */
const smoothing = 2

/** Log odds of words and word pairs between the origins (multinomial naive Bayes over labelled segments). */
export function learnStyle(calls: readonly Labelled[]): Style {
  const counts = new Map<string, number[]>()
  const said = new Map<string, Set<Labelled>>()
  for (const call of calls) {
    call.doc.segments.forEach((segment, index) => {
      const label = Math.log2(call.allowed[index]!)
      if (!Number.isInteger(label) || segment.script !== 'latin') return
      for (const term of styleTerms(ngramWords(call.doc.text, segment).map(({ word }) => word))) {
        const row = counts.get(term) ?? spokenOrigins.map(() => 0)
        row[label]!++
        counts.set(term, row)
        said.set(term, (said.get(term) ?? new Set()).add(call))
      }
    })
  }
  const known = [...counts]
    .filter(([term]) => said.get(term)!.size >= leastCalls)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const totals = spokenOrigins.map((_, label) =>
    known.reduce((sum, [, row]) => sum + row[label]! + smoothing, 0),
  )
  const log = (row: readonly number[], label: number): number =>
    Math.log((row[label]! + smoothing) / totals[label]!)
  const [english, mandarin, interpretation] = [0, 1, 2]
  const round = (value: number): number => Number(value.toFixed(2))
  const odds = ([term, row]: [string, number[]]): [string, [number, number, number]] => [
    term,
    [
      round(log(row, mandarin) - log(row, interpretation)),
      round(log(row, mandarin) - log(row, english)),
      round(log(row, interpretation) - log(row, english)),
    ],
  ]
  return new Map(known.map(odds).filter(([, row]) => row.some((value) => Math.abs(value) >= leastOdds)))
}
