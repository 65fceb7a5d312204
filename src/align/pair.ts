import type { Band } from '../similarity/likelihood.js'
import {
  createLattice,
  forEachBead,
  type Lattice,
  type LatticeInput,
  type PairingWeights,
} from './lattice.js'
import { posteriorsOf, type Posteriors } from './posteriors.js'

/** A run of rows paired with a run of columns (half-open); one side may be empty. */
export interface Pairing {
  readonly rows: Band
  readonly columns: Band
  /** Probability of its links, or that its unit has no partner: 0 to 1. */
  readonly score: number
  /** By how much it beats leaving its units without partners, natural log; 0 where one side is empty. */
  readonly gain: number
}

/**
 * The best monotone pairing of rows with columns, by dynamic programming over beads of up to ten units (Gale &
 * Church 1993, with lexical likelihoods). Work grows with the area of the bands. Throws RangeError when the
 * bands leave no path.
 */
export function pairUnits(input: LatticeInput, weights: PairingWeights): Pairing[] {
  const lattice = createLattice(input, weights)
  const posteriors = posteriorsOf(lattice, weights.temperature)
  return bestPath(lattice).map((step) => pairingOf(lattice, posteriors, step))
}

/** The bead from (row, column). */
interface Step {
  readonly row: number
  readonly column: number
  readonly height: number
  readonly width: number
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
        const sum = here + score(row, column, height, width)
        const end = at(row + height, column + width)
        if (sum <= best[end]!) return
        best[end] = sum
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
    const height = heights[end]!
    const width = widths[end]!
    if (height + width === 0) throw new RangeError('the bands leave no path through the lattice')
    row -= height
    column -= width
    steps.push({ row, column, height, width })
  }
  return steps.reverse()
}

function pairingOf(lattice: Lattice, posteriors: Posteriors, step: Step): Pairing {
  const { row, column, height, width } = step
  const lonely = height === 0 ? posteriors.lonelyColumns[column]! : posteriors.lonelyRows[row]!
  const isPaired = height > 0 && width > 0
  return {
    rows: { from: row, to: row + height },
    columns: { from: column, to: column + width },
    score: isPaired ? posteriors.links(row, column, height, width) : lonely,
    gain: isPaired
      ? lattice.score(row, column, height, width) -
        lattice.score(row, column, height, 0) -
        lattice.score(row, column, 0, width)
      : 0,
  }
}
