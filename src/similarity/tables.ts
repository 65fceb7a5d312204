import type { Tables } from '../lexicon/tables.js'
import { indexPhrases, type PhraseIndex } from '../text/phrases.js'
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
export function relateTables(vocabulary: Vocabulary, tables: Tables, words: WordIndex, add: Add): void {
  const { terms, calques, wordings } = readTables(tables)
  const present = wordingsIn(vocabulary, wordings)
  const relateAll = (sources: readonly string[], targets: readonly string[]): void => {
    if (!present.has(sources.join(' ')) || !present.has(targets.join(' '))) return
    const from = sources.filter((word) => !targets.includes(word))
    const to = targets.filter((word) => !sources.includes(word))
    const weight = trust / Math.sqrt(from.length * to.length)
    for (const x of from) for (const y of to) add(words.byStem.get(x)!, words.byStem.get(y)!, weight)
  }
  for (const { zh, renderings, literals } of terms) {
    const whole = words.byHan.get(zh)
    for (const rendering of renderings) {
      for (const literal of literals) relateAll(literal, rendering)
      if (whole === undefined || !present.has(rendering.join(' '))) continue
      for (const word of rendering) add(whole, words.byStem.get(word)!, trust / Math.sqrt(rendering.length))
    }
  }
  for (const { phrase, idiomatic } of calques) for (const wording of idiomatic) relateAll(phrase, wording)
}

/** The tables as stems of their content words. */
interface StemmedTables {
  readonly terms: readonly {
    readonly zh: string
    readonly renderings: readonly (readonly string[])[]
    readonly literals: readonly (readonly string[])[]
  }[]
  readonly calques: readonly {
    readonly phrase: readonly string[]
    readonly idiomatic: readonly (readonly string[])[]
  }[]
  readonly wordings: PhraseIndex<string>
}

const stemmed = new WeakMap<Tables, StemmedTables>()

function readTables(tables: Tables): StemmedTables {
  let found = stemmed.get(tables)
  if (!found) stemmed.set(tables, (found = stemTables(tables)))
  return found
}

function stemTables(tables: Tables): StemmedTables {
  const wordings: { words: readonly string[]; value: string }[] = []
  const stemsOf = (text: string): string[] => {
    const words = contentStems(text)
    if (words.length > 0) wordings.push({ words, value: words.join(' ') })
    return words
  }
  const all = (texts: readonly string[]): string[][] => texts.map(stemsOf).filter(({ length }) => length > 0)
  const terms = tables.terms.map(({ zh, en, literal, pinyin }) => ({
    zh,
    renderings: all(en),
    literals: all(pinyin.includes(' ') ? [...literal, pinyin.replaceAll(' ', '')] : literal),
  }))
  const calques = tables.calques.map(({ phrase, idiomatic }) => ({
    phrase: stemsOf(phrase),
    idiomatic: all(idiomatic),
  }))
  return { terms, calques, wordings: indexPhrases(wordings) }
}

const contentStems = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}&]+/gu) ?? [])
    .filter((word) => word.length > 1 && !isStopWord(word))
    .map(stem)

/** The tables' wordings that stand in the call, by their stems; figures and Han part words. */
function wordingsIn({ types, terms }: Vocabulary, wordings: PhraseIndex<string>): Set<string> {
  const present = new Set<string>()
  for (const segment of terms) {
    const words = segment.map(({ type }) => {
      const known = types[type]!
      return known.kind === 'word' ? known.stem : ''
    })
    for (let from = 0; from < words.length; from++) {
      for (let to = wordings.at(words, from)?.to ?? from; to > from; to--)
        present.add(words.slice(from, to).join(' '))
    }
  }
  return present
}
