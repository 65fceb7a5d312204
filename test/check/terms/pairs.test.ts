import { expect, it } from 'vitest'
import { termPairs } from '../../../src/check/terms/pairs.js'

const pairs = termPairs(['contract liabilities', 'Contract assets', 'share-based compensation'])

it('completes a term by the word before or after', () => {
  expect(pairs.completions('contract', undefined).toSorted()).toEqual(['assets', 'liabilities'])
  expect(pairs.completions(undefined, 'compensation')).toEqual(['based'])
})

it('sees the words of a compound', () => {
  expect(pairs.completes('share-based', undefined, 'compensation')).toBe(true)
  expect(pairs.completes('share', undefined, 'based')).toBe(true)
  expect(pairs.completes('assets', 'contract', 'and')).toBe(true)
  expect(pairs.completes('acids', 'contract', 'and')).toBe(false)
})
