import type { Band, Likelihood } from '../similarity/likelihood.js'

/** A run of rows paired with a run of columns (half-open); one side may be empty. */
export interface Pairing {
  readonly rows: Band
  readonly columns: Band
  /** Posterior probability, 0 to 1. */
  readonly score: number
}

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
  /** For each unit beyond one on either side. */
  readonly merge: number
  /** Once more where both sides have several units. */
  readonly manyToMany: number
  /** For each unit left without a partner. */
  readonly skip: number
  /** Factor on the score before it is read as a probability: scores of whole sentences are over-confident. */
  readonly temperature: number
}

/** The units a lattice pairs: lengths in characters and the bands that bound the search. */
export interface LatticeInput {
  readonly rowLengths: readonly number[]
  readonly columnLengths: readonly number[]
  /** For each row the columns it may be paired with; never moving back. */
  readonly bands: readonly Band[]
  readonly likelihood: Likelihood
  /** Extra cost of pairing a row with a column, natural log (0 = none). */
  readonly prior?: (row: number, column: number) => number
}

/** The most units a pairing may hold on both sides together. */
const largest = 8

/**
 * The best monotone pairing of rows with columns by dynamic programming over beads of up to eight
 * units (Gale & Church 1993, with lexical likelihoods), and each pairing's posterior by the
 * forward–backward algorithm on the same lattice. Work grows with the area of the bands.
 */
export function pairUnits(input: LatticeInput, weights: PairingWeights): Pairing[] {
  const lattice = createLattice(input, weights)
  const path = bestPath(lattice)
  const posterior = posteriors(lattice)
  return path.map((step) => ({
    rows: { from: step.row - step.height, to: step.row },
    columns: { from: step.column - step.width, to: step.column },
    score: posterior(step),
  }))
}

/** A bead that ends before (row, column). */
interface Step {
  readonly row: number
  readonly column: number
  readonly height: number
  readonly width: number
}

interface Lattice {
  readonly rows: number
  readonly columns: number
  /** The columns at which a path may stand when `row` rows are done: closed at both ends. */
  readonly low: Int32Array
  readonly high: Int32Array
  /** Index of a node in the flat tables. */
  readonly at: (row: number, column: number) => number
  readonly size: number
  /** Score of the bead from (row, column) with the given height and width; −∞ where not allowed. */
  readonly score: (row: number, column: number, height: number, width: number) => number
  readonly temperature: number
}

function createLattice(input: LatticeInput, weights: PairingWeights): Lattice {
  const { rowLengths, columnLengths, bands, likelihood, prior } = input
  const rows = rowLengths.length
  const columns = columnLengths.length
  const low = new Int32Array(rows + 1)
  const high = new Int32Array(rows + 1)
  const base = new Int32Array(rows + 2)
  for (let row = 0; row <= rows; row++) {
    low[row] =
      row === 0 ? 0 : row === rows ? bands[rows - 1]!.from : Math.min(bands[row - 1]!.to, bands[row]!.from)
    high[row] =
      row === rows ? columns : row === 0 ? bands[0]!.to : Math.max(bands[row - 1]!.to, bands[row]!.to)
    base[row + 1] = base[row]! + high[row]! - low[row]! + 1
  }
  const rowSums = runningSums(rowLengths)
  const columnSums = runningSums(columnLengths)
  const ratio = Math.max(1, columnSums[columns]!) / Math.max(1, rowSums[rows]!)

  function lengthScore(row: number, column: number, height: number, width: number): number {
    const x = (rowSums[row + height]! - rowSums[row]!) * ratio
    const y = columnSums[column + width]! - columnSums[column]!
    return -((y - x) ** 2) / (weights.variance * Math.max(1, x + y))
  }

  function score(row: number, column: number, height: number, width: number): number {
    if (height === 0 || width === 0) return weights.skip * (height + width)
    const band = bands[row]!
    if (column < band.from || column + width > band.to) return -Infinity
    const lexical = likelihood.score(row, height, column, column + width)
    const merged = weights.merge * (height + width - 2)
    const many = height > 1 && width > 1 ? weights.manyToMany : 0
    return (
      weights.lexical * lexical +
      weights.length * lengthScore(row, column, height, width) +
      merged +
      many +
      (prior?.(row, column) ?? 0)
    )
  }
  return {
    rows,
    columns,
    low,
    high,
    at: (row, column) => base[row]! + column - low[row]!,
    size: base[rows + 1]!,
    score,
    temperature: weights.temperature,
  }
}

function runningSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1)
  values.forEach((value, index) => {
    sums[index + 1] = sums[index]! + value
  })
  return sums
}

/** Visits every bead that starts at (row, column) and ends inside the lattice. */
function forEachBead(
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

function bestPath(lattice: Lattice): Step[] {
  const { rows, columns, low, high, at, size, score } = lattice
  const best = new Float64Array(size).fill(-Infinity)
  const heights = new Int8Array(size)
  const widths = new Int8Array(size)
  best[at(0, 0)] = 0
  for (let row = 0; row <= rows; row++) {
    for (let column = low[row]!; column <= high[row]!; column++) {
      const here = best[at(row, column)]!
      if (here === -Infinity) continue
      forEachBead(lattice, row, column, (height, width) => {
        const value = here + score(row, column, height, width)
        const end = at(row + height, column + width)
        if (value <= best[end]!) return
        best[end] = value
        heights[end] = height
        widths[end] = width
      })
    }
  }
  const steps: Step[] = []
  let row = rows
  let column = columns
  while (row > 0 || column > 0) {
    const end = at(row, column)
    const step = { row, column, height: heights[end]!, width: widths[end]! }
    if (step.height + step.width === 0) throw new RangeError('the bands leave no path through the lattice')
    steps.push(step)
    row -= step.height
    column -= step.width
  }
  return steps.reverse()
}

/** Forward and backward sums over all paths; gives a bead's posterior. */
function posteriors(lattice: Lattice): (step: Step) => number {
  const { rows, columns, low, high, at, size, temperature } = lattice
  const score = (row: number, column: number, height: number, width: number): number =>
    temperature * lattice.score(row, column, height, width)
  const forward = new Float64Array(size).fill(-Infinity)
  const backward = new Float64Array(size).fill(-Infinity)
  forward[at(0, 0)] = 0
  backward[at(rows, columns)] = 0
  for (let row = 0; row <= rows; row++) {
    for (let column = low[row]!; column <= high[row]!; column++) {
      const here = forward[at(row, column)]!
      forEachBead(lattice, row, column, (height, width) => {
        const end = at(row + height, column + width)
        forward[end] = addLogs(forward[end]!, here + score(row, column, height, width))
      })
    }
  }
  for (let row = rows; row >= 0; row--) {
    for (let column = high[row]!; column >= low[row]!; column--) {
      const here = at(row, column)
      forEachBead(lattice, row, column, (height, width) => {
        const after = backward[at(row + height, column + width)]!
        backward[here] = addLogs(backward[here]!, after + score(row, column, height, width))
      })
    }
  }
  const whole = forward[at(rows, columns)]!
  return ({ row, column, height, width }) => {
    const start = forward[at(row - height, column - width)]!
    const through = start + score(row - height, column - width, height, width) + backward[at(row, column)]!
    return Math.min(1, Math.exp(through - whole))
  }
}

function addLogs(a: number, b: number): number {
  const high = Math.max(a, b)
  return high === -Infinity ? high : high + Math.log1p(Math.exp(-Math.abs(a - b)))
}
