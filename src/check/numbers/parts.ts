import { familyOf, figuresOf, significance, type Figure } from '../../numbers/figures.js'
import { metricIn } from '../../numbers/metrics.js'
import { statementsOf, type Part, type Statement } from '../../numbers/statements.js'
import type { Aligned, Evidence } from '../../types.js'
import { asStated, hedge, shown, SLACK, type Constraint, type Readings } from './constraint.js'
import { heardAlike } from './heard.js'

/** What the parts of a whole demand: sums, differences, shares of revenue, shares that make a hundred. */
export function partConstraints(doc: Aligned): Constraint[] {
  return [
    ...shareConstraints(doc),
    ...hundredConstraints(doc),
    ...listConstraints(doc),
    ...totalConstraints(doc),
    ...differences(doc),
  ]
}

/** "Subscription revenue was A and accounted for P of total revenue", against the revenue told in the same turn. */
function shareConstraints(doc: Aligned): Constraint[] {
  const statements = statementsOf(doc)
  const totals = new Map<number, Figure>()
  for (const statement of statements) {
    const level = currentLevel(statement)
    if (level && isTotalRevenue(statement) && !totals.has(level.turn)) totals.set(level.turn, level)
  }
  return statements.flatMap((statement): Constraint[] => {
    const share = statement.parts.find(({ role }) => role === 'share')
    const part = currentLevel(statement)
    const whole = share && totals.get(share.figure.turn)
    if (!share || !part || !whole || part === whole || familyOf(part) !== 'amount') return []
    const metric = metricIn(share.whole ?? '')
    if (metric?.head !== 'revenue' || metric.words.length > 0) return []
    return [ratioConstraint('share', share.figure, part, whole)]
  })
}

/** The value that the statement reports for the period at hand. */
export const currentLevel = ({ parts }: Statement): Figure | undefined =>
  parts.find(
    ({ role, period, figure }) =>
      role === 'level' && familyOf(figure) === 'amount' && period?.kind !== 'coming',
  )?.figure

export const isTotalRevenue = ({ metric }: Statement): boolean =>
  metric?.head === 'revenue' && !metric.adjusted && metric.words.length === 0

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
        (off + told.precision + hedge(share) * Math.abs(told.value)) * SLACK + 0.05
      )
    },
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

/** "Taiwan accounted for 68% of revenue, Hong Kong 14%, and Mainland China 18%". */
function hundredConstraints(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return statementsOf(doc).flatMap(({ parts }): Constraint[] => {
    const share = parts.find(({ role, whole }) => role === 'share' && whole !== undefined)
    if (!share || parts.at(-1) !== share) return []
    const list = listFrom(doc.text, figures, share.figure)
    const total = list.reduce((sum, { value }) => sum + value, 0)
    const sumsUp = Math.abs(total - 100) <= 1
    return list.length >= 3 && (sumsUp || total > 101) ? [sumConstraint(undefined, list)] : []
  })
}

/** The figures of an enumeration in one sentence, the last after "and". */
function listFrom(text: string, figures: readonly Figure[], first: Figure): Figure[] {
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
      !/^[^.;:]*(?:[,，、以及和]|\band\b)[^.;:]*$/u.test(gap)
    )
      break
    if (/\b(?:from|compared|versus|up|down|increas\w+|decreas\w+|grew|growth|while)\b/iu.test(gap)) break
    list.push(next)
    if (/(?:\band\b|以及|和)/u.test(gap)) return list
  }
  return []
}

