import { describe, expect, it } from 'vitest'
import { buildWordShapes } from '../../scripts/lexicon/word-shapes.js'
import { readData } from '../../src/lexicon/disk.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import { openWordShapes } from '../../src/lexicon/word-shapes.js'

describe('the compiled shapes of words', () => {
  it('are in step with the language model', () => {
    expect(Buffer.compare(buildWordShapes(), readData('word-shapes.bin'))).toBe(0)
  })

  it('are refused when of another version', () => {
    expect(() => openWordShapes(new Uint8Array(64))).toThrow('run npm run build:lexicon')
  })

  it('count the consonants of words that may have been said', () => {
    const { wordShapes, languageModel } = defaultLexicon()
    expect(wordShapes.lengths[languageModel.id('margin')]).toBe(4)
    expect(wordShapes.lengths[languageModel.id('the')]).toBe(0)
    expect(wordShapes.lengths[0]).toBe(0)
  })
})
