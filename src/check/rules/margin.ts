import { faultsOfKind } from '../numbers/report.js'
import type { Check } from '../check.js'

export const margin: Check = {
  id: 'margin',
  summary: 'A margin that profit and revenue of the same period do not give.',
  explanation: `
Gross, operating, net and EBITDA margin of the whole company are redone from the profit and the revenue told
in the same turn, adjusted figures with adjusted ones. A contradiction is reported where a common mishearing
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
