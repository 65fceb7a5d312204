import { openDictionary } from './dictionary.js'
import { readData } from './disk.js'
import { openLanguageModel } from './language-model.js'
import type { DataSource, Lexicon } from './lexicon.js'
import { openOriginModel } from './origin-model.js'
import { openPronunciations } from './pronunciations.js'
import { openRenderings } from './renderings.js'
import { openTables } from './tables.js'
import { openWordShapes } from './word-shapes.js'
import { openWordVectors } from './word-vectors.js'

/**
 * The lexicon over compiled data; each part is read from the source when first used. In a browser
 * fetch the files of `src/lexicon/data` beforehand and hand them out by name.
 */
export function openLexicon(source: DataSource): Lexicon {
  const languageModel = once(() => openLanguageModel(source('language-model.bin')))
  const dictionary = once(() => openDictionary(source('dictionary.bin')))
  const pronunciations = once(() => openPronunciations(source('pronunciations.bin')))
  const wordShapes = once(() => openWordShapes(source('word-shapes.bin')))
  const wordVectors = once(() => openWordVectors(source('word-vectors.bin')))
  const originModel = once(() => openOriginModel(source('origin-model.json')))
  const tables = once(() => openTables(source('tables.json')))
  const renderings = once(() => openRenderings(source('renderings.bin')))
  return {
    get languageModel() {
      return languageModel()
    },
    get dictionary() {
      return dictionary()
    },
    get pronunciations() {
      return pronunciations()
    },
    get wordShapes() {
      return wordShapes()
    },
    get wordVectors() {
      return wordVectors()
    },
    get tables() {
      return tables()
    },
    get renderings() {
      return renderings()
    },
    get originModel() {
      return originModel()
    },
  }
}

/** The lexicon shipped with the package, opened once. */
export const defaultLexicon = once(() => openLexicon(readData))

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
