import type { Renderings } from '../lexicon/renderings.js'
import type { Vocabulary } from './vocabulary.js'
import type { Add, WordIndex } from './words.js'

/** How far a row of the tables is trusted, 0 to 1. */
const trust = 0.8

/**
 * The term tables: a Chinese term, or what a machine makes of it, against how calls say it. Wordings of
 * several words count only where the call holds them as they stand; words that both sides share say nothing.
 */
export function relateTables(
  vocabulary: Vocabulary,
  renderings: Renderings,
  words: WordIndex,
  add: Add,
): void {
  const present = presentWordings(vocabulary, renderings, words)
  const { pairs, terms, termStarts, termWordings } = renderings
  for (let at = 0; at < pairs.length; at += 2) {
    const source = present[pairs[at]!]
    const target = present[pairs[at + 1]!]
    if (!source || !target) continue
    const from = source.filter((type) => !target.includes(type))
    const to = target.filter((type) => !source.includes(type))
    const weight = trust / Math.sqrt(from.length * to.length)
    for (const x of from) for (const y of to) add(x, y, weight)
  }
  if (words.byHan.size === 0) return
  for (const [term, zh] of terms.entries()) {
    const whole = words.byHan.get(zh)
    if (whole === undefined) continue
    for (let at = termStarts[term]!; at < termStarts[term + 1]!; at++) {
      const target = present[termWordings[at]!]
      for (const y of target ?? []) add(whole, y, trust / Math.sqrt(target!.length))
    }
  }
}

/** The types of each wording's words; undefined where they do not stand in the call, each after the one before. */
function presentWordings(
  vocabulary: Vocabulary,
  { stems, wordingStarts, wordingStems }: Renderings,
  { byStem }: WordIndex,
): (readonly number[] | undefined)[] {
  const typeOf = Int32Array.from(stems, (stem) => byStem.get(stem) ?? -1)
  const width = vocabulary.types.length
  const neighbours = neighboursIn(vocabulary)
  return Array.from({ length: wordingStarts.length - 1 }, (_, wording) => {
    const types: number[] = []
    for (let at = wordingStarts[wording]!; at < wordingStarts[wording + 1]!; at++) {
      const type = typeOf[wordingStems[at]!]!
      const last = types.at(-1)
      if (type < 0 || (last !== undefined && !neighbours.has(last * width + type))) return undefined
      types.push(type)
    }
    return types
  })
}

/** Pairs of types that stand next to each other in a segment: first × number of types + second. */
function neighboursIn({ types, terms }: Vocabulary): Set<number> {
  const pairs = new Set<number>()
  for (const segment of terms)
    for (let at = 1; at < segment.length; at++)
      pairs.add(segment[at - 1]!.type * types.length + segment[at]!.type)
  return pairs
}
