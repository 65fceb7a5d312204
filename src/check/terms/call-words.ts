import type { Run } from './runs.js'

/** How often a call says words, and words after one another. */
export interface CallWords {
  /** Words of the call. */
  readonly size: number
  readonly count: (word: string) => number
  /** Of the second word right after the first. */
  readonly pairs: (first: string | undefined, second: string | undefined) => number
}

export function callWords(runs: readonly Run[]): CallWords {
  const counts = new Map<string, number>()
  let size = 0
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { words } of runs) {
    size += words.length
    for (let at = 0; at < words.length; at++) {
      add(words[at]!.word)
      if (at > 0) add(words[at - 1]!.word + ' ' + words[at]!.word)
    }
  }
  const count = (key: string) => counts.get(key) ?? 0
  const pairs = (first: string | undefined, second: string | undefined) =>
    first === undefined || second === undefined ? 0 : count(first + ' ' + second)
  return { size, count, pairs }
}
