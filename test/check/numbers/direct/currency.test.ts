import { expect, it } from 'vitest'
import { reportingCurrency } from '../../../../src/check/numbers/direct/currency.js'
import { alignedFrom } from '../../../support/aligned.js'

const currencyOf = (words: string) => reportingCurrency(alignedFrom(`Li Na: ${words}`))

it.each([
  ['all financial figures mentioned during this conference call are denominated in RMB.', 'CNY'],
  ['All figures mentioned during this call are in Renminbi unless otherwise stated.', 'CNY'],
  ['All numbers are in New Taiwan dollars.', 'TWD'],
  ['All amounts discussed are in U.S. dollars.', 'USD'],
])('reads the declaration "%s"', (words, code) => {
  expect(currencyOf(words)).toMatchObject({ code, declared: true })
})

it('trusts no declarations that differ', () => {
  expect(currencyOf('All figures are in RMB. All numbers are in U.S. dollars.')).toBeUndefined()
})

it('takes the currency of most amounts where nothing is declared', () => {
  expect(currencyOf('Revenue was RMB 5.2 billion. '.repeat(9))).toMatchObject({
    code: 'CNY',
    declared: false,
  })
  expect(currencyOf('Revenue was RMB 5.2 billion. Cash was $5.3 billion. '.repeat(9))).toBeUndefined()
  expect(currencyOf('Revenue was RMB 5.2 billion.')).toBeUndefined()
})
