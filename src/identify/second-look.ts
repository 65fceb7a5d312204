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
  const { doc, echoes } = context
  const flow = flowOf(context, marginals)
  const chances = (label: number): Float64Array => Float64Array.from(flow.probabilities, (row) => row[label]!)
  const [mandarin, interpretation] = [chances(1), chances(2)]
  const subject = {
    flow,
    turnOf: doc.segments.map(({ turn }) => turn),
    guided: guidedMatches(echoes.likelihood, mandarin, interpretation),
    echo: placesOf(doc, echoes.again(mandarin.map(lean), interpretation.map(lean))),
  }
  const more = observationsOf(subject.turnOf.length, subject, unitFeatures, borderFeatures)
  return { units: join(first.units, more.units), borders: join(first.borders, more.borders) }
}

/** What a guess adds to an echo that has the unit on this side: half its log odds. */
const lean = (probability: number): number =>
  clip(Math.log((probability + 0.01) / (1.01 - probability)), 4) / 2

const join = (rows: readonly Float64Array[], more: readonly Float64Array[]): Float64Array[] =>
  rows.map((row, unit) => {
    const joined = new Float64Array(row.length + more[unit]!.length)
    joined.set(row)
    joined.set(more[unit]!, row.length)
    return joined
  })

interface Subject {
  readonly flow: Flow
  readonly guided: Guided
  /** The echoes found with the guesses in view. */
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
  { name: 'interpretation to come', of: ({ flow }, unit) => share(flow.coming[unit]!, 30) },
  { name: 'ends a turn as others do', of: ({ flow }, unit) => 2 * flow.lag[unit]! },
  ...spokenOrigins.flatMap((origin, label) => [
    {
      name: `around: ${origin}`,
      of: ({ flow }: Subject, unit: number) => logOdds(flow.near[unit]![label]!),
    },
    {
      name: `in the turn: ${origin}`,
      of: ({ flow, turnOf }: Subject, unit: number) => logOdds(flow.turn[turnOf[unit]!]![label]!),
    },
  ]),
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
