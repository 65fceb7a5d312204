import { familyOf, figuresOf, significance, type Figure } from '../../numbers/figures.js'
import { statementsOf, type Part, type Statement } from '../../numbers/statements.js'
import { textOf } from '../../text/spans.js'
import type { Aligned, Evidence } from '../../types.js'
import { asStated, plain, shown, SLACK, type Constraint, type Readings } from './constraint.js'
import { heardAlike } from './heard.js'
import { currentLevel, isTotalRevenue } from './levels.js'

/** "We had 612 stores in total, with 388 in A, 74 in B and 150 in C." */
export function listConstraints(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return figures.flatMap((total): Constraint[] => {
    const next = figures[total.index + 1]
    // "A, up 84%, of which B"
    const first = next && familyOf(next) === 'share' ? figures[total.index + 2] : next
    if (!first || first.turn !== total.turn || familyOf(total) !== 'amount' || familyOf(first) !== 'amount')
      return []
    const gap = doc.text.slice(total.end, first.start).replaceAll('U.S.', 'US')
    if (
      gap.length > (first === next ? 60 : 90) ||
      (first !== next && !/, of which\b[^,.;]*$/iu.test(gap)) ||
      !/\b(?:with|comprising|consisting of|of which|including|made up of)\b[^,.;]*$/iu.test(gap) ||
      !/\btotal\b|,/iu.test(gap)
    )
      return []
    const list = listFrom(doc.text, figures, first)
    const sum = list.reduce((all, { value }) => all + value, 0)
    const partly = /\b(?:of which|including)\b[^,.;]*$/iu.test(gap)
    if (partly && !(list.length >= 2 && Math.abs(sum / total.value - 1) < 0.03))
      return isTotalOf(doc.text, total) && list.length >= 2 && addsUpButForOne(total, list, true)
        ? [sumConstraint(total, list)]
        : ofWhich(total, list.length > 0 ? list : [first])
    return list.length >= 2 && Math.abs(sum / total.value - 1) < 0.3 ? [sumConstraint(total, list)] : []
  })
}

/** "We returned a total of A, including B in repurchases and C in dividends". */
const isTotalOf = (text: string, { sentence, start }: Figure): boolean =>
  /\btotal of (?:about |around |over |nearly |approximately )?$/iu.test(
    text.slice(Math.max(sentence.start, start - 40), start),
  )

/** No part is larger than its whole; parts that make all of it add up. */
function ofWhich(total: Figure, parts: readonly Figure[]): Constraint[] {
  if ([total, ...parts].some(({ unit, scale }) => unit.kind !== total.unit.kind || !scale)) return []
  const sum = (readings: Readings): number =>
    parts.reduce((all, part) => all + Math.abs(readings(part).value), 0)
  return [
    {
      ...sumConstraint(total, parts),
      holds: (readings) => {
        const rest = 1 - sum(readings) / Math.abs(readings(total).value)
        return rest >= -0.01 && rest <= 0.995
      },
      strangeness: (readings) => 0.3 * (1 - sum(readings) / Math.abs(readings(total).value)),
    },
  ]
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
    if (length === undefined) return mayAddUp(statement, total, levels)
    return [sumConstraint(total, levels.slice(0, length)), ...earlierSum(statement, parts.slice(0, length))]
  })
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
    const isWhole = length >= 3 && length === parts.length && all.every((figure) => significance(figure) >= 4)
    return addsUpButForOne(total, parts.slice(0, length), isWhole)
  })
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
          // No part is larger than the whole.
          (figure !== total &&
            (kind === 'point' || kind === 'scale') &&
            Math.abs(figure.value) > Math.abs(total.value))) &&
        sumHolds(total, parts, (other) => (other === figure ? reading : other)),
    ),
  )
}

/** The same sum a year ago, where every line of it is told. */
function earlierSum(statement: Statement, parts: readonly (readonly Part[])[]): Constraint[] {
  const base = (row: readonly Part[]): Figure | undefined =>
    row.find(({ role, figure }) => role === 'base' && familyOf(figure) === 'amount')?.figure
  const total = base(statement.parts)
  const bases = parts.map(base)
  if (!total) return []
  if (bases.every((figure) => figure !== undefined)) return [sumConstraint(total, bases)]
  const lines = parts.map(earlierLine)
  return lines.every((line) => line !== undefined) ? [earlierTotal(total, lines)] : []
}

/** The value of a line a year ago: as told, or from its growth since. */
export interface EarlierLine {
  readonly figures: readonly Figure[]
  readonly value: (readings: Readings) => number
  /** Half of what rounding leaves open. */
  readonly precision: (readings: Readings) => number
}

export function earlierLine(row: readonly Part[]): EarlierLine | undefined {
  const told = row.find(({ role, figure }) => role === 'base' && familyOf(figure) === 'amount')
  const level = row.find(({ role }) => role === 'level' || role === 'other')?.figure
  if (told)
    return {
      figures: [told.figure],
      value: (readings) => Math.abs(readings(told.figure).value),
      precision: (readings) => readings(told.figure).precision,
    }
  const changes = row.filter(({ role }) => role === 'change')
  const [change] = changes
  if (!level || !change?.direction || changes.length > 1 || change.basis === 'qoq') return undefined
  if (change.figure.unit.kind !== 'percent' || change.figure.approximation !== undefined) return undefined
  const sign = change.direction === 'up' ? 1 : -1
  const factor = (readings: Readings): number => 1 + (sign * Math.abs(readings(change.figure).value)) / 100
  return {
    figures: [level, change.figure],
    value: (readings) => Math.abs(readings(level).value) / factor(readings),
    precision: (readings) =>
      (readings(level).precision +
        (Math.abs(readings(level).value) * readings(change.figure).precision) / 100 / factor(readings)) /
      factor(readings),
  }
}

/** The lines of a year ago, some of them known by their growth only, make the total of then. */
export function earlierTotal(total: Figure, lines: readonly EarlierLine[]): Constraint {
  const sum = (readings: Readings): number => lines.reduce((all, { value }) => all + value(readings), 0)
  return {
    kind: 'sum',
    figures: [total, ...lines.flatMap(({ figures }) => figures)],
    firm: false,
    holds: (readings) => {
      const { value, precision } = readings(total)
      const tolerance = lines.reduce((all, line) => all + line.precision(readings), precision)
      return Math.abs(sum(readings) - Math.abs(value)) <= tolerance * SLACK
    },
    evidence: (readings): Evidence[] => [
      {
        kind: 'arithmetic',
        expression: `${lines.map(({ value }) => plain(value(readings))).join(' + ')} (of the lines a year ago)`,
        computed: Number(sum(readings).toPrecision(6)),
        stated: readings(total).value,
      },
    ],
  }
}

export const sumHolds = (total: Figure | undefined, parts: readonly Figure[], readings: Readings): boolean =>
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
