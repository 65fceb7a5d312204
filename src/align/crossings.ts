import type { Band } from '../similarity/likelihood.js'
import type { Pairing } from './pair.js'

type Side = 'rows' | 'columns'

/** Up to so many pairs of runs are compared in a passage. */
const mostGaps = 400

/**
 * An interpreter who answers in another order leaves units of both sides without partners, since a lattice
 * goes one way. Pairs such runs with each other, the best first, where `pair` finds a gain above `threshold`
 * (natural log). A run meets the runs of its own passage and of the next.
 */
export function pairCrossing(
  pairings: readonly Pairing[],
  {
    passages,
    pair,
    threshold,
  }: {
    /** The passage of each row and column, ascending. */
    readonly passages: Readonly<Record<Side, readonly number[]>>
    readonly pair: (rows: Band, columns: Band) => readonly Pairing[]
    readonly threshold: number
  },
): Pairing[] {
  const candidates = gapsOf(pairings, passages)
    .map(({ rows, columns }) => ({ rows, columns, found: pair(rows, columns) }))
    .map((gap) => ({ ...gap, gain: gap.found.reduce((sum, { gain }) => sum + gain, 0) }))
    .filter(({ gain }) => gain > threshold)
    .sort((a, b) => b.gain - a.gain)
  const taken = { rows: new Set<number>(), columns: new Set<number>() }
  const crossing: Pairing[] = []
  for (const { rows, columns, found } of candidates) {
    if (unitsOf(rows).some((row) => taken.rows.has(row))) continue
    if (unitsOf(columns).some((column) => taken.columns.has(column))) continue
    for (const row of unitsOf(rows)) taken.rows.add(row)
    for (const column of unitsOf(columns)) taken.columns.add(column)
    crossing.push(...found)
  }
  const isLeft = (pairing: Pairing): boolean =>
    !isAlone(pairing) ||
    (!(taken.rows.has(pairing.rows.from) && pairing.rows.to > pairing.rows.from) &&
      !(taken.columns.has(pairing.columns.from) && pairing.columns.to > pairing.columns.from))
  return [...pairings.filter(isLeft), ...crossing]
}

const unitsOf = ({ from, to }: Band): number[] => Array.from({ length: to - from }, (_, at) => from + at)

const isAlone = ({ rows, columns }: Pairing): boolean => rows.to === rows.from || columns.to === columns.from

interface Gap {
  readonly rows: Band
  readonly columns: Band
}

/** Runs of rows and of columns without partners that may answer each other. */
function gapsOf(pairings: readonly Pairing[], passages: Readonly<Record<Side, readonly number[]>>): Gap[] {
  const rows = runsByPassage(pairings, 'rows', passages.rows)
  const columns = runsByPassage(pairings, 'columns', passages.columns)
  return [...rows].flatMap(([passage, runs]) => {
    const near = [passage, passage + 1].flatMap((other) => columns.get(other) ?? [])
    if (runs.length * near.length > mostGaps) return []
    return runs.flatMap((run) => near.map((other) => ({ rows: run, columns: other })))
  })
}

/** Neighbouring units of one side and passage without partners. */
function runsByPassage(
  pairings: readonly Pairing[],
  side: Side,
  passages: readonly number[],
): Map<number, Band[]> {
  const byPassage = new Map<number, Band[]>()
  for (const pairing of pairings) {
    const { from, to } = pairing[side]
    if (from === to || !isAlone(pairing)) continue
    const runs = byPassage.get(passages[from]!) ?? []
    const last = runs.at(-1)
    if (last?.to === from) runs[runs.length - 1] = { from: last.from, to }
    else runs.push({ from, to })
    byPassage.set(passages[from]!, runs)
  }
  return byPassage
}
