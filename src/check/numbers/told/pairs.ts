import { familyOf, figuresOf, significance, type Figure } from '../../../numbers/figures.js'
import { powerOfTenApart, sameValue } from '../../../text/amounts/amounts.js'
import type { Aligned, Bead, Span } from '../../../types.js'
import { heardAlike } from './heard.js'
import { firstIndex } from '../../../text/bisect.js'

/** A figure of a Mandarin passage and the one that interprets it. */
export interface FigurePair {
  readonly mandarin: Figure
  readonly interpretation: Figure
  /**
   * `same` value; `scale`: a power of ten apart; `near`: a power of ten apart and a digit misheard;
   * `unread`: the Mandarin figure is malformed; `other`: the values differ.
   */
  readonly relation: 'same' | 'scale' | 'near' | 'unread' | 'other'
  /** The bead's other figures leave no doubt which belongs to which. */
  readonly certain: boolean
}

/**
 * The figures of each bead in pairs, then those left over with those of beads nearby, and with those of the next beads that
 * sound like them. Time is linear in the call for beads of bounded size.
 */
export function figurePairs(doc: Aligned): readonly FigurePair[] {
  const figures = figuresOf(doc)
  const known = pairsByFigures.get(figures)
  if (known?.beads === doc.beads) return known.pairs
  const sides = sidesOf(doc, figures)
  const inside = sides.flatMap(({ mandarin, interpretation }) => bestPairs(mandarin, interpretation))
  const used = new Set(inside.flatMap((pair) => [pair.mandarin, pair.interpretation]))
  const pairs = [...inside, ...pairsNearby(sides, used), ...pairsBeside(sides, used)]
  pairsByFigures.set(figures, { beads: doc.beads, pairs })
  return pairs
}

const pairsByFigures = new WeakMap<readonly Figure[], { beads: readonly Bead[]; pairs: FigurePair[] }>()

/** How many beads away a figure may be found that its own bead lacks; further where it has three digits. */
const NEARBY = 2
const FAR = 6

/** Large figures that are left over, with equal ones of beads nearby; those paired are used up. */
function pairsNearby(sides: readonly Sides[], used: Set<Figure>): FigurePair[] {
  return sides.flatMap((side, index) => {
    const left = side.mandarin.filter((figure) => !used.has(figure) && isTelling(figure))
    if (left.length === 0) return []
    const around = sides
      .slice(Math.max(0, index - FAR), index + FAR + 1)
      .flatMap(({ interpretation }, place) => interpretation.map((figure) => ({ figure, place })))
      .filter(({ figure }) => !used.has(figure) && isTelling(figure))
    const far = new Set(
      around
        .filter(({ place }) => Math.abs(place - Math.min(index, FAR)) > NEARBY)
        .map(({ figure }) => figure),
    )
    const pairs = bestPairs(
      left,
      around.map(({ figure }) => figure),
    )
    const sound = pairs.filter(
      ({ relation, mandarin, interpretation }) =>
        (relation === 'same' || relation === 'scale') &&
        (!far.has(interpretation) || Math.min(significance(mandarin), significance(interpretation)) >= 3),
    )
    for (const pair of sound) used.add(pair.mandarin).add(pair.interpretation)
    return sound.map((pair) => ({ ...pair, certain: false }))
  })
}

/** What is left over then, with the only figure of the beads beside it that sounds like it. */
function pairsBeside(sides: readonly Sides[], used: Set<Figure>): FigurePair[] {
  return sides.flatMap((side, index) => {
    const beside = sides
      .slice(Math.max(0, index - 1), index + 2)
      .flatMap(({ interpretation }) => interpretation)
    return side.mandarin
      .filter((figure) => !used.has(figure))
      .flatMap((mandarin): FigurePair[] => {
        const [interpretation, ...others] = beside.filter(
          (figure) => !used.has(figure) && sameFamily(figure, mandarin) && soundAlike(mandarin, figure),
        )
        if (!interpretation || others.length > 0) return []
        used.add(mandarin).add(interpretation)
        return [{ mandarin, interpretation, relation: 'other', certain: true }]
      })
  })
}

/** More figures than a bead ever holds; beyond it the table would grow. */
const MOST = 40

interface Sides {
  readonly mandarin: readonly Figure[]
  readonly interpretation: readonly Figure[]
}

function sidesOf(doc: Aligned, figures: readonly Figure[]): Sides[] {
  const inSpans = (spans: readonly Span[]): Figure[] =>
    spans.flatMap((span) => within(figures, span)).slice(0, MOST)
  return doc.beads.map((bead) => ({
    mandarin: inSpans(bead.mandarin),
    interpretation: inSpans(bead.interpretation),
  }))
}

