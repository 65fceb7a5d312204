import { familyOf, figuresOf, significance, type Figure } from '../../numbers/figures.js'
import { statementsOf, type Part, type Statement } from '../../numbers/statements.js'
import type { Aligned, Evidence } from '../../types.js'
import { asStated, shown, SLACK, type Constraint, type Readings } from './constraint.js'
import { heardAlike } from './heard.js'
import { currentLevel, isTotalRevenue } from './levels.js'

/** "We had 612 stores in total, with 388 in A, 74 in B and 150 in C." */
export function listConstraints(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return figures.flatMap((total): Constraint[] => {
    const first = figures[total.index + 1]
    if (!first || first.turn !== total.turn || familyOf(total) !== 'amount' || familyOf(first) !== 'amount')
      return []
    const gap = doc.text.slice(total.end, first.start)
    if (
      gap.length > 60 ||
      !/\b(?:with|comprising|consisting of|of which|made up of)\b[^,.;]*$/iu.test(gap) ||
      !/\btotal\b|,/iu.test(gap)
    )
      return []
    const list = listFrom(doc.text, figures, first)
    const sum = list.reduce((all, { value }) => all + value, 0)
    return list.length >= 2 && Math.abs(sum / total.value - 1) < 0.3 ? [sumConstraint(total, list)] : []
  })
}

/** Cost lines, segments: a total and the parts told after it, where they add up or one mishearing parts them. */
export function totalConstraints(doc: Aligned): Constraint[] {
  const statements = statementsOf(doc)
  return statements.flatMap((statement, index): Constraint[] => {
    const total = currentLevel(statement)
    const kin = kinOf(statement) ?? kinOf(statements[index + 1] ?? statement)
    if (!total || kin === undefined || total.unit.kind === 'count') return []
    if (significance(total) < (isTotalRevenue(statement) ? 3 : 4)) return []
    const parts: Part[][] = []
    let strangers = 0
    for (let next = index + 1; next < statements.length && parts.length < 8 && strangers < 4; next++) {
      const other = statements[next]!
      if (other.parts[0]!.figure.turn !== total.turn) break
      const levels = other.parts.filter(
        ({ role, figure }) =>
          familyOf(figure) === 'amount' &&
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
    if (length === undefined) return []
    return [sumConstraint(total, levels.slice(0, length)), ...earlierSum(statement, parts.slice(0, length))]
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
  return metric.head === 'revenue' ? 'revenue' : undefined
}

/** How many of the parts make the total: as they stand, else with one teen for a ten or two digits swapped. */
function lengthThatAddsUp(total: Figure, parts: readonly Figure[]): number | undefined {
  const lengths = parts.map((_, index) => index + 1).filter((length) => length >= 2)
  const exact = lengths.find((length) => sumHolds(total, parts.slice(0, length), asStated))
  if (exact !== undefined) return exact
  return lengths.findLast((length) => {
    const all = [total, ...parts.slice(0, length)]
    if (significance(total) < 4 && (length < 3 || all.some((figure) => significance(figure) < 2)))
      return false
    return all.some((figure) =>
      heardAlike(figure).some(
        ({ kind, ...reading }) =>
          (kind === 'teen-ty' ||
            kind === 'swap' ||
            // No part is larger than the whole.
            (figure !== total && kind === 'point' && Math.abs(figure.value) > Math.abs(total.value))) &&
          sumHolds(total, parts.slice(0, length), (other) => (other === figure ? reading : other)),
      ),
    )
  })
}

/** The same sum a year ago, where every line of it is told. */
function earlierSum(statement: Statement, parts: readonly (readonly Part[])[]): Constraint[] {
  const base = (row: readonly Part[]): Figure | undefined =>
    row.find(({ role, figure }) => role === 'base' && familyOf(figure) === 'amount')?.figure
  const total = base(statement.parts)
  const bases = parts.map(base)
  return total && bases.every((figure) => figure !== undefined) ? [sumConstraint(total, bases)] : []
}

const sumHolds = (total: Figure | undefined, parts: readonly Figure[], readings: Readings): boolean =>
  misfit(total, parts, readings) <= SLACK

/** How far the parts are from the total, as a share of what rounding allows. */
function misfit(total: Figure | undefined, parts: readonly Figure[], readings: Readings): number {
  const whole = total ? readings(total) : { value: 100, precision: 0.5 }
  const sum = parts.reduce((all, part) => all + Math.abs(readings(part).value), 0)
  const tolerance = parts.reduce((all, part) => all + readings(part).precision, whole.precision)
  // The roundings hardly ever all go one way.
  const likely = Math.max(whole.precision * 2, tolerance * 0.6)
  return Math.abs(sum - Math.abs(whole.value)) / (total?.unit.kind === 'count' ? 0.5 : likely)
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

/** The figures of an enumeration in one sentence, the last after "and". */
export function listFrom(text: string, figures: readonly Figure[], first: Figure): Figure[] {
  const list = [first]
  for (
    let next = figures[first.index + 1];
    next && next.turn === first.turn && next.start < first.sentence.end;
    next = figures[next.index + 1]
  ) {
    const gap = text.slice(list.at(-1)!.end, next.start)
    if (
      familyOf(next) !== familyOf(first) ||
      gap.length > 70 ||
      /[.;:]/u.test(gap) ||
      !/[,，、以及和]|\band\b/u.test(gap)
    )
      break
    if (/\b(?:from|compared|versus|up|down|increas\w+|decreas\w+|grew|growth|while)\b/iu.test(gap)) break
    list.push(next)
    if (/(?:\band\b|以及|和)/u.test(gap)) return list
  }
  return []
}
