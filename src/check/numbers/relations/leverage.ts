import { familyOf, figuresOf, significance, type Figure } from '../../../numbers/figures.js'
import type { Aligned } from '../../../types.js'
import { hedge, shown, SLACK, type Constraint, type Readings } from '../constraint.js'

/** "Net debt was A. On EBITDA of B, this is N times": debt over earnings or equity, both told just before. */
export function leverageConstraints(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return figures.flatMap((times, index): Constraint[] => {
    if (times.unit.kind !== 'times' || familyOf(times) !== 'times') return []
    const told = figures
      .slice(Math.max(0, index - NEAR), index)
      .filter((figure) => figure.turn === times.turn && isLarge(figure))
      .slice(-2)
    const [debt, earnings] = told
    if (!debt || !earnings || times.start - debt.end > REACH) return []
    if (!THIS_IS.test(doc.text.slice(earnings.end, times.start))) return []
    const names = [debt, earnings].map((figure) =>
      doc.text.slice(Math.max(figure.sentence.start, figure.start - 60), figure.start),
    )
    return DEBT.test(names[0]!) && EARNINGS.test(names[1]!) ? [leverage(times, debt, earnings)] : []
  })
}

const NEAR = 4
const REACH = 200
const THIS_IS = /\b(?:this|that|which|it|ratio|leverage) (?:is|was|equals|gives|means|of)\b[^.;]{0,30}$/iu
const DEBT = /\b(?:debts?|borrowings?)\b[^.;\d]*$/iu
const EARNINGS = /\b(?:ebitda|earnings|equity|ebit)\b[^.;\d]*$/iu

const isLarge = (figure: Figure): boolean =>
  familyOf(figure) === 'amount' && significance(figure) >= 2 && Math.abs(figure.value) >= 1e5

function leverage(times: Figure, debt: Figure, earnings: Figure): Constraint {
  const ratio = (readings: Readings): number => Math.abs(readings(debt).value / readings(earnings).value)
  return {
    kind: 'multiple',
    figures: [times, debt, earnings],
    firm: true,
    holds: (readings) => {
      const told = readings(times)
      const off = hedge(times) + hedge(debt) + hedge(earnings)
      return Math.abs(ratio(readings) - told.value) <= told.precision * SLACK + off * told.value + 0.02
    },
    solve: (figure, readings) =>
      figure === times
        ? ratio(readings)
        : figure === debt
          ? readings(times).value * readings(earnings).value
          : readings(debt).value / readings(times).value,
    evidence: (readings) => [
      {
        kind: 'arithmetic',
        expression: `${shown(debt, readings(debt))} / ${shown(earnings, readings(earnings))}`,
        computed: Number(ratio(readings).toPrecision(4)),
        stated: readings(times).value,
      },
    ],
  }
}
