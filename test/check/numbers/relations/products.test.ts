import { expect, it } from 'vitest'
import { faults } from '../../../support/faults.js'

it.each([
  [
    'a dividend, the shares and what is paid out',
    'The board declared an interim dividend of RMB 0.80 per share, which is a payout of 30%. With 2,013 million shares this is RMB 1,610 million in total.',
    [],
  ],
  [
    'a dividend next to the shares',
    'With a dividend of RMB 0.50 per share and 2,013 million shares, this is RMB 302 million in total.',
    ['0.50 → 0.15'],
  ],
  [
    'what each of them saves',
    'We saved RMB 12.5 on each unit, and with 4.2 million units that is RMB 25.5 million.',
    ['25.5 million → 52500000'],
  ],
  [
    'a price, a volume and other amounts',
    'The average selling price was RMB 1,250 per ton. Sales volume was 412,000 tons. Inventory totaled RMB 318.4 million.',
    [],
  ],
])('%s', (_, words, found) => {
  expect(faults(`Li Na: ${words}`)).toEqual(found)
})
