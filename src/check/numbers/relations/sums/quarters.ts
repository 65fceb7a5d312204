import { familyOf, figuresOf, significance, type Figure } from '../../../../numbers/figures.js'
import { statementsOf } from '../../../../numbers/statements.js'
import type { Aligned } from '../../../../types.js'
import { asStated, type Constraint } from '../../constraint.js'
import { quarterlyLevel, tellingsOf } from '../../told/levels.js'
import { rangesOf } from '../ranges.js'
import { addsUpButForOne, sumConstraint, sumHolds } from './sum.js'

/** "For the nine months revenue was A; the first quarter was B and the second quarter C", or "the first half D". */
export function nineMonths(doc: Aligned): Constraint[] {
  return tellingsOf(statementsOf(doc)).flatMap((statements) =>
    statements.flatMap((statement, index): Constraint[] => {
      const whole = statement.parts.find(({ role }) => role === 'level')?.figure
      const head = statement.metric?.head
      if (!whole || !head || !NINE.test(wordsBefore(doc, whole)) || significance(whole) < 4) return []
      const quarter = statements
        .slice(0, index)
        .filter(({ metric }) => metric?.head === head && !metric.adjusted)
        .flatMap((row) => quarterlyLevel(row) ?? [])
        .find((figure) => significance(figure) >= 4)
      const earlierOnes = statements
        .slice(index + 1, index + 3)
        .flatMap(({ parts }) => parts)
        .filter(({ figure }) => EARLIER.test(wordsBefore(doc, figure)))
        .map(({ figure }) => figure)
        .filter((figure) => familyOf(figure) === 'amount' && significance(figure) >= 4)
      const parts = quarter ? [...earlierOnes, quarter] : []
      const half = earlierOnes.length === 1 && /half/iu.test(wordsBefore(doc, earlierOnes[0]!))
      if (!quarter || !(half || earlierOnes.length === 2)) return []
      return sumHolds(whole, parts, asStated) || addsUpButForOne(whole, parts, true)
        ? [sumConstraint(whole, parts)]
        : []
    }),
  )
}

const wordsBefore = ({ text }: Aligned, { sentence, start }: Figure): string =>
  text.slice(Math.max(sentence.start, start - 60), start)

const NINE = /\b(?:nine|9)[- ]months?\b/iu
const EARLIER = /\b(?:first half|(?:first|second) quarter)\b[^\d]*$/iu

/**
 * "In the first nine months we sold A. For the fourth quarter we expect B to C, and therefore for the full year D to E":
 * both ends.
 */
export function restsOfYear(doc: Aligned): Constraint[] {
  const ranges = rangesOf(doc).filter(({ low }) => familyOf(low) === 'amount')
  const figures = figuresOf(doc)
  return ranges.flatMap((year, index): Constraint[] => {
    const rest = ranges[index - 1]
    if (!rest || rest.low.turn !== year.low.turn || year.low.start - rest.high.end > TOGETHER) return []
    if (!YEAR.test(wordsBefore(doc, year.low)) || !LAST_QUARTER.test(wordsBefore(doc, rest.low))) return []
    const done = figures
      .slice(Math.max(0, rest.low.index - NEAR), rest.low.index)
      .findLast((figure) => figure.turn === rest.low.turn && NINE.test(wordsBefore(doc, figure)))
    if (!done || familyOf(done) !== 'amount' || done.unit.kind !== rest.high.unit.kind) return []
    return (['low', 'high'] as const)
      .map((end) => [year[end], [done, rest[end]]] as const)
      .filter(([whole, parts]) => sumHolds(whole, parts, asStated) || addsUpButForOne(whole, parts, true))
      .map(([whole, parts]) => sumConstraint(whole, parts))
  })
}

/** Figures and characters between the three. */
const NEAR = 4
const TOGETHER = 120
const YEAR = /\b(?:full[- ]year|whole year|year as a whole|fiscal year)\b/iu
const LAST_QUARTER = /\b(?:fourth|last|final|remaining) quarter\b|\brest of the year\b/iu
