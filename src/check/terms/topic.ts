import type { LanguageModel } from '../../lexicon/language-model.js'
import type { WordVectors } from '../../lexicon/word-vectors.js'
import type { Reading } from './readings.js'
import type { Run } from './runs.js'

/** How well the words heard, and those said, go with what is spoken of around them and in the whole call. */
export type TopicFeatures = Readonly<Record<TopicFeatureName, number>>

export const topicFeatureNames = [
  'saidAround',
  'saidNearest',
  'saidInTopic',
  'saidUntold',
  'heardAround',
  'heardNearest',
  'heardInTopic',
  'heardUntold',
] as const

export type TopicFeatureName = (typeof topicFeatureNames)[number]

/** Words before and after a stretch that count as around; words added to their distance when they are weighed. */
const reach = 25
const nearness = 3
/** The likest of the words around that are asked by themselves. */
const likest = 3
/** Log10 of the probability from which on a word goes with everything. */
const everywhere = -2.7

/** Tells of readings how they fit what the call speaks of, by the likeness of words (`WordVectors`). */
export function topicsIn(
  runs: readonly Run[],
  model: LanguageModel,
  vectors: WordVectors,
): (reading: Reading) => TopicFeatures {
  const spoken = Int32Array.from(
    runs.flatMap(({ ids }) => ids),
    (id) => (model.unigram(id) < everywhere && vectors.has(id) ? id : none),
  )
  const starts = new Map<Run, number>()
  let words = 0
  for (const run of runs) {
    starts.set(run, words)
    words += run.words.length
  }
  const topic = topicOf(spoken, vectors)

  const fitOf = (ids: readonly number[], around: readonly Neighbour[]): Fit => {
    const told = ids.filter((id) => vectors.has(id))
    if (told.length === 0) return untold
    const fits = told.map((id) => fitOfWord(id, around, topic, vectors))
    const mean = (key: 'around' | 'nearest' | 'inTopic') =>
      fits.reduce((sum, fit) => sum + fit[key], 0) / fits.length
    return { around: mean('around'), nearest: mean('nearest'), inTopic: mean('inTopic'), untold: 0 }
  }

  const placeOf = ({ run, from, to }: Reading) => {
    const start = starts.get(run)!
    const around = neighboursOf(spoken, start + from, start + to)
    return { run, from, to, around, heardFit: fitOf(run.ids.slice(from, to), around) }
  }
  let place: ReturnType<typeof placeOf> | undefined
  return (reading) => {
    const { run, from, to, said } = reading
    if (place?.run !== run || place.from !== from || place.to !== to) place = placeOf(reading)
    const { around, heardFit } = place
    const saidFit = fitOf(said.ids, around)
    return {
      saidAround: saidFit.around,
      saidNearest: saidFit.nearest,
      saidInTopic: saidFit.inTopic,
      saidUntold: saidFit.untold,
      heardAround: heardFit.around,
      heardNearest: heardFit.nearest,
      heardInTopic: heardFit.inTopic,
      heardUntold: heardFit.untold,
    }
  }
}

/** Stands for a word that tells nothing of a topic. */
const none = -1

/** How well words go with what is spoken of: cosines, and whether nothing is known of them (1). */
interface Fit {
  readonly around: number
  readonly nearest: number
  readonly inTopic: number
  readonly untold: number
}

const untold: Fit = { around: 0, nearest: 0, inTopic: 0, untold: 1 }

interface Neighbour {
  readonly id: number
  readonly weight: number
}

function neighboursOf(spoken: Int32Array, from: number, to: number): Neighbour[] {
  const around: Neighbour[] = []
  const add = (at: number, distance: number): void => {
    const id = spoken[at]!
    if (id !== none) around.push({ id, weight: 1 / (nearness + distance) })
  }
  for (let at = Math.max(0, from - reach); at < from; at++) add(at, from - at)
  for (let at = to; at < Math.min(spoken.length, to + reach); at++) add(at, at - to + 1)
  return around
}

function fitOfWord(id: number, around: readonly Neighbour[], topic: Float32Array, vectors: WordVectors): Fit {
  const nearest = new Float32Array(likest)
  let weights = 0
  let sum = 0
  let asked = 0
  for (const other of around) {
    if (other.id === id) continue
    const likeness = vectors.likeness(id, other.id)
    weights += other.weight
    sum += other.weight * likeness
    asked++
    if (asked <= likest) nearest[asked - 1] = likeness
    else if (likeness > nearest[0]!) nearest[0] = likeness
    if (asked >= likest) nearest.sort()
  }
  return {
    around: asked === 0 ? 0 : sum / weights,
    nearest: nearest.reduce((all, likeness) => all + likeness, 0) / Math.max(1, Math.min(likest, asked)),
    inTopic: vectors.along(id, topic),
    untold: 0,
  }
}

/** The direction of what a call speaks of, each word by the logarithm of how often. */
function topicOf(spoken: Int32Array, { size, values }: WordVectors): Float32Array {
  const counts = new Map<number, number>()
  for (const id of spoken) if (id !== none) counts.set(id, (counts.get(id) ?? 0) + 1)
  const topic = new Float32Array(size)
  for (const [id, count] of counts)
    for (let at = 0; at < size; at++) topic[at]! += Math.log1p(count) * values[id * size + at]!
  const length = Math.hypot(...topic) || 1
  return topic.map((value) => value / length)
}
