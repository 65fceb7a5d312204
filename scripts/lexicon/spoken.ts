import { readFileSync } from 'node:fs'
import { openDictionary } from '../../src/lexicon/dictionary.js'
import { openLanguageModel, type LanguageModel } from '../../src/lexicon/language-model.js'
import { openPronunciations } from '../../src/lexicon/pronunciations.js'
import { metaphones } from '../../src/text/sound.js'
import { stem } from '../../src/text/stem.js'
import { isStopWord } from '../../src/text/stop-words.js'
import { ngramWords, normalWord } from '../../src/text/tokens.js'
import { listOf } from './rows.js'

/** Log10 of the probability from which on a word that is no term is common on calls. */
const common = -4.9

/**
 * What may have been said on a call, with its sound: the renderings of the terms and their words, as far as the
 * language model knows them, and the commonest other words. Names that are in no gloss of the dictionary are
 * left out.
 */
export function spokenRows(terms: readonly (readonly string[])[]): string[][] {
  const model = openLanguageModel(data('language-model.bin'))
  const pronunciations = openPronunciations(data('pronunciations.bin'))
  const written = termsOf(terms, model)
  const finance = new Set(written.keys())
  for (const word of commonWords(model)) {
    if (!written.has(word) && pronunciations.phones(word) !== undefined) written.set(word, word)
  }
  return [...written]
    .map(([key, words]) => [
      words,
      pronunciations.phonesOf(words),
      metaphones(words).join(' / '),
      finance.has(key) ? 'term' : '',
    ])
    .sort(([a], [b]) => (a! < b! ? -1 : 1))
}

const data = (name: string): Uint8Array =>
  readFileSync(new URL(`../../src/lexicon/data/${name}`, import.meta.url))

/** By the form the language model knows them in. */
function termsOf(terms: readonly (readonly string[])[], model: LanguageModel): Map<string, string> {
  const written = new Map<string, string>()
  const add = (words: string): void => {
    const key = normalWord(words)
    if (!written.has(key) || /\p{Lu}/u.test(words)) written.set(key, words)
  }
  const renderings = terms.flatMap(([, en]) => listOf(en!))
  renderings.filter((words) => isPhrase(words, model)).forEach(add)
  renderings
    .flatMap((words) => words.split(/\s+/u))
    .filter((word) => isWordOfTerms(word, model))
    .map(insideSentence)
    .forEach(add)
  return written
}

function isPhrase(words: string, model: LanguageModel): boolean {
  const ids = ngramWords(words).map(({ word }) => model.id(word))
  return ids.length > 1 && ids.length < 4 && !ids.includes(0) && !/[^A-Za-z&' -]/u.test(words)
}

const isWordOfTerms = (word: string, model: LanguageModel): boolean =>
  /^(?:[A-Za-z][A-Za-z'-]{2,}|[A-Z][A-Z&]+)$/u.test(word) &&
  !isStopWord(word.toLowerCase()) &&
  model.id(normalWord(word)) > 0

/** As a word of a title is written in a sentence: abbreviations keep their capitals. */
const insideSentence = (word: string): string => (/^.\P{Lu}*$/u.test(word) ? word.toLowerCase() : word)

function commonWords(model: LanguageModel): string[] {
  const dictionary = openDictionary(data('dictionary.bin'))
  return Array.from({ length: model.size - 1 }, (_, index) => index + 1)
    .filter((id) => model.unigram(id) >= common)
    .map((id) => model.word(id))
    .filter((word) => /^[a-z][a-z-]{3,}$/u.test(word) && !isStopWord(word))
    .filter((word) => dictionary.stemId(stem(word)) >= 0 && !isCalledBy(word, model))
}

/** Whether people are greeted by it ("hi Kevin"): a name. */
const isCalledBy = (word: string, model: LanguageModel): boolean =>
  ['hi', 'thanks'].every((greeting) => {
    const greeted = model.logProbability(model.id(word), [model.id(greeting)])
    return greeted - model.unigram(model.id(word)) > 1.2
  })
