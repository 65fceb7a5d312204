import { familyOf, figuresOf, type Figure } from '../../../numbers/figures.js'
import type { Aligned } from '../../../types.js'
import { plain, shown, SLACK, type Constraint, type Reading, type Readings } from '../constraint.js'

/** The two ends of a range that is told as one: "in the range of A to B", "growth of A to B", "between A and B". */
export interface Range {
  readonly low: Figure
  readonly high: Figure
}

/** The ranges of a call; a way "from A to B" is none. Linear in the length of the call. */
export const rangesOf = (doc: Aligned): Range[] =>
  joinedPairs(doc).filter(({ low, high, joint }) => {
    const before = doc.text.slice(Math.max(low.sentence.start, low.start - 40), low.start)
    return familyOf(low) === familyOf(high) && (joint === 'and' ? /\bbetween $/iu : OPENING).test(before)
  })

/** Neighbours with nothing but "to" between them, whatever they say: ends of a range or of a way. */
export function joinedPairs(doc: Aligned): (Range & { readonly joint: string })[] {
  const figures = figuresOf(doc)
  return figures.flatMap((low, index) => {
    const high = figures[index + 1]
    if (!high || high.turn !== low.turn || high.start - low.end > 8) return []
    const joint = /^ ?(to|and|[-–—~至到]) ?$/iu.exec(doc.text.slice(low.end, high.start))?.[1]
    return joint === undefined ? [] : [{ low, high, joint: joint.toLowerCase() }]
  })
}

const OPENING =
  /\b(?:range from|between|(?<!(?:decline|decrease|drop|reduction|fall) )of|be|expect\w*|approximately|around|about|in the|at) $/iu

/**
 * The lower end first, proven wrong only where a fifteen for a fifty explains it; and the ends of one size:
 * "between 14.8 billion and 15.0 million", "420,000 to 450 units".
 */
export function rangeConstraints(doc: Aligned): Constraint[] {
  const ranges = rangesOf(doc).filter(
    ({ low, high }) => low.value > 0 && high.value > 0 && Number.isFinite(low.value + high.value),
  )
  return ranges.flatMap((range, index) => [
    ofOneSize(range) ?? inOrder(range),
    ...growthOf(doc, ranges[index - 1], range),
  ])
}

/** "Revenue between A and B, representing growth of P to Q": one base, whatever it is, grows to both ends. */
function growthOf({ text }: Aligned, amounts: Range | undefined, growth: Range): Constraint[] {
  if (!amounts || growth.low.index !== amounts.high.index + 1 || growth.low.turn !== amounts.high.turn)
    return []
  if (familyOf(amounts.low) !== 'amount' || familyOf(growth.low) !== 'share') return []
  const between = text.slice(amounts.high.end, growth.low.start)
  const direction = between.length <= 120 ? GROWTH.exec(between)?.groups : undefined
  if (!direction) return []
  const sign = direction['down'] === undefined ? 1 : -1
  const figures = [growth.high, growth.low, amounts.low, amounts.high]
  const factor = (reading: Reading): number => 1 + (sign * reading.value) / 100
  const ofGrowth = (readings: Readings): number =>
    factor(readings(growth.high)) / factor(readings(growth.low))
  const ofAmounts = (readings: Readings): number => readings(amounts.high).value / readings(amounts.low).value
  return [
    {
      kind: 'change',
      figures,
      firm: true,
      holds: (readings) => {
        const shares = [growth.low, growth.high].map((figure) => readings(figure).precision / 100)
        const sizes = [amounts.low, amounts.high].map((figure) => readings(figure).precision / figure.value)
        const off = [...shares, ...sizes].reduce((all, one) => all + one, 0)
        const apart = ofGrowth(readings) / ofAmounts(readings)
        return (
          Math.abs(Math.log(apart)) <= off * SLACK ||
          Math.abs(Math.log(apart * ofAmounts(readings) ** 2)) <= off * SLACK
        )
      },
      evidence: (readings) => [
        {
          kind: 'arithmetic',
          expression: `${shown(amounts.high, readings(amounts.high))} / ${shown(amounts.low, readings(amounts.low))} (the ends of a range)`,
          computed: Number(ofAmounts(readings).toPrecision(4)),
          stated: Number(ofGrowth(readings).toPrecision(4)),
        },
      ],
      solve: (figure, readings) =>
        figure === growth.high
          ? (factor(readings(growth.low)) * ofAmounts(readings) - 1) * 100 * sign
          : undefined,
    },
  ]
}

const GROWTH =
  /\b(?:(?<up>growth|increase|up|growing|increasing)|(?<down>decrease|decline|down|decreasing|declining))\b[^.;\d]*$/iu

function ofOneSize({ low, high }: Range): Constraint | undefined {
  const apart = Math.abs(Math.log10(high.value / low.value))
  if (Math.abs(apart - 3) > 0.4 || familyOf(low) !== 'amount') return undefined
  return {
    kind: 'direction',
    figures: [low, high],
    firm: true,
    holds: (readings) => {
      const ratio = readings(high).value / readings(low).value
      return ratio >= 1 && ratio < 20
    },
    evidence: (readings) => [
      {
        kind: 'arithmetic',
        expression: `${shown(high, readings(high))} / ${shown(low, readings(low))} (the ends of a range)`,
        computed: Number(plain(readings(high).value / readings(low).value)),
        stated: 1,
      },
    ],
  }
}

const inOrder = ({ low, high }: Range): Constraint => ({
  kind: 'direction',
  figures: [low, high],
  firm: false,
  holds: (readings) => readings(low).value <= readings(high).value,
  evidence: (readings) => [
    {
      kind: 'arithmetic',
      expression: `${shown(high, readings(high))} - ${shown(low, readings(low))} (the ends of a range)`,
      computed: Number(plain(readings(high).value - readings(low).value)),
      stated: 1,
    },
  ],
  strangeness: (readings) => {
    const [from, to] = [readings(low).value, readings(high).value]
    return (to - from) / to
  },
})
