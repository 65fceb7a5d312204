import { expect, it } from 'vitest'
import { faults } from '../../../../support/faults.js'

it.each([
  [
    'shares one after the other are of one whole',
    'Total revenue was RMB 5.20 billion. Tiles were RMB 2.34 billion, or 45.0% of the total. Glass was RMB 1.56 billion, or 13%. Taps were RMB 780 million, or 15.0%. Others were RMB 520 million, or 10.0%.',
    ['13% → 30'],
  ],
  [
    'but one whole must be told that two of them show',
    'Total revenue was RMB 9.20 billion. In the north we sold RMB 2.34 billion, or 45.0%. In the south RMB 1.56 billion, or 13%. In the west RMB 780 million, or 15.0%.',
    [],
  ],
])('%s', (_, words, found) => {
  expect(faults(`Li Na: ${words}`)).toEqual(found)
})
