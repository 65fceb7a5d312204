import type { LanguageModel } from '../../lexicon/language-model.js'
import type { Wording } from '../../lexicon/tables.js'
import { isStopWord } from '../../text/stop-words.js'
import { normalWord, type NgramWord } from '../../text/tokens.js'
import type { Span } from '../../types.js'

/** Words of a fixed sentence of which the first calls for the second ("consecutive interpretation"). */
interface Pair {
  readonly first: string
  readonly wording: Wording
}

/** Words that may stand for the first of a pair. */
export interface PairPlace {
  readonly span: Span
  /** As the sentence writes it. */
  readonly expected: string
  readonly wording: Wording
  /** Log10 of the probability of the second word as such: the rarer, the more it speaks for the pair. */
  readonly cue: number
}

/** Log10 of the probability from which on a word calls for the next, and of how much it makes it likelier. */
const bound = -2.6
const lift = 2
/** Log10 of the probability up to which a word is odd before the next. */
const odd = -2

/**
 * Finds the second word of a pair where another word, or two, stand in the place of the first: for sentences
 * of which no more than the pair is there.
 */
export function pairFinder(
  wordings: readonly Wording[],
  model: LanguageModel,
): (words: readonly NgramWord[]) => PairPlace[] {
  const pairs = pairsOf(wordings, model)
  return (words) =>
    words.flatMap(({ word, cut }, index) => {
      const known = index > 0 && !cut ? pairs.get(word) : undefined
      if (!known) return []
      const before = words[index - 1]!
      const strange = model.logProbability(model.id(word), [model.id(before.word)]) < odd
      if (!strange || isStopWord(before.word) || known.some(({ first }) => normalWord(first) === before.word))
        return []
      const starts = [before, ...(index > 1 && !before.cut ? [words[index - 2]!] : [])]
      return starts.flatMap(({ span: { start } }) =>
        known.map(({ first, wording }) => ({
          span: { start, end: before.span.end },
          expected: first,
          wording,
          cue: model.unigram(model.id(word)),
        })),
      )
    })
}

/** By second word; of a pair in several sentences the first. */
function pairsOf(wordings: readonly Wording[], model: LanguageModel): Map<string, Pair[]> {
  const pairs = new Map<string, Pair[]>()
  const seen = new Set<string>()
  const normal = new Map<string, string>()
  for (const wording of wordings) {
    for (const word of wording.words) if (!normal.has(word)) normal.set(word, normalWord(word))
    wording.words.forEach((first, index) => {
      for (const next of wording.next[index]!) {
        const second = normal.get(wording.words[next]!)!
        const key = `${first} ${second}`
        if (seen.has(key)) continue
        seen.add(key)
        if (!carriesSense(first) || !carriesSense(second) || !isBound(first, second, model)) continue
        pairs.set(second, [...(pairs.get(second) ?? []), { first, wording }])
      }
    })
  }
  return pairs
}

const carriesSense = (word: string): boolean =>
  /^[\p{L}'-]{4,}$/u.test(word) && !isStopWord(word.toLowerCase())

function isBound(first: string, second: string, model: LanguageModel): boolean {
  const [one, two] = [model.id(normalWord(first)), model.id(second)]
  const given = one > 0 && two > 0 ? model.logProbability(two, [one]) : -Infinity
  return given > bound && given - model.unigram(two) > lift
}
