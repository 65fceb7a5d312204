import type { Relations } from './relations.js'
import type { Term, Vocabulary } from './vocabulary.js'

/** Columns a row may be paired with: half-open. */
export interface Band {
  readonly from: number
  readonly to: number
}

/**
 * Lexical log likelihood ratios of pairing up to `depth` successive rows with a run of columns: the
 * sum over the columns' terms y of log(λ + (1 − λ)·min(1, Σ t(y|x)) / ((|X| + 1)·p(y))), Brown et
 * al.'s (1993) Model 1 against chance, after Moore (2002). Positive speaks for a translation.
 */
export interface Likelihood {
  readonly depth: number
  /** Rows `row … row + height − 1` against columns `from … to − 1`, all within the first row's band. */
  score(row: number, height: number, from: number, to: number): number
}

/** With the running sums that the scores are differences of, for loops over many columns. */
export interface SummedLikelihood extends Likelihood {
  /** The same as running sums: entry k is the score against the first k columns of the first row's band. */
  sums(row: number, height: number): Float32Array
  /** The first column of the row's band. */
  origin(row: number): number
}

/**
 * Prepares likelihoods for rows and columns given by their terms. Work and memory grow with the
 * area of the band. `lambda` (0 to 1) is the share of a rendering that owes nothing to its source.
 */
export function likelihoodOf(
  rows: readonly (readonly Term[])[],
  columns: readonly (readonly Term[])[],
  bands: readonly Band[],
  {
    vocabulary,
    relations,
    lambda,
    depth,
  }: {
    readonly vocabulary: Vocabulary
    readonly relations: Relations
    readonly lambda: number
    readonly depth: number
  },
): SummedLikelihood {
  const occurrences = listOccurrences(columns, vocabulary)
  const support = rows.map((terms, row) => rowSupport(terms, bands[row]!, occurrences, relations))
  const tables = rows.map((_, row) => sumTables(row))

  function sumTables(row: number): Float32Array[] {
    const { from, to } = bands[row]!
    const first = occurrences.starts[from]!
    const sum = new Float64Array(occurrences.starts[to]! - first)
    const result: Float32Array[] = []
    let size = 0
    for (let height = 1; height <= depth && row + height <= rows.length; height++) {
      const below = row + height - 1
      addRow(sum, first, support[below]!)
      size += rows[below]!.length
      result.push(columnSums(sum, first, from, to, size))
    }
    return result
  }

  /** Running sums over the columns of a band: entry k holds columns `from … from + k − 1`. */
  function columnSums(
    sum: Float64Array,
    first: number,
    from: number,
    to: number,
    size: number,
  ): Float32Array {
    const sums = new Float32Array(to - from + 1)
    const scale = (1 - lambda) / (size + 1)
    const miss = Math.log(lambda)
    let total = 0
    for (let column = from; column < to; column++) {
      const end = occurrences.starts[column + 1]!
      for (let at = occurrences.starts[column]!; at < end; at++) {
        const match = sum[at - first]!
        total += match > 0 ? Math.log(lambda + scale * Math.min(1, match) * occurrences.rarity[at]!) : miss
      }
      sums[column - from + 1] = total
    }
    return sums
  }

  return {
    depth,
    score(row, height, from, to) {
      const sums = tables[row]![height - 1]!
      const origin = bands[row]!.from
      return sums[to - origin]! - sums[from - origin]!
    },
    sums: (row, height) => tables[row]![height - 1]!,
    origin: (row) => bands[row]!.from,
  }
}

/** All terms of the columns in one list, with where each type stands. */
interface Occurrences {
  /** Index of each column's first term; one more entry at the end. */
  readonly starts: Uint32Array
  /** 1 / p(y) of each term. */
  readonly rarity: Float32Array
  readonly byType: ReadonlyMap<number, readonly number[]>
}

function listOccurrences(columns: readonly (readonly Term[])[], { counts, total }: Vocabulary): Occurrences {
  const starts = new Uint32Array(columns.length + 1)
  columns.forEach((terms, column) => {
    starts[column + 1] = starts[column]! + terms.length
  })
  const rarity = new Float32Array(starts.at(-1)!)
  const byType = new Map<number, number[]>()
  let at = 0
  for (const terms of columns) {
    for (const { type } of terms) {
      rarity[at] = total / counts[type]!
      const places = byType.get(type)
      if (places) places.push(at)
      else byType.set(type, [at])
      at++
    }
  }
  return { starts, rarity, byType }
}

/** Σ t(y|x) of one row for the terms of its band; sparse. */
interface Support {
  readonly places: readonly number[]
  readonly weights: readonly number[]
}

function rowSupport(
  terms: readonly Term[],
  band: Band,
  { starts, byType }: Occurrences,
  { offsets, related, weights }: Relations,
): Support {
  const places: number[] = []
  const found: number[] = []
  const first = starts[band.from]!
  const last = starts[band.to]!
  for (const { type } of terms) {
    for (let entry = offsets[type]!; entry < offsets[type + 1]!; entry++) {
      const where = byType.get(related[entry]!)
      if (!where) continue
      for (let index = lowerBound(where, first); index < where.length && where[index]! < last; index++) {
        places.push(where[index]!)
        found.push(weights[entry]!)
      }
    }
  }
  return { places, weights: found }
}

function addRow(sum: Float64Array, first: number, { places, weights }: Support): void {
  for (let index = 0; index < places.length; index++) {
    const at = places[index]! - first
    if (at >= 0 && at < sum.length) sum[at]! += weights[index]!
  }
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
