import { comparisonsOf } from '../../numbers/comparisons.js'
import type { Aligned, Found } from '../../types.js'
import { asStated, shown, type Constraint, type ConstraintKind } from '../numbers/constraint.js'
import { faultsOfKind } from '../numbers/report/findings.js'
import { constraintsByFigure } from '../numbers/solve.js'
import type { Check } from '../check.js'

export const changeDirection: Check = {
  id: 'change-direction',
  summary: 'A value said to rise that falls by its figures, or the other way round.',
  explanation: `
"The margin rose to 16%, up from 50%": by its figures it fell. It is reported where a teen heard as a ten (15
for 50) or a ten as a teen makes the direction right; of two such repairs the one with the smaller change is
taken. Where the change in percent agrees with both amounts and its word does not, the word is reported. The ends of a range that are a thousand times apart have
a wrong scale, shares that are ten times apart have lost a point. Losses are left alone (a loss that narrows is told either way), and so are measures that improve by
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
      text: 'Li Na: Impairment losses were RMB 96 million, compared with RMB {1.24 million=>124 million} a year ago.',
      why: 'A hundred and twenty-four, written as a price is.',
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
      text: 'Li Na: We expect to sell between {14.8 billion=>14.8 million} and 15.0 million hogs for the full year.',
      why: 'The ends of a range are of one size.',
    },
    {
      text: 'Li Na: Fulfillment expenses were RMB 348 million, representing 6.6% of revenue, compared with {65%=>6.5%}.',
      why: 'No share falls to a tenth: a point was lost.',
    },
    {
      text: 'Li Na: Administrative expenses were RMB 226.4 million, {up=>down} 4.1% from RMB 236.1 million.',
      why: 'The change agrees with both amounts, the word with neither.',
    },
    {
      text: 'Li Na: Operating profit was RMB 148.9 million, compared with RMB {92.7 billion=>92.7 million}. General expenses were RMB {64.3=>64.3 million}, compared with RMB 61.7 million.',
      why: 'Compared amounts have one scale.',
    },
    {
      text: 'Li Na: Total revenues were RMB 1.17 billion, up 12%. For the fourth quarter, we expect total revenues of between RMB 1.38 billion and RMB {1.46 million=>1.46 billion}.',
      why: 'And of the size of the revenue told.',
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
  *run(doc, _, house) {
    yield* faultsOfKind(doc, house, 'direction')
    yield* wrongWords(doc)
  },
}

/** "RMB 226 million, up 4.1% from RMB 236 million": the change agrees, the word for it does not. */
function* wrongWords(doc: Aligned): Generator<Found> {
  const around = constraintsByFigure(doc)
  for (const { level, base, change, direction } of comparisonsOf(doc)) {
    if (!change || !direction || change.origin === 'mandarin' || Math.abs(change.value) < 1) continue
    const own = (kind: ConstraintKind): Constraint | undefined =>
      around.get(level)?.find((one) => one.kind === kind && one.figures.includes(base))
    if (!own('change')?.holds(asStated) || own('direction')?.holds(asStated) !== false) continue
    const [now, then] = [Math.abs(level.value), Math.abs(base.value)]
    // What might be a fall of 4% and a rise of 4% within the rounding tells nothing.
    const ratio = 100 * (now / then - 1)
    if (Math.sign(ratio) === (direction === 'up' ? 1 : -1)) continue
    const before = doc.text.slice(Math.max(0, change.start - 40), change.start)
    const match = WORD.exec(before)
    const instead = OPPOSITE.get(match?.[1]!.toLowerCase() ?? '')
    if (!match || instead === undefined) continue
    const start = change.start - before.length + match.index
    yield {
      start,
      end: start + match[1]!.length,
      message: `"${match[1]!}" does not fit ${shown(level, asStated(level))} after ${shown(base, asStated(base))}: ${instead}?`,
      confidence: 0.85,
      evidence: own('direction')!.evidence(asStated),
      suggestions: [{ text: instead, confidence: 0.85, safe: false }],
    }
  }
}

const PAIRS = [
  ['up', 'down'],
  ['increased', 'decreased'],
  ['increase', 'decrease'],
  ['rose', 'fell'],
  ['grew', 'declined'],
  ['growth', 'decline'],
  ['rise', 'fall'],
  ['growing', 'declining'],
  ['increasing', 'decreasing'],
] as const
const OPPOSITE: ReadonlyMap<string, string> = new Map([
  ...PAIRS,
  ...PAIRS.map(([up, down]) => [down, up] as const),
])
const WORD = new RegExp(
  String.raw`\b(${[...OPPOSITE.keys()].join('|')})(?: (?:by|of|about|approximately))?\s$`,
  'iu',
)
