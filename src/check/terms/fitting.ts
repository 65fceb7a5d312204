import type { LanguageModel } from '../../lexicon/language-model.js'
import type { WordShapes } from '../../lexicon/word-shapes.js'
import { areWithin } from './neighbours.js'

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
  const sizes = Uint8Array.from(bags, onesIn)
  return (skeleton, left, right) => {
    if (skeleton.length === 0) return []
    const { words, fits } = wordsBetween(model, left, right)
    const { length } = skeleton
    const bag = bagOf(skeleton, 0, length)
    const size = onesIn(bag)
    const found: number[] = []
    for (let index = 0; index < words.length; index++) {
      const id = words[index]!
      const shared = onesIn(bag & bags[id]!)
      const come = sizes[id]! - shared
      const gone = size - shared
      if ((come > gone ? come : gone) > mostEdits[come > gone ? length + come - gone : length]!) continue
      const from = starts[id]!
      const to = starts[id + 1]!
      const most = mostEdits[to - from > length ? to - from : length]!
      if (from < to && areWithin(most, skeleton, consonants, from, to) && fits(id)) found.push(id)
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
 * two skeletons differ by fewer edits than by bits that only the one has. More than three of a kind count as three.
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

/** Edits that part words still alike, by how many consonants the longer has: a third, and one at least. */
const mostEdits = Uint8Array.from({ length: 64 }, (_, consonants) => Math.max(1, Math.floor(consonants / 3)))
