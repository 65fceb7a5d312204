import { familyOf, figuresOf, significance, type Figure } from '../../../numbers/figures.js'
import type { Aligned } from '../../../types.js'
import { asStated, hedge, shown, SLACK, type Constraint, type Readings } from '../constraint.js'
import type { HeardAlike } from '../told/heard.js'
import { isMendable } from '../told/mendable.js'

/**
 * "80 cents a share; with 2,013 million shares this is 362 million in total", "we saved 12 dollars on each of 4.2 million
 * units, 50 million in all": what one costs, how many, and what all of them make, told together in any order. Only what
 * agrees, or would but for a common slip, is meant.
 */
export function productConstraints(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc).filter((figure) => familyOf(figure) === 'amount')
  return figures.flatMap((first, index): Constraint[] => {
    const three = figures.slice(index, index + 3)
    const last = three[2]
    if (!last || last.turn !== first.turn || last.start - first.end > TOGETHER) return []
    if (three.some((figure) => significance(figure) < 2)) return []
    const told = three.map((figure, place) =>
      partPlayed(doc.text, figure, three[place - 1], three[place + 1]),
    )
    const [all, one, count] = (['all', 'one', 'count'] as const).map((part) => three[told.indexOf(part)])
    if (!all || !one || !count || one.value >= all.value) return []
    const constraint = product(all, one, count)
    return constraint.holds(asStated) || isMendable(constraint, COMMON) ? [constraint] : []
  })
}

/** Characters between the first and the last of the three. */
const TOGETHER = 200
const COMMON: ReadonlySet<HeardAlike['kind']> = new Set(['teen-ty', 'swap', 'point', 'scale'])

/** What the words between it and its neighbours say that a figure is. */
function partPlayed(
  text: string,
  figure: Figure,
  before: Figure | undefined,
  after: Figure | undefined,
): 'all' | 'one' | 'count' | undefined {
  const from = Math.max(figure.sentence.start, before?.end ?? 0, figure.start - NEAR)
  const opening = text.slice(from, figure.start)
  const end = Math.min(figure.sentence.end, after?.start ?? Infinity, figure.end + SHORT)
  const closing = text.slice(figure.figure.end, end)
  if (figure.unit.kind === 'currency' || figure.unit.kind === 'none') {
    if (figure.per !== undefined || ONE_AFTER.test(closing) || ONE_BEFORE.test(opening)) return 'one'
    if (ALL_AFTER.test(closing) || ALL_BEFORE.test(opening)) return 'all'
  }
  const isCount = figure.unit.kind !== 'currency' && Math.abs(figure.value) >= LEAST
  return isCount && (COUNT_AFTER.test(closing) || COUNT_BEFORE.test(opening)) ? 'count' : undefined
}

const NEAR = 90
const SHORT = 40
/** Fewer are hardly told with what one of them costs. */
const LEAST = 20

const ONE_AFTER =
  /^[^.;,]{0,12}\b(?:per|each|apiece|a (?:share|unit|piece|ton|tonne|user|customer|vehicle|car|box|bottle))\b/iu
const ONE_BEFORE =
  /\b(?:average (?:[\p{L}-]+ )?(?:price|fare|rate|rent|ticket|value|order)|asp|arpu|arppu|aov|unit (?:price|cost)|per (?:share|unit|user|customer|ton|order))\b[^.;]{0,30}$/iu
const ALL_AFTER = /^[^.;,]{0,12}\b(?:in total|in all|altogether)\b/iu
const ALL_BEFORE =
  /\b(?:total(?:s|ing|ling)?(?: of)?|altogether|in all|worth|amount(?:s|ing|ed)? to|comes? to|this is|that is|makes)\b[^.;]{0,20}$/iu
const COUNT_AFTER =
  /^ ?(?:[\p{L}-]+ ){0,2}(?:shares|ads|adss|units|users|customers|subscribers|members|orders|tons|tonnes|vehicles|cars|pieces|sets|boxes|bottles|tickets|admissions|visits|rooms|nights|stores)\b/iu
const COUNT_BEFORE =
  /\b(?:volumes?|shipments?|deliveries|orders|admissions|users|customers|subscribers|shares)\b[^.;]{0,20}$/iu

function product(all: Figure, one: Figure, count: Figure): Constraint {
  const parts = [one, count]
  const computed = (readings: Readings): number =>
    parts.reduce((made, part) => made * Math.abs(readings(part).value), 1)
  return {
    kind: 'multiple',
    figures: [one, count, all],
    firm: false,
    unexplained: WORTH_A_LOOK,
    holds: (readings) => {
      const off = parts.reduce((sum, part) => {
        const { value, precision } = readings(part)
        return sum + precision / Math.abs(value) + hedge(part)
      }, hedge(all))
      const { value, precision } = readings(all)
      return Math.abs(computed(readings) - Math.abs(value)) <= (computed(readings) * off + precision) * SLACK
    },
    solve: (figure, readings) => {
      if (figure === all) return computed(readings)
      const other = figure === one ? count : one
      return Math.abs(readings(all).value / readings(other).value)
    },
    evidence: (readings) => [
      {
        kind: 'arithmetic',
        expression: parts.map((part) => shown(part, readings(part))).join(' × '),
        computed: Number(computed(readings).toPrecision(4)),
        stated: readings(all).value,
      },
    ],
  }
}

const WORTH_A_LOOK = 0.5
