import { readFileSync } from 'node:fs'
import { fc, test as law } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { readCounts, withoutSentences, type Counts } from '../../scripts/language-model/counts.js'
import { estimate } from '../../scripts/language-model/estimate.js'
import { pack } from '../../scripts/language-model/pack.js'
import { sentencesOf } from '../../scripts/language-model/sentences.js'
import { tableOf } from '../../scripts/language-model/table.js'
import { openLanguageModel, type LanguageModel } from '../../src/lexicon/language-model.js'
import { ngramWords } from '../../src/text/tokens.js'

const bytes = readFileSync(new URL('../../src/lexicon/data/language-model.bin', import.meta.url))
const shipped = openLanguageModel(bytes)

describe('a model of a few sentences', () => {
  const words = ['<unk>', 'a', 'b', 'c', 'd']
  const sentences = ['a b c d', 'a b c a', 'b c d', 'd a b'].map((text) => text.split(' '))
  const model = modelOf([sentences], [1], words)
  const ids = (text: string) => text.split(' ').map((word) => model.id(word))
  const probability = (text: string) => {
    const path = ids(text)
    return 10 ** model.logProbability(path.at(-1)!, path, 0, path.length - 1)
  }

  test('knows its words by id and the rest as 0', () => {
    expect(words.map((word) => model.id(word))).toEqual([0, 1, 2, 3, 4])
    expect(words.map((_, id) => model.word(id))).toEqual(words)
    expect([model.size, model.id(''), model.id('ab'), model.id('é')]).toEqual([5, 0, 0, 0])
  })

  test('discounts what was seen and leaves the rest to shorter contexts', () => {
    expect(probability('a b c d')).toBeCloseTo((1 - 0.5) / 2, 2)
    const left = (2 - (1 - 0.5)) / 2 - (1 - 0.5) / 2
    const unseen = left * (probability('b c b') / (1 - probability('b c d') - probability('b c a')))
    expect(probability('a b c b')).toBeCloseTo(unseen, 2)
  })

  test('an unknown word is as rare as one seen once, and cuts the context off', () => {
    expect(10 ** model.unigram(0)).toBeCloseTo(1 / 15, 3)
    expect(probability('x c')).toBeCloseTo(10 ** model.unigram(3), 4)
    expect(probability('x b c')).toBeCloseTo(probability('b c'), 4)
  })

  test('looks at the context from `from` to `to`, three words at most', () => {
    const context = ids('d a b c d')
    expect(model.logProbability(4, context, 1, 4)).toBe(model.logProbability(4, ids('a b c')))
    expect(model.logProbability(4, context, 0, 4)).toBe(model.logProbability(4, ids('a b c')))
    expect(model.logProbability(4, context, 2, 2)).toBe(model.unigram(4))
  })

  test('opens bytes at any offset', () => {
    const moved = new Uint8Array(bytes.length + 1)
    moved.set(bytes, 1)
    const text = idsOf(shipped, 'thank you for taking my question')
    expect(openLanguageModel(moved.subarray(1)).score(text)).toBe(shipped.score(text))
  })

  test('refuses bytes that are no model', () => {
    expect(() => openLanguageModel(new Uint8Array(64))).toThrow('language-model.bin')
  })
})

describe('laws of any model', () => {
  const words = ['<unk>', 'a', 'b', 'c', 'd', 'e']
  const sentence = fc.array(fc.constantFrom(...words.slice(1)), { minLength: 1, maxLength: 8 })
  const texts = fc.array(sentence, { minLength: 1, maxLength: 12 })
  const ids = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 })

  law.prop([texts, texts, ids])('probabilities after any context add up to 1', (one, two, context) => {
    const model = modelOf([one, two], [1, 0.3], words)
    const sum = words.reduce((total, _, id) => total + 10 ** model.logProbability(id, context), 0)
    expect(sum).toBeCloseTo(1, 2)
  })

  law.prop([texts, ids, ids, ids])(
    '`between` is what `score` gives words and right side',
    (text, a, b, c) => {
      const model = modelOf([text], [1], words)
      const each = new Float32Array(20)
      const near = c.slice(0, 3)
      const total = model.score([...a, ...b, ...near], each)
      expect(each.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 3)
      expect(model.between(a, b, c)).toBeCloseTo(total - model.score(a), 3)
    },
  )
})

