import { faultsOfKind } from '../numbers/report/findings.js'
import type { Check } from '../check.js'

export const margin: Check = {
  id: 'margin',
  summary: 'A margin that profit and revenue of the same period do not give.',
  explanation: `
Gross, operating, net and EBITDA margin of the whole company are redone from the profit and the revenue told
in the same turn, adjusted figures with adjusted ones; so is the margin before, also where only its change in
points is told. A contradiction is reported where a common mishearing
(nineteen for nine, 15 for 50, million for billion) of one of the three figures resolves it; otherwise the
figures may be of different periods or measures, and nothing is said.
`,
  category: 'number',
  severity: 'error',
  examples: [
    {
      text: 'Li Na: Revenue was RMB 4,860 million in the third quarter. Operating income was RMB 437.4 million. Operating margin was {19.0%=>9.0%}.',
      why: 'Nine heard as nineteen.',
    },
    {
      text: 'Li Na: Total revenue was RMB 1,683.2 million, compared with RMB 1,412.5 million a year ago. Income from a peration was RMB {194.4 million=>149.4 million}, compared with RMB 72.9 million, and operating margin was 8.9%, compared with 5.2%.',
      why: 'A profit by the margin that follows, its name misheard.',
    },
    {
      text: 'Li Na: Revenue was RMB 9.86 billion, up 6% sequentially from RMB 9.30 billion. Gross profit was RMB 473 million, compared with RMB 116 million in the previous quarter. Gross margin was 4.8%, compared with {12%=>1.2%} in the previous quarter.',
      why: 'The margin before, from the values before.',
    },
    {
      text: 'Li Na: Revenue was RMB 5.63 billion. Operating profit was RMB {289 million=>298 million}, representing an operating margin of 5.3%, up from 4.2%.',
      why: 'Two digits swapped.',
    },
    {
      text: 'Li Na: Revenue was RMB 2,116.2 million, up 29.8% from RMB 1,629.9 million. Gross profit was RMB 603.3 million, compared with RMB 360.2 million. Gross margin expanded by {64=>6.4} percentage points to 28.5%.',
      why: 'The margin before follows from the values before.',
    },
    {
      text: 'Li Na: Revenue was RMB 928.6 million. Operating profit was RMB 181.4 million, up 87.2% from RMB 96.9 million, and operating margin improved from 13.3% to {90.5%=>19.5%}.',
      why: 'A margin told in the sentence of its profit.',
    },
    {
      text: 'Li Na: Cloud revenue was RMB 25.5 billion. Cloud operating income was RMB 4.2 billion and cloud operating margin was {60%=>16%}.',
      why: 'A segment with the revenue of the segment.',
    },
    {
      text: 'Li Na: Revenue was RMB 876.2 million. Net profit attributable to shareholders was RMB 133.5 million, with a net margin of {50.2%=>15.2%}.',
      why: 'The profit of the shareholders is the profit of the company.',
    },
    {
      text: 'Li Na: Revenue was RMB 4,860 million in the third quarter. Gross profit was RMB 1,214 million. Gross margin was 25%.',
      why: 'Rounding explains 24.98 %.',
    },
    {
      text: 'Li Na: Revenue was RMB 4,860 million in the third quarter. Net income was RMB 437.4 million. Adjusted net margin was 12%.',
      why: 'Adjusted and unadjusted are not compared.',
    },
  ],
  run: (doc, _, house) => faultsOfKind(doc, house, 'margin'),
}
