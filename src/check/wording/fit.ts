import type { Candidate } from './candidates.js'
import type { Node } from './lattice.js'
import type { Piece } from './pieces.js'

/** A step of the alignment: a piece, a node, or both; −1 where there is none. */
export interface Step {
  readonly piece: number
  readonly node: number
  readonly equal: boolean
}

const CONTENT = 2
const FUNCTION = 0.6
const OPEN = 0.3
const SUBSTITUTED = -0.9
const GAP = -0.7
const FUNCTION_GAP = -0.4
const NAME_GAP = -0.02

/**
 * The best local alignment of the pieces with a path through the sentence (Smith & Waterman 1981 over a
 * lattice): its steps in order, from the first equal word to the last. Time grows with pieces × edges.
 */
export function fit(pieces: readonly Piece[], { lattice: { nodes }, from, to }: Candidate): Step[] {
  const width = to - from + 1
  const scores = new Float64Array(nodes.length * width)
  const origins = new Int32Array(nodes.length * width).fill(-1)
  const kinds = new Uint8Array(nodes.length * width)
  let best = 0
  let bestAt = -1
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!
    const gap = node.open ? NAME_GAP : node.stop ? FUNCTION_GAP : GAP
    for (let column = 0; column < width; column++) {
      const at = index * width + column
      const piece = column > 0 ? pieces[from + column - 1]! : undefined
      let score = 0
      let origin = -1
      let kind = START
      if (piece) {
        const match = matchScore(node, piece)
        score = Math.max(0, match)
        kind = match > 0 ? MATCH : START
        for (const before of node.before) {
          const together = scores[before * width + column - 1]! + match
          if (together <= score) continue
          score = together
          origin = before * width + column - 1
          kind = MATCH
        }
        const extra = scores[at - 1]! + (node.open ? NAME_GAP : piece.stop ? FUNCTION_GAP : GAP)
        if (extra > score) {
          score = extra
          origin = at - 1
          kind = PIECE_ONLY
        }
      }
      for (const before of node.before) {
        const skipped = scores[before * width + column]! + gap
        if (skipped <= score) continue
        score = skipped
        origin = before * width + column
        kind = NODE_ONLY
      }
      scores[at] = score
      origins[at] = origin
      kinds[at] = kind
      if (score <= best || kind !== MATCH || !isEqual(node, piece!)) continue
      best = score
      bestAt = at
    }
  }
  return trace(bestAt)

  function trace(end: number): Step[] {
    const steps: Step[] = []
    for (let at = end; at >= 0 && kinds[at] !== START; at = origins[at]!) {
      const node = Math.floor(at / width)
      const piece = from + (at % width) - 1
      const kind = kinds[at]!
      steps.push({
        piece: kind === NODE_ONLY ? -1 : piece,
        node: kind === PIECE_ONLY ? -1 : node,
        equal: kind === MATCH && isEqual(nodes[node]!, pieces[piece]!),
      })
    }
    return steps.reverse()
  }
}

const START = 0
const MATCH = 1
const PIECE_ONLY = 2
const NODE_ONLY = 3

const isEqual = (node: Node, piece: Piece): boolean => node.form === piece.form || node.open

function matchScore(node: Node, piece: Piece): number {
  if (node.open) return node.form === '<n>' ? (piece.form === '<n>' ? 1 : -0.2) : OPEN
  if (node.form === piece.form) return node.content ? CONTENT : FUNCTION
  return SUBSTITUTED
}
