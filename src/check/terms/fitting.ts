import type { LanguageModel } from '../../lexicon/language-model.js'
import type { WordShapes } from '../../lexicon/word-shapes.js'
import { longestSkeleton } from './neighbours.js'

/** Words by what stands around them rather than by their sound alone. */
export type FittingWords = (
  skeleton: readonly number[],
  left: number | undefined,
  right: number | undefined,
) => number[]

/**
 * Finds the words that calls say right after `left` and right before `right`, ids of the language model, whose
 * consonants are nearly those of the skeleton; where a neighbour is absent, the other one decides.
 */
export function fittingWords(model: LanguageModel, { starts, consonants }: WordShapes): FittingWords {
  const bags = Uint32Array.from({ length: model.size }, (_, id) =>
    bagOf(consonants, starts[id]!, starts[id + 1]!),
  )
  return (skeleton, left, right) => {
    if (skeleton.length === 0) return []
    const { words, fits } = wordsBetween(model, left, right)
    const bag = bagOf(skeleton, 0, skeleton.length)
    // A word may be longer than the skeleton by as many consonants as may differ: then half of the skeleton's may.
    const most = Math.max(1, Math.floor(skeleton.length / 2))
    const found: number[] = []
    for (const id of words) {
      const other = bags[id]!
      if (onesIn(bag & ~other) > most || onesIn(other & ~bag) > most) continue
      const [from, to] = [starts[id]!, starts[id + 1]!]
      if (from === to || !areNearlyEqual(skeleton, consonants, from, to)) continue
      if (fits(id)) found.push(id)
    }
    return found
  }
}

/** The fewer of the words after one and before the other, and which of them fit the other side as well. */
function wordsBetween(model: LanguageModel, left: number | undefined, right: number | undefined) {
  const after = left === undefined ? undefined : model.wordsAfter(left)
  const before = right === undefined ? undefined : model.wordsBefore(right)
  if (before && after && after.length < before.length)
    return { words: after, fits: (id: number) => model.hasPair(id, right!) }
  if (before && after) return { words: before, fits: (id: number) => model.hasPair(left!, id) }
  return { words: before ?? after ?? [], fits: () => true }
}

/**
 * The kinds of consonants as a set of bits, three a kind, of which as many are set as there are consonants of it: no
 * two skeletons differ by fewer edits than by bits that only the one has.
 */
function bagOf(kinds: ArrayLike<number>, from: number, to: number): number {
  let bag = 0
  for (let at = from; at < to; at++) {
    const lowest = 3 * (kinds[at]! - 1)
    bag |= (((bag >>> lowest) & 0b011) * 2 + 1) << lowest
  }
  return bag
}

/** How many bits are set (Warren, Hacker's Delight, 2012, section 5-1). */
function onesIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Share of the consonants that may differ, where more than one does. */
const otherConsonants = 1 / 3

/** Whether the edit distance of the skeleton to that of a word is small. */
function areNearlyEqual(skeleton: readonly number[], all: Uint8Array, from: number, to: number): boolean {
  const length = to - from
  const most = Math.max(1, Math.floor(otherConsonants * Math.max(length, skeleton.length)))
  if (Math.abs(length - skeleton.length) > most) return false
  for (let j = 0; j <= length; j++) row[j] = j
  for (let i = 1; i <= skeleton.length; i++) {
    let diagonal = row[0]!
    let least = (row[0] = i)
    for (let j = 1; j <= length; j++) {
      const same = skeleton[i - 1] === all[from + j - 1]
      const edits = same ? diagonal : 1 + Math.min(diagonal, row[j]!, row[j - 1]!)
      diagonal = row[j]!
      row[j] = edits
      if (edits < least) least = edits
    }
    if (least > most) return false
  }
  return row[length]! <= most
}

/** Reused from call to call; no skeleton is longer. */
const row = new Uint8Array(longestSkeleton + 1)
