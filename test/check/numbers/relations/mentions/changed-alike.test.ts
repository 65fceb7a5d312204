import { expect, it } from 'vitest'
import { faults } from '../../../../support/faults.js'

it.each([
  [
    'a revenue that one tells otherwise, with the same growth',
    'Lin Hua: Revenue reached RMB 35.2 billion, up 13.1%.\n\nXu Min: Total revenue grew 13.1% to RMB 35.2 billion.\n\nLi Na: Revenue grew 13.1% year-over-year to RMB 32.2 billion.',
    ['32.2 billion → 35200000000'],
  ],
  [
    'rounded by one of them',
    'Lin Hua: Freight revenue was RMB 3.9 billion, an increase of 10.2%. Operating profit was RMB 331.9 million.\n\nLi Na: Freight revenue increased by 10.2% to RMB 3,331.9 million, up from RMB 3,023.5 million.',
    ['3.9 billion → 3300000000'],
  ],
  [
    'one margin, whose change is told twice',
    'Lin Hua: Gross margin expanded by 60 basis points to 15.9%.\n\nLi Na: Gross margin was 15.9%, up 16 basis points.',
    ['60 → 16'],
  ],
  [
    'not points and basis points',
    'Lin Hua: Gross margin expanded by 60 basis points to 15.9%.\n\nLi Na: Gross margin was 15.9%, up 0.6 percentage points.',
    [],
  ],
  [
    'not what another period may be',
    'Lin Hua: Revenue for the quarter was RMB 412.6 million, up 14%. For the first nine months revenue was RMB 1,205.3 million, up 14%.',
    [],
  ],
])('%s', (_, words, found) => {
  expect(faults(words)).toEqual(found)
})
