import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openLanguageModel, type LanguageModel } from '../../src/lexicon/language-model.js'
import type { Lexicon } from '../../src/lexicon/lexicon.js'
import type { Confusion } from '../../src/lexicon/tables.js'
import { wordVectors, type WordVectors } from '../../src/lexicon/word-vectors.js'
import { ngramWords, normalWord } from '../../src/text/tokens.js'
import { readCounts, withoutSentences } from '../language-model/counts.js'
import { wordShapesOf } from '../lexicon/word-shapes.js'
import { modelOf, vocabularyOf, weights } from '../language-model/model.js'
import { sentencesOf } from '../language-model/sentences.js'
import { referenceOf, type Recognised } from './calls.js'

/** The lexicon with what it has from these calls taken out, as far as the counts of n-grams are at hand. */
export function lexiconWithout(
  lexicon: Lexicon,
  languageModel: LanguageModel,
  isAttested: (confusion: Confusion) => boolean,
): Lexicon {
  const { dictionary, pronunciations, originModel, renderings } = lexicon
  const wordShapes = wordShapesOf(languageModel, dictionary, pronunciations)
  const vectors = vectorsFor(languageModel, lexicon)
  const tables = { ...lexicon.tables, confusions: lexicon.tables.confusions.filter(isAttested) }
  return {
    ...{ dictionary, pronunciations, wordShapes, originModel, renderings },
    ...{ languageModel, tables, wordVectors: vectors },
  }
}

/** The vectors of a lexicon by the ids of another language model. */
function vectorsFor(model: LanguageModel, lexicon: Lexicon): WordVectors {
  const { size, values } = lexicon.wordVectors
  const moved = new Int8Array(model.size * size)
  for (let id = 1; id < model.size; id++) {
    const known = lexicon.languageModel.id(model.word(id))
    moved.set(values.subarray(known * size, (known + 1) * size), id * size)
  }
  return wordVectors(size, moved)
}

/** The language model as it would be without the references; undefined where there are no counts. */
export function modelWithoutReferences(corpora: string, calls: readonly string[]): LanguageModel | undefined {
  const ngrams = join(corpora, 'ngrams')
  if (!existsSync(ngrams)) return undefined
  const references = calls.flatMap((call) =>
    sentencesOf(referenceOf(join(corpora, 'earnings21'), call)).map((sentence) =>
      sentence.filter((word) => !/^(?:uh|um|mm-hmm)$/u.test(word)),
    ),
  )
  const edited = readCounts(ngrams, 'edited')
  const verbatim = withoutSentences(readCounts(ngrams, 'verbatim'), references)
  const machine = readCounts(ngrams, 'machine')
  const bytes = modelOf(
    [
      { counts: edited, weight: weights.edited },
      { counts: verbatim, weight: weights.verbatim },
      { counts: machine, weight: weights.machine },
    ],
    vocabularyOf(edited, verbatim, machine),
  )
  return openLanguageModel(bytes)
}

/** Whether a confusion is seen in one of the calls: words heard that are there, and words said too seldom. */
export function attestation(recognised: readonly Recognised[]): (confusion: Confusion) => Set<string> {
  const texts = recognised.map(({ call, text, reference }) => ({
    call,
    heard: ` ${wordsOf(text)} `,
    said: ` ${wordsOf(reference)} `,
  }))
  return ({ heard, said }) => {
    const words = normalWord(said)
    return new Set(
      texts
        .filter(
          (text) => text.heard.includes(` ${heard} `) && times(text.said, words) > times(text.heard, words),
        )
        .map(({ call }) => call),
    )
  }
}

const wordsOf = (text: string): string =>
  ngramWords(text)
    .map(({ word }) => word)
    .join(' ')

const times = (text: string, words: string): number => text.split(` ${words} `).length
