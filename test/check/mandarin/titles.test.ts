import { expect, test } from 'vitest'
import { titlesInPinyin } from '../../../src/check/mandarin/titles.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import { annotate } from '../../../src/pipeline.js'

const reading = (mandarin: string, interpretation: string): string[] => {
  const doc = annotate(
    `Chen Lu: ${mandarin} We will continue to promote this matter.\n\nInterpreter: ${interpretation}\n`,
  )
  const all = { start: 0, end: doc.text.length, origin: 'mandarin', confidence: 1, turn: 0 } as const
  return titlesInPinyin({ ...doc, origins: [all] }, defaultLexicon().tables).map(
    ({ start, end, said }) => `${doc.text.slice(start, end)} → ${said}`,
  )
}

test('reads a title in pinyin after the surname of somebody who is addressed with another', () => {
  expect(reading('Hello, Chen Zong.', 'Hello, Ms. Chen.')).toEqual(['Chen Zong → Ms. Chen'])
})

test('reads a chairman where the surname is that of a speaker', () => {
  expect(reading('Hello, Chen Dong.', 'Good morning.')).toEqual(['Chen Dong → Chairman Chen'])
})

test('leaves names alone whose surname nobody of the call bears', () => {
  expect(reading('Hello, Wang Dong.', 'Good morning.')).toEqual([])
})