/** "We had 612 stores in total, with 388 in A, 74 in B and 150 in C." */
function listConstraints(doc: Aligned): Constraint[] {
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
function totalConstraints(doc: Aligned): Constraint[] {
  const statements = statementsOf(doc)
  return statements.flatMap((statement, index): Constraint[] => {
    const total = currentLevel(statement)
    const kin = kinOf(statement) ?? kinOf(statements[index + 1] ?? statement)
    if (!total || kin === undefined || total.unit.kind === 'count' || significance(total) < 4) return []
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
      if (levels.length === 0 || kinOf(other) !== kin || isTotal(other, statement)) strangers++
      else parts.push([...other.parts])
    }
    const levels = parts.map((row) => row.find(({ role }) => role === 'level' || role === 'other')!.figure)
    const length = lengthThatAddsUp(total, levels)
    if (length === undefined) return []
    return [sumConstraint(total, levels.slice(0, length)), ...earlierSum(statement, parts.slice(0, length))]
  })
}

/** "were 5.2 million and 70.6 million" gives the second metric its value. */
function isJoined(text: string, before: Statement, after: Statement): boolean {
  const [last, first] = [before.parts.at(-1)!.figure, after.parts[0]!.figure]
  return after.parts[0]!.role === 'other' && /^,? and $/u.test(text.slice(last.end, first.start))
}

/** Of the same name and without a word that tells it from the total. */
const isTotal = ({ metric }: Statement, total: Statement): boolean =>
  metric!.words.length === 0 && metric!.head === total.metric?.head

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
    return all.some((figure) =>
      heardAlike(figure).some(
        ({ kind, ...reading }) =>
          (kind === 'teen-ty' || kind === 'swap') &&
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

function sumHolds(total: Figure | undefined, parts: readonly Figure[], readings: Readings): boolean {
  const whole = total ? readings(total) : { value: 100, precision: 0.5 }
  const sum = parts.reduce((all, part) => all + Math.abs(readings(part).value), 0)
  const tolerance = parts.reduce((all, part) => all + readings(part).precision, whole.precision)
  // The roundings hardly ever all go one way.
  const likely = Math.max(whole.precision * 2, tolerance * 0.6)
  return (
    Math.abs(sum - Math.abs(whole.value)) <= (total && total.unit.kind === 'count' ? 0.5 : likely) * SLACK
  )
}

function sumConstraint(total: Figure | undefined, parts: readonly Figure[]): Constraint {
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
    solve: (figure, readings) => {
      const others = parts
        .filter((part) => part !== figure)
        .reduce((all, part) => all + Math.abs(readings(part).value), 0)
      return figure === total ? others : (total ? Math.abs(readings(total).value) : 100) - others
    },
  }
}

/**
 * "…, resulting in free cash flow of C": C = A − B. "Net loss A; adjusted net loss B after adding back C",
 * "net income A; adjusted net income, which excludes C, was B": the larger is the sum of the others.
 */
function differences(doc: Aligned): Constraint[] {
  const statements = statementsOf(doc)
  return statements.flatMap((statement, index): Constraint[] => {
    const [a, b, c] = [statements[index - 2], statements[index - 1], statement].map(
      (other) => other && currentLevel(other),
    )
    if (!a || !b || !c || a.turn !== c.turn || c.start - a.end > 400) return []
    if ([a, b, c].some((figure) => significance(figure) < 3)) return []
    const words = doc.text.slice(b.end, c.start)
    if (/\b(?:resulting in|leading to|leaving)\b/iu.test(words)) return [sumConstraint(a, [b, c])]
    const excluded = ADDED_BACK.test(words)
      ? c
      : ADDED_BACK.test(doc.text.slice(a.end, b.start).slice(-90))
        ? b
        : undefined
    if (!excluded || words.length > 80) return []
    const [smaller, larger] = [a, b, c]
      .filter((figure) => figure !== excluded)
      .toSorted((one, other) => Math.abs(one.value) - Math.abs(other.value))
    return Math.abs(excluded.value) < Math.abs(larger!.value)
      ? [sumConstraint(larger, [smaller!, excluded])]
      : []
  })
}

const ADDED_BACK =
  /\b(?:adding back|add-?back|exclud(?:ing|es))\b.{0,60}\b(?:compensation|payments?|amortization)\b/iu
