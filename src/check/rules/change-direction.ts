import { faultsOfKind } from '../numbers/report.js'
import type { Check } from '../check.js'

export const changeDirection: Check = {
  id: 'change-direction',
  summary: 'A value said to rise that falls by its figures, or the other way round.',
  explanation: `
"The margin rose to 16%, up from 50%": by its figures it fell. It is reported where a teen heard as a ten (15
for 50) or a ten as a teen makes the direction right; of two such repairs the one with the smaller change is
taken. Losses are left alone (a loss that narrows is told either way), and so are measures that improve by
falling.
`,
  category: 'number',
  severity: 'error',
  examples: [
    {
      text: 'Li Na: Our adjusted gross margin rose to 16%, up from {50%=>15%} in the previous quarter.',
      why: 'Fifteen heard as fifty.',
    },
    {
      text: 'Li Na: Gross margin increased from {60%=>16%} last quarter to 18% in this quarter.',
      why: 'Sixteen heard as sixty.',
    },
    {
      text: 'Li Na: For the fourth quarter we expect revenue growth of {60%=>16%} to 19%.',
      why: 'The lower end of a range comes first.',
    },
    {
      text: 'Li Na: Net loss narrowed to RMB 58 million from RMB 101 million a year ago.',
      why: 'A loss that falls.',
    },
    {
      text: 'Li Na: Gross margin decreased from 18% last quarter to 16% in this quarter.',
      why: 'The figures fall as told.',
    },
  ],
  run: (doc, _, house) => faultsOfKind(doc, house, 'direction'),
}
