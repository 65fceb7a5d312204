import { expect, it } from 'vitest'
import { termPairs } from '../../../src/check/terms/pairs.js'
import type { Term } from '../../../src/lexicon/tables.js'

const term = (...en: string[]): Term => ({
  zh: '词',
  en,
  pinyin: 'ci',
  literal: [],
  always: [],
  domain: 'finance',
})
const pairs = termPairs([term('contract liabilities', 'Contract assets'), term('share-based compensation')])

const completions = (before: string | undefined, after: string | undefined): string[] =>
  pairs
    .completions(before, after)
    .flatMap((words) => [...words.keys()])
    .toSorted()

it('completes a term by the word before or after', () => {
  expect(completions('contract', undefined)).toEqual(['assets', 'liabilities'])
  expect(completions(undefined, 'compensation')).toEqual(['based'])
})

it('sees the words of a compound', () => {
  expect(pairs.completes('share-based', undefined, 'compensation')).toBe(true)
  expect(pairs.completes('share', undefined, 'based')).toBe(true)
  expect(pairs.completes('assets', 'contract', 'and')).toBe(true)
  expect(pairs.completes('acids', 'contract', 'and')).toBe(false)
})
