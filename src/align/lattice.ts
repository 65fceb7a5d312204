import type { Band, Likelihood } from '../similarity/likelihood.js'

/** How much pairings cost, in natural logs. */
export interface PairingWeights {
  /** Share of a rendering that owes nothing to its source, 0 to 1. */
  readonly lambda: number
  /** Factor on the lexical log likelihood. */
  readonly lexical: number
  /** Factor on the length log likelihood. */
  readonly length: number
  /** Variance of the length ratio, per character. */
  readonly variance: number
  /** For each unit beyond one on either side, where the input does not say otherwise. */
  readonly merge: number
  /** Once more where both sides have several units. */
  readonly manyToMany: number
  /** For each unit left without a partner. */
  readonly skip: number
  /** Factor on the scores before they are read as probabilities: those of whole sentences are over-confident. */
  readonly temperature: number
}

/** The units a lattice pairs: lengths in characters and the bands that bound the search. */
export interface LatticeInput {
  readonly rowLengths: readonly number[]
  readonly columnLengths: readonly number[]
  /** Characters of a column to one of its row, as usual in these texts. */
  readonly ratio: number
  /** For each row the columns it may be paired with; never moving back. */
  readonly bands: readonly Band[]
  readonly likelihood: Likelihood
  /** What joining each unit to the one before costs, natural log; `merge` everywhere when absent. */
  readonly rowMerges?: ArrayLike<number>
  readonly columnMerges?: ArrayLike<number>
  /** Extra cost of pairing a row with a column, natural log (0 = none). */
  readonly prior?: (row: number, column: number) => number
}

/** The most units a bead may hold on both sides together. */
export const largest = 10

/** All monotone pairings of rows with columns, as paths over the nodes (rows done, columns done). */
export interface Lattice {
  readonly rows: number
  readonly columns: number
  /** The columns at which a path may stand when `row` rows are done: closed at both ends. */
  readonly low: Int32Array
  readonly high: Int32Array
  readonly bands: readonly Band[]
  /** Running sums of the units' lengths. */
  readonly rowLengths: Float64Array
  readonly columnLengths: Float64Array
  /** Index of a node in a flat table of `size` entries. */
  readonly at: (row: number, column: number) => number
  readonly size: number
  /** Natural log of the weight of the bead from (row, column) with that height and width; −∞ where not allowed. */
  readonly score: (row: number, column: number, height: number, width: number) => number
}

export function createLattice(input: LatticeInput, weights: PairingWeights): Lattice {
  const { bands, likelihood, prior, ratio } = input
  const rows = input.rowLengths.length
  const columns = input.columnLengths.length
  const { low, high, base } = nodesOf(bands, columns)
  const rowLengths = runningSums(input.rowLengths)
  const columnLengths = runningSums(input.columnLengths)
  const rowMerges = runningSums(input.rowMerges ?? new Float64Array(rows).fill(weights.merge))
  const columnMerges = runningSums(input.columnMerges ?? new Float64Array(columns).fill(weights.merge))

  function lengthScore(row: number, column: number, height: number, width: number): number {
    const x = between(rowLengths, row, row + height) * ratio
    const y = between(columnLengths, column, column + width)
    return -((y - x) ** 2) / (weights.variance * Math.max(1, x + y))
  }

  function score(row: number, column: number, height: number, width: number): number {
    if (height === 0 || width === 0) return weights.skip * (height + width)
    const band = bands[row]!
    if (column < band.from || column + width > band.to) return -Infinity
    return (
      weights.lexical * likelihood.score(row, height, column, column + width) +
      weights.length * lengthScore(row, column, height, width) +
      between(rowMerges, row + 1, row + height) +
      between(columnMerges, column + 1, column + width) +
      (height > 1 && width > 1 ? weights.manyToMany : 0) +
      (prior?.(row, column) ?? 0)
    )
  }
  return {
    rows,
    columns,
    low,
    high,
    bands,
    rowLengths,
    columnLengths,
    at: (row, column) => base[row]! + column - low[row]!,
    size: base[rows + 1]!,
    score,
  }
}

/** A path may stand between the bands of the rows before and after, so that it can always go on. */
function nodesOf(bands: readonly Band[], columns: number): Record<'low' | 'high' | 'base', Int32Array> {
  const rows = bands.length
  const low = new Int32Array(rows + 1)
  const high = new Int32Array(rows + 1)
  const base = new Int32Array(rows + 2)
  for (let row = 0; row <= rows; row++) {
    const before = bands[row - 1]
    const after = bands[row]
    low[row] = before ? Math.min(before.to, (after ?? before).from) : 0
    high[row] = after ? Math.max(before?.to ?? 0, after.to) : columns
    base[row + 1] = base[row]! + high[row]! - low[row]! + 1
  }
  return { low, high, base }
}

/** Sums of the values before each index. */
export function runningSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let index = 0; index < values.length; index++) sums[index + 1] = sums[index]! + values[index]!
  return sums
}

/** Sum of the values from `from` up to `to`. */
export const between = (sums: Float64Array, from: number, to: number): number => sums[to]! - sums[from]!

/** Visits every bead that starts at (row, column) and ends inside the lattice. */
export function forEachBead(
  { rows, low, high }: Lattice,
  row: number,
  column: number,
  visit: (height: number, width: number) => void,
): void {
  if (column < high[row]!) visit(0, 1)
  for (let height = 1; height < largest && row + height <= rows; height++) {
    const next = row + height
    if (height === 1 && column >= low[next]! && column <= high[next]!) visit(1, 0)
    const widest = Math.min(largest - height, high[next]! - column)
    for (let width = Math.max(1, low[next]! - column); width <= widest; width++) visit(height, width)
  }
}
