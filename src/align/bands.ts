import type { Band } from '../similarity/likelihood.js'
import type { Relations } from '../similarity/relations.js'
import type { Term } from '../similarity/vocabulary.js'
import { firstIndex } from '../text/bisect.js'

/** Up to so many pairs of units are all compared. */
const smallArea = 60 * 60
/** Half the width of a band around the anchors' path, in units. */
const reach = 24
/** An anchor occurs at most so often on a side. */
const rare = 2
/** Least translation weight between an anchor's terms. */
const certain = 0.4
/** How many anchors on either side outvote one. */
const jury = 4

/**
 * For each row the columns it may be paired with: all of them for short texts; for long ones a band around the
 * path through the anchors, terms that are rare on both sides and render each other, as the longest increasing
 * subsequence gives it. Its area grows linearly with the text.
 */
export function bandsBetween(
  rows: readonly (readonly Term[])[],
  columns: readonly (readonly Term[])[],
  relations: Relations,
): Band[] {
  if (rows.length * columns.length <= smallArea) return rows.map(() => ({ from: 0, to: columns.length }))
  const anchors = withoutOutliers(longestIncreasing(anchorsBetween(rows, columns, relations)))
  const path = [{ row: 0, column: 0 }, ...anchors, { row: rows.length, column: columns.length }]
  const slope = columns.length / rows.length
  const margin = reach * Math.max(1, slope)
  let next = 1
  let from = 0
  let to = 0
  return rows.map((_, row) => {
    while (next < path.length - 1 && path[next]!.row < row) next++
    const before = path[next - 1]!
    const after = path[next]!
    const share = (row - before.row) / Math.max(1, after.row - before.row)
    const column = before.column + share * (after.column - before.column)
    from = Math.max(from, Math.min(columns.length, Math.floor(column - margin)))
    to = Math.max(to, from, Math.min(columns.length, Math.ceil(column + margin)))
    return { from, to }
  })
}

interface Anchor {
  readonly row: number
  readonly column: number
}

/** In order of rows, and of falling columns within one. */
function anchorsBetween(
  rows: readonly (readonly Term[])[],
  columns: readonly (readonly Term[])[],
  { offsets, related, weights }: Relations,
): Anchor[] {
  const rowsOf = placesOfTypes(rows)
  const columnsOf = placesOfTypes(columns)
  const anchors: Anchor[] = []
  for (const [type, places] of rowsOf) {
    if (places.length > rare) continue
    for (let entry = offsets[type]!; entry < offsets[type + 1]!; entry++) {
      const partners = columnsOf.get(related[entry]!)
      if (!partners || partners.length > rare || weights[entry]! < certain) continue
      for (const row of places) for (const column of partners) anchors.push({ row, column })
    }
  }
  return anchors.sort((a, b) => a.row - b.row || b.column - a.column)
}

function placesOfTypes(units: readonly (readonly Term[])[]): Map<number, number[]> {
  const places = new Map<number, number[]>()
  units.forEach((terms, unit) => {
    for (const { type } of terms) {
      const known = places.get(type)
      if (known) known.push(unit)
      else places.set(type, [unit])
    }
  })
  return places
}

/** The longest subsequence whose columns increase, by patience sorting (Fredman 1975); n log n. */
function longestIncreasing(anchors: readonly Anchor[]): Anchor[] {
  const tails: number[] = []
  const back = new Int32Array(anchors.length).fill(-1)
  anchors.forEach(({ column }, index) => {
    const low = firstIndex(tails, (tail) => anchors[tail]!.column >= column)
    if (low > 0) back[index] = tails[low - 1]!
    tails[low] = index
  })
  const found: Anchor[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = back[index]!) found.push(anchors[index]!)
  return found.reverse()
}

/** Without the anchors that lie further off the median of their neighbours' diagonals than the band reaches. */
function withoutOutliers(anchors: readonly Anchor[]): Anchor[] {
  const offsets = anchors.map(({ row, column }) => column - row)
  return anchors.filter((_, index) => {
    const near = offsets.slice(Math.max(0, index - jury), index + jury + 1).sort((a, b) => a - b)
    return Math.abs(offsets[index]! - near[near.length >> 1]!) <= reach
  })
}
