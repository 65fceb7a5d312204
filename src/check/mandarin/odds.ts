import type { LanguageModel } from '../../lexicon/language-model.js'
import { ngramWords } from '../../text/tokens.js'
import type { Span } from '../../types.js'

/**
 * Log10 of how much oftener calls set a word of the phrase after the one before than anywhere: the least of the
 * phrase; 0 for one word. Below 0 calls hardly ever join them so.
 */
export function association(phrase: string, model: LanguageModel): number {
  const ids = ngramWords(phrase).map(({ word }) => model.id(word))
  let least = ids.length > 1 ? Infinity : 0
  for (let at = 1; at < ids.length; at++)
    least = Math.min(least, model.logProbability(ids[at]!, ids, at - 1, at) - model.unigram(ids[at]!))
  return least
}

/** UTF-16 code units on either side in which the words around a place are looked for. */
const reach = 60

/**
 * Log10 of how much better `said` goes with the words around the span than what stands there, apart from how
 * frequent the words are themselves.
 */
export function gainOf(text: string, span: Span, said: string, model: LanguageModel): number {
  const likelihood = likelihoodAt(text, span, model)
  const fit = (piece: string): number =>
    idsOf(piece, model).reduce((sum, id) => sum - model.unigram(id), likelihood(piece))
  return fit(said) - fit(text.slice(span.start, span.end))
}

/** Log10 of how likely words are between those around the span. */
export function likelihoodAt(
  text: string,
  { start, end }: Span,
  model: LanguageModel,
): (words: string) => number {
  const left = /[^.?!。？！]*$/u
    .exec(text.slice(Math.max(0, start - reach), start))![0]
    .replace(/^\S+\s/u, '')
  const right = /^[^.?!。？！\n]*/u.exec(text.slice(end, end + reach))![0].replace(/\s\S+$/u, '')
  const [before, after] = [idsOf(left, model), idsOf(right, model)]
  return (words) => model.between(before, idsOf(words, model), after)
}

const idsOf = (words: string, model: LanguageModel): number[] =>
  ngramWords(words).map(({ word }) => model.id(word))

/** Log10 of the frequency of the rarest word of a phrase. */
export const rarity = (phrase: string, model: LanguageModel): number =>
  Math.min(...ngramWords(phrase).map(({ word }) => model.unigram(model.id(word))))
