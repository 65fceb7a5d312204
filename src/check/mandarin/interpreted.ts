import type { Dictionary } from '../../lexicon/dictionary.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Term } from '../../lexicon/tables.js'
import { contains } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import type { Span } from '../../types.js'
import { memo } from '../../text/memo.js'
import { renderingsByFirst, termsByName } from './term-words.js'
import { standsAt, type PlainWord } from './words.js'

/** What an interpretation says of Chinese words. */
export interface Interpreted {
  readonly words: readonly PlainWord[]
  /** The terms of which it has a rendering, and where. */
  readonly rendered: ReadonlyMap<Term, Span>
  /** Whether the tables or the dictionary have the word. */
  readonly isKnown: (word: string) => boolean
  /** Whether it has a meaning of the word outside the words `at`, or says nothing else in them. */
  readonly isMeant: (word: string, at?: Span) => boolean
  /**
   * How far it speaks for the word, 0 to 1, and where: it renders the term, or has a word of its glosses that is not
   * a gloss of the characters `known`.
   */
  readonly answerOf: (word: string, term?: Term, known?: string) => Answer
}

export interface Answer {
  readonly weight: number
  readonly at?: Span
}

/** Weight of a gloss from which on it is a meaning of the word. */
const meaning = 0.2

/** Reads interpretations. */
export function interpretationReader({
  tables,
  dictionary,
}: Lexicon): (words: readonly PlainWord[]) => Interpreted {
  const renderings = renderingsByFirst(tables)
  const byName = termsByName(tables)
  const isKnown = (word: string): boolean => dictionary.idOf(word) >= 0 || byName.has(word)
  const stemOf = memo(stem)
  const meaningsOf = memo((word: string) => meanings(dictionary, word))
  const glossesOf = memo((word: string) => glosses(dictionary, word))
  const isGlossOf = (stemmed: string, characters: string): boolean =>
    Array.from(characters).some((character) =>
      glossesOf(character).some((gloss) => gloss.stem === stemmed && gloss.weight > 2 * meaning),
    )
  return (words) => {
    const rendered = new Map<Term, Span>()
    words.forEach(({ word, start }, from) => {
      for (const { term, forms } of renderings.get(word) ?? []) {
        if (!rendered.has(term) && standsAt(words, from, forms()))
          rendered.set(term, { start, end: words[from + forms().length - 1]!.end })
      }
    })
    const isMeant = (word: string, at?: Span): boolean => {
      const term = byName.get(word)
      if (term && rendered.has(term)) return true
      const own = meaningsOf(word)
      if (own.size === 0) return false
      const isMeaning = (one: PlainWord): boolean => own.has(stemOf(one.word))
      const inside = at ? words.filter((one) => contains(at, one)) : []
      return (
        (inside.length > 0 && inside.every(isMeaning)) ||
        words.some((one) => isMeaning(one) && !inside.includes(one))
      )
    }
    const stems = new Map(words.map((one) => [stemOf(one.word), one]))
    const answerOf = (word: string, term?: Term, known = ''): Answer => {
      const rendering = term && rendered.get(term)
      if (rendering) return { weight: 1, at: rendering }
      let best: Answer = { weight: 0 }
      for (const gloss of glossesOf(word)) {
        const at = gloss.weight > best.weight ? stems.get(gloss.stem) : undefined
        if (at && !isGlossOf(gloss.stem, known)) best = { weight: gloss.weight, at }
      }
      return best
    }
    return { words, rendered, isKnown, isMeant, answerOf }
  }
}

function meanings(dictionary: Dictionary, word: string): ReadonlySet<string> {
  const id = dictionary.idOf(word)
  const stems = id < 0 ? [] : dictionary.glossStems(id).filter(({ weight }) => weight >= meaning)
  return new Set(stems.map((gloss) => dictionary.stemText(gloss.stem)))
}

/** The stems of a word's glosses; one that is second among its glosses counts in full. */
function glosses(dictionary: Dictionary, word: string): { readonly stem: string; readonly weight: number }[] {
  const id = dictionary.idOf(word)
  if (id < 0) return []
  return dictionary
    .glossStems(id)
    .map(({ stem, weight }) => ({ stem: dictionary.stemText(stem), weight: Math.min(1, 2 * weight) }))
}
