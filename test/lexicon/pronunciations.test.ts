import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { learnRules } from '../../scripts/lexicon/letter-to-sound.js'
import { readData } from '../../src/lexicon/disk.js'
import { readData as readNothing } from '../../src/lexicon/no-disk.js'
import { applyRules, openPronunciations } from '../../src/lexicon/pronunciations.js'

const pronunciations = openPronunciations(readData('pronunciations.bin'))
const phones = (word: string): string | undefined => pronunciations.phones(word)
const phonesOf = (words: string): string => pronunciations.phonesOf(words)

describe('phones', () => {
  it.each([
    ['revenue', 'rEvxnu'],
    ['growth', 'groT'],
    ['gross', 'gros'],
    ['margin', 'marJxn'],
    ['quarter', 'kwcrtR'],
    ['thing', 'TIG'],
    ['yuan', 'yuan'],
    ['FISCAL', 'fIskxl'],
    ['fifteen', 'fIftin'],
    ['company’s', 'kAmpxniz'],
    ['EBITDA', 'ibItd@'],
    ['GAAP', 'g@p'],
  ])('has %s as %s', (word, expected) => {
    expect(phones(word)).toBe(expected)
  })

  it.each(['', 'zzyzzx', 'growt', 'growth ', '收入'])('does not have "%s"', (word) => {
    expect(phones(word)).toBeUndefined()
  })
})

describe('phonesOf', () => {
  it.each([
    ['cash flow', 'k@Sflo'],
    ['R&D', 'arxnddi'],
    ['RMB', 'arEmbi'],
    ['Q3', 'kyuTri'],
    ['15%', 'fIftinpRsEnt'],
    ['2025', 'twEntitwEntifYv'],
    ['1,200', 'wAnTWzxndtuhAndrxd'],
    ['3.5', 'TripOntfYv'],
    ['HPC', 'eCpisi'],
    ['', ''],
    ['收入。', ''],
  ])('reads "%s" as %s', (words, expected) => {
    expect(phonesOf(words)).toBe(expected)
  })

  it('sounds out names and new words', () => {
    expect(phonesOf('Baidu')).toMatch(/^b.d/u)
    expect(phonesOf('inferencing')).toMatch(/^Inf.*sIG$/u)
    expect(phonesOf('Zhipu’s')).toMatch(/z$/u)
  })

  test.prop([fc.string()])('uses only its alphabet, whatever it reads', (text) => {
    expect(phonesOf(text)).toMatch(/^[@AEIRUWYOaceioubCdDfghJGklmnprsStTvwxyzZ]*$/u)
  })
})

describe('learnRules', () => {
  it('learns what a letter says before another', () => {
    const rules = learnRules([
      ['cat', 'k@t'],
      ['cot', 'kat'],
      ['cut', 'kAt'],
      ['cent', 'sEnt'],
      ['cell', 'sEl'],
      ['center', 'sEntR'],
    ])
    const read = (word: string): string => applyRules((key) => rules.get(key), word)
    expect(read('cat')).toMatch(/^k/u)
    expect(read('cent')).toMatch(/^s/u)
  })
})

describe('where there are no files', () => {
  it('says to pass a lexicon', () => {
    expect(() => readNothing('dictionary.bin')).toThrow('pass a lexicon')
  })
})
