import { expect, it } from 'vitest'
import { faults } from '../../../../support/faults.js'

it.each([
  [
    'net income, less interest and tax',
    'Operating income was RMB 321.6 million. Net interest expense was RMB 142.9 million, and the income tax was RMB 72.4 million. So our net income was RMB 160.3 million.',
    ['160.3 million → 106300000'],
  ],
  [
    'but not with other lines in between',
    'Operating income was RMB 321.6 million. Income tax was RMB 72.4 million. Net income was RMB 266.8 million.',
    [],
  ],
  [
    'a combined ratio',
    'The loss ratio was 68.4%, the expense ratio was 30.2%, and so the combined ratio was 89.6%.',
    ['89.6% → 98.6'],
  ],
  [
    'a fleet, and the fleet of before',
    'We owned 48 vessels, compared with 44 vessels a year ago. We chartered 31 vessels, compared with 27 vessels. The total fleet was 79 vessels, compared with 17 vessels.',
    ['17 → 71'],
  ],
  [
    'what is recovered of a provision',
    'Gross provisions were RMB 412.7 million. Recoveries were RMB 58.2 million, so net provisions were RMB 345.5 million.',
    ['345.5 million → 354500000'],
  ],
  [
    'the rest of the year',
    'For the first nine months, we sold 10.92 million hogs. For the fourth quarter, we expect to sell between 3.9 million and 4.1 million hogs, and therefore, for the full year, between 14.8 million and 50.0 million hogs.',
    ['50.0 million → 15000000'],
  ],
  [
    'a share of a target',
    'We delivered 28,400 homes in nine months, which is 17.9% of our full-year delivery target of 36,000 homes.',
    ['17.9% → 78.9'],
  ],
])('%s', (_, words, found) => {
  expect(faults(`Li Na: ${words}`)).toEqual(found)
})
