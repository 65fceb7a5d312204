import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { defaultLexicon } from '../../src/lexicon/open.js'
import { vocabularyOf } from '../../src/similarity/vocabulary.js'
import { nameOf, segmented } from './fixtures.js'

const lexicon = defaultLexicon()

const termsOf = (...paragraphs: readonly string[]): string[] => {
  const { types, terms } = vocabularyOf(segmented(...paragraphs), lexicon)
  return terms.flat().map(({ type }) => nameOf(types[type]!))
}

describe('terms', () => {
  it('are stems of content words', () => {
    expect(termsOf('We have increased our investments.')).toEqual(['increas', 'invest'])
  })

  it('are amounts by value, in either language', () => {
    expect(termsOf('RMB2.48 billion', '二十四点八亿元')).toEqual(['2480000000', '2480000000'])
  })

  it('keep a malformed figure by its digits', () => {
    expect(termsOf('It was 2873,000 yuan.')).toContain('2873000')
  })

  it('are the parts of compounds', () => {
    expect(termsOf('market-driven growth')).toEqual(['market', 'drive', 'growth'])
  })

  it('are Han words without function words, terms of the trade in one piece', () => {
    expect(termsOf('我们的客单价')).toEqual(['客单价'])
    expect(termsOf('我們的醫院')).toEqual(['医院'])
  })
})

test('frequencies are those of the whole call', () => {
  const { types, counts, total } = vocabularyOf(segmented('margin and revenue', 'margin'), lexicon)
  const count = (stem: string) => counts[types.findIndex((type) => nameOf(type) === stem)]
  expect([count('margin'), count('revenu'), total]).toEqual([2, 1, 3])
})

test('terms lie inside their segment, in order, and counts add up', () => {
  const words = fc.constantFrom(
    'revenue',
    '2.48 billion',
    '收入',
    '二十亿元',
    '16.3%',
    'Q3',
    'the',
    '。',
    ',',
    'AI',
  )
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), (parts) => {
      const doc = segmented(parts.join(' '))
      const { terms, counts, total } = vocabularyOf(doc, lexicon)
      expect(terms).toHaveLength(doc.segments.length)
      terms.forEach((found, index) => {
        let from = doc.segments[index]!.start
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeLessThanOrEqual(doc.segments[index]!.end)
          from = start
        }
      })
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total)
      expect(terms.flat()).toHaveLength(total)
    }),
  )
})
