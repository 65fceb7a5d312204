import type { Tables } from '../lexicon/tables.js'
import { stem } from '../text/stem.js'
import { isStopWord } from '../text/stop-words.js'
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
  { terms, calques }: Tables,
  words: WordIndex,
  add: Add,
): void {
  const present = presentWordings(vocabulary, words)
  const relateAll = (source: Wording, target: Wording): void => {
    const from = source.filter((word) => !target.includes(word))
    const to = target.filter((word) => !source.includes(word))
    const weight = trust / Math.sqrt(from.length * to.length)
    for (const x of from) for (const y of to) add(words.byStem.get(x)!, words.byStem.get(y)!, weight)
  }
  for (const { zh, en, literal, pinyin } of terms) {
    const renderings = present(en)
    if (renderings.length === 0) continue
    const literals = present(pinyin.includes(' ') ? [...literal, pinyin.replaceAll(' ', '')] : literal)
    const whole = words.byHan.get(zh)
    for (const rendering of renderings) {
      for (const wording of literals) relateAll(wording, rendering)
      if (whole === undefined) continue
      for (const word of rendering) add(whole, words.byStem.get(word)!, trust / Math.sqrt(rendering.length))
    }
  }
  for (const { phrase, idiomatic } of calques) {
    for (const source of present([phrase])) for (const target of present(idiomatic)) relateAll(source, target)
  }
}

/** Stems of a wording's content words. */
type Wording = readonly string[]

/** Gives those of some texts whose content words stand in the call, each after the one before. */
function presentWordings(
  vocabulary: Vocabulary,
  { byStem }: WordIndex,
): (texts: readonly string[]) => Wording[] {
  const stems = new Map<string, string | null | undefined>()
  /** The word's stem; null for a word without content, undefined for one that is not in the call. */
  const stemOf = (word: string): string | null | undefined => {
    if (stems.has(word)) return stems.get(word)
    const found = word.length < 2 || isStopWord(word) ? null : stem(word)
    const known = found === null || byStem.has(found) ? found : undefined
    stems.set(word, known)
    return known
  }
  const width = vocabulary.types.length
  const pairs = neighboursIn(vocabulary)
  return (texts) =>
    texts.flatMap((text) => {
      const wording: string[] = []
      for (const [word] of text.toLowerCase().matchAll(/[\p{L}&]+/gu)) {
        const found = stemOf(word)
        if (found === undefined) return []
        if (found !== null) wording.push(found)
      }
      const types = wording.map((word) => byStem.get(word)!)
      const stands = types.every((type, at) => at === 0 || pairs.has(types[at - 1]! * width + type))
      return wording.length > 0 && stands ? [wording] : []
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
