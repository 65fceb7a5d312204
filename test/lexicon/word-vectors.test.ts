import { describe, expect, it } from 'vitest'
import { defaultLexicon } from '../../src/lexicon/open.js'
import { openWordVectors } from '../../src/lexicon/word-vectors.js'

const { languageModel, wordVectors } = defaultLexicon()
const likeness = (one: string, other: string): number =>
  wordVectors.likeness(languageModel.id(one), languageModel.id(other))

describe('the vectors of words', () => {
  it('are one for each word of the language model', () => {
    expect(wordVectors.values.length).toBe(languageModel.size * wordVectors.size)
  })

  it('are refused when of another version', () => {
    expect(() => openWordVectors(new Uint8Array(64))).toThrow('word-vectors.bin is not of this version')
  })

  it('are alike for words of one topic', () => {
    expect(likeness('dairy', 'milk')).toBeGreaterThan(0.5)
    expect(likeness('dairy', 'diary')).toBeLessThan(0.3)
    expect(likeness('curve', 'curve')).toBeCloseTo(1, 1)
  })

  it('tell nothing of words of grammar and words not known', () => {
    expect(wordVectors.has(languageModel.id('the'))).toBe(false)
    expect(wordVectors.has(0)).toBe(false)
    expect(likeness('the', 'milk')).toBe(0)
  })
})
