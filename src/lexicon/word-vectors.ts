import { asUint8, openSections } from './sections.js'

/**
 * What the words of the language model are spoken of with: words that occur in the same company lie in the same
 * direction. Compiled by scripts/build-word-vectors.ts.
 */
export interface WordVectors {
  /** Numbers of a vector. */
  readonly size: number
  /** The vectors of all words, one after the other in the order of their ids; of length 1 but for rounding. */
  readonly values: Int8Array
  /** Whether anything is known of the word with an id; words of grammar have no vector. */
  has(id: number): boolean
  /** The cosine of the vectors of two words: -1 to 1, 0 where one has none. */
  likeness(one: number, other: number): number
  /** The cosine of a word's vector and a direction of length 1; 0 where it has none. */
  along(id: number, direction: Float32Array): number
}

/** What 1 is written as in a vector of length 1. */
export const vectorUnit = 127

/** Opens word-vectors.bin. Throws Error for another file. */
export function openWordVectors(bytes: Uint8Array): WordVectors {
  const [sizes, numbers] = openSections(bytes, 2, 'word-vectors.bin')
  const { buffer, byteOffset, byteLength } = asUint8(numbers!)
  return wordVectors(asUint8(sizes!)[0]!, new Int8Array(buffer, byteOffset, byteLength))
}

export function wordVectors(size: number, values: Int8Array): WordVectors {
  const has = (id: number): boolean => {
    for (let at = id * size; at < (id + 1) * size; at++) if (values[at] !== 0) return true
    return false
  }
  const likeness = (one: number, other: number): number => {
    let sum = 0
    for (let at = 0; at < size; at++) sum += values[one * size + at]! * values[other * size + at]!
    return sum / vectorUnit ** 2
  }
  const along = (id: number, direction: Float32Array): number => {
    let sum = 0
    for (let at = 0; at < size; at++) sum += values[id * size + at]! * direction[at]!
    return sum / vectorUnit
  }
  return { size, values, has, likeness, along }
}
