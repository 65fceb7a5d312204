/** A word sequence to look for, with what it stands for. */
export interface Phrase<T> {
  /** Words in the form they are compared in. */
  readonly words: readonly string[]
  readonly value: T
}

/** A phrase found at `words[from] … words[to - 1]`. */
export interface PhraseMatch<T> {
  readonly from: number
  readonly to: number
  readonly value: T
}

export interface PhraseIndex<T> {
  /** The longest phrase at each place, in order, not overlapping. Linear in the words for phrases of bounded length. */
  find(words: readonly string[]): PhraseMatch<T>[]
  /** The longest phrase that starts at `from`. */
  at(words: readonly string[], from: number): PhraseMatch<T> | undefined
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  value?: T
  final: boolean
}

/** An index of phrases as a tree over their words; of two with the same words the first is kept. */
export function indexPhrases<T>(phrases: Iterable<Phrase<T>>): PhraseIndex<T> {
  const root: Node<T> = { next: new Map(), final: false }
  for (const { words, value } of phrases) {
    let node = root
    for (const word of words) {
      let next = node.next.get(word)
      if (!next) node.next.set(word, (next = { next: new Map(), final: false }))
      node = next
    }
    if (node === root || node.final) continue
    node.value = value
    node.final = true
  }
  const at = (words: readonly string[], from: number): PhraseMatch<T> | undefined => {
    let found: PhraseMatch<T> | undefined
    let node: Node<T> | undefined = root
    for (let to = from; to < words.length && (node = node.next.get(words[to]!)); to++) {
      if (node.final) found = { from, to: to + 1, value: node.value as T }
    }
    return found
  }
  return {
    at,
    find(words) {
      const matches: PhraseMatch<T>[] = []
      for (let from = 0; from < words.length;) {
        const match = at(words, from)
        if (match) matches.push(match)
        from = match ? match.to : from + 1
      }
      return matches
    },
  }
}
