import type { Figure } from '../../../numbers/figures.js'
import { candidatesFor } from './candidates.js'
import { asStated, isReadable, type Constraint, type Readings } from '../constraint.js'
import type { Candidate, Fault, Repair, State, Told } from './fault.js'
import { jointRepair } from './joint.js'

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
  const settle = (chosen: Candidate, others: readonly Candidate[], rival: number): void => {
    faults.push(faultOf(chosen, others, rival))
    mended.set(chosen.figure, chosen.repair)
    for (const constraint of around.get(chosen.figure)!) {
      if (open.has(constraint) && constraint.holds(readings)) open.delete(constraint)
      for (const other of constraint.figures) if (around.get(other)!.length <= MOST) known.delete(other)
    }
  }
  // What was put right may show what else is wrong.
  for (let pass = 0, before = -1; pass < PASSES && faults.length > before; pass++) {
    before = faults.length
    known.clear()
    for (let two = jointRepair(state, candidates); two; two = jointRepair(state, candidates))
      for (const one of two) settle(one, [], 0)
    const suspects = [...new Set([...open].flatMap(({ figures }) => figures))]
      .flatMap((figure) => candidates(figure).slice(0, 1))
      .toSorted((a, b) => b.score - a.score)
    for (const { figure } of suspects) {
      const [chosen, ...others] = candidates(figure)
      if (!chosen) continue
      const rivals = new Set(
        chosen.mends.flatMap(({ figures }) => figures).filter((other) => other !== figure),
      )
      settle(chosen, others, Math.max(0, ...[...rivals].map((other) => candidates(other)[0]?.score ?? 0)))
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
