import { readFileSync } from 'node:fs'
import { skeletonOf } from '../../src/check/terms/neighbours.js'
import { openDictionary, type Dictionary } from '../../src/lexicon/dictionary.js'
import { openLanguageModel, type LanguageModel } from '../../src/lexicon/language-model.js'
import { openPronunciations, type Pronunciations } from '../../src/lexicon/pronunciations.js'
import { packSections } from '../../src/lexicon/sections.js'
import type { WordShapes } from '../../src/lexicon/word-shapes.js'
import { stem } from '../../src/text/stem.js'
import { isStopWord } from '../../src/text/stop-words.js'

/** How the words of the language model sound, compiled into word-shapes.bin. */
export function buildWordShapes(): Uint8Array {
  const { starts, consonants } = wordShapesOf(
    openLanguageModel(data('language-model.bin')),
    openDictionary(data('dictionary.bin')),
    openPronunciations(data('pronunciations.bin')),
  )
  return packSections([starts, consonants])
}

const data = (name: string): Uint8Array =>
  readFileSync(new URL(`../../src/lexicon/data/${name}`, import.meta.url))

export function wordShapesOf(
  model: LanguageModel,
  dictionary: Dictionary,
  pronunciations: Pronunciations,
): WordShapes {
  const starts = new Uint32Array(model.size + 1)
  const consonants: number[] = []
  for (let id = 0; id < model.size; id++) {
    const word = model.word(id)
    if (mayBeSaid(word, model.unigram(id), dictionary)) {
      consonants.push(...skeletonOf(pronunciations.phonesOf(word)))
    }
    starts[id + 1] = consonants.length
  }
  return { starts, consonants: Uint8Array.from(consonants) }
}

/** Log10 of the probability up to which a word is rare, and up to which a word of no gloss may be a name. */
const rare = -6.4
const fairlyRare = -5.3

/** A word with a meaning: neither grammar nor, as far as the glosses of the dictionary tell, a name. */
function mayBeSaid(word: string, probability: number, dictionary: Dictionary): boolean {
  if (probability < rare || !/^[a-z][a-z&-]{2,}$/u.test(word) || isStopWord(word)) return false
  return probability >= fairlyRare || word.includes('-') || dictionary.stemId(stem(word)) >= 0
}
