import type { Span } from '../../types.js'
import { placesOf, plainForms, type WordIndex } from './words.js'

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
  partner: WordIndex,
  renderings: readonly string[],
  heard: string,
  count: (forms: readonly string[]) => number,
): Rendered[] {
  const found = new Map<string, Rendered>()
  for (const rendering of renderings) {
    const forms = plainForms(rendering)
    const places = placesOf(partner, forms)
    if (places.length === 0 || places.length <= count(forms)) continue
    const key = forms.join(' ')
    const known = found.get(key)
    if (known && (isPlural(known.rendering) === isPlural(heard) || isPlural(rendering) !== isPlural(heard)))
      continue
    const [at] = places as [number]
    const span = { start: partner.words[at]!.start, end: partner.words[at + forms.length - 1]!.end }
    found.set(key, { rendering: renderings.find((each) => rendering === `${each}ly`) ?? rendering, span })
  }
  return [...found.values()]
}

export const isPlural = (words: string): boolean => /[^sui]s$/u.test(words)
