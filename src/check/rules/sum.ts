import { faultsOfKind } from '../numbers/report/findings.js'
import type { Check } from '../check.js'

export const sum: Check = {
  id: 'sum',
  summary: 'Parts that do not add up to their total, or shares that do not make a hundred.',
  explanation: `
The lines of a total told one after the other (costs, expenses, revenue by segment), the parts of an
enumeration, shares of one whole, a difference ("resulting in free cash flow of"), revenue less its cost. What does not add up is
reported where one figure, misheard in a common way, mends it to the last digit. Parts that are only some of
the total are left alone.
`,
  category: 'number',
  severity: 'error',
  examples: [
    {
      text: 'Li Na: We paid RMB 4.6 billion in cash dividends. Combined with the RMB 11.9 billion in share repurchases, we have returned a total of RMB {165 billion=>16.5 billion} to shareholders.',
      why: 'A total ten times its parts, which the words join.',
    },
    {
      text: 'Li Na: Total cost of revenue was RMB 2,097.1 million. Hosting costs were RMB 775.7 million this quarter. Depreciation costs were RMB 649.7 million this quarter. Service costs were RMB 595.9 million this quarter. Fulfillment costs and other costs were RMB 5.2 million and RMB {17.6 million=>70.6 million} this quarter.',
      why: 'Seventy heard as seventeen: the lines must make the total.',
    },
    {
      text: 'Li Na: At the end of September cash and cash equivalents were RMB 1,246.0 million. \n\nZhang Wei: Total debt was RMB 2,310.0 million, so net debt was RMB {1,604.0 million=>1,064.0 million}.',
      why: 'Debt less the cash that another tells.',
    },
    {
      text: 'Li Na: We closed the quarter with cash of RMB 1,936.5 million and borrowings of RMB 1,407.2 million, which gives us net cash of RMB {59.3 million=>529.3 million}.',
      why: 'A digit gone unheard.',
    },
    {
      text: 'Li Na: Gross profit was RMB 703.4 million. Selling expenses were RMB 48.2 million, administrative expenses RMB 93.7 million, and R&D expenses RMB 87.4 million. That leaves operating profit of RMB {404.1 million=>474.1 million}.',
      why: 'Gross profit less the expenses.',
    },
    {
      text: 'Li Na: Total revenue was RMB 7,845.2 million. For the nine months, total revenue was RMB 19,850.5 million. The first quarter was RMB 6,120.4 million and the second quarter was RMB {5,804.9 million=>5,884.9 million}.',
      why: 'Three quarters make nine months.',
    },
    {
      text: 'Li Na: Operating income was RMB 321.6 million. Net interest expense was RMB 142.9 million, and the income tax was RMB 72.4 million. So our net income was RMB {160.3 million=>106.3 million}.',
      why: 'Operating income less interest and tax.',
    },
    {
      text: 'Li Na: The loss ratio was 68.4%, the expense ratio was 30.2%, and so the combined ratio was {89.6%=>98.6%}.',
      why: 'Two ratios make the combined one.',
    },
    {
      text: 'Li Na: Total trading volume was HK${1.36 billion=>1.36 trillion}, up 84% year over year, of which U.S. stocks were HK$982 billion and Hong Kong stocks HK$318 billion.',
      why: 'No part is larger than its whole.',
    },
    {
      text: 'Li Na: We have a project loan of RMB 120 million, of which RMB {19 million=>90 million} has been drawn and RMB 30 million is still available.',
      why: 'What is drawn and what is left.',
    },
    {
      text: 'Li Na: By region, Taiwan accounted for 68% of revenue, Hong Kong {40%=>14%}, and Mainland China 18%.',
      why: 'The shares of one whole make a hundred.',
    },
    {
      text: 'Li Na: Operating cash flow was RMB 1,063.5 million. CapEx was RMB {483.8 million=>433.8 million}, resulting in free cash flow of RMB 629.7 million.',
      why: 'A difference, one digit off.',
    },
    {
      text: 'Li Na: Revenue for the third quarter was RMB 4.31 billion. Ticketing was RMB 2.74 billion, up 9%, hotel services were RMB {906 million=>960 million}, and package tours were RMB 610 million.',
      why: 'Lines of business make the revenue; two digits swapped.',
    },
    {
      text: 'Li Na: Our total debt is RMB 630 million and our cash is RMB 1.98 billion, so we have net cash of RMB {1.53 billion=>1.35 billion}.',
      why: 'Cash less debt.',
    },
    {
      text: 'Li Na: The remaining amount under the program is US$ {250 million=>205 million}, because the program was US$300 million in total and only US$95 million is used so far.',
      why: 'What is used and what is left make the total.',
    },
    {
      text: 'Li Na: Revenue was RMB 2,116.2 million. Cost of revenue was RMB {1,521.9 million=>1,512.9 million}, and gross profit was therefore RMB 603.3 million.',
      why: 'Revenue less its cost is the gross profit.',
    },
    {
      text: 'Li Na: Combined with the US$11.9 billion in share repurchases, the dividends of US$4.6 billion make a total of US${15.6 billion=>16.5 billion} for the year.',
      why: 'A total told after its parts.',
    },
    {
      text: 'Li Na: By region, Taiwan accounted for 58% of revenue, Hong Kong 14%, and Mainland China 18%.',
      why: 'Less than a hundred: not all regions are named.',
    },
    {
      text: 'Li Na: Total revenue was RMB 742.6 million. Subscription revenue was RMB 398.4 million. Hardware revenue was RMB 144.2 million.',
      why: 'Some parts of the total.',
    },
  ],
  run: (doc, _, house) => faultsOfKind(doc, house, 'sum'),
}
