import type { LanguageModel } from '../../lexicon/language-model.js'
import type { WordShapes } from '../../lexicon/word-shapes.js'

/** Words by what stands around them rather than by their sound alone. */
export type FittingWords = (
  skeleton: readonly number[],
  left: number | undefined,
  right: number | undefined,
) => number[]

/**
 * Finds the words that calls say right after `left` and right before `right`, ids of the language model, whose
 * consonants are roughly those of the skeleton; where a neighbour is absent, the other one decides.
 */
export function fittingWords(model: LanguageModel, { kinds, lengths }: WordShapes): FittingWords {
  return (skeleton, left, right) => {
    if (skeleton.length === 0) return []
    const wanted = kindsOf(skeleton)
    const slack = Math.max(1, Math.round(slackPerConsonant * skeleton.length))
    const [shortest, longest] = [Math.max(1, skeleton.length - slack), skeleton.length + slack]
    const { words, fits } = wordsBetween(model, left, right)
    const found: number[] = []
    for (const id of words) {
      const length = lengths[id]!
      if (length < shortest || length > longest || bitsOf(kinds[id]! ^ wanted) > otherKinds) continue
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

/** Consonants that may be too many or too few, for each heard. */
const slackPerConsonant = 0.35
/** Kinds of consonants that only one of the two may have. */
const otherKinds = 3

/** The kinds of consonants in a skeleton, a bit each. */
export const kindsOf = (skeleton: readonly number[]): number =>
  skeleton.reduce((kinds, kind) => kinds | (1 << kind), 0)

function bitsOf(value: number): number {
  let count = 0
  for (let rest = value; rest !== 0; rest &= rest - 1) count++
  return count
}
