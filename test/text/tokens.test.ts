import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ngramWords, normalWord, tokenize } from '../../src/text/tokens.js'

const tokens = (text: string): string[] => tokenize(text).map(({ start, end }) => text.slice(start, end))
const kinds = (text: string): string =>
  tokenize(text)
    .map(({ kind }) => kind[0])
    .join('')

describe('tokenize', () => {
  it.each([
    "don't",
    'year-over-year',
    'U.S.',
    'R&D',
    'e.g.',
    'e-commerce',
    '10-K',
    'Q3',
    'COVID-19',
    'Li’s',
    'SG&A',
    '3D',
    '12-month',
    '4Q25',
    'ir.example.com',
    'U.S.-listed',
  ])('keeps %s one word', (word) => {
    expect(tokens(`a ${word} b`)).toEqual(['a', word, 'b'])
    expect(kinds(word)).toBe('w')
  })

  it.each(['2,478.0', '1,78.5', '2873,000', '15', '.45'])('keeps %s one figure', (figure) => {
    expect(tokens(`$${figure} b`)).toEqual(['$', figure, 'b'])
    expect(kinds(figure)).toBe('n')
  })

  it('parts figures from signs, currencies and units', () => {
    expect(tokens('49% RMB2,478 HK$2.8bn 50m 5-10%')).toEqual([
      '49',
      '%',
      'RMB',
      '2,478',
      'HK',
      '$',
      '2.8',
      'bn',
      '50',
      'm',
      '5',
      '-',
      '10',
      '%',
    ])
    expect(kinds('49% RMB2,478 HK$2.8bn')).toBe('nswnwsnw')
  })

  it('parts Han from other letters and figures', () => {
    expect(tokens('2025年AI技术，好')).toEqual(['2025', '年', 'AI', '技术', '，', '好'])
    expect(kinds('2025年AI技术，好')).toBe('nhwhph')
  })

  it('takes a dot before a capital for a stop that lost its space', () => {
    expect(tokens('only.The ...')).toEqual(['only', '.', 'The', '...'])
  })

  it('gives offsets into the whole text', () => {
    expect(tokenize('We grew 5% more', { start: 3, end: 10 })).toEqual([
      { start: 3, end: 7, kind: 'word' },
      { start: 8, end: 9, kind: 'number' },
      { start: 9, end: 10, kind: 'symbol' },
    ])
  })

  test('every letter and digit is in exactly one token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let from = 0
        let between = ''
        for (const { start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          between += text.slice(from, start)
          from = end
        }
        expect(between + text.slice(from)).not.toMatch(/[\p{L}\p{N}]/u)
      }),
    )
  })
})

describe('ngramWords', () => {
  const words = (text: string): string =>
    ngramWords(text)
      .map(({ word, cut }) => (cut ? '| ' : '') + word)
      .join(' ')

  it('has the form of the n-gram counts', () => {
    expect(words('It’s up 24% year-over-year, to RMB2,478.0 in Q3.')).toBe(
      "it's up <n> % year-over-year to rmb <n> in q <n>",
    )
    expect(words('COVID-19, the 10-K and $5')).toBe('covid <n> the <n> k and $ <n>')
  })

  it('marks words that the counts part from the word before', () => {
    expect(words('We grew. The U.S. market?')).toBe('we grew | the u | s | market')
    expect(words('the 智算 cloud')).toBe('the | cloud')
  })

  it('keeps spans into the whole text', () => {
    expect(ngramWords('So, we grew', { start: 4, end: 11 })).toEqual([
      { word: 'we', span: { start: 4, end: 6 }, cut: false },
      { word: 'grew', span: { start: 7, end: 11 }, cut: false },
    ])
  })
})

test('normalWord gives one token’s words', () => {
  expect(['Don’t', 'COVID-19', '1,536,000', 'R&D', 'Andrés'].map(normalWord)).toEqual([
    "don't",
    'covid <n>',
    '<n>',
    'r&d',
    'andres',
  ])
})
