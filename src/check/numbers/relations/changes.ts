import { comparisonsOf, type Comparison } from '../../../numbers/comparisons.js'
import { familyOf, type Figure } from '../../../numbers/figures.js'
import { textOf } from '../../../text/spans.js'
import type { Aligned, Evidence } from '../../../types.js'
import { hedge, plain, rangeOf, shown, SLACK, type Constraint, type Readings } from '../constraint.js'

/** What each comparison demands: the change of its two values, or the direction that is told. */
export function changeConstraints(doc: Aligned): Constraint[] {
  return comparisonsOf(doc).flatMap((comparison) => {
    const change = changeConstraint(doc.text, comparison)
    const direction = directionConstraint(doc.text, comparison)
    const size = scaleConstraint(comparison) ?? sizeConstraint(doc.text, comparison)
    return [change, direction, size].filter((constraint) => constraint !== undefined)
  })
}

function changeConstraint(text: string, comparison: Comparison): Constraint | undefined {
  const { level, base, change } = comparison
  if (!change) return undefined
  const kind = familyOf(change)
  const ofShares = familyOf(level) === 'share'
  if (kind === 'points') return ofShares ? differenceConstraint(comparison) : undefined
  if (kind === 'times') return ofShares ? undefined : multipleConstraint(comparison)
  if (kind === 'amount') return ofShares ? undefined : amountConstraint(comparison)
  // "35.5%, compared with 34.5%, an improvement of one percentage": the points went unheard.
  if (ofShares && change.unit.kind === 'percent' && textOf(text, change.unit.written) === 'percentage')
    return differenceConstraint(comparison)
  if (ofShares && change.unit.kind === 'percent' && change.precision < 0.1) return pointsOrPercent(comparison)
  // "Narrowed by almost half" is no figure to reckon with.
  if (ofShares || change.unit.kind === 'fraction') return undefined
  return {
    kind: 'change',
    figures: [change, level, base],
    firm: true,
    holds: (readings) => changeHolds(comparison, readings),
    evidence: (readings) => {
      const [now, then, told] = [readings(level), readings(base), readings(change)]
      const computed = Math.abs(now.value) / Math.abs(then.value) - 1
      const down = comparison.direction === 'down'
      return [
        {
          kind: 'arithmetic',
          expression: `${shown(level, now)} / ${shown(base, then)} - 1`,
          computed: Number(computed.toFixed(4)),
          stated: Number((((down ? -1 : 1) * Math.abs(told.value)) / 100).toFixed(4)),
        },
      ]
    },
    solve: (figure, readings) => {
      const [now, then] = [Math.abs(readings(level).value), Math.abs(readings(base).value)]
      const ratio = 1 + (comparison.direction === 'down' ? -1 : 1) * (Math.abs(readings(change).value) / 100)
      if (figure === change) return Math.abs(now / then - 1) * 100
      return figure === level ? then * ratio : now / ratio
    },
  }
}

/** "Increased by 3.5 times" is said of three and a half times as much and of four and a half times. */
function multipleConstraint({ level, base, change }: Comparison): Constraint {
  const times = change!
  return {
    kind: 'multiple',
    figures: [times, level, base],
    // "Doubled" is said of much that is no exact double.
    firm: times.form === 'digits' && times.precision < 0.1 && times.approximation === undefined,
    holds: (readings) => {
      const [now, then, told] = [rangeOf(readings(level)), rangeOf(readings(base)), readings(times)]
      if (then.low <= 0) return true
      const tolerance =
        told.precision * SLACK + told.value * Math.max(hedge(times), hedge(level), hedge(base))
      const [low, high] = [now.low / then.high - tolerance, now.high / then.low + tolerance]
      if (times.approximation === 'over' || times.approximation === 'at least') return high >= told.value
      return [told.value, told.value + 1, 1 / told.value].some((ratio) => low <= ratio && ratio <= high)
    },
    evidence: (readings) => {
      const [now, then] = [readings(level), readings(base)]
      return [
        {
          kind: 'arithmetic',
          expression: `${shown(level, now)} / ${shown(base, then)}`,
          computed: Number((Math.abs(now.value) / Math.abs(then.value)).toFixed(4)),
          stated: readings(times).value,
        },
      ]
    },
  }
}

