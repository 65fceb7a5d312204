import { isStopWord } from '../../text/stop-words.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { isFigure } from './figure-words.js'
import { industryWords, noIndustry, type IndustryWords } from './industry.js'
import type { Run } from './runs.js'

/** How often a call says words, and words after one another. */
export interface CallWords {
  /** Words of the call. */
  readonly size: number
  readonly count: (word: string) => number
  /** Of the second word right after the first. */
  readonly pairs: (first: string | undefined, second: string | undefined) => number
  /** How probable the call itself makes a word after another, so many of its occurrences there left out. */
  readonly share: (word: string, before: string | undefined, without: number) => number
  /** Words of some length that it says more than once, names and figures left out, and those of its industry. */
  readonly own: readonly string[]
  readonly industry: IndustryWords
}

/** Weight of the call's own words, and of its own pairs of words (a cache; Kuhn & De Mori 1990). */
const weightOfWords = 0.2
const weightOfPairs = 0.3
/** Occurrences of a word that a pair is given against it. */
const fewOccurrences = 2
/** Fewer words than this say little of a call. */
const fewWords = 1000

/** How probable the words and the pairs of words of the call's industry are beforehand. */
const shareOfIndustryWord = 2e-6
const shareOfIndustryPair = 0.02

/** In a call that nobody has edited (`isRaw`) the words of its industry and short words count as well. */
export function callWords(
  runs: readonly Run[],
  { tables, languageModel }: Lexicon,
  isRaw: boolean,
): CallWords {
  const counts = new Map<string, number>()
  const small = new Map<string, number>()
  const pairCounts = new Map<string, Map<string, number>>()
  let size = 0
  for (const { words, capitals } of runs) {
    size += words.length
    for (let at = 0; at < words.length; at++) {
      const { word } = words[at]!
      add(counts, word)
      if (!capitals[at]) add(small, word)
      if (at === 0) continue
      const first = words[at - 1]!.word
      let seconds = pairCounts.get(first)
      if (!seconds) pairCounts.set(first, (seconds = new Map<string, number>()))
      add(seconds, word)
    }
  }
  const count = (word: string): number => counts.get(word) ?? 0
  const pairs = (first: string | undefined, second: string | undefined): number =>
    first === undefined || second === undefined ? 0 : (pairCounts.get(first)?.get(second) ?? 0)
  const industry = isRaw ? industryWords(tables.phrases, { count, pairs }, languageModel) : noIndustry
  const shortest = isRaw ? 3 : 4
  const repeated = [...small]
    .filter(([word, times]) => times > 1 && word.length >= shortest && isContent(word))
    .map(([word]) => word)
    .filter((word) => isRaw || languageModel.id(word) > 0)
  return {
    size,
    count,
    pairs,
    share: (word, before, without) => {
      const own = Math.max(0, count(word) - without)
      const weight = industry.weight(word)
      if (own === 0 && weight === 0) return 0
      const words = (weightOfWords * own) / Math.max(fewWords, size) + shareOfIndustryWord * weight
      if (before === undefined) return words
      const together = Math.max(0, pairs(before, word) - without)
      return (
        words +
        (weightOfPairs * together) / (count(before) + fewOccurrences) +
        shareOfIndustryPair * industry.pairWeight(before, word)
      )
    },
    own: isRaw ? [...new Set([...repeated, ...industry.words])] : repeated,
    industry,
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const isContent = (word: string): boolean => /^[a-z-]+$/u.test(word) && !isStopWord(word) && !isFigure(word)
