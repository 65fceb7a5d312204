import type { Figure } from '../../numbers/figures.js'
import type { Aligned, ReferenceDocument } from '../../types.js'
import { changeConstraints } from './changes.js'
import { asStated, type Constraint, type Readings } from './constraint.js'
import { heardAlike, type HeardAlike } from './heard.js'
import { marginConstraints } from './margins.js'
import { mentionConstraints } from './mentions.js'
import { partConstraints } from './parts.js'
import { rangeConstraints } from './ranges.js'
import { referenceConstraints } from './references.js'

/** A figure that contradicts the others, and what may have been said. */
export interface Fault {
  readonly figure: Figure
  /** The violated constraints that the repair satisfies; the first names the check. */
  readonly violated: readonly Constraint[]
  /** Those that the figures beside it satisfy already and that speak for the repair. */
  readonly repairs: readonly Repair[]
  /** Probability that this figure is wrong, 0 to 1. */
  readonly confidence: number
}

export interface Repair {
  readonly value: number
  readonly precision: number
  readonly kind: HeardAlike['kind'] | 'computed'
  readonly score: number
}

/**
 * The smallest set of figures whose correction satisfies what the call's figures demand of each other,
 * found greedily: of all repairs of one figure by a value that sounds alike the one that mends most and
 * breaks nothing is taken, until no contradiction can be mended (Reiter's diagnosis from first
 * principles, 1987, with the minimal hitting set approximated; see docs/numbers.md). Time grows with the
 * number of contradictions, not with the length of the call squared.
 */
export function faultsOf(doc: Aligned, references: readonly ReferenceDocument[] = []): readonly Fault[] {
  const known = diagnosed(doc, references)
  return (known.faults ??= diagnose(known.constraints, known.around))
}

/** What each figure takes part in; nothing for a figure that takes part in nothing. */
export const constraintsByFigure = (
  doc: Aligned,
  references: readonly ReferenceDocument[] = [],
): ReadonlyMap<Figure, readonly Constraint[]> => diagnosed(doc, references).around

interface Diagnosed {
  readonly references: readonly ReferenceDocument[]
  readonly constraints: readonly Constraint[]
  readonly around: ReadonlyMap<Figure, readonly Constraint[]>
  faults?: readonly Fault[]
}

const diagnosedByDoc = new WeakMap<Aligned, Diagnosed>()

