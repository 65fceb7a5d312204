import { expect, it } from 'vitest'
import { faults } from '../../../../support/faults.js'

it.each([
  [
    'the margin of the quarter and that of the year',
    'Total revenues in the fourth quarter were RMB 36.7 billion. Total revenues for the full year were RMB 129.1 billion. Operating income was RMB 1.5 billion in the fourth quarter, and operating margin was 4.6%. Operating income was RMB 5.8 billion in the full year and operating margin was 4.5%. Non-GAAP operating income was RMB 3.0 billion in the fourth quarter, and non-GAAP operating margin was 9.2%.',
    ['36.7 billion → 32700000000'],
  ],
  [
    'other revenue is not the revenue',
    'Total revenues were RMB 102.7 million. Other revenues were RMB 27.3 million. Gross profit was RMB 63.4 million and gross margin was 67.1%.',
    ['67.1% → 61.7'],
  ],
  [
    'the revenue of a business that the sentence opens with',
    'In terms of our rail business, revenue was RMB 1.1 billion. Total revenues were RMB 6.3 billion. Gross profit was RMB 1.6 billion and gross margin was 25.4%.',
    [],
  ],
])('%s', (_, words, found) => {
  expect(faults(`Li Na: ${words}`)).toEqual(found)
})

it('knows the measures of "respectively"', () => {
  const words = (operating: string): string =>
    `Li Na: Total revenue was RMB 1,000.0 million. Gross profit and operating profit were RMB 412.0 million and RMB 125.0 million, respectively. Gross margin and operating margin were 41.2% and ${operating}, respectively.`
  expect(faults(words('12.5%'))).toEqual([])
  expect(faults(words('15.2%'))).toEqual(['15.2% → 12.5'])
})