const isTelling = (figure: Figure): boolean =>
  familyOf(figure) === 'amount' && isLarge(figure) && significance(figure) >= 2

function within(figures: readonly Figure[], { start, end }: Span): Figure[] {
  const first = firstIndex(figures, ({ figure }) => figure.start >= start)
  const found: Figure[] = []
  for (let index = first; index < figures.length && figures[index]!.figure.start < end; index++)
    found.push(figures[index]!)
  return found
}

const WEIGHTS: Readonly<Record<FigurePair['relation'], number>> = {
  same: 4,
  scale: 3,
  near: 2,
  unread: 1.5,
  other: 1,
}

/** Each figure once, the most alike first, then those that stand alike in the order of their sides. */
function bestPairs(rows: readonly Figure[], columns: readonly Figure[]): FigurePair[] {
  const rivals = (
    list: readonly Figure[],
    figure: Figure,
    like: (other: Figure, figure: Figure) => boolean,
  ): number => list.filter((other) => like(other, figure)).length
  const candidates = rows.flatMap((mandarin, row) =>
    columns.flatMap((interpretation, column) => {
      const relation = relationOf(mandarin, interpretation)
      if (!relation) return []
      const certain = [sameFamily, sameKind].some(
        (like) => rivals(rows, mandarin, like) === rivals(columns, interpretation, like),
      )
      const apart = Math.abs((row + 0.5) / rows.length - (column + 0.5) / columns.length)
      const pair: FigurePair = { mandarin, interpretation, relation, certain }
      return [{ pair, weight: WEIGHTS[relation] - apart }]
    }),
  )
  const used = new Set<Figure>()
  return candidates
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ pair }) => {
      if (used.has(pair.mandarin) || used.has(pair.interpretation)) return []
      used.add(pair.mandarin).add(pair.interpretation)
      return [pair]
    })
}

const sameFamily = (a: Figure, b: Figure): boolean => familyOf(a) === familyOf(b)
const sameKind = (a: Figure, b: Figure): boolean => a.unit.kind === b.unit.kind

function relationOf(a: Figure, b: Figure): FigurePair['relation'] | undefined {
  const family = familyOf(a)
  if (b.malformed !== undefined) return undefined
  if (a.malformed !== undefined) return family === familyOf(b) ? 'unread' : undefined
  if (sameValue(a, b)) return 'same'
  // "Between forty and forty-five", "between 14 and 45%".
  if (family !== familyOf(b))
    return leavesUnitUnsaid(a, b) && family !== 'points' && soundAlike(a, b) ? 'other' : undefined
  if (family !== 'amount') return 'other'
  if (powerOfTenApart(a, b) !== undefined || roundPowerApart(a, b)) return 'scale'
  if (mantissasNear(a, b)) return 'near'
  return a.unit.kind === b.unit.kind || (leavesUnitUnsaid(a, b) && soundAlike(a, b)) ? 'other' : undefined
}

/** "The goal is 130", "our target is 113 gigawatt hours". */
const leavesUnitUnsaid = (a: Figure, b: Figure): boolean => a.unit.kind === 'none' || b.unit.kind === 'none'

const soundAlike = (a: Figure, b: Figure): boolean =>
  heardAlike(b).some(({ kind, value }) => SOUNDS.has(kind) && value === a.value)

const SOUNDS: ReadonlySet<string> = new Set(['teen-ty', 'teen', 'swap'])

/** 200,000 and 20,000: one digit is enough inside a bead, where both are large or have a scale word. */
function roundPowerApart(a: Figure, b: Figure): boolean {
  if (Math.min(Math.abs(a.value), Math.abs(b.value)) < 1000 || a.value * b.value <= 0) return false
  const power = Math.log10(a.value / b.value)
  return Math.abs(power - Math.round(power)) < 1e-9
}

const isLarge = ({ value, scale }: Figure): boolean => scale !== undefined || Math.abs(value) >= 1000

/** 6.7 and 691: the same number but for the power of ten, rounded or with one digit misheard. */
function mantissasNear(a: Figure, b: Figure): boolean {
  if (!(a.value * b.value > 0) || !isLarge(a) || !isLarge(b)) return false
  const shift = Math.log10(a.value / b.value)
  const power = Math.round(shift)
  return power !== 0 && Math.abs(shift - power) < 0.02
}
