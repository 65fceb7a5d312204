import { packLanguageModel, scale } from '../../src/lexicon/language-model.js'
import type { Estimate } from './estimate.js'
import type { Order } from './table.js'

/** The bytes that `openLanguageModel` opens, of a model of orders 1 to 4. */
export function pack(model: Estimate): Uint8Array {
  if (model.words.length > 65536) throw new Error('A model holds 65,536 words at most: leave rare ones out.')
  const trie = trieOf(model.orders)
  let end = 0
  return packLanguageModel({
    starts: Uint32Array.from([0, ...model.words.map(({ length }) => (end += length))]),
    letters: Buffer.from(model.words.join(''), 'latin1'),
    children: trie.children,
    first: trie.first,
    probability: trie.sorted.map((indices, at) => quantised(model.probability[at]!, indices)),
    backOff: trie.sorted.slice(0, -1).map((indices, at) => quantised(model.backOff[at]!, indices)),
  })
}

/** `sorted[n - 1]`: the indices of an order's n-grams in the order of their paths, last word first. */
function trieOf(orders: readonly Order[]) {
  const firstWords = firstWordsOf(orders)
  const sorted = [orders[0]!.word]
  const first: Uint16Array[] = []
  const children: Uint32Array[] = []
  let places = orders[0]!.word
  orders.slice(1).forEach(({ size, suffix }, at) => {
    const words = firstWords[at + 1]!
    const parents = suffix.map((index) => places[index]!)
    const keys = Float64Array.from({ length: size }, (_, index) => parents[index]! * 65536 + words[index]!)
    const indices = Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!)
    const ends = new Uint32Array(places.length + 1)
    for (const parent of parents) ends[parent + 1]! += 1
    for (let place = 1; place < ends.length; place++) ends[place]! += ends[place - 1]!
    children.push(ends)
    first.push(Uint16Array.from(indices, (index) => words[index]!))
    sorted.push(indices)
    places = new Uint32Array(size)
    for (const [place, index] of indices.entries()) places[index] = place
  })
  return { sorted, first, children }
}

/** The first word of each n-gram of each order. */
function firstWordsOf(orders: readonly Order[]): Uint32Array[] {
  const result: Uint32Array[] = []
  for (const [at, { word, context }] of orders.entries()) {
    result.push(at === 0 ? word : context.map((index) => result[at - 1]![index]!))
  }
  return result
}

function quantised(values: Float64Array, indices: Uint32Array): Int16Array {
  return Int16Array.from(indices, (index) => {
    const value = Math.round(Math.log10(values[index]!) * scale)
    return Math.max(-32768, Math.min(32767, value))
  })
}
