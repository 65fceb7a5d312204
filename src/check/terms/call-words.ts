import { isStopWord } from '../../text/stop-words.js'
import { isFigure } from './figure-words.js'
import type { Run } from './runs.js'

/** How often a call says words, and words after one another. */
export interface CallWords {
  /** Words of the call. */
  readonly size: number
  readonly count: (word: string) => number
  /** Of the second word right after the first. */
  readonly pairs: (first: string | undefined, second: string | undefined) => number
  /** Words of some length that it says more than once, names and figures left out. */
  readonly repeated: readonly string[]
}

export function callWords(runs: readonly Run[]): CallWords {
  const counts = new Map<string, number>()
  const small = new Map<string, number>()
  const pairCounts = new Map<string, number>()
  let size = 0
  for (const { words, capitals } of runs) {
    size += words.length
    for (let at = 0; at < words.length; at++) {
      const { word } = words[at]!
      add(counts, word)
      if (!capitals[at]) add(small, word)
      if (at > 0) add(pairCounts, `${words[at - 1]!.word} ${word}`)
    }
  }
  return {
    size,
    count: (word) => counts.get(word) ?? 0,
    pairs: (first, second) =>
      first === undefined || second === undefined ? 0 : (pairCounts.get(`${first} ${second}`) ?? 0),
    repeated: [...small].filter(([word, count]) => count > 1 && isContent(word)).map(([word]) => word),
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const isContent = (word: string): boolean =>
  word.length > 3 && /^[a-z-]+$/u.test(word) && !isStopWord(word) && !isFigure(word)
