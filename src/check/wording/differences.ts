import type { Candidate } from './candidates.js'
import { fit, type Step } from './fit.js'
import type { Node } from './lattice.js'
import type { Piece } from './pieces.js'

/** Pieces `from` … `to - 1` stand where the fixed sentence has other words. */
export interface Difference {
  readonly from: number
  readonly to: number
  /** What the sentence has, in order. */
  readonly expected: readonly Node[]
  /** Before the first or after the last word that agrees: nothing holds it from the other side. */
  readonly atEdge: boolean
  /** Content words of the sentence that are as they should be. */
  readonly support: number
}

/** How the text differs from the fixed sentence, and which pieces agree with it. */
export interface Comparison {
  readonly differences: readonly Difference[]
  /** Pieces that are as the sentence has them. */
  readonly agreeing: readonly number[]
  readonly support: number
}

/** Longest difference, in pieces of either side. */
const longest = 3
/** Share of the content words that must agree, and how many at least: more where nothing holds from the other side. */
const leastShare = 0.6
const leastSupport = 3
const leastForEdges = 4

/** Compares a candidate with its sentence; undefined when too little of the sentence is there. */
export function compare(pieces: readonly Piece[], candidate: Candidate): Comparison | undefined {
  const { nodes } = candidate.lattice
  const steps = fit(pieces, candidate)
  const content = steps.filter(({ node }) => node >= 0 && nodes[node]!.content)
  const support = content.filter(({ equal }) => equal).length
  if (support < leastSupport || support < leastShare * content.length) return undefined
  const differences = (blocks: readonly Block[], atEdge: boolean): Difference[] =>
    blocks
      .filter((block) => isPlain(pieces, nodes, block))
      .map((block) => ({ ...rangeOf(block, nodes), atEdge, support }))
  return {
    differences: [
      ...differences(blocksOf(steps, nodes), false),
      ...(support < leastForEdges ? [] : differences(edgesOf(pieces, candidate, steps), true)),
    ],
    agreeing: steps.filter(({ equal, node }) => equal && !nodes[node]!.open).map(({ piece }) => piece),
    support,
  }
}

interface Block {
  readonly pieces: readonly number[]
  readonly nodes: readonly number[]
}

/** What lies between words that agree. */
function blocksOf(steps: readonly Step[], nodes: readonly Node[]): Block[] {
  const blocks: Block[] = []
  let from = 0
  steps.forEach(({ equal }, index) => {
    if (!equal) return
    if (index > from) {
      const block = blockOf(steps.slice(from, index))
      if (block.pieces.length > 0 && block.nodes.length > 0) {
        blocks.push(wholeWords(nodes, block, steps[from - 1], steps[index]))
      }
    }
    from = index + 1
  })
  return blocks
}

const blockOf = (steps: readonly Step[]): Block => ({
  pieces: steps.flatMap(({ piece }) => (piece >= 0 ? [piece] : [])),
  nodes: steps.flatMap(({ node }) => (node >= 0 ? [node] : [])),
})

/** With the agreeing halves of hyphenated words: "four looking" for "forward-looking". */
function wholeWords(
  nodes: readonly Node[],
  block: Block,
  before: Step | undefined,
  after: Step | undefined,
): Block {
  const head = before && nodes[before.node]!.joint === '-' ? [before] : []
  const tail = after && nodes[block.nodes.at(-1)!]!.joint === '-' ? [after] : []
  const steps = [...head, ...tail]
  return steps.length === 0
    ? block
    : {
        pieces: [...head.map(({ piece }) => piece), ...block.pieces, ...tail.map(({ piece }) => piece)],
        nodes: [...head.map(({ node }) => node), ...block.nodes, ...tail.map(({ node }) => node)],
      }
}

/** The words before the first that agrees and after the last, as far as the sentence goes on. */
function edgesOf(
  pieces: readonly Piece[],
  { lattice: { nodes } }: Candidate,
  steps: readonly Step[],
): Block[] {
  const first = steps[0]
  const last = steps.at(-1)
  if (!first || !last) return []
  const ahead = pieces[first.piece]!.cut ? [] : walk(first.node, (node) => nodes[node]!.before)
  const cut = pieces[last.piece + 1]?.cut ?? true
  const behind = cut ? [] : walk(last.node, (node) => nodes[node]!.after)
  return [
    ...ahead.flatMap((path) =>
      sizesUpTo(path.length).map((size) =>
        wholeWords(
          nodes,
          { pieces: range(first.piece - size, size), nodes: path.toReversed() },
          undefined,
          first,
        ),
      ),
    ),
    ...behind.flatMap((path) =>
      sizesUpTo(path.length).map((size) =>
        wholeWords(nodes, { pieces: range(last.piece + 1, size), nodes: path }, last, undefined),
      ),
    ),
  ].filter((block) => block.pieces.every((piece) => piece >= 0 && piece < pieces.length))
}

/** Paths of one or two nodes from a node on, without it. */
function walk(node: number, step: (node: number) => readonly number[]): number[][] {
  return step(node).flatMap((next) => [[next], ...step(next).map((after) => [next, after])])
}

const sizesUpTo = (size: number): number[] => (size === 1 ? [1, 2] : [1, 2, 3])

const range = (from: number, size: number): number[] =>
  Array.from({ length: size }, (_, index) => from + index)

/** Short, inside a sentence, without placeholders, and about words that carry sense. */
function isPlain(
  pieces: readonly Piece[],
  nodes: readonly Node[],
  { pieces: heard, nodes: said }: Block,
): boolean {
  return (
    heard.length <= longest &&
    said.length <= longest &&
    !heard.slice(1).some((piece) => pieces[piece]!.cut) &&
    !said.some((node) => nodes[node]!.open) &&
    said.some((node) => nodes[node]!.content) &&
    !(said.length === 1 && heard.every((piece) => pieces[piece]!.stop))
  )
}

const rangeOf = ({ pieces, nodes: path }: Block, nodes: readonly Node[]) => ({
  from: pieces[0]!,
  to: pieces.at(-1)! + 1,
  expected: path.map((node) => nodes[node]!),
})
