import type { Figure } from '../../../numbers/figures.js'
import type { Constraint, Readings } from '../constraint.js'
import type { Candidate, State } from './fault.js'

/**
 * Two slips in one sum, each of which a contradiction of its own shows: "revenue was A, up P from B", with B and a part
 * of B both misheard. No repair of one figure mends the sum; a repair of each, which mends its own contradiction,
 * does. Undefined where there are no such two.
 */
export function jointRepair(
  { open, readings }: State,
  candidates: (figure: Figure) => readonly Candidate[],
): readonly [Candidate, Candidate] | undefined {
  for (const sum of open) {
    if (sum.kind !== 'sum' || sum.figures.length > MOST) continue
    if (sum.figures.some((figure) => candidates(figure).some((one) => mendsMoreThan(sum, one)))) continue
    const repairs = sum.figures.flatMap((figure) =>
      candidates(figure)
        .filter(({ mends }) => !mends.includes(sum))
        .slice(0, FEW),
    )
    const pairs = repairs.flatMap((one, index) =>
      repairs
        .slice(index + 1)
        .filter(
          (other) => other.figure !== one.figure && haveOwn(one, other) && holds(sum, readings, one, other),
        )
        .map((other) => [withSum(one, sum), withSum(other, sum)] as const),
    )
    const [best] = pairs.toSorted((a, b) => scoreOf(b) - scoreOf(a))
    if (best) return best
  }
  return undefined
}

/** Figures of a sum, and repairs of each, that are tried together. */
const MOST = 8
const FEW = 6

/** One repair that mends the sum and another contradiction is likelier than two. */
const mendsMoreThan = (sum: Constraint, { mends }: Candidate): boolean =>
  mends.length > 1 && mends.includes(sum)

/** What the one mends the other does not. */
const haveOwn = (one: Candidate, other: Candidate): boolean =>
  one.mends.some((constraint) => !other.mends.includes(constraint)) &&
  other.mends.some((constraint) => !one.mends.includes(constraint))

function holds(sum: Constraint, readings: Readings, one: Candidate, other: Candidate): boolean {
  return sum.holds((figure) =>
    figure === one.figure ? one.repair : figure === other.figure ? other.repair : readings(figure),
  )
}

const withSum = (candidate: Candidate, sum: Constraint): Candidate => ({
  ...candidate,
  mends: [...candidate.mends, sum],
  score: candidate.score + 1,
})

const scoreOf = ([one, other]: readonly [Candidate, Candidate]): number => one.score + other.score
