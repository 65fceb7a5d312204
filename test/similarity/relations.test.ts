import { describe, expect, it } from 'vitest'
import { similarityBetween, weightOf } from './fixtures.js'

describe('words', () => {
  it('render themselves, and Han words their glosses', () => {
    const similarity = similarityBetween('医院增加', 'More hospitals and an increase. hospitals')
    expect(weightOf(similarity, '医院', 'hospit')).toBeGreaterThan(0.5)
    expect(weightOf(similarity, 'hospit', 'hospit')).toBeGreaterThan(0.5)
    expect(weightOf(similarity, '医院', 'increas')).toBe(0)
  })

  it('say less as single characters', () => {
    const similarity = similarityBetween('比', '比较', 'compared')
    expect(weightOf(similarity, '比', 'compar')).toBeLessThan(0.5)
  })
})

describe('the term tables', () => {
  it('relate what a machine writes with what calls say', () => {
    const similarity = similarityBetween('The gross interest rate rose.', 'The gross margin rose.')
    expect(weightOf(similarity, 'rate', 'margin')).toBeGreaterThan(0.3)
  })

  it('count a wording of several words only where it stands as it is', () => {
    const similarity = similarityBetween(
      'The interest fell, and so did the exchange rate.',
      'The gross margin rose.',
    )
    expect(weightOf(similarity, 'rate', 'margin')).toBe(0)
  })

  it('relate a Chinese term with its rendering', () => {
    expect(weightOf(similarityBetween('毛利率', 'gross margin'), '毛利率', 'margin')).toBeGreaterThan(0.4)
  })
})

describe('amounts', () => {
  it('render equal amounts most, rounded ones less, and those a power of ten away', () => {
    const similarity = similarityBetween(
      'It was 24.8 billion yuan.',
      'It was RMB2.48 billion, or 2.5 billion, or 24.80 billion, or 3.1 billion.',
    )
    const weight = (value: string) => weightOf(similarity, '24800000000', value)
    expect(weight('24800000000')).toBeGreaterThan(0.8)
    expect(weight('2480000000')).toBeGreaterThan(0.6)
    expect(weight('2500000000')).toBeGreaterThan(0.4)
    expect(weight('3100000000')).toBe(0)
  })

  it('compare percentages with percentages only, and never by powers of ten', () => {
    const similarity = similarityBetween('It grew 45% and 12%.', 'It was 45 million, or 4.5%, or 45 %.')
    expect(weightOf(similarity, '45', '45000000')).toBe(0)
    expect(weightOf(similarity, '45', '4.5')).toBe(0)
  })

  it('take times of something for its count', () => {
    const similarity = similarityBetween('It reached 46 million times.', 'We had 460 million calls.')
    expect(weightOf(similarity, '46000000', '460000000')).toBeGreaterThan(0.5)
  })
})

describe('names', () => {
  it('are known by their pinyin', () => {
    const similarity = similarityBetween('金山很好', 'We are Jinshan.')
    expect(weightOf(similarity, '金山', 'jinshan')).toBeGreaterThan(0.5)
  })

  it('are known by their spelling', () => {
    const similarity = similarityBetween('Here is Zhaobing Wei.', 'This is Zhaoping Wei.')
    expect(weightOf(similarity, 'zhaob', 'zhaop')).toBeGreaterThan(0.3)
  })
})
