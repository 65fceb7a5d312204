import { describe, expect, it } from 'vitest'
import { correctedPinyin, isBrokenPinyin, isSameName, nameDistance } from '../../../src/check/names/alike.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'

const distance = (a: string, b: string) => nameDistance(a, b, defaultLexicon())

describe('nameDistance', () => {
  it.each([
    ['Way', 'Wei'],
    ['Goo', 'Gu'],
    ['Zhou', 'Zou'],
    ['Pay Shan', 'Pei-Shan'],
  ])('is small for %s and %s', (a, b) => {
    expect(distance(a, b)).toBeLessThanOrEqual(0.2)
    expect(distance(b, a)).toBe(distance(a, b))
  })

  it.each([
    ['Wang', 'Li'],
    ['Public', 'Kelan'],
  ])('is great for %s and %s', (a, b) => {
    expect(distance(a, b)).toBeGreaterThan(0.45)
  })
})

describe('isSameName', () => {
  it('passes over case, hyphens and a plural', () => {
    expect(isSameName('Pei-Shan', 'peishan')).toBe(true)
    expect(isSameName('Zhang', 'Zhangs')).toBe(true)
    expect(isSameName('Zhang', 'Zhan')).toBe(false)
  })
})

describe('isBrokenPinyin', () => {
  it('tells a slip in pinyin from pinyin and from English', () => {
    expect(isBrokenPinyin('Xieolin')).toBe(true)
    expect(isBrokenPinyin('Xiaolin')).toBe(false)
    expect(isBrokenPinyin('Jennifer')).toBe(false)
    expect(correctedPinyin('Xieolin')).toContain('xiaolin')
  })
})
