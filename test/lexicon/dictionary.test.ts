import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileDictionary } from '../../scripts/lexicon/dictionary.js'
import { openDictionary, readPinyin, segmentHan } from '../../src/lexicon/dictionary.js'
import { readData } from '../../src/lexicon/disk.js'
import { stem } from '../../src/text/stem.js'

const dictionary = openDictionary(readData('dictionary.bin'))
const words = (text: string): string[] =>
  segmentHan(dictionary, text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))
const isSurname = (headword: string): boolean => dictionary.isSurname(headword)
const weight = (headword: string, gloss: string): number => {
  const wanted = dictionary.stemId(stem(gloss))
  return dictionary.glossStems(dictionary.idOf(headword)).find(({ stem }) => stem === wanted)?.weight ?? 0
}

describe('the compiled CC-CEDICT', () => {
  it.each([
    ['毛利率', 'mao li lv', 'margin'],
    ['同比', 'tong bi', 'year'],
    ['季度', 'ji du', 'quarter'],
    ['收入', 'shou ru', 'revenue'],
    ['算力', 'suan li', 'computing'],
    ['人工智能', 'ren gong zhi neng', 'artificial'],
    ['企业', 'qi ye', 'enterprise'],
    ['推理', 'tui li', 'inference'],
    ['增长', 'zeng zhang', 'growing'],
    ['财报', 'cai bao', 'financial'],
    ['重', 'zhong', 'heavy'],
    ['的', 'de', ''],
  ])('reads %s as %s, "%s"', (headword, pinyin, gloss) => {
    expect(dictionary.pinyin(dictionary.idOf(headword))[0]).toBe(pinyin)
    if (gloss !== '') expect(weight(headword, gloss)).toBeGreaterThan(0.2)
  })

  it('gives every reading, names last', () => {
    expect(dictionary.pinyin(dictionary.idOf('行')).slice(0, 2)).toEqual(['xing', 'hang'])
    expect(dictionary.pinyin(dictionary.idOf('单'))).toEqual(['dan', 'shan', 'chan'])
  })

  it('knows family names', () => {
    expect(['李', '王', '单', '欧阳'].every(isSurname)).toBe(true)
    expect(['收', '毛利', '嗯嗯嗯', ''].some(isSurname)).toBe(false)
  })

  it('has words of calls that the source lacks', () => {
    expect(weight('冷库', 'storage')).toBeGreaterThan(0.2)
    expect(weight('认证', 'certified')).toBeGreaterThan(0.2)
  })

  it('tells how often words are met', () => {
    const frequency = (headword: string): number => dictionary.frequency(dictionary.idOf(headword))
    expect(frequency('威胁')).toBeGreaterThan(-4.5)
    expect(frequency('投宿')).toBeLessThan(frequency('投诉') - 1)
    expect(frequency('嗯')).toBeGreaterThanOrEqual(-9)
  })

  it('finds words by their first two syllables', () => {
    const sounding = (first: string, second: string): string[] =>
      Array.from(dictionary.soundingAs(first, second), (id) => dictionary.headword(id))
    expect(sounding('ren', 'zheng')).toEqual(expect.arrayContaining(['认证', '人证']))
    expect(sounding('mao', 'li')).toContain('毛利率')
    expect(sounding('xyz', 'li')).toEqual([])
  })

  it('has no headword for what it lacks', () => {
    for (const text of ['', 'growth', '毛利毛利', '龘'.repeat(40)]) expect(dictionary.idOf(text)).toBe(-1)
    expect(dictionary.stemId('zzzz')).toBe(-1)
  })

  test.prop([fc.nat(dictionary.size - 1)])('finds every headword again', (id) => {
    expect(dictionary.idOf(dictionary.headword(id))).toBe(id)
  })

  test.prop([fc.nat(dictionary.stemCount - 1)])(
    'finds every stem again, and from it its headwords',
    (stemId) => {
      expect(dictionary.stemId(dictionary.stemText(stemId))).toBe(stemId)
      const weights = dictionary.weightsOf(stemId)
      for (const [i, id] of dictionary.headwordsOf(stemId).entries()) {
        const gloss = dictionary.glossStems(id).find(({ stem }) => stem === stemId)
        expect(Math.round(255 * gloss!.weight)).toBe(weights[i])
      }
    },
  )

  it('refuses another file', () => {
    expect(() => openDictionary(new Uint8Array(64))).toThrow('run npm run build:lexicon')
  })
})

describe('compileDictionary', () => {
  const source = [
    '# a comment',
    '單 单 [Shan4] /surname Shan/',
    '單 单 [dan1] /bill/to list (sth)/CL:個|个[ge4]/',
    '女兒 女儿 [nu:3 er2] /daughter/',
    '兒 儿 [er2] /child/variant of 兒[er2]/',
  ].join('\n')

  it('keeps translations and drops remarks, brackets and names', () => {
    const small = openDictionary(compileDictionary(source))
    const id = small.idOf('单')
    expect(small.glossStems(id).map(({ stem }) => small.stemText(stem))).toEqual(['bill', 'list'])
    expect(small.pinyin(id)).toEqual(['dan', 'shan'])
    expect(small.pinyin(small.idOf('女儿'))).toEqual(['nv er'])
    expect(small.isSurname('单')).toBe(true)
  })

  it('opens bytes that lie at an odd place', () => {
    const bytes = compileDictionary(source)
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    expect(openDictionary(shifted.subarray(1)).idOf('女儿')).toBeGreaterThanOrEqual(0)
  })

  it('refuses a line of another form', () => {
    expect(() => compileDictionary('nonsense')).toThrow('not a line of CC-CEDICT')
  })
})

describe('segmentHan', () => {
  it.each([
    ['研究生命起源', '研究 生命 起源'],
    ['第三季度我们的收入同比增长', '第三季度 我们 的 收入 同比 增长'],
    ['我们公司的云计算业务保持了快速增长', '我们 公司 的 云计算 业务 保持 了 快速 增长'],
    ['银行行长重新上任', '银行 行长 重新 上任'],
    ['毛利率持续提升', '毛利率 持续 提升'],
  ])('cuts %s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected)
  })

  test.prop([fc.string({ unit: fc.constantFrom(...Array.from('第三季度我们的收入同比增长嗯𠮷x')) })])(
    'covers the run',
    (text) => {
      expect(words(text).join('')).toBe(text)
    },
  )

  it('cuts within the span', () => {
    expect(segmentHan(dictionary, 'xx毛利率xx', { start: 2, end: 5 })).toEqual([{ start: 2, end: 5 }])
  })
})

describe('readPinyin', () => {
  it('reads characters as their words have them', () => {
    expect(readPinyin(dictionary, '银行的行长').join(' ')).toBe('yin hang de hang zhang')
  })
})
