import { asUint16, asUint32, asUint8, openSections, packSections, type Section } from './sections.js'

/** A word n-gram model of earnings-call English; how it is made and measured: docs/language-model.md. */
export interface LanguageModel {
  /** Words known, the unknown word counted too: ids are 0 to `size - 1`. */
  readonly size: number
  /** A word's id; 0 for a word not known. Words are lower case, figures `<n>`, as `ngramWords` cuts them. */
  id(word: string): number
  /** The word of an id; `<unk>` for 0. */
  word(id: number): string
  /**
   * Log10 of the probability that `word` follows `context[from]` … `context[to - 1]`, the nearest last. At most
   * three words of context are looked at. Contexts never reach over a sentence end.
   */
  logProbability(word: number, context: ArrayLike<number>, from?: number, to?: number): number
  /** Log10 of the word's probability where nothing is known of its context. */
  unigram(word: number): number
  /** Log10 of the probability of a sentence or part of one; `out[i]` receives that of each word. */
  score(ids: ArrayLike<number>, out?: Float32Array): number
  /**
   * Log10 of the probability that `words`, then `right`, follow `left`: what candidates for a place are
   * compared by. At most the last three words of `left` and the first three of `right` are looked at.
   */
  between(left: ArrayLike<number>, words: ArrayLike<number>, right: ArrayLike<number>): number
  /** The words that it knows right before `word`, their ids in ascending order. */
  wordsBefore(word: number): Uint16Array
  /** The words that it knows right after `word`, likewise. */
  wordsAfter(word: number): Uint16Array
  /** Whether it knows `word` right after `before`. */
  hasPair(before: number, word: number): boolean
}

/**
 * Opens the bytes of `language-model.bin`. Nothing is parsed or copied, unless the bytes begin at an offset of
 * their buffer that is no multiple of 4. Throws where the bytes are no model of this version.
 */
export function openLanguageModel(bytes: Uint8Array): LanguageModel {
  const sections = sectionsOf(bytes)
  const find = finder(sections)
  const conditional = conditionalOf(sections)
  const pairs = sections.first[0]!
  const pairsOf = sections.children[0]!
  let followers: ((word: number) => Uint16Array) | undefined
  const at = (ids: ArrayLike<number>, index: number, from: number) => (index < from ? none : ids[index]!)

  const logProbability = (word: number, context: ArrayLike<number>, from = 0, to = context.length) =>
    conditional(word, at(context, to - 1, from), at(context, to - 2, from), at(context, to - 3, from))

  const score = (ids: ArrayLike<number>, out?: Float32Array) => {
    let sum = 0
    for (let index = 0; index < ids.length; index++) {
      const value = logProbability(ids[index]!, ids, 0, index)
      if (out) out[index] = value
      sum += value
    }
    return sum
  }

  const between = (left: ArrayLike<number>, words: ArrayLike<number>, right: ArrayLike<number>) => {
    let near = at(left, left.length - 1, 0)
    let middle = at(left, left.length - 2, 0)
    let far = at(left, left.length - 3, 0)
    let sum = 0
    const length = words.length + Math.min(reach, right.length)
    for (let index = 0; index < length; index++) {
      const word = index < words.length ? words[index]! : right[index - words.length]!
      sum += conditional(word, near, middle, far)
      far = middle
      middle = near
      near = word
    }
    return sum
  }

  return {
    size: sections.starts.length - 1,
    id: find,
    word: (id) => wordAt(sections, id),
    logProbability,
    unigram: (word) => sections.probability[0]![word]! / scale,
    score,
    between,
    wordsAfter: (word) => (followers ??= followersOf(pairs, pairsOf))(word),
    wordsBefore: (word) => pairs.subarray(pairsOf[word], pairsOf[word + 1]),
    hasPair: (before, word) => place(pairs, before, pairsOf[word]!, pairsOf[word + 1]!) >= 0,
  }
}

/** Stands for the absence of a word. */
const none = -1

/** Words of context the model knows. */
const reach = 3

/** Log10 values are kept as 16-bit integers, so many to a unit. */
export const scale = 2000

/**
 * A model as typed arrays: a trie in which the path of an n-gram is its last word, the word before it, and so
 * on. N-grams of one order stand in the order of their paths; single words in the order of their letters.
 */
export interface Sections {
  /** Letters of word `id`: `letters[starts[id]]` up to `starts[id + 1]`. */
  readonly starts: Uint32Array
  readonly letters: Uint8Array
  /** `children[n - 1]`: n-grams one word longer on the left stand at `[i]` up to `[i + 1]` one order up. */
  readonly children: readonly Uint32Array[]
  /** `first[n - 2]`: the first word of each n-gram, from pairs on. */
  readonly first: readonly Uint16Array[]
  /** `probability[n - 1]`: log10 of the last word's probability after the others, times `scale`. */
  readonly probability: readonly Int16Array[]
  /** `backOff[n - 1]`: log10 of the back-off weight as a context, times `scale`. */
  readonly backOff: readonly Int16Array[]
}

