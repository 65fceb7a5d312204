import { figuresOf, significance, type Figure } from '../../../numbers/figures.js'
import type { Aligned } from '../../../types.js'
import { hedge, plain, shown, SLACK, type Constraint } from '../constraint.js'

/** An amount and what it is in another currency. */
interface Conversion {
  readonly original: Figure
  readonly converted: Figure
}

/**
 * "RMB 712.4 million, or US$100.1 million": a call converts at one rate. Held against the rate that most
 * conversions between the two currencies agree on, where two do.
 */
export function conversionConstraints(doc: Aligned): Constraint[] {
  const drawers = new Map<string, Conversion[]>()
  for (const conversion of conversionsOf(doc)) {
    const key = `${codeOf(conversion.original)} ${codeOf(conversion.converted)}`
    drawers.set(key, [...(drawers.get(key) ?? []), conversion])
  }
  return [...drawers.values()].flatMap((conversions) => {
    const rate = agreedRate(conversions)
    return rate === undefined ? [] : conversions.map((conversion) => conversionConstraint(conversion, rate))
  })
}

function conversionsOf(doc: Aligned): Conversion[] {
  const { text } = doc
  const figures = figuresOf(doc).filter(({ origin }) => origin !== 'mandarin')
  return figures
    .flatMap((original, index): Conversion[] => {
      const [second, third, fourth] = figures.slice(index + 1, index + 4)
      if (!second) return []
      if (areConverted(text, original, second)) return [{ original, converted: second }]
      // "between A and B, or between C and D"
      const isRange =
        third && fourth && codeOf(original) === codeOf(second) && areConverted(text, second, third)
      return isRange && codeOf(third) === codeOf(fourth) && fourth.start - third.end < RANGE_GAP
        ? [
            { original, converted: third },
            { original: second, converted: fourth },
          ]
        : []
    })
    .filter(
      (conversion, index, all) =>
        all.findIndex(({ converted }) => converted === conversion.converted) === index,
    )
}

const RANGE_GAP = 12

function areConverted(text: string, a: Figure, b: Figure): boolean {
  const [one, other] = [codeOf(a), codeOf(b)]
  if (one === undefined || other === undefined || one === other || a.turn !== b.turn) return false
  return b.start - a.end < 50 && CONVERTING.test(text.slice(a.end, b.start))
}

const CONVERTING =
  /^,? ?\(?(?:(?:or|which is|that is|equivalent to|equal to|equals|i\.e\.),? ?)?(?:(?:about|approximately|around|roughly|between|from|a range of|in the range of) ?)*$/iu

const codeOf = ({ unit }: Figure): string | undefined => (unit.kind === 'currency' ? unit.code : undefined)

/** The rate that most conversions agree on, two at least. */
function agreedRate(conversions: readonly Conversion[]): number | undefined {
  const rates = conversions
    .filter(({ original, converted }) => Math.min(significance(original), significance(converted)) >= 3)
    .map(({ original, converted }) => original.value / converted.value)
    .filter((rate) => rate > 0 && Number.isFinite(rate))
    .slice(0, MOST)
  const agreeing = (rate: number): number[] => rates.filter((other) => Math.abs(other / rate - 1) <= ALIKE)
  const [best] = rates.map(agreeing).toSorted((a, b) => b.length - a.length)
  if (!best || best.length < 2) return undefined
  const isRivalled = rates.some((rate) => !best.includes(rate) && agreeing(rate).length >= best.length)
  return isRivalled ? undefined : best.toSorted((a, b) => a - b)[best.length >> 1]
}

/** Conversions of a call that are weighed. */
const MOST = 60

const ALIKE = 0.006
/** What the rounding of the rate itself leaves open. */
const SPREAD = 0.003

function conversionConstraint({ original, converted }: Conversion, rate: number): Constraint {
  // Nothing else stands on the converted amount; what has two digits less has lost some.
  const suspect = significance(original) <= significance(converted) - 2 ? original : converted
  return {
    kind: 'mention',
    figures: [original, converted],
    firm: true,
    holds: (readings) => {
      const [one, other] = [readings(original), readings(converted)]
      const off =
        one.precision / Math.abs(one.value) +
        other.precision / Math.abs(other.value) +
        hedge(original) +
        hedge(converted)
      return Math.abs(one.value / other.value / rate - 1) <= SPREAD + off * SLACK
    },
    suspicion: (figure) => (figure === suspect ? 0.35 : 0),
    evidence: (readings) => [
      {
        kind: 'arithmetic',
        expression: `${shown(original, readings(original))} / ${plain(Number(rate.toPrecision(4)))} (the rate of the call)`,
        computed: Number((readings(original).value / rate).toPrecision(4)),
        stated: readings(converted).value,
      },
    ],
    solve: (figure, readings) =>
      figure === original
        ? Math.abs(readings(converted).value) * rate
        : Math.abs(readings(original).value) / rate,
  }
}
