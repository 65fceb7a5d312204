import { significance, type Figure } from '../../../../numbers/figures.js'
import type { Evidence } from '../../../../types.js'
import { shown, SLACK, type Constraint, type Readings } from '../../constraint.js'
import { heardAlike } from '../../told/heard.js'

/** Whether the parts make the total, a hundred without one, as far as rounding allows. */
export const sumHolds = (total: Figure | undefined, parts: readonly Figure[], readings: Readings): boolean =>
  misfit(total, parts, readings) <= SLACK

/** How far the parts are from the total, as a share of what rounding allows. */
function misfit(total: Figure | undefined, parts: readonly Figure[], readings: Readings): number {
  const whole = total ? readings(total) : { value: 100, precision: 0.5 }
  const sum = parts.reduce((all, part) => all + Math.abs(readings(part).value), 0)
  const tolerance = parts.reduce((all, part) => all + readings(part).precision, whole.precision)
  // The roundings hardly ever all go one way.
  const likely = Math.max(whole.precision * 2, tolerance * 0.6)
  const isCounted = total?.unit.kind === 'count' && whole.precision <= 0.5
  return Math.abs(sum - Math.abs(whole.value)) / (isCounted ? 0.5 : likely)
}

export function sumConstraint(total: Figure | undefined, parts: readonly Figure[]): Constraint {
  return {
    kind: 'sum',
    figures: total ? [total, ...parts] : parts,
    firm: false,
    holds: (readings) => sumHolds(total, parts, readings),
    evidence: (readings): Evidence[] => [
      {
        kind: 'arithmetic',
        expression: parts.map((part) => shown(part, readings(part))).join(' + '),
        computed: Number(parts.reduce((all, part) => all + readings(part).value, 0).toPrecision(10)),
        stated: total ? readings(total).value : 100,
      },
    ],
    strangeness: (readings) => 0.3 * misfit(total, parts, readings),
    solve: (figure, readings) => {
      const others = parts
        .filter((part) => part !== figure)
        .reduce((all, part) => all + Math.abs(readings(part).value), 0)
      return figure === total ? others : (total ? Math.abs(readings(total).value) : 100) - others
    },
  }
}

/**
 * Whether one figure, if another sounds like it, parts the total from its parts; one digit or the point too, where
 * nothing else can be meant.
 */
export function addsUpButForOne(total: Figure, parts: readonly Figure[], byDigit = false): boolean {
  return [total, ...parts].some((figure) =>
    heardAlike(figure).some(
      ({ kind, ...reading }) =>
        (kind === 'teen-ty' ||
          kind === 'swap' ||
          (byDigit && (kind === 'digit' || kind === 'lost' || kind === 'point')) ||
          (kind === 'moved' && significance(total) >= 4) ||
          (kind === 'scale' && figure.scale === undefined && significance(figure) >= 3) ||
          // No part is larger than the whole, and no whole ten times all its parts.
          ((kind === 'point' || kind === 'scale') &&
            (figure === total
              ? significance(total) >= 3
              : Math.abs(figure.value) > Math.abs(total.value)))) &&
        sumHolds(total, parts, (other) => (other === figure ? reading : other)),
    ),
  )
}
