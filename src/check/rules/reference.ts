import { faultsOfKind } from '../numbers/report/findings.js'
import type { Check } from '../check.js'

const release = {
  name: 'release.txt',
  text: [
    'Third Quarter 2025 Financial Results',
    'Total revenues were RMB2,478.0 million (US$348.1 million), an increase of 31.4% from RMB1,885.6 million in the same quarter of 2024.',
    'Gross margin was 15.9%, compared with 16.1% in the same quarter of 2024.',
  ].join('\n\n'),
}

export const reference: Check = {
  id: 'reference',
  summary: 'A figure that differs from the press release or earlier report given with --reference.',
  explanation: `
With \`--reference FILE\` every figure is held against the sentences and tables of the document: the same
measure with the same segment, adjusted with adjusted, the same quarter, the same role (value, earlier value,
change), one currency. Rounding is allowed for. The document's words are the evidence.

The quarters that the call and the document report are read from each, so that the revenue of an earlier
report is held against what the call tells of the quarter before. Nothing is said where the document tells
the value of the call somewhere for that measure, where it tells several values, or where either does not say
which quarter it reports. A figure that agrees with a document is not doubted for weaker reasons.
`,
  category: 'reference',
  severity: 'error',
  examples: [
    {
      text: 'Li Na: Welcome to the third quarter 2025 earnings call. Total revenues were RMB {2,748 million=>2,478 million}.',
      why: 'Two digits swapped; the release tells.',
      references: [release],
    },
    {
      text: 'Li Na: Welcome to the third quarter 2025 earnings call. Total revenues were RMB 2.48 billion, compared with RMB 1.89 billion in the same quarter last year. Gross margin was {50.9%=>15.9%}.',
      why: 'What is rounded agrees.',
      references: [release],
    },
    {
      text: 'Li Na: Welcome to the second quarter 2025 earnings call. Total revenues were RMB 2,349 million. Cloud revenues were RMB 912 million.',
      why: 'Another quarter, and a segment that the release does not tell.',
      references: [release],
    },
  ],
  run: (doc, _, house) => faultsOfKind(doc, house, 'reference'),
}
