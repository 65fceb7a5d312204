import { faultsOfKind } from '../numbers/report/findings.js'
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
      text: 'Li Na: Net revenues were RMB 102.7 million. Revenues from tours were RMB 27.3 million and accounted for {270%=>27%} of total net revenues.',
      why: 'Ten times too much, told as roundly.',
    },
    {
      text: 'Li Na: We delivered 28,400 homes in nine months, which is almost {18%=>80%} of our full-year delivery target of 36,000 homes.',
      why: 'A share of a target told after it.',
    },
    {
      text: 'Li Na: Enrollment in the trial is 90% complete, or {342=>324} of 360 patients.',
      why: 'Two digits swapped.',
    },
    {
      text: 'Li Na: The budget is still RMB 280 million. We have spent RMB 168 million, which is {16%=>60%} of the total.',
      why: 'A part of the plan told before.',
    },
    {
      text: 'Li Na: Total revenue was RMB 1,864 million in the third quarter. R&D expenses were RMB 298.2 million, and represented {60.0%=>16.0%} of revenue.',
      why: 'Sixteen heard as sixty.',
    },
    {
      text: "Li Na: Net revenue was RMB 4.12 billion. Marketing expenses were RMB 1.02 billion, it's 24.8% of net revenue. G&A expenses were RMB {216 million=>260 million}, or 6.3%.",
      why: '"Of revenue" is said once for all lines.',
    },
    {
      text: 'Zhang Wei: Revenue was RMB 652 million in the third quarter.\n\nLi Na: R&D expenses were RMB 98 million, or {50%=>15%} of revenue.',
      why: 'Another speaker told the revenue.',
    },
    {
      text: 'Zhang Wei: Revenue was RMB 742.6 million in the third quarter.\n\nLi Na: Overseas revenue was RMB 19.9 million in the first nine months, or about 1% of total revenue.',
      why: 'Nine months and a quarter are not compared.',
    },
    {
      text: 'Li Na: Total revenue was RMB 742.6 million. Subscription revenue was RMB 398.4 million and accounted for 53.6% of total revenue.',
      why: 'The share is right.',
    },
  ],
  run: (doc, _, house) => faultsOfKind(doc, house, 'share'),
}
