import type { LanguageModel } from '../../lexicon/language-model.js'
import { ngramWords } from '../../text/tokens.js'
import type { Span } from '../../types.js'
import { likelihoodAt } from './odds.js'
import { isPlural } from './rendered.js'

/** What the number of the words heard, and of the interpretation's, counts beside what calls say there; log10. */
const counts = { heard: 2, partner: 1.2, table: 0.4, one: -0.4 }

/**
 * What is said, in the number that its place asks for: Mandarin tells none, so that the words around, the machine's
 * and the interpreter's number each count.
 */
export function inNumberOfPlace(
  text: string,
  place: Span & { readonly said: string },
  partner: Span | undefined,
  model: LanguageModel,
): string {
  const said = place.said.replace(/['’]s$/u, '')
  const heard = text.slice(place.start, place.end)
  const own = partner && text.slice(partner.start, partner.end).replace(/['’]s$/u, '')
  const [one, many] = isPlural(said) ? [singularOf(said), said] : [said, pluralOf(said)]
  if (!isPlural(said) && !isPlural(heard) && !(own && isPlural(own))) return said
  if (pluralOnly.test(said) || !isKnown(one, model) || !isKnown(many, model)) return said
  if (asksForOne.test(text.slice(Math.max(0, place.start - 20), place.start))) return one
  const likelihood = likelihoodAt(text, place, model)
  const votes =
    (isPlural(heard) ? counts.heard : counts.one) +
    (own === undefined ? vote(said, counts.table) : vote(own, counts.partner))
  return likelihood(many) - likelihood(one) + votes > 0 ? many : one
}

const vote = (words: string, weight: number): number => (isPlural(words) ? weight : -weight)

const asksForOne = /\b(?:an?|one|this|that|each|every|per|another|single|any)(?: [\w-]+)? $/iu

/** Whether its last word is one of the model. */
const isKnown = (words: string, model: LanguageModel): boolean =>
  model.id(ngramWords(words).at(-1)?.word ?? '') > 0

function pluralOf(words: string): string {
  if (/s$|ing$|ed$|ly$|\d$/u.test(words)) return words
  if (/[^aeiou]y$/u.test(words)) return words.slice(0, -1) + 'ies'
  return words + (/(?:ch|sh|x)$/u.test(words) ? 'es' : 's')
}

const pluralOnly =
  /(?:earnings|sales|goods|securities|proceeds|savings|operations|logistics|electronics|overseas|analytics|headwinds|tailwinds|expenses|investors|economics|means|terms|assets|works)$/iu

const singularOf = (words: string): string =>
  words
    .replace(/ies$/u, 'y')
    .replace(/(?<=ch|sh|ss|x)es$/u, '')
    .replace(/s$/u, '')
