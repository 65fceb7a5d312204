import type { Dictionary } from '../../lexicon/dictionary.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Term } from '../../lexicon/tables.js'
import { contains } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import type { Span } from '../../types.js'
import { memoised } from './evoked.js'
import { beginsIn, plainForms, standsAt, type PlainWord } from './words.js'

/** What an interpretation says of Chinese words. */
export interface Interpreted {
  readonly words: readonly PlainWord[]
  /** The terms of which it has a rendering, and where. */
  readonly rendered: ReadonlyMap<Term, Span>
  /** Whether the tables or the dictionary have the word. */
  readonly isKnown: (word: string) => boolean
  /** Whether it has a meaning of the word outside the words `at`, or says nothing else in them. */
  readonly isMeant: (word: string, at?: Span) => boolean
}

/** Weight of a gloss from which on it is a meaning of the word. */
const meaning = 0.2

/** Reads interpretations whose words are of the vocabulary. */
export function interpretationReader(
  { tables, dictionary }: Lexicon,
  vocabulary: ReadonlySet<string>,
): (words: readonly PlainWord[]) => Interpreted {
  const byFirst = new Map<string, { readonly term: Term; readonly forms: readonly string[] }[]>()
  for (const term of tables.terms) {
    for (const rendering of term.en) {
      if (!beginsIn(rendering, vocabulary)) continue
      const forms = plainForms(rendering)
      const known = byFirst.get(forms[0]!)
      if (known) known.push({ term, forms })
      else byFirst.set(forms[0]!, [{ term, forms }])
    }
  }
  const byName = new Map(tables.terms.map((term) => [term.zh, term]))
  const isKnown = (word: string): boolean => dictionary.idOf(word) >= 0 || byName.has(word)
  const stemOf = memoised(stem)
  const meaningsOf = memoised((word: string) => meanings(dictionary, word))
  return (words) => {
    const rendered = new Map<Term, Span>()
    words.forEach(({ word, start }, from) => {
      for (const { term, forms } of byFirst.get(word) ?? []) {
        if (!rendered.has(term) && standsAt(words, from, forms))
          rendered.set(term, { start, end: words[from + forms.length - 1]!.end })
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
    return { words, rendered, isKnown, isMeant }
  }
}

function meanings(dictionary: Dictionary, word: string): ReadonlySet<string> {
  const id = dictionary.idOf(word)
  const stems = id < 0 ? [] : dictionary.glossStems(id).filter(({ weight }) => weight >= meaning)
  return new Set(stems.map((gloss) => dictionary.stemText(gloss.stem)))
}
