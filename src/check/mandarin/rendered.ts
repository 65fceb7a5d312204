import type { Tables, Term } from '../../lexicon/tables.js'
import type { Span } from '../../types.js'
import { beginsIn, countOf, plainForms, standsAt, type PlainWord } from './words.js'

/** Finds the terms that have a rendering in a sequence of words; the words are of the vocabulary. */
export function renderedTerms(
  { terms }: Tables,
  vocabulary: ReadonlySet<string>,
): (words: readonly PlainWord[]) => Set<Term> {
  const byFirst = new Map<string, { readonly term: Term; readonly forms: readonly string[] }[]>()
  for (const term of terms) {
    for (const rendering of term.en) {
      if (!beginsIn(rendering, vocabulary)) continue
      const forms = plainForms(rendering)
      if (!forms.every((form) => vocabulary.has(form))) continue
      const known = byFirst.get(forms[0]!)
      if (known) known.push({ term, forms })
      else byFirst.set(forms[0]!, [{ term, forms }])
    }
  }
  return (words) => {
    const found = new Set<Term>()
    words.forEach(({ word }, at) => {
      for (const { term, forms } of byFirst.get(word) ?? []) if (standsAt(words, at, forms)) found.add(term)
    })
    return found
  }
}

/** A rendering and where the interpretation has it. */
export interface Rendered {
  readonly rendering: string
  readonly span: Span
}

/**
 * The renderings that the interpretation has more often than the Mandarin side, of which `count` tells; of those
 * that differ in number only the one in the number of the words heard, adverbs in their plain form.
 */
export function renderingsIn(
  partner: readonly PlainWord[],
  renderings: readonly string[],
  heard: string,
  count: (forms: readonly string[]) => number,
): Rendered[] {
  const found = new Map<string, Rendered>()
  for (const rendering of renderings) {
    const forms = plainForms(rendering)
    const at = partner.findIndex((_, index) => standsAt(partner, index, forms))
    if (forms.length === 0 || at < 0 || countOf(partner, forms) <= count(forms)) continue
    const key = forms.join(' ')
    const known = found.get(key)
    if (known && (isPlural(known.rendering) === isPlural(heard) || isPlural(rendering) !== isPlural(heard)))
      continue
    const span = { start: partner[at]!.start, end: partner[at + forms.length - 1]!.end }
    found.set(key, { rendering: renderings.find((each) => rendering === `${each}ly`) ?? rendering, span })
  }
  return [...found.values()]
}

export const isPlural = (words: string): boolean => /[^sui]s$/u.test(words)
