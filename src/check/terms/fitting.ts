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
  return (skeleton, left, right) => {
    if (skeleton.length === 0) return []
    const { words, fits } = wordsBetween(model, left, right)
    const found: number[] = []
    for (const id of words) {
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
