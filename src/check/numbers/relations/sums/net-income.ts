import { significance, type Figure } from '../../../../numbers/figures.js'
import { statementsOf, type Statement } from '../../../../numbers/statements.js'
import { textOf } from '../../../../text/spans.js'
import type { Aligned } from '../../../../types.js'
import { asStated, type Constraint } from '../../constraint.js'
import { currentLevel, tellingsOf } from '../../told/levels.js'
import { addsUpButForOne, sumConstraint, sumHolds } from './sum.js'

/**
 * "Operating income was A. Net interest expense was B and income tax C, so net income was D": A = B + C + D. Only
 * what adds up, or would but for one slip, is meant; a digit may be the slip where the words draw the conclusion.
 */
export function netIncomes(doc: Aligned): Constraint[] {
  return tellingsOf(statementsOf(doc)).flatMap((statements) =>
    statements.flatMap((statement, index): Constraint[] => {
      const start = currentLevel(statement)
      if (statement.metric?.head !== 'operating profit' || statement.metric.adjusted || !start) return []
      const after = statements.slice(index + 1, index + FAR)
      const place = after.findIndex(isNetIncome)
      const net = place > 0 ? currentLevel(after[place]!) : undefined
      const lines = after.slice(0, Math.max(0, place)).flatMap((line) => chargeOf(doc.text, line))
      if (!net || lines.length === 0) return []
      const parts = [...lines, net]
      const told = [start, ...parts].every((figure) => significance(figure) >= 3)
      const concludes = CONCLUDING.test(doc.text.slice(parts.at(-2)!.end, net.start))
      return told && (sumHolds(start, parts, asStated) || addsUpButForOne(start, parts, concludes))
        ? [sumConstraint(start, parts)]
        : []
    }),
  )
}

/** How many statements on the net income may stand. */
const FAR = 9

const CONCLUDING = /\b(?:so|therefore|thus|hence|as a result|accordingly|leaves|leaving)\b/iu

const isNetIncome = (statement: Statement): boolean =>
  statement.metric?.head === 'net profit' &&
  !statement.metric.adjusted &&
  statement.metric.words.length === 0 &&
  currentLevel(statement) !== undefined

/** What comes off on the way: interest, tax. */
function chargeOf(text: string, line: Statement): readonly Figure[] {
  const figure = currentLevel(line)
  return figure && CHARGE.test(textOf(text, line.subject)) ? [figure] : []
}

const CHARGE =
  /\b(?:(?:income )?tax(?:es)?(?: expenses?| charges?)?|(?:interest|finance|financing|financial) (?:expenses?|costs?))\b[^.;]{0,20}$/iu
