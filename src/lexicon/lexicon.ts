import type { Dictionary } from './dictionary.js'
import type { LanguageModel } from './language-model.js'
import type { OriginModel } from './origin-model.js'
import type { Pronunciations } from './pronunciations.js'
import type { Renderings } from './renderings.js'
import type { Tables } from './tables.js'
import type { WordShapes } from './word-shapes.js'
import type { WordVectors } from './word-vectors.js'

/** General knowledge of the two languages and of earnings calls; each part is loaded when first used. */
export interface Lexicon {
  /** Word n-grams of earnings-call English. */
  readonly languageModel: LanguageModel
  /** Chinese–English dictionary with pinyin (CC-CEDICT). */
  readonly dictionary: Dictionary
  /** How English words sound (CMU dictionary). */
  readonly pronunciations: Pronunciations
  /** Roughly how the words of the language model sound. */
  readonly wordShapes: WordShapes
  /** What the words of the language model are spoken of with. */
  readonly wordVectors: WordVectors
  /** Finance terms, calques, fixed wordings, filler: the tables of corpora/lexicon. */
  readonly tables: Tables
  /** Which wordings of the tables render which, by the stems of their words. */
  readonly renderings: Renderings
  /** What marks the speech of each origin, learnt from annotated calls. */
  readonly originModel: OriginModel
}

/** Compiled data by file name: `language-model.bin`, `dictionary.bin`, … */
export type DataSource = (name: string) => Uint8Array