/** The bytes that `openLanguageModel` opens. */
export function packLanguageModel(sections: Sections): Uint8Array {
  const { starts, letters, children, first, probability, backOff } = sections
  const unsigned = (values: Int16Array) => new Uint16Array(values.buffer, values.byteOffset, values.length)
  const signed = [...probability, ...backOff].map(unsigned)
  return packSections([starts, letters, ...children, ...first, ...signed])
}

function sectionsOf(bytes: Uint8Array): Sections {
  const [starts, letters, ...all] = openSections(bytes, 15, 'language-model.bin') as [
    Section,
    Section,
    ...Section[],
  ]
  const asInt16 = (at: Section) => new Int16Array(at.buffer, at.offset, at.length >>> 1)
  return {
    starts: asUint32(starts),
    letters: asUint8(letters),
    children: all.slice(0, 3).map(asUint32),
    first: all.slice(3, 6).map(asUint16),
    probability: all.slice(6, 10).map(asInt16),
    backOff: all.slice(10, 13).map(asInt16),
  }
}

function finder({ starts, letters }: Sections) {
  const compare = (word: string, id: number) => {
    const from = starts[id]!
    const length = starts[id + 1]! - from
    for (let index = 0; index < word.length && index < length; index++) {
      const difference = word.charCodeAt(index) - letters[from + index]!
      if (difference !== 0) return difference
    }
    return word.length - length
  }
  return (word: string) => {
    let low = 1
    let high = starts.length - 2
    while (low <= high) {
      const middle = (low + high) >> 1
      const order = compare(word, middle)
      if (order === 0) return middle
      if (order < 0) high = middle - 1
      else low = middle + 1
    }
    return 0
  }
}

function wordAt({ starts, letters }: Sections, id: number): string {
  return String.fromCharCode(...letters.subarray(starts[id], starts[id + 1]))
}

/** The probability of a word after up to three others, `near` the last of them; `none` where there is no word. */
function conditionalOf({ children, first, probability, backOff }: Sections) {
  const [pairs, triples, fours] = first as [Uint16Array, Uint16Array, Uint16Array]
  const [ofWord, ofPair, ofTriple] = children as [Uint32Array, Uint32Array, Uint32Array]
  const [p1, p2, p3, p4] = probability as [Int16Array, Int16Array, Int16Array, Int16Array]
  const [b1, b2, b3] = backOff as [Int16Array, Int16Array, Int16Array]
  return (word: number, near: number, middle: number, far: number) => {
    if (near < 0) return p1[word]! / scale
    const pair = place(pairs, near, ofWord[word]!, ofWord[word + 1]!)
    const triple = pair < 0 || middle < 0 ? none : place(triples, middle, ofPair[pair]!, ofPair[pair + 1]!)
    const four = triple < 0 || far < 0 ? none : place(fours, far, ofTriple[triple]!, ofTriple[triple + 1]!)
    if (four >= 0) return p4[four]! / scale
    let sum = triple >= 0 ? p3[triple]! : pair >= 0 ? p2[pair]! : p1[word]! + b1[near]!
    if (middle < 0) return sum / scale
    const context = place(pairs, middle, ofWord[near]!, ofWord[near + 1]!)
    if (context < 0) return sum / scale
    if (triple < 0) sum += b2[context]!
    if (far < 0) return sum / scale
    const longer = place(triples, far, ofPair[context]!, ofPair[context + 1]!)
    return (longer < 0 ? sum : sum + b3[longer]!) / scale
  }
}

/** The pairs by their first word: sorted by counting. */
function followersOf(pairs: Uint16Array, pairsOf: Uint32Array): (word: number) => Uint16Array {
  const starts = new Uint32Array(pairsOf.length)
  for (const first of pairs) starts[first + 1]!++
  for (let word = 1; word < starts.length; word++) starts[word]! += starts[word - 1]!
  const next = starts.slice()
  const seconds = new Uint16Array(pairs.length)
  for (let second = 0; second + 1 < pairsOf.length; second++) {
    for (let at = pairsOf[second]!; at < pairsOf[second + 1]!; at++) seconds[next[pairs[at]!]!++] = second
  }
  return (word) => seconds.subarray(starts[word], starts[word + 1])
}

/** Where `word` stands in a sorted part of `words`; negative where it does not. */
function place(words: Uint16Array, word: number, from: number, to: number): number {
  let low = from
  let high = to - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = words[middle]!
    if (found === word) return middle
    if (found < word) low = middle + 1
    else high = middle - 1
  }
  return none
}
