import { scaleFaults } from '../numbers/direct/scale.js'
import type { Check } from '../check.js'

export const scale: Check = {
  id: 'scale',
  summary: 'An amount ten, a hundred or more times off the same amount in the aligned passage.',
  explanation: `
1 万 is ten thousand and 1 亿 a hundred million: a machine that writes English for Mandarin takes 亿 for
"billion" (ten times too much), drops 万 or writes "thousand" for it. Amounts of a Mandarin passage are held
against those of its interpretation **by value**: 24.78亿 and "2.478 billion" agree, "24.8 billion" and
"2.48 billion" do not.

The side is wrong whose value nobody else tells where somebody tells the other's. Where nobody tells either, it is the
machine's English; where the Mandarin was left in Han it is the interpretation, since interpreters stumble over 亿 too,
unless the call's other amounts show that the recogniser slipped.
What a \`--reference\` document tells is right. Of two amounts ten times apart, a machine's "3.1 billion" is no 亿 taken for
billion: the larger one is the slip, and so it is of a machine's 8,000, which has no 万 to convert. The suggestion keeps the manner of the figure it replaces. Amounts whose first digits differ are left
alone, and so are one-digit amounts that are not both large.
`,
  category: 'scale',
  severity: 'error',
  examples: [
    {
      text: 'Wang Lin: <m><1>This quarter our income reached {31.6 billion=>3.16 billion} yuan.</m> <i><1>Our revenue this quarter reached RMB 3.16 billion.</i>',
      why: '亿 heard as billion.',
    },
    {
      text: 'Wang Lin: <m><1>The adjusted net profit is {2,354,000=>23.54 million} yuan.</m> <i><1>Adjusted net profit was RMB 23.54 million.</i>',
      why: '万 heard as thousand.',
    },
    {
      text: 'Wang Lin: <m><1>第三季度的净亏损是4130万元。</m> <i><1>Net loss for the third quarter was RMB {4.13 million=>41.3 million}.</i>',
      why: 'Han is taken for right: the interpreter erred.',
    },
    {
      text: 'Wang Lin: <m><1>第三季度收入是{168亿=>16.8亿}元。</m> <i><1>Revenue in the third quarter was RMB 1.68 billion.</i> \n\nLi Na: Total revenue was RMB 1,683.2 million.',
      why: 'The finance chief bears the interpreter out.',
    },
    {
      text: 'Wang Lin: <m><1>The company sold {3174,000=>31.74 million} items.</m> <i><1>The company sold 31.74 million items.</i>',
      why: 'A figure that cannot be read, with the aligned one that can.',
    },
    {
      text: 'Wang Lin: <m><1>The monthly fee of one rider is about 199 yuan.</m> <i><1>The monthly fee per rider is around RMB {1.99=>199}.</i>',
      why: '"One ninety-nine", written as a price.',
    },
    {
      text: 'Wang Lin: <m><1>第三季度收入24.78亿元。</m> <i><1>Revenue in the third quarter was RMB 2.478 billion.</i>',
      why: 'Equal by value, different by digits.',
    },
    {
      text: 'Wang Lin: <m><1>We opened 12 stores and invested 120 million yuan.</m> <i><1>We opened 12 stores and invested RMB 120 million.</i>',
      why: 'Both amounts have their partner.',
    },
  ],
  run: (doc, _, house) => scaleFaults(doc, house.references),
}
