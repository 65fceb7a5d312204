import { clip, placesOf, type Context, type Place } from './context.js'
import { observationsOf, type Feature } from './features.js'
import { flowOf, type Flow } from './flow.js'
import { spokenOrigins } from './labels.js'
import { guidedMatches, type Guided } from './matches.js'
import type { Observations } from './sequence.js'

/**
 * What the sequence model observes once a first look has guessed every unit's origin: the same as then,
 * and how the guesses lie in the call (stacked sequential learning, Cohen & Carvalho 2005).
 * `marginals[unit * labels + label]` are the guesses' probabilities.
 */
export function secondLook(context: Context, first: Observations, marginals: Float64Array): Observations {
  const labels = spokenOrigins.length
  const chance = (label: number) => context.doc.segments.map((_, unit) => marginals[unit * labels + label]!)
  const lean = (label: number) =>
    Float64Array.from(chance(label), (p) => clip(Math.log((p + 0.01) / (1.01 - p)), 4) * trusted)
  const subject = {
    flow: flowOf(context, marginals),
    turnOf: context.doc.segments.map(({ turn }) => turn),
    guided: guidedMatches(
      context.echoes.likelihood,
      Float64Array.from(chance(1)),
      Float64Array.from(chance(2)),
    ),
    echo: placesOf(context.doc, context.echoes.again(lean(1), lean(2))),
  }
  const more = observationsOf(subject.turnOf.length, subject, unitFeatures, borderFeatures)
  return { units: join(first.units, more.units), borders: join(first.borders, more.borders) }
}

const join = (rows: readonly Float64Array[], more: readonly Float64Array[]): Float64Array[] =>
  rows.map((row, unit) => Float64Array.of(...row, ...more[unit]!))

const trusted = 0.5

interface Subject {
  readonly flow: Flow
  readonly guided: Guided
  readonly echo: readonly Place[]
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
  { name: 'rendered by interpretation', of: ({ guided }, unit) => Math.min(3, guided.rendered[unit]! / 8) },
  { name: 'renders Mandarin', of: ({ guided }, unit) => Math.min(3, guided.renders[unit]! / 8) },
  {
    name: 'rendered rather than rendering',
    of: ({ guided }, unit) => clip((guided.rendered[unit]! - guided.renders[unit]!) / 8, 2),
  },
  { name: 'echo again: passage', of: ({ echo }, unit) => side(echo[unit]!, 'passage') },
  { name: 'echo again: rendering', of: ({ echo }, unit) => side(echo[unit]!, 'rendering') },
  {
    name: 'echo again: passage, strength',
    of: ({ echo }, unit) => side(echo[unit]!, 'passage') * Math.min(2, echo[unit]!.strength / 6),
  },
  {
    name: 'echo again: rendering, strength',
    of: ({ echo }, unit) => side(echo[unit]!, 'rendering') * Math.min(2, echo[unit]!.strength / 6),
  },
]

const side = (place: Place, kind: Place['side']): number => (place.side === kind ? 1 : 0)

const borderFeatures: readonly Feature<Subject>[] = [
  {
    name: 'echo again: border',
    of: ({ echo }, unit) => (echo[unit]!.opens ? side(echo[unit]!, 'rendering') : 0),
  },
  {
    name: 'echo again: start',
    of: ({ echo }, unit) => (echo[unit]!.opens ? side(echo[unit]!, 'passage') : 0),
  },
  {
    name: 'echo again: end',
    of: ({ echo }, unit) => (1 - side(echo[unit]!, 'rendering')) * side(echo[unit - 1]!, 'rendering'),
  },
  ...spokenOrigins.map((origin, label) => ({
    name: `first look: change of ${origin}`,
    of: ({ flow: { probabilities } }: Subject, unit: number) =>
      probabilities[unit]![label]! - probabilities[unit - 1]![label]!,
  })),
  { name: 'rate of changes', of: ({ flow }) => flow.rate },
  { name: 'Mandarin before in the turn', of: ({ flow }, unit) => share(flow.mandarinBefore[unit]!, 15) },
  { name: 'Mandarin waits', of: ({ flow }, unit) => share(flow.pending[unit]!, 30) },
]
