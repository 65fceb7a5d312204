import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, similarity } from '../../src/text/distance.js'

describe('editDistance', () => {
  it('counts insertions, deletions and substitutions', () => {
    expect(editDistance('seasons', 'reason')).toBe(2)
    expect(editDistance('', 'abc')).toBe(3)
  })

  test.prop([fc.string(), fc.string()])('is symmetric, and zero just for equal strings', (a, b) => {
    expect(editDistance(a, b)).toBe(editDistance(b, a))
    expect(editDistance(a, b) === 0).toBe(a === b)
  })
})

describe('similarity', () => {
  it('lies between 0 and 1', () => {
    expect(similarity('', '')).toBe(1)
    expect(similarity('abc', 'abc')).toBe(1)
    expect(similarity('abc', 'xyz')).toBe(0)
  })
})
