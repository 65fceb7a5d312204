import { familyOf, figuresOf, type Figure } from '../../../../numbers/figures.js'
import type { Aligned } from '../../../../types.js'
import { asStated, type Constraint } from '../../constraint.js'
import { ratioConstraint } from './ratio.js'

/**
 * "Polyester was A, or 42.5% of the total. Nylon was B, or 31.9%. Fibre was C, or 16.7%": shares that are told one after
 * the other are of one whole. The turn tells it, and at least two of the shares show it.
 */
export function sharesInARow(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return rowsIn(doc.text, figures).flatMap((row) => {
    const [first] = row
    const amounts = figures.filter(
      (figure) =>
        figure.turn === first!.part.turn &&
        figure.start < first!.part.start &&
        figure.value > Math.max(...row.map(({ part }) => part.value)) &&
        mayBeWhole(figure, first!.part),
    )
    const found = amounts
      .slice(-MOST)
      .map((whole) => row.map(({ share, part }) => ratioConstraint('share', share, part, whole)))
      .map((shares) => ({ shares, held: shares.filter((share) => share.holds(asStated)).length }))
      .toSorted((a, b) => b.held - a.held)[0]
    return found && found.held >= LEAST && 2 * found.held >= row.length ? found.shares : []
  })
}

/** Shares that must be those of the whole; amounts before the row that may be it. */
const LEAST = 2
const MOST = 8

/** An amount and the share that follows it. */
interface Item {
  readonly part: Figure
  readonly share: Figure
}

/** Three or more in a turn, each told soon after the one before. */
function rowsIn(text: string, figures: readonly Figure[]): Item[][] {
  const rows: Item[][] = []
  figures.forEach((share, index) => {
    const part = figures[index - 1]
    if (!part || part.turn !== share.turn || share.unit.kind !== 'percent' || familyOf(part) !== 'amount')
      return
    if (!JOINS.test(text.slice(part.end, share.start))) return
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (last && last.share.turn === part.turn && part.start - last.share.end <= SOON)
      row!.push({ part, share })
    else rows.push([{ part, share }])
  })
  return rows.filter((row) => row.length > LEAST)
}

/** Characters between a share and the next amount. */
const SOON = 160
const JOINS =
  /^,? (?:or|which is|that is|representing|accounting for|making up|contributing|constituting)(?: about| around| approximately| roughly)? $|^,? ?(?:占|占比|佔|佔比)(?:了|约|約|大概)?$/iu

const mayBeWhole = (whole: Figure, part: Figure): boolean =>
  familyOf(whole) === 'amount' &&
  whole.per === undefined &&
  whole.unit.kind === part.unit.kind &&
  (whole.unit.kind !== 'currency' || part.unit.kind !== 'currency' || whole.unit.code === part.unit.code) &&
  (whole.origin === 'mandarin') === (part.origin === 'mandarin')
