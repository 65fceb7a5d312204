import type { Dictionary } from '../../lexicon/dictionary.js'
import { memo, memoFor } from '../../text/memo.js'
import { stem } from '../../text/stem.js'

/** Weight of a gloss, 0 to 1, from which on it is a meaning of the characters. */
const meaning = 0.08

/** Words whose stems are remembered for the next call, at most. */
const mostWords = 50_000

/** The stems of words and the Chinese words they may stand for. */
export interface Evoked {
  /** The number of the word's stem in the dictionary; −1 for a word no gloss has. */
  readonly stemOf: (word: string) => number
  /** Single characters, as headwords, that the stem is a meaning of, or that machines write so. */
  readonly charactersOf: (stem: number) => readonly number[]
  /** Those that the filter lets through of these and of longer headwords that the stem is a meaning of. */
  readonly headwordsOf: (stem: number, filter: Uint8Array) => readonly number[]
}

/** Remembers the stems and characters of the words it has met. */
export const evocation = memoFor((dictionary: Dictionary): Evoked => {
  const literal = literalCharacters(dictionary)
  const longer = dictionary.firstOfLength(2)
  const charactersOf = memo((id: number) => {
    const found = [...(literal.get(id) ?? [])]
    const weights = dictionary.weightsOf(id)
    const headwords = dictionary.headwordsOf(id)
    for (let at = 0; headwords[at]! < longer; at++)
      if (weights[at]! >= meaning * 255 && !found.includes(headwords[at]!)) found.push(headwords[at]!)
    return found
  })
  return {
    stemOf: memo((word: string) => dictionary.stemId(stem(word)), mostWords),
    charactersOf,
    headwordsOf: (id, filter) => {
      const found = charactersOf(id).filter((headword) => filter[headword] === 1)
      const weights = dictionary.weightsOf(id)
      const headwords = dictionary.headwordsOf(id)
      for (let at = 0; at < headwords.length; at++) {
        const headword = headwords[at]!
        if (headword >= longer && filter[headword] === 1 && weights[at]! >= meaning * 255)
          found.push(headword)
      }
      return found
    },
  }
})

/** By stem, the single characters that machines write by it. */
function literalCharacters(dictionary: Dictionary): Map<number, number[]> {
  const byStem = new Map<number, number[]>()
  for (let id = 0; id < dictionary.firstOfLength(2); id++) {
    for (const written of dictionary.literalStems(id)) {
      const known = byStem.get(written)
      if (known) known.push(id)
      else byStem.set(written, [id])
    }
  }
  return byStem
}
