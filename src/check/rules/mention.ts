import { faultsOfKind } from '../numbers/report/findings.js'
import type { Check } from '../check.js'

export const mention: Check = {
  id: 'mention',
  summary: 'One fact told twice with different figures, one of them easily misheard for the other.',
  explanation: `
Two statements that report one and the same value tell one fact: the earlier value, the change and the share
told with it must agree too, but for rounding ("2.48 billion" is "2,478 million"). So must the figures of a
Mandarin passage and of its interpretation, either of which may be the wrong one: what the rest of the call bears out
is right, else what has more digits. Amounts told in two currencies are held against the rate that the call's other
conversions agree on. A difference is reported where a common mishearing
explains it; a difference that nothing explains is left alone.
`,
  category: 'number',
  severity: 'error',
  examples: [
    {
      text: 'Wang Lin: <m><1>我们的目标是2030年碳排放比2022年减少三成。</m> <i><1>Our target is to cut carbon emissions by {13%=>30%} by 2030 compared with 2022.</i>',
      why: 'Thirty heard as thirteen; the Han tells.',
    },
    {
      text: 'Li Na: Electronic chemicals rose 30.4% to RMB 317.9 million. \n\nZhang Wei: The revenue of electronic chemicals was RMB 317.9 million, up {13.4%=>30.4%} year-over-year. \n\nLi Na: As I said, chemicals rose 30.4% year-over-year.',
      why: 'One value, two changes that sound alike.',
    },
    {
      text: 'Li Na: The dividend comes to {14%=>40%} of core net profit, and we intend to stay at 40% for the full year.',
      why: 'What stays is the same.',
    },
    {
      text: 'Wang Lin: <m><1>The upper seat rate has increased from 7.6% to {89%=>8.9%}.</m> <i><1>Occupancy rose from 7.6% to 8.9%.</i>',
      why: 'The machine lost the point; the interpretation has it.',
    },
    {
      text: 'Li Na: Operating profit was RMB 131.7 million, or US${80.5 million=>18.5 million}. Cost of revenue was RMB 418.9 million, or US$58.8 million. Net income was RMB 42.6 million, or US$5.98 million. Cash was RMB 3,286.5 million, or US$461.7 million.',
      why: 'A call converts at one rate.',
    },
    {
      text: 'Li Na: Cloud revenue reached RMB 2.48 billion, up 31% year-over-year. \n\nZhang Wei: Cloud revenue was RMB 2,478 million, up 31% year-over-year.',
      why: 'The same value, rounded.',
    },
    {
      text: 'Li Na: Cloud revenue reached RMB 2.48 billion, up 31% year-over-year. \n\nZhang Wei: Cloud revenue was RMB 2,478 million, up 12% quarter-over-quarter.',
      why: 'Changes against different periods.',
    },
    {
      text: 'Wang Lin: <m><1>This quarter the orders have a growth of nearly 120%.</m> <i><1>Orders grew by around 122% this quarter.</i>',
      why: 'The interpreter rounds otherwise.',
    },
  ],
  run: (doc, _, house) => faultsOfKind(doc, house, 'mention'),
}
