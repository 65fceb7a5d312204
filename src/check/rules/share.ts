import { faultsOfKind } from '../numbers/report.js'
import type { Check } from '../check.js'

export const share: Check = {
  id: 'share',
  summary: 'A share of revenue that the part and the revenue do not give.',
  explanation: `
"Subscription revenue was A and accounted for P of total revenue" is redone from A and the total revenue told
in the same turn. A contradiction is reported where a common mishearing of one of the three figures resolves
it.
`,
  category: 'number',
  severity: 'error',
  examples: [
    {
      text: 'Li Na: Total revenue was RMB 1,864 million in the third quarter. R&D expenses were RMB 298.2 million, and represented {60.0%=>16.0%} of revenue.',
      why: 'Sixteen heard as sixty.',
    },
    {
      text: 'Li Na: Total revenue was RMB 742.6 million. Subscription revenue was RMB 398.4 million and accounted for 53.6% of total revenue.',
      why: 'The share is right.',
    },
  ],
  run: (doc, _, house) => faultsOfKind(doc, house, 'share'),
}
