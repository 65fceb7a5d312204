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
    const { starts } = wordShapes
    const consonantsIn = (id: number) => starts[id + 1]! - starts[id]!
    expect(consonantsIn(languageModel.id('margin'))).toBe(3)
    expect(consonantsIn(languageModel.id('the'))).toBe(0)
    expect(consonantsIn(0)).toBe(0)
  })
})
