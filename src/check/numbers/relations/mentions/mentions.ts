import { familyOf, figuresOf, significance, type Figure } from '../../../../numbers/figures.js'
import type { Metric } from '../../../../numbers/metrics.js'
import { statementsOf, type Statement } from '../../../../numbers/statements.js'
import { sameValue } from '../../../../text/amounts/amounts.js'
import type { Aligned } from '../../../../types.js'
import type { Constraint } from '../../constraint.js'
import { heardAlike } from '../../told/heard.js'
import { changedAlike } from './changed-alike.js'
import { interpretedAlike } from './interpreted.js'
import { isVague, mentionConstraint } from './mention.js'
import { retellings } from './retellings.js'

/** What is told more than once must be told alike: in two statements of one fact, or on both sides of a bead. */
export function mentionConstraints(doc: Aligned): Constraint[] {
  const statements = statementsOf(doc)
  return oneOfEachPair([
    ...interpretedAlike(doc),
    ...retellings(statements),
    ...changedAlike(statements),
    ...twins(statements),
    ...roundedTwins(statements),
    ...kept(doc),
    ...sameMetric(statements),
    ...sameChange(statements),
  ])
}

/** Two figures are held against each other once; what comes first says it best. */
function oneOfEachPair(constraints: readonly Constraint[]): Constraint[] {
  const seen = new Set<string>()
  return constraints.filter(({ figures }) => {
    const key = figures.map(({ index }) => index).join(' ')
    return seen.has(key) ? false : (seen.add(key), true)
  })
}

/** "A payout of P, and we intend to stay at Q": what stays is the same. */
function kept(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc)
  return figures.flatMap((figure, index): Constraint[] => {
    const before = figures[index - 1]
    if (!before || figure.start >= before.sentence.end || figure.start - before.end > 120) return []
    if (familyOf(figure) !== 'share' || familyOf(before) !== 'share') return []
    return STAYING.test(doc.text.slice(before.end, figure.start))
      ? [mentionConstraint(before, figure, 'mention')]
      : []
  })
}

const STAYING =
  /\b(?:stay|stays|remain|remains|keep (?:it|this|that)|maintain (?:it|this|that)|stick)(?: stable| flat| unchanged)? (?:at|with|to) (?:the |this |that )?$/iu

/** Levels of one metric, named alike: a hint only, since the words may not tell all of period and part. */
function sameMetric(statements: readonly Statement[]): Constraint[] {
  const constraints: Constraint[] = []
  const known = new Map<string, Figure[]>()
  for (const { metric, parts } of statements) {
    const part = parts.find(
      ({ role, period }) =>
        role === 'level' && (!period || period.kind === 'current' || period.kind === 'named'),
    )
    if (!part || !metric?.head || part.figure.origin === 'mandarin') continue
    if (isVague(metric)) continue
    const key = `${familyOf(part.figure)} ${metric.key}`
    const before = known.get(key) ?? []
    for (const other of before.slice(-MOST)) {
      if (easilyMisheard(other, part.figure))
        constraints.push({ ...mentionConstraint(other, part.figure, 'mention'), hint: true })
    }
    before.push(part.figure)
    known.set(key, before)
  }
  return constraints
}

/**
 * Levels told in two turns of what shares a name that one slip parts: two digits swapped of four and more, or
 * ten or a thousand times as much with three digits alike. Hardly two figures.
 */
function twins(statements: readonly Statement[]): Constraint[] {
  const levels = statements.flatMap(({ metric, parts }) => {
    const figure = parts.find(({ role }) => role === 'level')?.figure
    const isTelling =
      figure && figure.origin !== 'mandarin' && familyOf(figure) === 'amount' && significance(figure) >= 3
    return metric && isTelling ? [{ metric, figure }] : []
  })
  const byValue = new Map<number, (typeof levels)[number][]>()
  for (const level of levels)
    byValue.set(level.figure.value, [...(byValue.get(level.figure.value) ?? []), level])
  return levels.flatMap(({ metric, figure }) =>
    heardAlike(figure)
      .filter(({ kind }) => (significance(figure) >= 4 && APART.has(kind)) || TENFOLD.has(kind))
      .flatMap(({ value }) => byValue.get(value)?.slice(0, MOST) ?? [])
      .filter(
        (other) =>
          other.figure.index > figure.index &&
          other.figure.turn !== figure.turn &&
          other.figure.unit.kind === figure.unit.kind &&
          shareName(metric, other.metric),
      )
      .map((other) => mentionConstraint(figure, other.figure, 'mention')),
  )
}

/** "Net income was 116 million", and the finance chief's "160.3 million": what was misheard is rounded elsewhere. */
function roundedTwins(statements: readonly Statement[]): Constraint[] {
  const levels = new Map<string, Figure[]>()
  return statements.flatMap(({ metric, parts }) => {
    const figure = parts.find(({ role }) => role === 'level')?.figure
    if (!metric?.head || metric.words.length > 0 || !figure || familyOf(figure) !== 'amount') return []
    if (figure.origin === 'mandarin' || isVague(metric) || significance(figure) < 3) return []
    const known = levels.get(metric.key) ?? []
    levels.set(metric.key, [...known, figure])
    return known
      .filter((other) => other.turn !== figure.turn && other.unit.kind === figure.unit.kind)
      .filter((other) => isHeardAndRounded(other, figure) || isHeardAndRounded(figure, other))
      .slice(-MOST)
      .map((other) => mentionConstraint(other, figure, 'mention'))
  })
}

const isHeardAndRounded = (fine: Figure, rounded: Figure): boolean =>
  significance(fine) >= 4 &&
  fine.precision < rounded.precision &&
  heardAlike(fine).some(
    ({ kind, value }) => APART.has(kind) && Math.abs(value - rounded.value) <= rounded.precision,
  )

/** The latest levels and changes of a name that one is held against. */
const MOST = 8

const APART: ReadonlySet<string> = new Set(['swap', 'teen-ty'])
const TENFOLD: ReadonlySet<string> = new Set(['point', 'scale'])

/** A word in common, or one measure of the whole company. */
const shareName = (a: Metric, b: Metric): boolean =>
  a.words.some((word) => b.words.includes(word)) ||
  (a.head !== undefined && a.key === b.key && a.words.length === 0)

/** Changes of one metric, named alike, against the same time: a hint likewise. */
function sameChange(statements: readonly Statement[]): Constraint[] {
  const constraints: Constraint[] = []
  const known = new Map<string, Figure[]>()
  for (const { metric, parts } of statements) {
    if (!metric || (!metric.head && metric.words.length === 0)) continue
    if (isVague(metric)) continue
    const changes = parts.filter(({ role, figure }) => role === 'change' && figure.origin !== 'mandarin')
    for (const { figure, basis, direction } of changes) {
      const key = `${familyOf(figure)} ${metric.key} ${basis ?? 'yoy'} ${direction ?? ''}`
      const before = known.get(key) ?? []
      for (const other of before.slice(-MOST))
        if (easilyMisheard(other, figure))
          constraints.push({ ...mentionConstraint(other, figure, 'mention'), hint: true })
      before.push(figure)
      known.set(key, before)
    }
  }
  return constraints
}

/** The same value, or one that is heard for the other: fifteen for fifty, two digits swapped. */
const easilyMisheard = (a: Figure, b: Figure): boolean =>
  sameValue(a, b) ||
  heardAlike(a).some(({ kind, value }) => (kind === 'teen-ty' || kind === 'swap') && value === b.value)
