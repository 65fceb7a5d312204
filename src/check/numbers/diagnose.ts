import { significance, type Figure } from '../../numbers/figures.js'
import { asStated, type Constraint, type Readings } from './constraint.js'
import { heardAlike, type HeardAlike } from './heard.js'

/** A figure that contradicts the others, and what may have been said. */
export interface Fault {
  readonly figure: Figure
  /** The violated constraints that the repair satisfies; the first names the check. */
  readonly violated: readonly Constraint[]
  /** What it may have been, best first. */
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
 * principles, 1987, with the minimal hitting set approximated; see docs/numbers.md). Time is linear in the
 * number of constraints.
 */
export function diagnose(
  constraints: readonly Constraint[],
  around: ReadonlyMap<Figure, readonly Constraint[]>,
  told: Told,
): Fault[] {
  const mended = new Map<Figure, Repair>()
  const readings: Readings = (figure) => mended.get(figure) ?? asStated(figure)
  const open = new Set(
    constraints.filter((constraint) => isReadable(constraint) && !constraint.holds(readings)),
  )
  const state: State = { readings, open, near: nearest(around), told }
  const known = new Map<Figure, readonly Candidate[]>()
  const candidates = (figure: Figure): readonly Candidate[] => {
    if (mended.has(figure)) return []
    const found = known.get(figure) ?? candidatesFor(figure, state)
    known.set(figure, found)
    return found
  }
  const faults: Fault[] = []
  // What was put right may show what else is wrong.
  for (let pass = 0, before = -1; pass < PASSES && faults.length > before; pass++) {
    before = faults.length
    known.clear()
    const suspects = [...new Set([...open].flatMap(({ figures }) => figures))]
      .flatMap((figure) => candidates(figure).slice(0, 1))
      .toSorted((a, b) => b.score - a.score)
    for (const { figure } of suspects) {
      const [chosen, ...others] = candidates(figure)
      if (!chosen) continue
      const rivals = new Set(
        chosen.mends.flatMap(({ figures }) => figures).filter((other) => other !== figure),
      )
      const rival = Math.max(0, ...[...rivals].map((other) => candidates(other)[0]?.score ?? 0))
      faults.push(faultOf(chosen, others, rival))
      mended.set(figure, chosen.repair)
      for (const constraint of around.get(figure)!) {
        if (!open.has(constraint) || !constraint.holds(readings)) continue
        open.delete(constraint)
        for (const other of constraint.figures) if (around.get(other)!.length <= MOST) known.delete(other)
      }
    }
  }
  return [...faults, ...[...open].filter(isWorthALook).map(unexplained)]
}

/** How often the contradictions left are looked at again. */
const PASSES = 3

const isWorthALook = ({ kind, hint, unexplained }: Constraint): boolean =>
  !hint && (unexplained ?? UNEXPLAINED[kind]) !== undefined

/** Constraints of one figure that are weighed; a figure with more is known well enough by these. */
const MOST = 40

interface State {
  readonly readings: Readings
  /** The violated constraints that nothing chosen so far mends. */
  readonly open: ReadonlySet<Constraint>
  /** The readable constraints of a figure that are weighed. */
  readonly near: (figure: Figure) => readonly Constraint[]
  readonly told: Told
}

/** What else the call tells. */
export interface Told {
  /** How many of its figures have a value. */
  readonly times: (figure: Figure, value: number) => number
  /** How many figures of its turn have the size of a value: millions, billions, trillions. */
  readonly ofSize: (figure: Figure, value: number) => number
}

function nearest(
  around: ReadonlyMap<Figure, readonly Constraint[]>,
): (figure: Figure) => readonly Constraint[] {
  const known = new Map<Figure, readonly Constraint[]>()
  return (figure) => {
    const found = known.get(figure) ?? around.get(figure)!.filter(isReadable).slice(0, MOST)
    known.set(figure, found)
    return found
  }
}

/** Whether every figure of it could be read. */
export const isReadable = ({ figures }: Constraint): boolean =>
  figures.every(({ value }) => Number.isFinite(value) && value !== 0)

interface Candidate {
  readonly figure: Figure
  readonly repair: Repair
  readonly mends: readonly Constraint[]
  readonly score: number
  /** How many places, three at most, from the value that a constraint computes. */
  readonly off: number
  /** Whether it proves anything; else it is worth a look. */
  readonly proof: 'sure' | 'supported' | 'none'
}

/** Values for the figure that mend some contradiction and break nothing that holds, best first. */
function candidatesFor(figure: Figure, state: State): Candidate[] {
  const { readings, open, near, told } = state
  const broken = near(figure).filter((constraint) => open.has(constraint))
  if (broken.length === 0) return []
  const whole = near(figure).filter((constraint) => !open.has(constraint) && constraint.holds(readings))
  const isCounted = figure.origin !== 'mandarin'
  const alike = told.times(figure, figure.value) - (isCounted ? 1 : 0)
  // The interpretation is no second witness of itself.
  const timesTold = (value: number): number =>
    isCounted ? told.times(figure, value) : Math.max(0, told.times(figure, value) - 1)
  return [...heardAlike(figure), ...computedFor(figure, broken, readings)]
    .flatMap((heard): Candidate[] => {
      const instead: Readings = (other) => (other === figure ? heard : readings(other))
      const mends = broken.filter((constraint) => constraint.holds(instead))
      if (mends.length === 0) return []
      const breaks = whole.filter((constraint) => !constraint.holds(instead))
      if (breaks.length >= mends.length) return []
      const proof = proofOf(figure, heard, mends, whole, state)
      if (!proof) return []
      const strange = Math.max(...mends.map((constraint) => constraint.strangeness?.(instead) ?? 0))
      const telling = significance(figure) >= 3 || mends.some(({ kind }) => kind === 'mention')
      const again = telling ? Math.max(-1, Math.min(1, timesTold(heard.value) - alike)) : 0
      const usual =
        heard.kind === 'scale'
          ? Math.sign(told.ofSize(figure, heard.value) - told.ofSize(figure, figure.value))
          : 0
      const score =
        mends.length -
        2 * breaks.length -
        0.2 * (broken.length - mends.length) +
        (isCounted ? heard.weight : Math.min(heard.weight, OF_MANDARIN)) -
        0.5 * strange +
        0.1 * again +
        Math.max(...mends.map((constraint) => constraint.suspicion?.(figure) ?? 0)) +
        0.1 * usual -
        (proof === 'none' ? UNPROVEN : 0)
      const off = offCentre(figure, heard, mends, readings)
      return [{ figure, repair: { ...heard, score }, mends, score, off, proof }]
    })
    .toSorted((a, b) => b.score - a.score || a.off - b.off)
}

