import { between, forEachBead, largest, runningSums, type Lattice } from './lattice.js'

/** How probable links are over all paths of a lattice. */
export interface Posteriors {
  /** Probability that the row has no partner, 0 to 1; likewise for columns. */
  readonly lonelyRows: Float64Array
  readonly lonelyColumns: Float64Array
  /** Mean probability, 0 to 1, that a character of these rows is linked to one of these columns. */
  links(row: number, column: number, height: number, width: number): number
}

/** Sums over all paths by the forward–backward algorithm (Rabiner 1989). */
export function posteriorsOf(lattice: Lattice, temperature: number): Posteriors {
  const { rows, columns, low, high, at, size, bands, rowLengths, columnLengths } = lattice
  const score = (row: number, column: number, height: number, width: number): number =>
    temperature * lattice.score(row, column, height, width)
  const forward = new Float64Array(size).fill(-Infinity)
  const backward = new Float64Array(size).fill(-Infinity)
  forward[at(0, 0)] = 0
  backward[at(rows, columns)] = 0
  for (let row = 0; row <= rows; row++) {
    for (let column = low[row]!; column <= high[row]!; column++) {
      const here = forward[at(row, column)]!
      if (here === -Infinity) continue
      forEachBead(lattice, row, column, (height, width) => {
        const end = at(row + height, column + width)
        forward[end] = addLogs(forward[end]!, here + score(row, column, height, width))
      })
    }
  }
  const total = forward[at(rows, columns)]!
  const lonelyRows = new Float64Array(rows)
  const lonelyColumns = new Float64Array(columns)
  const firsts = Int32Array.from(bands, (_, row) => bands[Math.max(0, row - largest)]!.from)
  /** For each row, probabilities as differences over the columns from `firsts[row]` on. */
  const steps = bands.map(({ to }, row) => new Float64Array(to - firsts[row]! + 1))
  for (let row = rows; row >= 0; row--) {
    for (let column = high[row]!; column >= low[row]!; column--) {
      const here = at(row, column)
      forEachBead(lattice, row, column, (height, width) => {
        const onward = score(row, column, height, width) + backward[at(row + height, column + width)]!
        backward[here] = addLogs(backward[here]!, onward)
        const probability = Math.exp(forward[here]! + onward - total)
        if (!(probability > negligible)) return
        if (height === 0) lonelyColumns[column]! += probability
        else if (width === 0) lonelyRows[row]! += probability
        else {
          for (let below = row; below < row + height; below++) {
            steps[below]![column - firsts[below]!]! += probability
            steps[below]![column + width - firsts[below]!]! -= probability
          }
        }
      })
    }
  }
  /** For each row, running sums over the columns of probability times length. */
  const sums = steps.map((row, index) => weighted(row, columnLengths, firsts[index]!))
  return {
    lonelyRows: lonelyRows.map(atMostOne),
    lonelyColumns: lonelyColumns.map(atMostOne),
    links(row, column, height, width) {
      let sum = 0
      for (let below = row; below < row + height; below++) {
        const from = column - firsts[below]!
        sum += between(rowLengths, below, below + 1) * between(sums[below]!, from, from + width)
      }
      const area = between(rowLengths, row, row + height) * between(columnLengths, column, column + width)
      return area > 0 ? atMostOne(sum / area) : 0
    },
  }
}

const negligible = 1e-6

const atMostOne = (value: number): number => Math.min(1, Math.max(0, value))

function weighted(steps: Float64Array, columnLengths: Float64Array, first: number): Float64Array {
  let probability = 0
  return runningSums(
    steps.subarray(0, -1).map((step, index) => {
      probability += step
      return probability * between(columnLengths, first + index, first + index + 1)
    }),
  )
}

function addLogs(a: number, b: number): number {
  const high = Math.max(a, b)
  return high === -Infinity ? high : high + Math.log1p(Math.exp(-Math.abs(a - b)))
}
