import type { Context } from './context.js'
import { observationsOf, type Feature } from './features.js'
import { flowOf, type Flow } from './flow.js'
import { spokenOrigins } from './labels.js'
import type { Observations } from './sequence.js'

/**
 * What the sequence model observes once a first look has guessed every unit's origin: the same as then,
 * and how the guesses lie in the call (stacked sequential learning, Cohen & Carvalho 2005).
 * `marginals[unit * labels + label]` are the guesses' probabilities.
 */
export function secondLook(context: Context, first: Observations, marginals: Float64Array): Observations {
  const subject = { flow: flowOf(context, marginals), turnOf: context.doc.segments.map(({ turn }) => turn) }
  const more = observationsOf(subject.turnOf.length, subject, unitFeatures, borderFeatures)
  return { units: join(first.units, more.units), borders: join(first.borders, more.borders) }
}

const join = (rows: readonly Float64Array[], more: readonly Float64Array[]): Float64Array[] =>
  rows.map((row, unit) => Float64Array.of(...row, ...more[unit]!))

interface Subject {
  readonly flow: Flow
  readonly turnOf: readonly number[]
}

/** An amount as a share that is a half at `scale` words. */
const share = (amount: number, scale: number): number => amount / (amount + scale)

const logOdds = (probability: number): number => Math.log((probability + 0.005) / (1.005 - probability)) / 4

const unitFeatures: readonly Feature<Subject>[] = [
  ...spokenOrigins.map((origin, label) => ({
    name: `first look: ${origin}`,
    of: ({ flow }: Subject, unit: number) => logOdds(flow.probabilities[unit]![label]!),
  })),
  ...spokenOrigins.map((origin, label) => ({
    name: `speaker: ${origin}`,
    of: ({ flow, turnOf }: Subject, unit: number) => flow.speaker[turnOf[unit]!]![label]!,
  })),
  { name: 'Mandarin before in the turn', of: ({ flow }, unit) => share(flow.mandarinBefore[unit]!, 15) },
  { name: 'Mandarin after in the turn', of: ({ flow }, unit) => share(flow.mandarinAfter[unit]!, 15) },
  {
    name: 'interpreted before in the turn',
    of: ({ flow }, unit) => share(flow.interpretedBefore[unit]!, 15),
  },
  { name: 'Mandarin waits', of: ({ flow }, unit) => share(flow.pending[unit]!, 30) },
]

const borderFeatures: readonly Feature<Subject>[] = [
  ...spokenOrigins.map((origin, label) => ({
    name: `first look: change of ${origin}`,
    of: ({ flow: { probabilities } }: Subject, unit: number) =>
      probabilities[unit]![label]! - probabilities[unit - 1]![label]!,
  })),
  { name: 'rate of changes', of: ({ flow }) => flow.rate },
  { name: 'Mandarin before in the turn', of: ({ flow }, unit) => share(flow.mandarinBefore[unit]!, 15) },
  { name: 'Mandarin waits', of: ({ flow }, unit) => share(flow.pending[unit]!, 30) },
]
