import { figuresOf, significance, type Figure } from '../../../numbers/figures.js'
import { sameValue } from '../../../text/amounts/amounts.js'
import type { Aligned } from '../../../types.js'

/** The other figures of the call with the same value, two digits or more, Mandarin left out: the first few. */
export function mentionsOf(doc: Aligned, like: Figure): readonly Figure[] {
  if (!Number.isFinite(like.value) || significance(like) < 2) return []
  const drawers = drawersOf(doc)
  return drawersNear(like.value)
    .flatMap((key) => drawers.get(key) ?? [])
    .filter(
      (figure) =>
        figure.index !== like.index && figure.unit.kind === like.unit.kind && sameValue(figure, like),
    )
}

/** Figures with at most this many of one value are kept; more prove nothing more. */
const MOST = 12

const drawersByFigures = new WeakMap<readonly Figure[], ReadonlyMap<string, Figure[]>>()

function drawersOf(doc: Aligned): ReadonlyMap<string, Figure[]> {
  const figures = figuresOf(doc)
  const known = drawersByFigures.get(figures)
  if (known) return known
  const drawers = new Map<string, Figure[]>()
  for (const figure of figures) {
    if (
      figure.origin === 'mandarin' ||
      !Number.isFinite(figure.value) ||
      figure.value === 0 ||
      significance(figure) < 2
    )
      continue
    const key = drawerOf(figure.value)
    const drawer = drawers.get(key)
    if (!drawer) drawers.set(key, [figure])
    else if (drawer.length < MOST) drawer.push(figure)
  }
  drawersByFigures.set(figures, drawers)
  return drawers
}

/** Two leading digits and the power of ten. */
export function drawerOf(value: number, shift = 0): string {
  const power = Math.floor(Math.log10(Math.abs(value)) + 1e-12)
  return `${power}:${Math.floor(Math.abs(value) / 10 ** (power - 1) + 1e-9) + shift}`
}

/** Rounded values meet in neighbouring drawers. */
export const drawersNear = (value: number): string[] => [-1, 0, 1].map((shift) => drawerOf(value, shift))
