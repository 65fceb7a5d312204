import { isStopWord } from '../../text/stop-words.js'
import type { PlainWord } from './words.js'

/** By phrase: the beads that have it. */
export type Phrases = ReadonlyMap<string, ReadonlySet<number>>

/** Words of the longest phrase. */
const longest = 3

/** The beads that have each phrase of up to three words. */
export function phrasesOf(passages: readonly (readonly (readonly PlainWord[])[])[]): Phrases {
  const phrases = new Map<string, Set<number>>()
  for (const [bead, pieces] of passages.entries()) {
    for (const words of pieces) {
      for (let from = 0; from < words.length; from++) {
        let phrase = ''
        for (let to = from; to < Math.min(words.length, from + longest); to++) {
          phrase += (to > from ? ' ' : '') + words[to]!.word
          const known = phrases.get(phrase)
          if (known) known.add(bead)
          else phrases.set(phrase, new Set([bead]))
        }
      }
    }
  }
  return phrases
}

/** How regularly a phrase that several beads have stands beside the word that it stands beside here. */
export function partOfMore(phrases: Phrases, words: readonly PlainWord[], from: number, to: number): number {
  const count = (first: number, end: number): number =>
    phrases.get(
      words
        .slice(first, end)
        .map(({ word }) => word)
        .join(' '),
    )?.size ?? 0
  const own = count(from, to)
  if (own < 2 || to - from >= longest) return 0
  const isNext = (at: number): boolean => at >= 0 && at < words.length && !isStopWord(words[at]!.word)
  return Math.max(
    isNext(to) && !words[to]!.cut ? (count(from, to + 1) - 1) / (own - 1) : 0,
    isNext(from - 1) && !words[from]!.cut ? (count(from - 1, to) - 1) / (own - 1) : 0,
  )
}
