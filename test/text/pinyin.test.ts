import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isPinyinSyllable,
  nearSyllables,
  pinyinPhones,
  pinyinSyllables,
  splitPinyin,
} from '../../src/text/pinyin.js'

describe('pinyinSyllables', () => {
  it('holds the syllables of the standard language and no others', () => {
    expect(pinyinSyllables.size).toBeGreaterThan(400)
    expect(pinyinSyllables.size).toBeLessThan(415)
    expect(['zhuang', 'nv', 'lve', 'er', 'xiong', 'a', 'shui'].every(isPinyinSyllable)).toBe(true)
    expect(['xieo', 'jang', 'ki', 'vu', 'fing', 'bong', 'zhue', 'q'].some(isPinyinSyllable)).toBe(false)
  })
})

describe('splitPinyin', () => {
  it.each([
    ['maoli', 'mao li'],
    ['Xiaodan', 'xiao dan'],
    ['xian', 'xian'],
    ["Xi'an", 'xi an'],
    ['jinan', 'ji nan'],
    ["jin'an", 'jin an'],
    ['shuangchuang', 'shuang chuang'],
    ['lǜse', 'lv se'],
    ['Qu4 nian2', 'qu nian'],
    ['change', 'chan ge'],
    ['tianan', 'tian an'],
  ])('splits %s as %s', (word, expected) => {
    expect(splitPinyin(word)?.join(' ')).toBe(expected)
  })

  it.each(['', 'xieodan', 'growth', 'jang', "xi''an", '毛利'])('does not split "%s"', (word) => {
    expect(splitPinyin(word)).toBeUndefined()
  })

  const syllable = fc.constantFrom(...pinyinSyllables)
  test.prop([fc.array(syllable, { minLength: 1, maxLength: 6 })])(
    'reads back what apostrophes part',
    (syllables) => {
      expect(splitPinyin(syllables.join("'"))).toEqual(syllables)
    },
  )

  test.prop([fc.string({ unit: fc.constantFrom(...Array.from('aeiougnzhcsxjqlrmt')) })])(
    'gives the letters back',
    (word) => {
      expect(splitPinyin(word)?.join('') ?? word).toBe(word)
    },
  )
})

describe('pinyinPhones', () => {
  it.each([
    ['xu', 'Su'],
    ['qing', 'CIG'],
    ['zhang', 'JaG'],
    ['cai', 'tsY'],
    ['shi', 'SR'],
    ['yuan', 'ywEn'],
    ['wu', 'wu'],
  ])('hears %s as %s', (word, phones) => {
    expect(pinyinPhones([word])).toBe(phones)
  })

  it('uses only the alphabet of the pronunciations', () => {
    for (const word of pinyinSyllables)
      expect(pinyinPhones([word])).toMatch(/^[@AEIRUWYOaceioubCdDfghJGklmnprsStTvwxyzZ]+$/u)
  })
})

describe('nearSyllables', () => {
  it('changes initials and finals that are taken for each other', () => {
    expect(nearSyllables('zhan')).toEqual(expect.arrayContaining(['zan', 'zhang', 'zang']))
    expect(nearSyllables('ling')).toEqual(expect.arrayContaining(['lin', 'ning', 'nin']))
  })

  test.prop([fc.constantFrom(...pinyinSyllables)])('is symmetric and gives other syllables', (syllable) => {
    for (const near of nearSyllables(syllable)) {
      expect(near).not.toBe(syllable)
      expect(isPinyinSyllable(near)).toBe(true)
      expect(nearSyllables(near)).toContain(syllable)
    }
  })
})
