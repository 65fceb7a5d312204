import { faultsOfKind } from '../numbers/report/findings.js'
import type { Check } from '../check.js'

export const percentChange: Check = {
  id: 'percent-change',
  summary: 'A stated change that does not follow from the two amounts beside it.',
  explanation: `
"Costs increased by 50%, from 673.8 million to 775.7 million": 775.7 / 673.8 − 1 is 15.1 %. All three figures
may have been rounded; a change is reported only when no rounding explains it. Differences in percentage
points between two percentages are redone likewise.

One figure of the three is reported: the one that a common mishearing puts right (15 for 50, two digits
swapped, one digit off, nineteen for nine) without contradicting what the rest of the call says of it. Where
no mishearing does, the change is reported with the computed value. Changes without both amounts are left
alone, and so are amounts that the words between them do not clearly compare.
`,
  category: 'number',
  severity: 'error',
  examples: [
    {
      text: 'Li Na: Hosting costs increased by {50%=>15%} year-over-year, from RMB 673.8 million to RMB 775.7 million this quarter.',
      why: 'Fifteen heard as fifty.',
    },
    {
      text: 'Li Na: The load factor was 87.4% versus {5.8%=>85.8%} last year, improved by 1.6 percent.',
      why: 'Percent for points, and a digit gone unheard.',
    },
    {
      text: 'Li Na: Gross margin was 35.5%, compared with {43.5%=>34.5%}, an improvement of one percentage.',
      why: 'The points went unheard.',
    },
    {
      text: 'Li Na: Receivable turnover days were 84 days, compared with {19=>91} days in the previous quarter, an improvement of seven days.',
      why: 'The difference of two amounts, told as one.',
    },
    {
      text: 'Li Na: Net income was RMB 612 million, up 17.9% from RMB 519 million, and basic earnings per share were RMB 3.00, compared with RMB {5.24=>2.54}.',
      why: 'Earnings per share change about as the profit does.',
    },
    {
      text: 'Li Na: For the next quarter we expect total revenues between RMB 1.78 billion and RMB 1.84 billion, representing year-over-year growth of 15% to {90%=>19%}.',
      why: 'Both ends grow from one base.',
    },
    {
      text: 'Li Na: Revenue was RMB 1,752.3 million, up 49% from RMB {1,165.5 million=>1,175.5 million} in the same quarter last year. To repeat, revenue was RMB 1,752.3 million, compared with RMB 1,175.5 million in the same quarter last year.',
      why: 'The amount is wrong, not the change: another mention tells.',
    },
    {
      text: 'Li Na: Marketing expenses were RMB 402 million, up {89.9%=>18.9%} from RMB 338 million.',
      why: 'Eighteen heard as eighty-nine.',
    },
    {
      text: "Li Na: Net profit was RMB 127 million. Last year it was RMB 212 million, so it's a decrease of {14%=>40%}.",
      why: 'The earlier value in a sentence of its own.',
    },
    {
      text: 'Li Na: Revenue was RMB 2.5 billion, up 31% from RMB 1.9 billion in the same quarter last year.',
      why: 'Rounding explains 31.6 %.',
    },
    {
      text: 'Li Na: Net loss was RMB 58.4 million, compared with RMB 101.3 million in the same period last year, a decrease of 42.3%.',
      why: 'A decrease, told after both amounts.',
    },
    {
      text: 'Li Na: EBITDA was RMB 826.6 million, increased by 3.5 times of RMB 185.4 million in the same quarter last year.',
      why: 'A multiple is no percentage.',
    },
  ],
  run: (doc, _, house) => faultsOfKind(doc, house, 'change'),
}
