import { asStated, type Constraint } from '../constraint.js'
import { heardAlike, type HeardAlike } from './heard.js'

/** Whether one figure of the constraint, if another value sounds like it, would satisfy it; of all kinds of slip unless told which. */
export const isMendable = (constraint: Constraint, by?: ReadonlySet<HeardAlike['kind']>): boolean =>
  constraint.figures.some((figure) =>
    heardAlike(figure).some(
      (heard) =>
        (by?.has(heard.kind) ?? true) &&
        constraint.holds((other) => (other === figure ? heard : asStated(other))),
    ),
  )
