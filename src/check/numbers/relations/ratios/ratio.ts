import type { Figure } from '../../../../numbers/figures.js'
import { asStated, hedge, shown, SLACK, type Constraint, type Readings } from '../../constraint.js'
import type { HeardAlike } from '../../told/heard.js'
import { isMendable } from '../../told/mendable.js'

/** `share` is what `part` is of `whole`, in percent. */
export function ratioConstraint(
  kind: 'share' | 'margin',
  share: Figure,
  part: Figure,
  whole: Figure,
): Constraint {
  const computed = (readings: Readings): number =>
    (100 * Math.abs(readings(part).value)) / Math.abs(readings(whole).value)
  return {
    kind,
    figures: [share, part, whole],
    firm: false,
    holds: (readings) => {
      const value = computed(readings)
      const [of, total, told] = [readings(part), readings(whole), readings(share)]
      const off =
        value *
        (of.precision / Math.abs(of.value) +
          total.precision / Math.abs(total.value) +
          hedge(part) +
          hedge(whole))
      return (
        Math.abs(value - Math.abs(told.value)) <=
        (off + told.precision * 1.2 + hedge(share) * Math.abs(told.value)) * SLACK
      )
    },
    solve: (figure, readings) => {
      if (figure === share) return computed(readings)
      const told = Math.abs(readings(share).value) / 100
      return figure === part ? Math.abs(readings(whole).value) * told : Math.abs(readings(part).value) / told
    },
    // No part is larger than its whole.
    strangeness: (readings) => (Math.abs(readings(share).value) > 100 ? 2 : 0),
    evidence: (readings) => [
      {
        kind: 'arithmetic',
        expression: `${shown(part, readings(part))} / ${shown(whole, readings(whole))}`,
        computed: Number((computed(readings) / 100).toFixed(4)),
        stated: Number((readings(share).value / 100).toFixed(4)),
      },
    ],
  }
}

/** Of constraints that may be meant the one that holds; where none does, one that a slip by tens would mend, else the first. */
export function fitting(constraints: readonly Constraint[]): Constraint[] {
  const chosen =
    constraints.find((constraint) => constraint.holds(asStated)) ??
    constraints.find((constraint) => isMendable(constraint, BY_TENS)) ??
    constraints[0]
  return chosen ? [chosen] : []
}

const BY_TENS: ReadonlySet<HeardAlike['kind']> = new Set(['teen-ty', 'swap', 'point', 'scale'])
