import { familyOf, type Figure } from '../../../numbers/figures.js'
import { statementsOf, type Statement } from '../../../numbers/statements.js'
import { textOf } from '../../../text/spans.js'
import type { Aligned } from '../../../types.js'
import { plain, type Constraint, type Readings } from '../constraint.js'
import { currentLevel, tellingsOf } from '../told/levels.js'

/** "Net income was A, compared with B, and earnings per share were P, compared with Q": both changed about alike. */
export function perShareConstraints(doc: Aligned): Constraint[] {
  return tellingsOf(statementsOf(doc)).flatMap((statements) =>
    statements.flatMap((statement, index): Constraint[] => {
      const own = nowAndThen(statement)
      if (!own || !PER_SHARE.test(textOf(doc.text, statement.subject))) return []
      const profit = statements
        .slice(Math.max(0, index - NEAR), index)
        .findLast(
          ({ metric }) => metric?.head === 'net profit' && metric.adjusted === statement.metric?.adjusted,
        )
      const whole = profit && nowAndThen(profit)
      return whole ? [sameGrowth(own, whole)] : []
    }),
  )
}

/** How many statements back the profit may stand. */
const NEAR = 4

const PER_SHARE =
  /\b(?:per|a|each) (?:ordinary |diluted |basic )?(?:share|ads|adr|american depositary share|unit)s?\b/iu

interface NowAndThen {
  readonly now: Figure
  readonly before: Figure
}

function nowAndThen(statement: Statement): NowAndThen | undefined {
  const now = currentLevel(statement)
  const bases = statement.parts.filter(({ role, figure }) => role === 'base' && familyOf(figure) === 'amount')
  const before = bases[0]?.figure
  const tells = now && before && bases.length === 1 && now.value > 0 && before.value > 0
  return tells ? { now, before } : undefined
}

/** How far the number of shares may have changed in a year, as a share of it. */
const MORE_SHARES = 0.15

function sameGrowth(own: NowAndThen, whole: NowAndThen): Constraint {
  const growth = (of: NowAndThen, readings: Readings): number =>
    readings(of.now).value / readings(of.before).value
  return {
    kind: 'change',
    figures: [own.before, own.now, whole.now, whole.before],
    firm: false,
    holds: (readings) => {
      const off = [own.now, own.before].map((figure) => readings(figure).precision / readings(figure).value)
      const apart = Math.abs(Math.log(growth(own, readings) / growth(whole, readings)))
      return apart <= MORE_SHARES + off[0]! + off[1]!
    },
    solve: (figure, readings) =>
      figure === own.before ? readings(own.now).value / growth(whole, readings) : undefined,
    evidence: (readings) => [
      {
        kind: 'arithmetic',
        expression: `${plain(readings(whole.now).value)} / ${plain(readings(whole.before).value)} (net profit, now and before)`,
        computed: Number(growth(whole, readings).toPrecision(4)),
        stated: Number(growth(own, readings).toPrecision(4)),
      },
    ],
  }
}