function diagnosed(doc: Aligned, references: readonly ReferenceDocument[]): Diagnosed {
  const known = diagnosedByDoc.get(doc)
  if (known && isSame(known.references, references)) return known
  const constraints = constraintsOf(doc, references)
  const made: Diagnosed = { references, constraints, around: byFigure(constraints) }
  diagnosedByDoc.set(doc, made)
  return made
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

/** Everything the figures of the call demand of each other. */
export function constraintsOf(
  doc: Aligned,
  references: readonly ReferenceDocument[] = [],
): readonly Constraint[] {
  return [
    ...referenceConstraints(doc, references),
    ...changeConstraints(doc),
    ...marginConstraints(doc),
    ...partConstraints(doc),
    ...rangeConstraints(doc),
    ...mentionConstraints(doc),
  ]
}

function byFigure(constraints: readonly Constraint[]): Map<Figure, Constraint[]> {
  const around = new Map<Figure, Constraint[]>()
  for (const constraint of constraints) {
    for (const figure of constraint.figures) {
      const known = around.get(figure)
      if (known) known.push(constraint)
      else around.set(figure, [constraint])
    }
  }
  return around
}

function diagnose(
  constraints: readonly Constraint[],
  around: ReadonlyMap<Figure, readonly Constraint[]>,
): Fault[] {
  const mended = new Map<Figure, Repair>()
  const readings: Readings = (figure) => mended.get(figure) ?? asStated(figure)
  const open = new Set(
    constraints.filter((constraint) => isReadable(constraint) && !constraint.holds(readings)),
  )
  const best = (figure: Figure): Candidate | undefined =>
    mended.has(figure) ? undefined : candidatesFor(figure, around.get(figure)!, open, readings)[0]
  const suspects = [...new Set([...open].flatMap(({ figures }) => figures))]
    .map((figure) => ({ figure, score: best(figure)?.score ?? -Infinity }))
    .filter(({ score }) => score > -Infinity)
    .toSorted((a, b) => b.score - a.score)
  const faults: Fault[] = []
  for (const { figure } of suspects) {
    const candidates = mended.has(figure) ? [] : candidatesFor(figure, around.get(figure)!, open, readings)
    const [chosen] = candidates
    if (!chosen) continue
    const rivals = new Set(chosen.mends.flatMap(({ figures }) => figures).filter((other) => other !== figure))
    const rival = Math.max(0, ...[...rivals].map((other) => best(other)?.score ?? 0))
    const isTold = (other: Figure): boolean =>
      other !== figure &&
      around
        .get(other)!
        .some(
          (constraint) =>
            PROVING.has(constraint.kind) &&
            !constraint.hint &&
            isReadable(constraint) &&
            constraint.holds(readings),
        )
    const supported = chosen.mends.some(({ figures }) => figures.some(isTold))
    faults.push(faultOf(candidates, rival, supported))
    mended.set(figure, chosen.repair)
    for (const constraint of chosen.mends) open.delete(constraint)
  }
  return [...faults, ...[...open].filter(({ firm }) => firm).map(unexplained)]
}

/** Whether every figure of it could be read. */
export const isReadable = ({ figures }: Constraint): boolean =>
  figures.every(({ value }) => Number.isFinite(value) && value !== 0)

interface Candidate {
  readonly figure: Figure
  readonly repair: Repair
  readonly mends: readonly Constraint[]
  readonly score: number
}

/** Values for the figure that mend some contradiction and break nothing that holds, best first. */
function candidatesFor(
  figure: Figure,
  around: readonly Constraint[],
  open: ReadonlySet<Constraint>,
  readings: Readings,
): Candidate[] {
  const readable = around.filter(isReadable)
  const broken = readable.filter((constraint) => open.has(constraint) && constraint.exempt !== figure)
  if (broken.length === 0) return []
  const whole = readable.filter((constraint) => !open.has(constraint) && constraint.holds(readings))
  return [...heardAlike(figure), ...computedFor(figure, broken, readings)]
    .flatMap((heard): Candidate[] => {
      const instead: Readings = (other) => (other === figure ? heard : readings(other))
      const mends = broken.filter((constraint) => constraint.holds(instead))
      if (mends.length === 0 || !isLikely(heard, mends)) return []
      const breaks = whole.filter((constraint) => !constraint.holds(instead))
      if (breaks.length >= mends.length) return []
      const strange = Math.max(...mends.map((constraint) => constraint.strangeness?.(instead) ?? 0))
      const score =
        mends.length - 2 * breaks.length - 0.2 * (broken.length - mends.length) + heard.weight - 0.5 * strange
      return [{ figure, repair: { ...heard, score }, mends, score }]
    })
    .toSorted((a, b) => b.score - a.score)
}

/** What two contradictions agree that it must have been, however it came to be misheard. */
function computedFor(figure: Figure, broken: readonly Constraint[], readings: Readings): Heard[] {
  const told = broken.some(({ kind }) => kind === 'reference')
  if (broken.length < 2 && !told) return []
  return broken.flatMap((constraint): Heard[] => {
    const value = constraint.solve?.(figure, readings)
    if (value === undefined || !(value > 0) || !isNear(value, figure.value)) return []
    const place = 2 * figure.precision
    const rounded = Number((Math.sign(figure.value) * Math.round(value / place) * place).toPrecision(10))
    return [{ value: rounded, precision: figure.precision, kind: 'computed', weight: 0.2 }]
  })
}

/** Nobody hears a figure as another twice its size without a digit in common. */
const isNear = (a: number, b: number): boolean => Math.abs(Math.log2(a / Math.abs(b))) <= 1

type Heard = Omit<HeardAlike, 'kind'> & { readonly kind: Repair['kind'] }

/** Constraints that prove nothing alone need a mishearing that is common, or one another. */
function isLikely({ kind }: Heard, mends: readonly Constraint[]): boolean {
  if (mends.some(({ firm }) => firm)) return true
  const proofs = mends.filter(({ hint }) => !hint)
  const common = kind === 'teen-ty' || kind === 'swap' || kind === 'teen'
  if (proofs.length === 0) return kind === 'teen-ty' || kind === 'swap'
  if (proofs.every((constraint) => constraint.kind === 'direction')) return kind === 'teen-ty'
  const size = kind === 'scale' || kind === 'point'
  return common || proofs.length > 1 || proofs[0]!.kind === 'sum' || (size && proofs[0]!.kind === 'margin')
}

function faultOf(candidates: readonly Candidate[], rival: number, supported: boolean): Fault {
  const { figure, mends, repair, score } = candidates[0]!
  const others = candidates.slice(1).filter((other) => other.mends.includes(mends[0]!))
  const many = mends.length > 1 ? 0.06 : 0
  const lead = score - rival
  const doubt = lead < 0.15 ? 0.2 : lead < 0.4 ? 0.08 : 0
  const confidence = mends.every(({ hint }) => hint)
    ? supported
      ? SUPPORTED_HINT
      : HINT
    : Math.min(0.98, SURE[repair.kind] + many + documented(repair, mends) - doubt)
  return {
    figure,
    violated: mends,
    repairs: [repair, ...others.slice(0, 2).map((other) => other.repair)],
    confidence,
  }
}

/** A document proves more than a sum; but what no mishearing explains may be another measure. */
function documented({ kind }: Repair, mends: readonly Constraint[]): number {
  if (!mends.some((constraint) => constraint.kind === 'reference')) return 0
  return kind === 'computed' && mends.length === 1 ? -0.15 : 0.1
}

const HINT = 0.5
/** Where a change, a sum or another mention speaks for the other figure. */
const SUPPORTED_HINT = 0.7
const PROVING: ReadonlySet<Constraint['kind']> = new Set(['change', 'sum', 'share', 'mention'])

/** How sure a repair of one contradiction by this mishearing is, where no other figure could be repaired as well. */
const SURE: Readonly<Record<Repair['kind'], number>> = {
  'teen-ty': 0.94,
  teen: 0.86,
  swap: 0.86,
  digit: 0.8,
  point: 0.8,
  scale: 0.86,
  computed: 0.8,
}

/** Two values and a change that cannot be squared by any mishearing: the change is wrong, or one of the values. */
function unexplained(constraint: Constraint): Fault {
  const figure = constraint.figures[0]!
  const value = constraint.solve?.(figure, asStated)
  const rounded =
    value !== undefined && Number.isFinite(value)
      ? Math.round(value / (2 * figure.precision)) * 2 * figure.precision
      : undefined
  const repairs = rounded
    ? [
        {
          value: Number(rounded.toPrecision(10)),
          precision: figure.precision,
          kind: 'computed' as const,
          score: 0,
        },
      ]
    : []
  return { figure, violated: [constraint], repairs, confidence: 0.65 }
}
