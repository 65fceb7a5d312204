import type { Lattice, Lattices } from './lattice.js'
import type { Piece } from './pieces.js'

/** Pieces `from` … `to - 1` may hold the fixed sentence. */
export interface Candidate {
  readonly lattice: Lattice
  readonly from: number
  readonly to: number
}

/** Share of a sentence's content words that must be there. */
const leastShare = 0.5

/** Finds where fixed sentences may stand, by their content words; time grows with the number of pieces. */
export function candidateFinder({ at, holding }: Lattices): (pieces: readonly Piece[]) => Candidate[] {
  return (pieces) => {
    const hits = new Map<number, number[]>()
    pieces.forEach(({ form }, index) => {
      for (const number of holding.get(form) ?? []) {
        const positions = hits.get(number)
        if (positions) positions.push(index)
        else hits.set(number, [index])
      }
    })
    return [...hits].flatMap(([number, positions]) =>
      positions.length < fewest ? [] : dense(at(number), positions, pieces),
    )
  }
}

/** Content words of a sentence that must be there in any case. */
const fewest = 3

/** Stretches no longer than the sentence that hold enough different words of it; overlapping ones are one. */
function dense(lattice: Lattice, positions: readonly number[], pieces: readonly Piece[]): Candidate[] {
  const needed = Math.max(fewest, Math.ceil(leastShare * lattice.fewestContent))
  const counts = new Map<string, number>()
  const found: { lattice: Lattice; from: number; to: number }[] = []
  let oldest = 0
  for (const position of positions) {
    const { form } = pieces[position]!
    counts.set(form, (counts.get(form) ?? 0) + 1)
    while (positions[oldest]! <= position - lattice.length) {
      const gone = pieces[positions[oldest]!]!.form
      const left = counts.get(gone)! - 1
      if (left === 0) counts.delete(gone)
      else counts.set(gone, left)
      oldest++
    }
    if (counts.size < needed) continue
    const from = Math.max(0, positions[oldest]! - margin)
    const to = Math.min(pieces.length, position + 1 + margin)
    const last = found.at(-1)
    if (last && from < last.to && to - last.from <= 2 * lattice.length + 2 * margin) last.to = to
    else found.push({ lattice, from, to })
  }
  return found
}

/** Pieces on either side in which the sentence may begin or go on. */
const margin = 6
