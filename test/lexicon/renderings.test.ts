import { describe, expect, it } from 'vitest'
import { buildRenderings, compileRenderings } from '../../scripts/lexicon/renderings.js'
import { readData } from '../../src/lexicon/disk.js'
import { openRenderings, type Renderings } from '../../src/lexicon/renderings.js'

describe('the compiled renderings', () => {
  it('are in step with corpora/lexicon', () => {
    expect(Buffer.compare(buildRenderings(), readData('renderings.bin'))).toBe(0)
  })

  it('are refused when of another version', () => {
    expect(() => openRenderings(new Uint8Array(64))).toThrow('run npm run build:lexicon')
  })
})

const wordingsOf = ({ stems, wordingStarts, wordingStems }: Renderings): string[] =>
  Array.from({ length: wordingStarts.length - 1 }, (_, wording) =>
    Array.from(
      wordingStems.subarray(wordingStarts[wording], wordingStarts[wording + 1]),
      (stem) => stems[stem]!,
    ).join(' '),
  )

describe('compileRenderings', () => {
  const small = openRenderings(
    compileRenderings({
      terms: [
        {
          zh: '毛利率',
          en: ['gross margin', 'of the'],
          pinyin: 'mao li lv',
          literal: ['gross interest rate'],
          always: [],
          domain: '',
        },
      ],
      calques: [{ phrase: 'the gross margins', zh: '', idiomatic: ['margin'], strength: 1, perMillion: 0 }],
    }),
  )
  const wordings = wordingsOf(small)

  it('keeps the stems of content words', () => {
    expect(wordings).toEqual(['gross margin', 'gross interest rate', 'maolilv', 'margin'])
  })

  it('pairs what a machine writes, left-over pinyin and calques with what calls say', () => {
    const pairs = Array.from(small.pairs, (wording) => wordings[wording]!)
    expect(pairs).toEqual([
      'gross interest rate',
      'gross margin',
      'maolilv',
      'gross margin',
      'gross margin',
      'margin',
    ])
  })

  it('gives the wordings that render a term', () => {
    expect(small.terms).toEqual(['毛利率'])
    expect(Array.from(small.termWordings, (wording) => wordings[wording]!)).toEqual(['gross margin'])
  })
})
