import type { LanguageModel } from '../../lexicon/language-model.js'
import type { IndustryPhrase } from '../../lexicon/tables.js'
import { isStopWord } from '../../text/stop-words.js'
import type { Completions } from './pairs.js'

/** What a call's industries say; words in lower case, as the language model cuts them. */
export interface IndustryWords {
  /** How much a word belongs to the call's industries, 0 to 1. */
  readonly weight: (word: string) => number
  /** How much two words, one after the other, do. */
  readonly pairWeight: (first: string, second: string) => number
  /** Words of some length, as they are written inside a sentence. */
  readonly words: readonly string[]
  /** Words that stand after the one, and words that stand before the other. */
  readonly completions: (before: string | undefined, after: string | undefined) => readonly Completions[]
}

/** How a call's words and pairs of words are counted. */
interface Counts {
  readonly count: (word: string) => number
  readonly pairs: (first: string, second: string) => number
}

/** The words of the industries that a call speaks of most, by how many of their phrases it says. */
export function industryWords(
  phrases: readonly IndustryPhrase[],
  { count, pairs }: Counts,
  model: LanguageModel,
): IndustryWords {
  const weights = industryWeights(phrases, { count, pairs }, model)
  const words = new Map<string, number>()
  const written = new Map<string, string>()
  const following = new Map<string, Map<string, number>>()
  const preceding = new Map<string, Set<string>>()
  for (const { phrase, industries, key } of phrases) {
    const weight = Math.max(...industries.map((industry) => weights.get(industry) ?? 0))
    if (weight === 0) continue
    const parts = key.split(' ')
    for (const form of [parts, [...parts.slice(0, -1), otherNumber(parts.at(-1)!)]]) {
      form.forEach((word, at) => {
        raise(words, word, weight)
        if (at > 0) {
          raise(
            known(following, form[at - 1]!, () => new Map<string, number>()),
            word,
            weight,
          )
          known(preceding, word, () => new Set<string>()).add(form[at - 1]!)
        }
      })
    }
    for (const word of phrase.split(' ')) {
      if (!isWord(word)) continue
      const other = otherNumber(word)
      written.set(word.toLowerCase(), word)
      if (model.id(other.toLowerCase()) > 0 || model.id(word.toLowerCase()) === 0)
        written.set(other.toLowerCase(), other)
    }
  }
  return {
    weight: (word) => words.get(word) ?? 0,
    pairWeight: (first, second) => following.get(first)?.get(second) ?? 0,
    words: [...written.values()],
    completions: (before, after) =>
      [
        before === undefined ? undefined : following.get(before),
        after === undefined ? undefined : preceding.get(after),
      ].filter((words) => words !== undefined),
  }
}

/** Of a call that is not looked at so closely. */
export const noIndustry: IndustryWords = {
  weight: () => 0,
  pairWeight: () => 0,
  words: [],
  completions: () => [],
}

/** What every call says. */
const general = 'general'
/** Share of the most spoken of industry from which on another counts. */
const someShare = 0.4
/** Phrases, by weight, that tell an industry. */
const fewPhrases = 3
/** Log10 of the probability of a word that tells nothing of an industry, and of one that tells all. */
const common = -4
const rare = -6

/** How much the call speaks of each industry, 0 to 1. */
function industryWeights(
  phrases: readonly IndustryPhrase[],
  { count, pairs }: Counts,
  model: LanguageModel,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { industries, key } of phrases) {
    const parts = key.split(' ')
    const isSaid =
      parts.length === 1
        ? count(key) > 0
        : parts.every((word, at) => at === 0 || pairs(parts[at - 1]!, word) > 0)
    if (!isSaid) continue
    const rarity = Math.min(...parts.map((word) => model.unigram(model.id(word))))
    const weight = Math.min(1, Math.max(0, (common - rarity) / (common - rare))) / industries.length
    for (const industry of industries) sums.set(industry, (sums.get(industry) ?? 0) + weight)
  }
  sums.delete(general)
  const most = Math.max(fewPhrases, ...sums.values())
  const told = [...sums].filter(([, sum]) => sum >= someShare * most)
  return new Map([...told.map(([industry, sum]): [string, number] => [industry, sum / most]), [general, 1]])
}

/** The plural of a singular and the other way round, as far as the letters tell. */
function otherNumber(word: string): string {
  if (/(?:ss|us|is|ing|\P{Ll})$/u.test(word)) return word
  if (/ies$/u.test(word)) return word.replace(/ies$/u, 'y')
  if (/(?:ch|sh|ss|x)es$/u.test(word)) return word.slice(0, -2)
  if (word.endsWith('s')) return word.slice(0, -1)
  if (/[^aeiou]y$/u.test(word)) return word.replace(/y$/u, 'ies')
  return word + (/(?:ch|sh|x)$/u.test(word) ? 'es' : 's')
}

const isWord = (word: string): boolean =>
  /^(?:[A-Za-z][A-Za-z&-]{2,}|[A-Z&]{2,})$/u.test(word) && !isStopWord(word.toLowerCase())

function raise(map: Map<string, number>, key: string, value: number): void {
  map.set(key, Math.max(map.get(key) ?? 0, value))
}

function known<T>(map: Map<string, T>, key: string, make: () => T): T {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
