import type { Counts } from './counts.js'

/** All n-grams of one length, each at an index. */
export interface Order {
  readonly size: number
  /** Id of the last word. */
  readonly word: Uint32Array
  /** Index, one order down, of the n-gram without its last word. */
  readonly context: Uint32Array
  /** Index, one order down, of the n-gram without its first word. */
  readonly suffix: Uint32Array
  /** Count of each n-gram in each source; 0 where it was not kept. */
  readonly counts: readonly Float64Array[]
}

/** The n-grams of several sources over one vocabulary. */
export interface Table {
  /** Ids are places in this list; 0 is the unknown word, the rest stand in the order of their characters. */
  readonly words: readonly string[]
  /** `orders[n - 1]` holds the n-grams; the index of a single word is its id. */
  readonly orders: readonly Order[]
}

/** Brings the sources' n-grams together; those with a word outside `words` are left out. */
export function tableOf(sources: readonly Counts[], words: readonly string[], longest: number): Table {
  const ids = new Map(words.map((word, id) => [word, id]))
  const orders: Order[] = [
    {
      size: words.length,
      word: Uint32Array.from(words.keys()),
      context: new Uint32Array(words.length),
      suffix: new Uint32Array(words.length),
      counts: sources.map((source) => Float64Array.from(words, (word) => source.ngrams[0]!.get(word) ?? 0)),
    },
  ]
  let below: ReadonlyMap<string, number> = ids
  for (let length = 2; length <= longest; length++) {
    const made = orderOf(sources, length, ids, below)
    orders.push(made.order)
    below = made.index
  }
  return { words, orders }
}

function orderOf(
  sources: readonly Counts[],
  length: number,
  ids: ReadonlyMap<string, number>,
  below: ReadonlyMap<string, number>,
) {
  const index = new Map<string, number>()
  const word: number[] = []
  const context: number[] = []
  const suffix: number[] = []
  for (const { ngrams } of sources) {
    for (const key of ngrams[length - 1]!.keys()) {
      const before = below.get(key.slice(0, key.lastIndexOf(' ')))
      const after = below.get(key.slice(key.indexOf(' ') + 1))
      if (before === undefined || after === undefined || index.has(key)) continue
      index.set(key, word.length)
      word.push(ids.get(key.slice(key.lastIndexOf(' ') + 1))!)
      context.push(before)
      suffix.push(after)
    }
  }
  const counts = sources.map((source) =>
    Float64Array.from(index.keys(), (key) => source.ngrams[length - 1]!.get(key) ?? 0),
  )
  const order: Order = {
    size: word.length,
    word: Uint32Array.from(word),
    context: Uint32Array.from(context),
    suffix: Uint32Array.from(suffix),
    counts,
  }
  return { order, index }
}
