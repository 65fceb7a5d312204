import type { Wording } from '../../lexicon/tables.js'
import { ngramWords } from '../../text/tokens.js'
import { piecesOf, type Piece } from './pieces.js'

/** A place in a fixed sentence: one piece of a word, or a placeholder. */
export interface Node {
  readonly form: string
  /** As the sentence writes it. */
  readonly written: string
  /** Stands for any name, firm or figure. */
  readonly open: boolean
  /** Carries grammar, not sense. */
  readonly stop: boolean
  /** Carries sense, so that its match counts. */
  readonly content: boolean
  /** What parts it from the node after it inside a word; a space between words. */
  readonly joint: '-' | ' '
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly opens: boolean
  readonly closes: boolean
}

/** A fixed sentence as a lattice of pieces; each step goes forward. */
export interface Lattice {
  readonly wording: Wording
  readonly nodes: readonly Node[]
  /** Length of the longest path, in pieces; names count for four. */
  readonly length: number
  /** Different content pieces on the path that has fewest. */
  readonly fewestContent: number
}

/** The lattices of a table of sentences. */
export interface Lattices {
  /** The sentence's lattice, made when first asked for. */
  readonly at: (sentence: number) => Lattice
  /** By content form: the sentences that hold it. */
  readonly holding: ReadonlyMap<string, ReadonlySet<number>>
}

/** The lattices of the table; found once. */
export function latticesOf(wordings: readonly Wording[]): Lattices {
  let lattices = known.get(wordings)
  if (!lattices) known.set(wordings, (lattices = openLattices(wordings)))
  return lattices
}

const known = new WeakMap<readonly Wording[], Lattices>()

function openLattices(wordings: readonly Wording[]): Lattices {
  const pieces = new Map<string, readonly Piece[]>()
  const holding = new Map<string, Set<number>>()
  wordings.forEach(({ words }, sentence) => {
    for (const word of words) {
      let known = pieces.get(word)
      if (!known) pieces.set(word, (known = isOpen(word) ? [placeholder(word)] : piecesOf(ngramWords(word))))
      for (const piece of known) {
        if (!isContent(word, piece)) continue
        const sentences = holding.get(piece.form)
        if (sentences) sentences.add(sentence)
        else holding.set(piece.form, new Set([sentence]))
      }
    }
  })
  const made: (Lattice | undefined)[] = []
  return { at: (sentence) => (made[sentence] ??= latticeOf(wordings[sentence]!, pieces)), holding }
}

const isOpen = (word: string): boolean => word.startsWith('<') && word.endsWith('>')
const placeholder = (word: string): Piece => ({
  form: word,
  start: 0,
  end: word.length,
  cut: false,
  stop: false,
})
const isContent = (word: string, { form, stop }: Piece): boolean => !isOpen(word) && !stop && form.length > 1

function latticeOf(wording: Wording, piecesByWord: ReadonlyMap<string, readonly Piece[]>): Lattice {
  const { words, starts, next, ends } = wording
  const nodes: (Node & { before: number[]; after: number[] })[] = []
  const first: number[] = []
  const last: number[] = []
  const firsts = new Set(starts)
  const lasts = new Set(ends)
  words.forEach((word, index) => {
    const open = isOpen(word)
    const pieces = piecesByWord.get(word)!
    first[index] = nodes.length
    pieces.forEach((each, piece) => {
      const { form, start, end, stop } = each
      nodes.push({
        form,
        written: word.slice(start, end),
        open,
        stop,
        content: isContent(word, each),
        joint: piece + 1 < pieces.length && word[end] === '-' ? '-' : ' ',
        before: piece === 0 ? [] : [nodes.length - 1],
        after: piece + 1 < pieces.length ? [nodes.length + 1] : [],
        opens: piece === 0 && firsts.has(index),
        closes: piece + 1 === pieces.length && lasts.has(index),
      })
    })
    last[index] = nodes.length - 1
  })
  next.forEach((following, index) => {
    for (const after of following) {
      nodes[first[after]!]!.before.push(last[index]!)
      nodes[last[index]!]!.after.push(first[after]!)
    }
  })
  return { wording, nodes, ...extentOf(nodes) }
}

function extentOf(nodes: readonly Node[]): { length: number; fewestContent: number } {
  const longest: number[] = []
  const fewest: number[] = []
  nodes.forEach(({ before, opens, open, content }, index) => {
    longest[index] = Math.max(0, ...before.map((node) => longest[node]!)) + (open ? 4 : 1)
    const least = Math.min(...before.map((node) => fewest[node]!), opens ? 0 : Infinity)
    fewest[index] = least + (content ? 1 : 0)
  })
  const closing = nodes.flatMap(({ closes }, index) => (closes ? [fewest[index]!] : []))
  return { length: Math.max(0, ...longest), fewestContent: Math.min(...closing) }
}