/** The stated change lies between the extremes that the rounding of all three allows; a wrong sign is another matter. */
function changeHolds({ level, base, change }: Comparison, readings: Readings): boolean {
  const [now, then, told] = [rangeOf(readings(level)), rangeOf(readings(base)), readings(change!)]
  const slop = hedge(level) + hedge(base)
  const low = (now.low / then.high - 1) * 100 - slop * 100
  const high = (then.low > 0 ? now.high / then.low - 1 : Infinity) * 100 + slop * 100
  const stated = Math.abs(told.value)
  const tolerance = told.precision * SLACK + hedge(change!) * Math.max(stated, 10)
  const within = (value: number): boolean => low - tolerance <= value && value <= high + tolerance
  return within(stated) || within(-stated)
}

/** "87.4% versus 85.8%, improved by 1.6 percent": the points are meant, or the change. */
function pointsOrPercent(comparison: Comparison): Constraint {
  const points = differenceConstraint(comparison)
  return {
    ...points,
    firm: false,
    holds: (readings) => points.holds(readings) || changeHolds(comparison, readings),
    solve: (figure, readings) => {
      const [now, then, told] = [comparison.level, comparison.base, comparison.change!]
      const sign = comparison.direction === 'down' ? -1 : 1
      const off = sign * Math.abs(readings(told).value)
      if (figure === then) return readings(now).value - off
      return figure === now ? readings(then).value + off : undefined
    },
  }
}

function differenceConstraint({ level, base, change }: Comparison): Constraint {
  const points = (value: number): number => (change!.unit.kind === 'basis-points' ? value / 100 : value)
  return {
    kind: 'change',
    figures: [change!, level, base],
    firm: true,
    holds: (readings) => {
      const [now, then, told] = [readings(level), readings(base), readings(change!)]
      const tolerance =
        now.precision +
        then.precision +
        points(told.precision) +
        hedge(change!) * Math.abs(points(told.value))
      return Math.abs(Math.abs(now.value - then.value) - Math.abs(points(told.value))) <= tolerance * SLACK
    },
    evidence: (readings) => {
      const [now, then, told] = [readings(level), readings(base), readings(change!)]
      const computed = Number((now.value - then.value).toFixed(4))
      return [
        {
          kind: 'arithmetic',
          expression: `${shown(level, now)} - ${shown(base, then)}`,
          computed,
          stated: points(told.value),
        },
      ]
    },
  }
}

/** "RMB 1,246.0 million, compared with RMB 1,118.3 million, an increase of 127.7 million"; days that turned fewer. */
function amountConstraint({ level, base, change }: Comparison): Constraint | undefined {
  const three = [change!, level, base]
  if (three.some((figure) => hedge(figure) > 0 || figure.per !== undefined)) return undefined
  if ((level.unit.kind === 'count') !== (change!.unit.kind === 'count')) return undefined
  const difference = (readings: Readings): number => Math.abs(readings(level).value - readings(base).value)
  return {
    kind: 'change',
    figures: three,
    firm: true,
    holds: (readings) => {
      const tolerance = three.reduce((all, figure) => all + readings(figure).precision, 0)
      const exact = level.unit.kind === 'count' ? 0.5 : tolerance * SLACK
      return Math.abs(difference(readings) - Math.abs(readings(change!).value)) <= exact
    },
    evidence: (readings) => [
      {
        kind: 'arithmetic',
        expression: `${shown(level, readings(level))} - ${shown(base, readings(base))}`,
        computed: Number((readings(level).value - readings(base).value).toPrecision(6)),
        stated: readings(change!).value,
      },
    ],
    solve: (figure, readings) => (figure === change ? difference(readings) : undefined),
  }
}

/** "RMB 92.7 billion, compared with 148.9 million", "RMB 64.3, compared with 61.7 million": digits alike, a scale apart. */
function scaleConstraint({ level, base }: Comparison): Constraint | undefined {
  if (![level, base].every((figure) => figure.unit.kind === 'currency' && figure.origin !== 'mandarin'))
    return undefined
  const apart = Math.abs(Math.log10(Math.abs(level.value / base.value)))
  const scales = Math.round(apart / 3)
  const bySpeech = Math.abs(apart - 2) < 0.2 ? pricelike(level, base) : undefined
  if (!(scales >= 1 && Math.abs(apart - 3 * scales) < 0.4) && !bySpeech) return undefined
  if (level.per !== base.per) return undefined
  return {
    kind: 'direction',
    figures: [level, base],
    firm: true,
    suspicion: (figure) => (bySpeech ? (figure === bySpeech ? 0.3 : 0) : figure.scale ? 0 : 0.3),
    holds: (readings) => sizesApart(level, base, readings) < 1,
    strangeness: (readings) => 0.3 * sizesApart(level, base, readings),
    evidence: (readings) => [nowAndBefore(level, base, readings)],
  }
}

