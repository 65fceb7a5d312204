import type { Term } from '../../lexicon/tables.js'

/** Which words follow one another in terms, in lower case. */
export interface TermPairs {
  /** Words that make a term with the word before, and those that make one with the word after. */
  readonly completions: (before: string | undefined, after: string | undefined) => readonly Completions[]
  /** Whether the words do. */
  readonly completes: (words: string, before: string | undefined, after: string | undefined) => boolean
}

/** Words, always the same ones for a neighbour. */
export type Completions = Pick<ReadonlySet<string>, 'keys'>

/** The pairs of neighbouring words in the renderings of the terms ("contract liabilities"). */
export function termPairs(terms: readonly Term[]): TermPairs {
  const following = new Map<string, Set<string>>()
  const preceding = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, word: string, other: string): void => {
    const known = map.get(word)
    if (known) known.add(other)
    else map.set(word, new Set([other]))
  }
  for (const { en } of terms) {
    for (const rendering of en) {
      const words = rendering.toLowerCase().split(/[ -]/u)
      for (let index = 1; index < words.length; index++) {
        const [first, second] = [words[index - 1]!, words[index]!]
        if (first.length < shortest || second.length < shortest) continue
        add(following, first, second)
        add(preceding, second, first)
      }
    }
  }
  const has = (map: ReadonlyMap<string, ReadonlySet<string>>, key: string | undefined, word: string) =>
    key !== undefined && map.get(key)?.has(word) === true
  return {
    completions: (before, after) =>
      [
        before === undefined ? undefined : following.get(lastOf(before)),
        after === undefined ? undefined : preceding.get(firstOf(after)),
      ].filter((words) => words !== undefined),
    completes: (words, before, after) => {
      const [first, last] = [firstOf(words), lastOf(words)]
      return has(following, before && lastOf(before), first) || has(preceding, after && firstOf(after), last)
    },
  }
}

const firstOf = (words: string): string => words.slice(0, words.search(/[ -]|$/))
const lastOf = (words: string): string =>
  words.slice(Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1)

/** Letters of a word from which on it carries sense. */
const shortest = 3
