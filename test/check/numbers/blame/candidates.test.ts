import { expect, it } from 'vitest'
import { faults } from '../../../support/faults.js'

it.each([
  [
    'the amount told without the point that its like have',
    'Li Na: Total revenue was RMB 12.4 billion. Marketing expenses were RMB 1.3 billion, up 8.2%. R&D expenses were RMB 612.5 million, up 11.5%. Operating profit was RMB 7894 million. Operating margin was 6.4%.',
    '7894 million → 789400000',
  ],
  [
    'the revenue, where percentages are told roundly',
    'Li Na: Total revenue was RMB 72 billion. Marketing expenses were RMB 1.3 billion, up 4%. R&D expenses were RMB 1.1 billion, up 9%. Operating profit was RMB 458.5 million. Operating margin was 6%.',
    '72 billion → 7200000000',
  ],
])('ten times off is %s', (_, words, found) => {
  expect(faults(words)).toEqual([found])
})
