import { expect, it } from 'vitest'
import { faults } from '../../../../support/faults.js'

it.each([
  [
    'lines of which one is told roundly',
    'Total operating expenses were RMB 241.3 million. Selling expenses were RMB 131.3 million. Administrative expenses were RMB 79 million. R&D expenses were RMB 36.0 million.',
    ['241.3 million → 246300000'],
  ],
  [
    'a revenue ten times its lines',
    'Total revenues were RMB 203.8 billion. Hull revenues were RMB 18.05 billion. Engine revenues were RMB 2.33 billion.',
    ['203.8 billion → 20380000000'],
  ],
  [
    'lines whose shares make a hundred',
    'Total revenues were RMB 134.9 million. Tour revenues were RMB 113.8 million and accounted for 84% of total revenues. Other revenues were RMB 21.5 million and accounted for 16% of total revenues.',
    ['113.8 million → 113400000'],
  ],
  [
    'a list that ends in its total',
    'We had cash of $1,418.8 million, $1,411.7 million in term deposits and $1,853.6 million in notes, totaling approximately $6.7 billion.',
    ['6.7 billion → 4700000000'],
  ],
  [
    'a part as large as its whole',
    'We returned a total of $536 million, with $536 million in repurchases and $180 million in dividends.',
    ['536 million → 356000000'],
  ],
  [
    'but tons are no part of it',
    'Total revenues were RMB 900.6 million. Feed revenues were RMB 587.4 million. Our sales volume was 712.6 thousand tons. Meat revenues were RMB 313.2 million.',
    [],
  ],
  [
    'nor are lines that leave some out',
    'Total operating expenses were RMB 941.2 million. Selling expenses were RMB 131.3 million. R&D expenses were RMB 31.2 million.',
    [],
  ],
  [
    'nor gains and expenses parts of what is left',
    'For non-operating items, we had a net income of RMB 24.1 million, including a foreign exchange gain of RMB 41.3 million and interest expense of RMB 27.2 million.',
    [],
  ],
])('%s', (_, words, found) => {
  expect(faults(`Li Na: ${words}`)).toEqual(found)
})
