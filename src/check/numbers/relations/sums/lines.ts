import { familyOf, significance, type Figure } from '../../../../numbers/figures.js'
import { statementsOf, type Part, type Statement } from '../../../../numbers/statements.js'
import { textOf } from '../../../../text/spans.js'
import type { Aligned } from '../../../../types.js'
import { asStated, type Constraint } from '../../constraint.js'
import { currentLevel, isTotalRevenue } from '../../told/levels.js'
import { earlierSum } from './earlier-lines.js'
import { addsUpButForOne, sumConstraint, sumHolds } from './sum.js'

/** Cost lines, segments: a total and the parts told after it, where they add up or one mishearing parts them. */
export function totalConstraints(doc: Aligned): Constraint[] {
  const statements = statementsOf(doc)
  return statements.flatMap((statement, index): Constraint[] => {
    const total = currentLevel(statement)
    const kin = kinOf(statement) ?? kinOf(statements[index + 1] ?? statement)
    if (!total || kin === undefined || total.unit.kind === 'count') return []
    if (significance(total) < (isTotalRevenue(statement) ? 2 : 4)) return []
    const parts: Part[][] = []
    let strangers = 0
    for (let next = index + 1; next < statements.length && parts.length < 8 && strangers < 4; next++) {
      const other = statements[next]!
      if (other.parts[0]!.figure.turn !== total.turn) break
      const levels = other.parts.filter(
        ({ role, figure }) =>
          familyOf(figure) === 'amount' &&
          isOfOneKind(figure, total) &&
          (role === 'level' || isJoined(doc.text, statements[next - 1]!, other)),
      )
      const isPart =
        kinOf(other) === kin
          ? !isTotal(other, statement)
          : kin === 'revenue' && strangers === 0 && isSegment(doc.text, statements[next - 1]!, other)
      if (levels.length === 0 || !isPart) strangers++
      else parts.push([...other.parts])
    }
    const levels = parts.map((row) => row.find(({ role }) => role === 'level' || role === 'other')!.figure)
    const length = lengthThatAddsUp(total, levels)
    if (length === undefined)
      return areAllLines(parts) ? [sumConstraint(total, levels)] : mayAddUp(statement, total, levels)
    return [sumConstraint(total, levels.slice(0, length)), ...earlierSum(statement, parts.slice(0, length))]
  })
}

/** Tons are no part of a revenue; a currency may go unsaid. */
const isOfOneKind = ({ unit }: Figure, total: Figure): boolean =>
  unit.kind === total.unit.kind || unit.kind === 'none' || total.unit.kind === 'none'

/** "A, or 84% of the total, and B, or 16%": lines whose shares make a hundred. */
function areAllLines(rows: readonly (readonly Part[])[]): boolean {
  const shares = rows.map((row) => row.find(({ role }) => role === 'share')?.figure)
  const sum = shares.reduce((all, share) => all + (share?.value ?? NaN), 0)
  return rows.length >= 2 && Math.abs(sum - 100) <= 1
}

/** All lines of the revenue told right after it: two of them may be wrong. */
function mayAddUp(statement: Statement, total: Figure, parts: readonly Figure[]): Constraint[] {
  const telling = [total, ...parts].every((figure) => significance(figure) >= 3)
  return isTotalRevenue(statement) && parts.length >= 2 && telling
    ? [{ ...sumConstraint(total, parts), joint: true }]
    : []
}

/** "Fulfillment expenses were A, marketing expenses B … So total operating expenses were C": the lines before their total. */
export function closingTotals(doc: Aligned): Constraint[] {
  const statements = statementsOf(doc)
  return statements.flatMap((statement, index): Constraint[] => {
    const total = currentLevel(statement)
    const kin = kinOf(statement)
    if (!total || kin === undefined || kin === 'revenue' || significance(total) < 4) return []
    if (!/\b(?:total|overall|altogether|in all)\b/iu.test(textOf(doc.text, statement.subject))) return []
    const parts: Figure[] = []
    for (let next = index - 1; next >= 0 && parts.length < 8; next--) {
      const line = statements[next]!
      const level = currentLevel(line)
      if (line.parts[0]!.figure.turn !== total.turn) break
      if (!level) continue
      const kind = kinOf(line)
      if (kind === 'revenue' || (kind === undefined && parts.length > 0)) break
      if (kind !== undefined) parts.push(level)
    }
    const length = lengthThatAddsUp(total, parts)
    return length === undefined ? [] : [sumConstraint(total, parts.slice(0, length))]
  })
}

/** A line of business told right after the total or the line before: "property management was A, advertising B". */
function isSegment(text: string, before: Statement, { metric, parts }: Statement): boolean {
  const gap = text.slice(before.parts.at(-1)!.figure.end, parts[0]!.figure.start)
  return (
    metric !== undefined && !metric.head && metric.words.length > 0 && gap.length <= 110 && !/\n/u.test(gap)
  )
}

/** "were 5.2 million and 70.6 million" gives the second metric its value. */
function isJoined(text: string, before: Statement, after: Statement): boolean {
  const [last, first] = [before.parts.at(-1)!.figure, after.parts[0]!.figure]
  return after.parts[0]!.role === 'other' && /^,? and $/u.test(text.slice(last.end, first.start))
}

/** Of the same name and without a word that tells it from the total. */
const isTotal = ({ metric }: Statement, total: Statement): boolean =>
  metric?.words.length === 0 && metric.head === total.metric?.head

function kinOf({ metric }: Statement): string | undefined {
  if (!metric?.head) return undefined
  if (/^cost/u.test(metric.head)) return 'costs'
  if (/expenses$/u.test(metric.head)) return 'expenses'
  return metric.head === 'revenue' || metric.head === 'sales' ? 'revenue' : undefined
}

/** Told to its decimals, or to the last but one: "RMB 19 million" beside "RMB 184.6 million". */
const isAsFine = (part: Figure, total: Figure): boolean =>
  significance(total) >= 4 && significance(part) >= 2 && part.precision <= 11 * total.precision

/** How many of the parts make the total: as they stand, else with one teen for a ten or two digits swapped. */
function lengthThatAddsUp(total: Figure, parts: readonly Figure[]): number | undefined {
  const least = significance(total) >= 3 ? 2 : 3
  const lengths = parts.map((_, index) => index + 1).filter((length) => length >= least)
  const exact = lengths.find((length) => sumHolds(total, parts.slice(0, length), asStated))
  if (exact !== undefined) return exact
  return lengths.findLast((length) => {
    const all = [total, ...parts.slice(0, length)]
    if (significance(total) < 4 && (length < 3 || all.some((figure) => significance(figure) < 2)))
      return false
    const isWhole = length >= 3 && length === parts.length && all.every((figure) => isAsFine(figure, total))
    return addsUpButForOne(total, parts.slice(0, length), isWhole)
  })
}
