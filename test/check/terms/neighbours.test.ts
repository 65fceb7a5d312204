import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { areWithin, indexSkeletons, nearlyEqual, skeletonOf } from '../../../src/check/terms/neighbours.js'

const word = fc.string({ unit: fc.constantFrom(...Array.from('pbtdkgszmnlrfvSiIa@xu')), maxLength: 9 })
const long = word.filter((phones) => skeletonOf(phones).length > 3)

describe('indexSkeletons', () => {
  test.prop([long, fc.array(long, { maxLength: 30 })])(
    'finds just the long words whose consonants are at most one edit away',
    (heard, words) => {
      const found = new Set(indexSkeletons(words)(heard))
      words.forEach((said, index) => {
        expect(found.has(index), `${heard} ${said}`).toBe(nearlyEqual(skeletonOf(heard), skeletonOf(said)))
      })
    },
  )

  test.prop([fc.array(word, { maxLength: 20 })])('finds each word by itself', (words) => {
    const find = indexSkeletons(words)
    words.forEach((phones, index) => {
      expect(find(phones)).toContain(index)
    })
  })
})

describe('areWithin', () => {
  test('counts edits', () => {
    expect(areWithin(1, [1, 2, 3], [1, 3])).toBe(true)
    expect(areWithin(1, [1, 2, 3], [4, 3])).toBe(false)
    expect(areWithin(2, [1, 2, 3], [4, 3])).toBe(true)
  })
})