describe('the counts', () => {
  test('are of sentences cut like this', () => {
    const text =
      'Q3 revenue in the U.S. rose 10.5% to $2,478.0 million; our COVID-19, R&D and year-over-year: it’s 10-K.'
    expect(sentencesOf(text).map((words) => words.join(' '))).toEqual([
      'q <n> revenue in the u',
      's',
      'rose <n> % to $ <n> million',
      'our covid <n> r&d and year-over-year',
      "it's <n> k",
    ])
  })

  test('have the words of `ngramWords`', () => {
    const text = 'Q3 revenue rose 10.5% to $2,478.0 million, COVID-19 and R&D year-over-year; it’s the 10-K.'
    expect(ngramWords(text).map(({ word }) => word)).toEqual(sentencesOf(text).flat())
  })

  test('can be had without a text, which drops what was seen only there', () => {
    const all = countsOf([['a', 'b'], ['a', 'b', 'c'], ['a']])
    const rest = withoutSentences(all, [['a', 'b', 'c']])
    expect(rest.tokens).toBe(3)
    expect(rest.ngrams.map((order) => [...order])).toEqual([
      [
        ['a', 2],
        ['b', 1],
      ],
      [['a b', 1]],
      [],
      [],
    ])
  })

  test('say where they are not to be found', () => {
    expect(() => readCounts('/nowhere', 'edited')).toThrow('edited.1gram.tsv.gz')
  })
})

describe('the shipped model', () => {
  const better = (left: string, [right, wrong]: [string, string], after: string) => {
    const [before, one, other, rest] = [left, right, wrong, after].map((text) => idsOf(shipped, text))
    return shipped.between(before!, one!, rest!) - shipped.between(before!, other!, rest!)
  }

  test('is small', () => {
    expect(bytes.length).toBeLessThan(12e6)
  })

  test.each(['', 'the', 'gross', 'third quarter of', 'next question comes', 'zzqq'])(
    'adds up to 1 after "%s"',
    (text) => {
      const context = idsOf(shipped, text)
      let sum = 0
      for (let id = 0; id < shipped.size; id++) sum += 10 ** shipped.logProbability(id, context)
      expect(sum).toBeCloseTo(1, 2)
    },
  )

  test.each<[string, [string, string], string]>([
    ['our', ['gross margin', 'growth margin'], 'was <n> %'],
    ['excluding', ['share-based', 'sharpest'], 'compensation expenses'],
    ['this call includes', ['forward-looking', 'four looking'], 'statements'],
    ['', ['depreciation', 'depression'], 'and amortization'],
    ['the securities', ['exchange act', 'exchange at'], 'of <n>'],
    ['subject to', ['risks and uncertainties', 'risks and certainties'], 'that could cause'],
  ])('after "%s" holds %s before "%s"', (left, words, after) => {
    expect(better(left, words, after)).toBeGreaterThan(2)
  })
})

function idsOf(model: LanguageModel, text: string): number[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((word) => model.id(word))
}

function modelOf(texts: string[][][], weights: number[], words: string[]): LanguageModel {
  const sources = texts.map(countsOf)
  return openLanguageModel(pack(estimate(tableOf(sources, words, 4), weights, 0.5)))
}

function countsOf(sentences: string[][]): Counts {
  const ngrams = Array.from({ length: 4 }, () => new Map<string, number>())
  for (const words of sentences) {
    words.forEach((_, at) => {
      for (let length = 1; length <= Math.min(4, words.length - at); length++) {
        const key = words.slice(at, at + length).join(' ')
        ngrams[length - 1]!.set(key, (ngrams[length - 1]!.get(key) ?? 0) + 1)
      }
    })
  }
  return { name: 'test', tokens: sentences.flat().length, least: [1, 1, 1, 1], ngrams }
}
