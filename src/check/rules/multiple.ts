import { faultsOfKind } from '../numbers/report/findings.js'
import type { Check } from '../check.js'

export const multiple: Check = {
  id: 'multiple',
  summary: 'A stated multiple ("3.5 times", "doubled") that does not follow from the two amounts beside it.',
  explanation: `
"Increased by 3.5 times, from 185 million to 826 million": 826 / 185 is 4.5, which is 3.5 more. Speakers say
"increased 3.5 times" of both, so either will do, within the rounding of all three figures; "more than doubled"
asks for twice as much at least. What one costs, how many there are and what all of them make are held together, too. A multiple with a decimal is reported whenever the amounts do not bear it out;
"doubled" and "three times" only with a mishearing that explains them.
`,
  category: 'number',
  severity: 'error',
  examples: [
    {
      text: 'Li Na: Adjusted EBITDA was RMB {286.6 million=>826.6 million}, increased by 3.5 times from RMB 185.4 million in the same quarter last year.',
      why: 'Two digits swapped; the multiple tells.',
    },
    {
      text: 'Li Na: Net debt was RMB {1,640.0 million=>1,064.0 million}. On EBITDA of RMB 1,064 million, this is 1.0 times.',
      why: 'Debt over earnings.',
    },
    {
      text: 'Li Na: The board has declared a dividend of RMB {0.80=>0.18} per share, a payout of 30%. With 2,013 million shares this is RMB 362 million in total.',
      why: 'What one share is paid, times the shares.',
    },
    {
      text: 'Li Na: Adjusted EBITDA was RMB 826.6 million, increased by 3.5 times of RMB 185.4 million in the same quarter last year.',
      why: '4.5 times as much is 3.5 times more.',
    },
    {
      text: 'Li Na: Overseas revenue was RMB 830 million, more than doubled from RMB 310 million in the same quarter last year.',
      why: 'More than twice as much.',
    },
  ],
  run: (doc, _, house) => faultsOfKind(doc, house, 'multiple'),
}
