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
  const pairsWith = boundPairs(wordings, model)
  return (words) =>
    words.flatMap(({ word, cut }, index) => {
      const known = index > 0 && !cut ? pairsWith(word) : []
      if (known.length === 0) return []
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

/** By second word, each judged when first asked for; of a pair in several sentences the first. */
function boundPairs(wordings: readonly Wording[], model: LanguageModel): (second: string) => readonly Pair[] {
  const pairs = pairsOf(wordings)
  const bound = new Map<string, readonly Pair[]>()
  return (second) => {
    const all = pairs.get(second)
    if (!all) return none
    let known = bound.get(second)
    if (!known) {
      known = all.filter(({ first }) => carriesSense(first) && isBound(first, second, model))
      bound.set(second, known)
    }
    return known
  }
}

const none: readonly Pair[] = []

const knownPairs = new WeakMap<readonly Wording[], ReadonlyMap<string, readonly Pair[]>>()

/** The words that carry sense, and what stands before them in the sentences; found once. */
function pairsOf(wordings: readonly Wording[]): ReadonlyMap<string, readonly Pair[]> {
  const known = knownPairs.get(wordings)
  if (known) return known
  const pairs = new Map<string, Pair[]>()
  const seconds = new Map<string, Pair[] | undefined>()
  const pairsBefore = (word: string): Pair[] | undefined => {
    const second = normalWord(word)
    if (!carriesSense(second)) return undefined
    const before = pairs.get(second) ?? []
    pairs.set(second, before)
    return before
  }
  for (const wording of wordings) {
    const { words, next } = wording
    for (const word of words) if (!seconds.has(word)) seconds.set(word, pairsBefore(word))
    words.forEach((first, index) => {
      for (const following of next[index]!) {
        const before = seconds.get(words[following]!)
        if (before && !before.some((pair) => pair.first === first)) before.push({ first, wording })
      }
    })
  }
  knownPairs.set(wordings, pairs)
  return pairs
}

const carriesSense = (word: string): boolean =>
  /^[\p{L}'-]{4,}$/u.test(word) && !isStopWord(word.toLowerCase())

function isBound(first: string, second: string, model: LanguageModel): boolean {
  const [one, two] = [model.id(normalWord(first)), model.id(second)]
  const given = one > 0 && two > 0 ? model.logProbability(two, [one]) : -Infinity
  return given > bound && given - model.unigram(two) > lift
}
