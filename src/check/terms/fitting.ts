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
  const all = Uint16Array.from(lengths.keys()).filter((id) => lengths[id]! > 0)
  return (skeleton, left, right) => {
    if (skeleton.length === 0 || (left === undefined && right === undefined)) return []
    const wanted = kindsOf(skeleton)
    const slack = Math.max(1, Math.round(slackPerConsonant * skeleton.length))
    const [shortest, longest] = [Math.max(1, skeleton.length - slack), skeleton.length + slack]
    const found: number[] = []
    for (const id of right === undefined ? all : model.wordsBefore(right)) {
      const length = lengths[id]!
      if (length < shortest || length > longest || bitsOf(kinds[id]! ^ wanted) > otherKinds) continue
      if (left === undefined || model.hasPair(left, id)) found.push(id)
    }
    return found
  }
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