function offCentre(
  figure: Figure,
  { value, precision }: Heard,
  mends: readonly Constraint[],
  readings: Readings,
): number {
  const centre = mends
    .map((constraint) => constraint.solve?.(figure, readings))
    .find((value) => value !== undefined)
  return centre === undefined ? 0 : Math.min(3, Math.abs(Math.abs(value) - centre) / (2 * precision))
}

/** The slips are those of English sound. */
const OF_MANDARIN = 0.2

/** What proves nothing comes after all that does. */
const UNPROVEN = 1.5

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

/**
 * Constraints that prove nothing alone need a mishearing that is common, or one another, or that the other
 * figures are borne out elsewhere and this one is not. Undefined for what is not even worth a look.
 */
function proofOf(
  figure: Figure,
  { kind }: Heard,
  mends: readonly Constraint[],
  whole: readonly Constraint[],
  state: State,
): Candidate['proof'] | undefined {
  const supported = mends.some(({ figures }) =>
    figures.some((other) => other !== figure && isBorneOut(other, state)),
  )
  const proofs = mends.filter(({ hint }) => !hint)
  const common = kind === 'teen-ty' || kind === 'swap' || kind === 'teen'
  if (proofs.length === 0)
    return kind === 'teen-ty' || kind === 'swap' ? (supported ? 'supported' : 'none') : undefined
  if (proofs.some(({ firm }) => firm)) return 'sure'
  const [first] = proofs as [Constraint]
  if (proofs.every((constraint) => constraint.kind === 'direction'))
    return kind === 'teen-ty' ? 'sure' : undefined
  if (common || proofs.length > 1 || first.kind === 'sum') return 'sure'
  if ((kind === 'scale' || kind === 'point') && BY_TENS.has(first.kind)) return 'sure'
  const alone = !whole.some(isEvidence)
  const borneOut = first.figures.every((other) => other === figure || isBorneOut(other, state))
  return alone && borneOut ? 'sure' : 'none'
}

/** A part ten times off, a fact told with a lost point: hardly by chance. */
const BY_TENS: ReadonlySet<Constraint['kind']> = new Set(['margin', 'share', 'mention'])

const isEvidence = ({ kind, hint }: Constraint): boolean => !hint && kind !== 'direction'

/** Whether a change, a sum, a share or another mention agrees with the figure. */
const isBorneOut = (figure: Figure, { near, open, readings }: State): boolean =>
  near(figure).some(
    (constraint) => isEvidence(constraint) && !open.has(constraint) && constraint.holds(readings),
  )

function faultOf(
  { figure, mends, repair, score, proof }: Candidate,
  rest: readonly Candidate[],
  rival: number,
): Fault {
  const others = rest.filter((other) => other.mends.includes(mends[0]!))
  const many = Math.min(0.12, 0.06 * (mends.length - 1))
  const lead = score - rival
  const doubt = lead < 0.15 ? 0.2 : lead < 0.4 ? 0.08 : 0
  const confidence =
    proof === 'none'
      ? mends.every(({ hint }) => hint)
        ? HINT
        : UNPROVEN_DIGIT
      : proof === 'supported'
        ? SUPPORTED_HINT
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
/** One contradiction, and a slip that might be in any of its figures. */
const UNPROVEN_DIGIT = 0.62
/** Where a change, a sum or another mention speaks for the other figure. */
const SUPPORTED_HINT = 0.7

/** How sure a repair of one contradiction by this mishearing is, where no other figure could be repaired as well. */
const SURE: Readonly<Record<Repair['kind'], number>> = {
  'teen-ty': 0.94,
  teen: 0.86,
  swap: 0.86,
  moved: 0.8,
  digit: 0.8,
  lost: 0.8,
  point: 0.8,
  scale: 0.86,
  computed: 0.8,
}

/** How sure a contradiction is that no mishearing explains. */
const UNEXPLAINED: Readonly<Partial<Record<Constraint['kind'], number>>> = {
  reference: 0.65,
  change: 0.65,
  multiple: 0.65,
  margin: 0.5,
  share: 0.5,
}

/** Two values and a change that cannot be squared by any mishearing: the change is wrong, or one of the values. */
function unexplained(constraint: Constraint): Fault {
  const figure = constraint.figures[0]!
  const value = constraint.solve?.(figure, asStated)
  const rounded =
    constraint.unexplained !== undefined
      ? value
      : value !== undefined && Number.isFinite(value)
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
  return {
    figure,
    violated: [constraint],
    repairs,
    confidence: constraint.unexplained ?? UNEXPLAINED[constraint.kind]!,
  }
}
