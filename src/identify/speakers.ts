import type { Segmented } from '../types.js'
import { clip, type Context } from './context.js'
import { spokenOrigins } from './labels.js'
import type { Potentials } from './sequence.js'

/**
 * How people keep to their language, in natural log. A speaker changes between English and the two sides of
 * interpreting at the edges of a turn only ("Please go ahead, Chairman."), and in few turns of a call: known of
 * all calls, and too rare in any few to be learnt from them. The figures were chosen on calls left out of
 * learning; from half to twice as much changes little.
 */
const costs = {
  /** Of a change within a turn, away from its edges. */
  within: 2,
  /** Of a change between two turns running of one speaker. */
  across: 3,
  /** How much of the odds of what a speaker says elsewhere counts for each unit. */
  elsewhere: 0.25,
} as const

/** Words at the start and at the end of a turn that may be of another origin than the rest. */
const edges = { start: 25, end: 12 } as const

/** Words of a speaker that tell little. */
const fewWords = 15

/** What of a call these costs look at. */
type Speech = Pick<Context, 'sizes' | 'wordsBefore' | 'wordsFrom'> & {
  readonly doc: Pick<Segmented, 'segments' | 'turns'>
}

const english = spokenOrigins.indexOf('english')
const mandarin = spokenOrigins.indexOf('mandarin')

/** The potentials less the costs of changes; the same where turns are not those of single speakers. */
export function withCostsOfChange(context: Speech, potentials: Potentials): Potentials {
  const { segments } = context.doc
  if (!hasSingleSpeakers(context.doc)) return potentials
  const { labels } = potentials
  const border = potentials.border.slice()
  for (let unit = 1; unit < segments.length; unit++) {
    for (let before = 0; before < labels; before++) {
      for (let after = 0; after < labels; after++) {
        if ((before === english) === (after === english)) continue
        border[(unit * labels + before) * labels + after]! -= costOfChange(context, unit, before === english)
      }
    }
  }
  return { ...potentials, border }
}

/** Of a change from English, or to it, before the unit. */
function costOfChange({ doc, wordsBefore, wordsFrom }: Speech, unit: number, fromEnglish: boolean): number {
  const before = doc.segments[unit - 1]!.turn
  const here = doc.segments[unit]!.turn
  if (before === here) {
    const atEdge = fromEnglish ? wordsBefore[unit]! < edges.start : wordsFrom[unit]! < edges.end
    return atEdge ? 0 : costs.within
  }
  const speaker = speakerOf(doc, here)
  return speaker !== '' && speaker === speakerOf(doc, before) ? costs.across : 0
}

const speakerOf = ({ turns }: Speech['doc'], turn: number): string => turns[turn]!.speaker.label

/** A turn that holds so much of a call is that of several people. */
const mostOfCall = 0.4

function hasSingleSpeakers({ turns }: Speech['doc']): boolean {
  const sizes = turns.map(({ body }) => body.reduce((sum, { start, end }) => sum + end - start, 0))
  return Math.max(0, ...sizes) < mostOfCall * sizes.reduce((sum, size) => sum + size, 0)
}

/**
 * The potentials with a lean of every unit towards English, or away from it, as its speaker is guessed to
 * speak in other turns; `guesses[unit * labels + label]` are probabilities.
 */
export function leaningOnSpeakers(
  { doc, sizes }: Speech,
  potentials: Potentials,
  guesses: Float64Array,
): Potentials {
  if (!hasSingleSpeakers(doc)) return potentials
  const { labels } = potentials
  const none = (): [number, number] => [0, 0]
  const turns = doc.turns.map(none)
  const speakers = new Map(doc.turns.map(({ speaker }) => [speaker.label, none()]))
  doc.segments.forEach(({ turn }, unit) => {
    const inEnglish = sizes[unit]! * guesses[unit * labels + english]!
    for (const sums of [turns[turn]!, speakers.get(speakerOf(doc, turn))!]) {
      sums[0] += inEnglish
      sums[1] += sizes[unit]! - inEnglish
    }
  })
  const unit = potentials.unit.slice()
  doc.segments.forEach(({ turn }, index) => {
    const speaker = speakerOf(doc, turn)
    if (speaker === '') return
    const [inEnglish, other] = speakers.get(speaker)!.map((sum, side) => sum - turns[turn]![side]! + fewWords)
    unit[index * labels + english]! += costs.elsewhere * clip(Math.log(inEnglish! / other!), 3)
  })
  return { ...potentials, unit }
}

/** How much what is said of the language counts, in natural log: it is said too rarely to be learnt. */
const said = { asOperatorsDo: 3, announced: 2 } as const

/**
 * The potentials with a lean towards English where an operator's phrase opens, and off Mandarin or towards it for
 * the rest of a turn whose speaker announces English, or that he puts a question to someone in Mandarin.
 */
export function leaningOnCues(
  { doc, marks }: Pick<Speech, 'doc'> & Pick<Context, 'marks'>,
  potentials: Potentials,
): Potentials {
  const single = hasSingleSpeakers(doc)
  const unit = potentials.unit.slice()
  marks.forEach(({ operates, announced }, index) => {
    if (operates) unit[index * potentials.labels + english]! += said.asOperatorsDo
    if (single && announced !== undefined)
      unit[index * potentials.labels + mandarin]! +=
        announced === 'mandarin' ? said.announced : -said.announced
  })
  return { ...potentials, unit }
}
