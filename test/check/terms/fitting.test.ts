import { describe, expect, it } from 'vitest'
import { fittingWords } from '../../../src/check/terms/fitting.js'
import { skeletonOf } from '../../../src/check/terms/neighbours.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'

const { languageModel, pronunciations, wordShapes } = defaultLexicon()
const find = fittingWords(languageModel, wordShapes)

function fitting(heard: string, left: string | undefined, right: string | undefined): string[] {
  const id = (word: string | undefined) => (word === undefined ? undefined : languageModel.id(word))
  const skeleton = skeletonOf(pronunciations.phonesOf(heard))
  return find(skeleton, id(left), id(right)).map((word) => languageModel.word(word))
}

describe('fittingWords', () => {
  it('finds what calls say between two words', () => {
    expect(fitting('contributable', 'profit', 'to')).toContain('attributable')
    expect(fitting('weighed', 'a', 'average')).toContain('weighted')
  })

  it('leaves out what calls say there and sounds otherwise', () => {
    expect(fitting('suspect', 'are', 'to')).not.toContain('happy')
  })

  it('goes by one neighbour where the other is absent', () => {
    expect(fitting('margarine', 'gross', undefined)).toContain('margin')
    expect(fitting('margarine', undefined, 'expansion')).toContain('margin')
  })

  it('finds nothing without neighbours or consonants', () => {
    expect(fitting('margarine', undefined, undefined)).toEqual([])
    expect(find([], 1, 1)).toEqual([])
  })
})