/** Powers of ten between the two. */
const sizesApart = (level: Figure, base: Figure, readings: Readings): number =>
  Math.abs(Math.log10(Math.abs(readings(level).value / readings(base).value)))

/** The smaller of the two, where it was written as a price is: 1.24 million for a hundred and twenty-four. */
function pricelike(level: Figure, base: Figure): Figure | undefined {
  const smaller = Math.abs(level.value) < Math.abs(base.value) ? level : base
  const place = (2 * smaller.precision) / 10 ** (smaller.scale?.power ?? 0)
  return smaller.scale && Math.abs(place - 0.01) < 1e-9 ? smaller : undefined
}

const nowAndBefore = (level: Figure, base: Figure, readings: Readings): Evidence => ({
  kind: 'arithmetic',
  expression: `${shown(level, readings(level))} / ${shown(base, readings(base))} (now and before)`,
  computed: Number(plain(readings(level).value / readings(base).value)),
  stated: 1,
})

/** "6.6% of revenue, compared with 65%": no share jumps tenfold, least where only one of the two has lost its point. */
function sizeConstraint(
  text: string,
  { statement, level, base, change }: Comparison,
): Constraint | undefined {
  if (change || level.unit.kind !== 'percent' || base.unit.kind !== 'percent') return undefined
  const [small, large] = [level, base].toSorted((a, b) => Math.abs(a.value) - Math.abs(b.value))
  const ratio = Math.abs(large!.value / small!.value)
  const hasPoint = ({ precision }: Figure): boolean => precision < 0.5
  if (!(ratio > 6 && ratio < 16) || !hasPoint(small!) || hasPoint(large!) || large!.approximation)
    return undefined
  if (
    /\bgr(?:ew|ow|owth|owing)\b|\bincreas|\bpenetration|增/iu.test(
      text.slice(statement.subject.start, level.end),
    )
  )
    return undefined
  return {
    kind: 'direction',
    figures: [level, base],
    firm: true,
    suspicion: (figure) => (figure === large ? 0.3 : 0),
    holds: (readings) => Math.abs(Math.log2(Math.abs(readings(level).value / readings(base).value))) < 1,
    evidence: (readings) => [nowAndBefore(level, base, readings)],
  }
}

/** "rose to 16% from 50%". Losses are left out: a smaller loss is told as a rise and as a fall. */
function directionConstraint(text: string, comparison: Comparison): Constraint | undefined {
  const { statement, level, base, direction } = comparison
  if (!direction || level.value < 0 || base.value < 0) return undefined
  const words = text.slice(statement.subject.start, Math.max(level.end, base.end))
  if (
    /\bloss(?:es)?\b|\bdeficit\b|亏损|虧損|\bturn(?:ed|ing|around)\b|\bimprov\w* (?:of|by)\b|\b(?:efficien|turnover|ratio|days|churn)/iu.test(
      words,
    )
  )
    return undefined
  const improves = /\bimprov/iu.test(words) && !/\bmargin|\bprofit|\brevenue/iu.test(words)
  if (improves) return undefined
  const sign = direction === 'up' ? 1 : -1
  return {
    kind: 'direction',
    figures: [level, base],
    firm: false,
    holds: (readings) => {
      const [now, then] = [readings(level), readings(base)]
      return sign * (now.value - then.value) >= -(now.precision + then.precision)
    },
    evidence: (readings) => {
      const [now, then] = [readings(level), readings(base)]
      return [
        {
          kind: 'arithmetic',
          expression: `${shown(level, now)} - ${shown(base, then)} (said to be ${direction})`,
          computed: Number(plain(now.value - then.value)),
          stated: sign,
        },
      ]
    },
    strangeness: (readings) => {
      const [now, then] = [readings(level), readings(base)]
      return Math.abs(now.value - then.value) / Math.max(now.value, then.value, 1)
    },
  }
}
