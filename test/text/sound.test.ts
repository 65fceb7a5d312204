import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readData } from '../../src/lexicon/disk.js'
import { openPronunciations } from '../../src/lexicon/pronunciations.js'
import { soundDistance, soundsAlike } from '../../src/text/sound.js'

const pronunciations = openPronunciations(readData('pronunciations.bin'))
const distance = (heard: string, said: string): number => soundsAlike(heard, said, pronunciations)

describe('soundDistance', () => {
  const phones = fc.string({
    unit: fc.constantFrom(...Array.from('@AEIRUaceioubCdDfghJGklmnprsStTvwxyzZ')),
    maxLength: 12,
  })

  test.prop([phones, phones])('is symmetric, zero just for equal sounds, and at most 1', (a, b) => {
    const forth = soundDistance(a, b)
    expect(forth).toBeCloseTo(soundDistance(b, a), 12)
    expect(forth === 0).toBe(a === b)
    expect(forth).toBeLessThanOrEqual(1)
  })

  test.prop([phones, phones, phones])('keeps the triangle inequality', (a, b, c) => {
    expect(soundDistance(a, c)).toBeLessThanOrEqual(soundDistance(a, b) + soundDistance(b, c) + 1e-9)
  })

  it('finds voice and place nearer than manner', () => {
    expect(soundDistance('p', 'b')).toBeLessThan(soundDistance('p', 's'))
    expect(soundDistance('s', 'S')).toBeLessThan(soundDistance('s', 'm'))
  })
})

describe('soundsAlike', () => {
  it.each([
    ['Real News', 'revenues'],
    ['growth', 'gross'],
    ['sharpest', 'share-based'],
    ['depression', 'depreciation'],
    ['known gap', 'non-GAAP'],
    ['ibadah', 'EBITDA'],
    ['constructive', 'consecutive'],
    ['quote on quote', 'quarter on quarter'],
    ['four looking', 'forward-looking'],
    ['catholics', 'capex'],
  ])('brings %s near %s', (heard, said) => {
    expect(distance(heard, said)).toBeLessThan(0.35)
  })

  it.each([
    ['revenue', 'company'],
    ['growth', 'quarter'],
    ['gross', 'cash'],
    ['profit', 'children'],
    ['the', 'net'],
  ])('keeps %s far from %s', (heard, said) => {
    expect(distance(heard, said)).toBeGreaterThan(0.55)
  })

  it('hears no word borders', () => {
    expect(distance('cash flow', 'cashflow')).toBe(0)
  })
})
