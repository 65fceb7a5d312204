import { familyOf, figuresOf, significance, type Figure } from '../../numbers/figures.js'
import type { Metric } from '../../numbers/metrics.js'
import { statementsOf, type Part, type Statement } from '../../numbers/statements.js'
import { sameValue } from '../../text/amounts/amounts.js'
import type { Aligned } from '../../types.js'
import { figurePairs, type FigurePair } from './aligned.js'
import { asStated, hedge, SLACK, type Constraint } from './constraint.js'
import { heardAlike } from './heard.js'
import { drawerOf, drawersNear } from './same-values.js'

/** What is told more than once must be told alike: in two statements of one fact, or on both sides of a bead. */
export function mentionConstraints(doc: Aligned): Constraint[] {
  const aligned = figurePairs(doc)
    .filter(({ relation, certain }) => relation === 'same' || (relation === 'other' && certain))
    .filter(
      ({ mandarin, interpretation }) =>
        mandarin.value === interpretation.value || arePoints(mandarin) === arePoints(interpretation),
    )
    .map(({ mandarin, interpretation }) => alignedConstraint(mandarin, interpretation))
  const sameDigits = figurePairs(doc)
    .filter(({ relation }) => relation === 'scale' || relation === 'near')
    .map(({ mandarin, interpretation }) => digitsConstraint(mandarin, interpretation))
    .filter((constraint) => constraint.holds(asStated))
  const otherDigits = figurePairs(doc)
    .filter((pair) => pair.relation === 'near' && isToldRight(doc, pair))
    .map(({ mandarin, interpretation }) => digitsConstraint(mandarin, interpretation))
    .filter((constraint) => !constraint.holds(asStated))
  const statements = statementsOf(doc)
  return oneOfEachPair([
    ...aligned,
    ...sameDigits,
    ...otherDigits,
    ...echoes(statements),
    ...twins(statements),
    ...tenfold(statements),
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

/** Of a hundredth of the value, if not basis points. */
const arePoints = ({ unit }: Figure): boolean => unit.kind === 'percentage-points'

/**
 * Recognisers, translating machines and interpreters all slip: the figure with fewer digits has lost some, or
 * its point. No fifteen sounds like a fifty in Mandarin, but its digits change places as easily.
 */
function alignedConstraint(mandarin: Figure, interpretation: Figure): Constraint {
  const slip = heardAlike(interpretation).find(({ value }) => value === mandarin.value)?.kind
  const fuller = Math.sign(digitsTold(interpretation) - digitsTold(mandarin))
  const suspicion =
    mandarin.script === 'chinese' && mandarin.form === 'digits' && slip !== 'teen-ty'
      ? -SWAPPED
      : slip === 'swap'
        ? SWAPPED
        : slip === 'teen-ty' || fuller === 0
          ? -IN_MANDARIN
          : fuller * FEWER_DIGITS
  const told = [mandarin, interpretation].every(
    (figure) => figure.approximation === undefined && familyOf(figure) === 'amount',
  )
  return {
    ...mentionConstraint(mandarin, interpretation, 'aligned'),
    suspicion: (figure) => (figure === mandarin ? suspicion : 0),
    ...(told && { unexplained: DIFFERENT }),
    solve: (figure, readings) => Math.abs(readings(figure === mandarin ? interpretation : mandarin).value),
  }
}

/** Digits cut off where they were to be rounded. */
const NEARLY = 0.005

/** 3.189 billion and 318.9 million: the scale is wrong, the digits bear each other out. */
function digitsConstraint(mandarin: Figure, interpretation: Figure): Constraint {
  return {
    ...mentionConstraint(mandarin, interpretation, 'aligned'),
    holds: (readings) => {
      const [one, other] = [readings(mandarin), readings(interpretation)]
      const power = Math.log10(Math.abs(one.value / other.value))
      const off = one.precision / Math.abs(one.value) + other.precision / Math.abs(other.value)
      return Math.abs(10 ** (power - Math.round(power)) - 1) <= Math.max(off * SLACK, NEARLY)
    },
  }
}

/** Whether the call tells elsewhere what the interpretation would say with two digits of it the other way round. */
function isToldRight(doc: Aligned, { mandarin, interpretation }: FigurePair): boolean {
  const isTold = (value: number): boolean =>
    figuresOf(doc).some(
      (other) =>
        other !== interpretation && other.origin !== 'mandarin' && Math.abs(other.value / value - 1) < 1e-6,
    )
  if (isTold(interpretation.value)) return false
  return heardAlike(interpretation).some(
    ({ kind, value, precision }) =>
      (kind === 'swap' || kind === 'teen-ty') &&
      isTold(value) &&
      digitsConstraint(mandarin, interpretation).holds((figure) =>
        figure === interpretation ? { value, precision } : figure,
      ),
  )
}

/** Digits up to the last that is no zero, one more for a point. */
const digitsTold = ({ value, scale }: Figure): number => {
  const mantissa = Math.abs(value) / 10 ** (scale?.power ?? 0)
  const digits = String(Number(mantissa.toPrecision(8)))
  return digits.includes('.') ? digits.length : digits.replace(/0+$/u, '').length
}

const IN_MANDARIN = 0.05
const SWAPPED = 0.25
const FEWER_DIGITS = 0.4
/** The figure of the Mandarin is named where the two have nothing in common. */
const DIFFERENT = 0.62

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
    if (metric.words.length === 0 && GENERIC.has(metric.head)) continue
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

/** "Net cash of 18 billion", told as 1,812 million by another: one measure of the whole company, ten times apart. */
function tenfold(statements: readonly Statement[]): Constraint[] {
  const levels = statements.flatMap(({ metric, parts }) => {
    const part = parts.find(({ role, period }) => role === 'level' && period?.kind !== 'coming')
    const isTelling =
      part &&
      metric?.head &&
      metric.words.length === 0 &&
      !GENERIC.has(metric.head) &&
      part.figure.origin !== 'mandarin' &&
      part.figure.unit.kind === 'currency' &&
      part.figure.scale &&
      significance(part.figure) >= 2
    return isTelling ? [{ key: metric.key, figure: part.figure }] : []
  })
  return levels.slice(0, MOST_LEVELS).flatMap((one, index) =>
    levels
      .slice(index + 1, MOST_LEVELS)
      .filter(({ key, figure }) => key === one.key && figure.turn !== one.figure.turn)
      .filter(({ figure }) => Math.max(significance(figure), significance(one.figure)) >= 4)
      .filter(({ figure }) =>
        [10, 0.1].some((times) =>
          sameValue(
            { ...figure, value: figure.value * times, precision: figure.precision * times },
            one.figure,
          ),
        ),
      )
      .map(({ figure }) => ({
        ...mentionConstraint(one.figure, figure, 'mention'),
        suspicion: (suspect: Figure) =>
          suspect === [one.figure, figure].toSorted((a, b) => significance(a) - significance(b))[0] ? 0.3 : 0,
      })),
  )
}

const MOST_LEVELS = 60

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
    if (metric.words.length === 0 && GENERIC.has(metric.head ?? '')) continue
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

/** Names that many measures of a call share. */
const GENERIC = new Set(['margin', 'sales', 'profit', 'costs', 'expenses', 'income'])

/** Statements that report one and the same value tell one fact: the other figures of theirs must agree. */
function echoes(statements: readonly Statement[]): Constraint[] {
  const constraints: Constraint[] = []
  const known = new Map<string, Statement[]>()
  for (const statement of statements) {
    const level = tellingLevel(statement)
    if (!level) continue
    const rivals = drawersNear(level.value).flatMap((key) => known.get(key) ?? [])
    for (const rival of rivals.slice(-MOST)) {
      if (tellOneFact(rival, statement)) constraints.push(...alike(rival, statement))
      else constraints.push(...alikeButForSound(rival, statement))
    }
    const key = drawerOf(level.value)
    const list = known.get(key)
    if (list) list.push(statement)
    else known.set(key, [statement])
  }
  return constraints
}

/** The latest statements of one value that a statement is held against. */
const MOST = 8

/** "Revenue of 318 million, up 13.4%" and another's "317.9 million, up 30.4%": a change misheard, whatever the names. */
function alikeButForSound(a: Statement, b: Statement): Constraint[] {
  const [one, other] = [tellingLevel(a)!, tellingLevel(b)!]
  if (!sameValue(one, other) || one.turn === other.turn || one.origin === 'mandarin') return []
  return alike(a, b).filter(
    ({ figures: [first, second] }) =>
      first!.precision < 0.1 &&
      second!.precision < 0.1 &&
      heardAlike(first!).some(({ kind, value }) => kind === 'teen-ty' && value === second!.value),
  )
}

function tellingLevel({ parts }: Statement): Figure | undefined {
  const level = parts.find(({ role }) => role === 'level')?.figure
  return level && familyOf(level) === 'amount' && level.malformed === undefined && significance(level) >= 3
    ? level
    : undefined
}

function tellOneFact(a: Statement, b: Statement): boolean {
  const [one, other] = [tellingLevel(a)!, tellingLevel(b)!]
  if (!sameValue(one, other)) return false
  const heads = a.metric?.head !== undefined && b.metric?.head !== undefined
  if (heads && a.metric.head !== b.metric.head) return false
  const shared = a.metric && b.metric ? b.metric.words.some((word) => a.metric!.words.includes(word)) : false
  const bare = heads && a.metric.words.length === 0 && b.metric.words.length === 0
  return shared || bare || Math.min(significance(one), significance(other)) >= 4
}

function alike(a: Statement, b: Statement): Constraint[] {
  return a.parts.flatMap((part) =>
    b.parts
      .filter((other) => comparable(part, other, a, b))
      .map((other) => mentionConstraint(part.figure, other.figure, 'mention')),
  )
}

/** The earlier value with the earlier value, the change with the change of the same basis. */
function comparable(a: Part, b: Part, of: Statement, other: Statement): boolean {
  if (a.role !== b.role || familyOf(a.figure) !== familyOf(b.figure)) return false
  if (!isOnly(a, of) || !isOnly(b, other)) return false
  if (a.role === 'base') return a.period?.kind === b.period?.kind
  return a.role === 'change'
    ? (a.basis ?? 'yoy') === (b.basis ?? 'yoy') && a.direction === b.direction
    : a.role === 'share' && a.whole === b.whole
}

const isOnly = (part: Part, { parts }: Statement): boolean =>
  parts.filter(({ role }) => role === part.role).length === 1

function mentionConstraint(a: Figure, b: Figure, how: 'mention' | 'aligned'): Constraint {
  const hedges = [a, b].filter((figure) => hedge(figure) > 0).length
  const off = hedges === 0 ? 0 : hedges === 2 && how === 'aligned' ? ROUNDED_ANEW : ROUNDED
  return {
    kind: 'mention',
    figures: [a, b],
    firm: false,
    holds: (readings) => {
      const [one, other] = [readings(a), readings(b)]
      const hedged = off * Math.max(Math.abs(one.value), Math.abs(other.value))
      return (
        Math.abs(Math.abs(one.value) - Math.abs(other.value)) <=
        Math.max(one.precision, other.precision) * SLACK + hedged
      )
    },
    evidence: () =>
      [a, b].map(({ start, end }) => ({
        kind: how,
        start,
        end,
        note: how === 'aligned' ? 'the aligned passage has this figure' : 'told again of the same fact',
      })),
  }
}

/** How far hedged figures of one fact may lie apart, as a share; and where the interpreter hedges as well. */
const ROUNDED = 0.004
const ROUNDED_ANEW = 0.02
