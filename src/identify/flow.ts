import { clip, type Context } from './context.js'
import { spokenOrigins } from './labels.js'

/** How a call runs between the languages, by guesses of every unit's origin; amounts are words, weighed by probability. */
export interface Flow {
  /** `probabilities[unit][label]`, labels as in spokenOrigins. */
  readonly probabilities: readonly (readonly number[])[]
  /** Mandarin before, and after, each unit in its turn. */
  readonly mandarinBefore: Float64Array
  readonly mandarinAfter: Float64Array
  /** Interpretation before each unit in its turn. */
  readonly interpretedBefore: Float64Array
  /** Mandarin that waits for its interpretation before each unit. */
  readonly pending: Float64Array
  /** Interpretation after each unit whose Mandarin has not been heard from the unit on. */
  readonly coming: Float64Array
  /** For each unit, the shares of the origins in the words around it in its turn. */
  readonly near: readonly (readonly number[])[]
  /** For each turn, the shares of the origins in its words. */
  readonly turn: readonly (readonly number[])[]
  /**
   * Where a speaker goes on in a new turn, for the last unit of the turn before: how much oftener than usual his
   * and others' other such turns end in the first words of the interpretation.
   */
  readonly lag: Float64Array
  /** For each turn, the shares of the origins in all that its speaker says; nothing of a nameless speaker. */
  readonly speaker: readonly (readonly number[])[]
  /** How often Mandarin starts or ends for its amount, against the usual: natural log. */
  readonly rate: number
}

const [english, mandarin, interpretation] = [0, 1, 2] as const

/** Of a first look's probabilities, `marginals[unit * labels + label]`. */
export function flowOf(context: Context, marginals: Float64Array): Flow {
  const labels = spokenOrigins.length
  const { segments } = context.doc
  const probabilities = segments.map((_, unit) => [...marginals.subarray(unit * labels, (unit + 1) * labels)])
  const words = context.sizes.map((size, unit) =>
    probabilities[unit]!.map((probability) => probability * size),
  )
  return {
    probabilities,
    mandarinBefore: runningInTurn(context, (unit) => words[unit]![mandarin]!),
    mandarinAfter: runningInTurn(context, (unit) => words[unit]![mandarin]!, 'backwards'),
    interpretedBefore: runningInTurn(context, (unit) => words[unit]![interpretation]!),
    pending: pendingOf(probabilities, words),
    coming: comingOf(probabilities, words),
    near: nearOf(context, words),
    turn: turnsOf(context, words),
    lag: lagOf(context, probabilities),
    speaker: sharesOfSpeakers(context, words),
    rate: rateOf(probabilities),
  }
}

/** The sum over the units before each unit in its turn; backwards, over those after it. */
function runningInTurn(
  { doc: { segments } }: Context,
  of: (unit: number) => number,
  direction: 'forwards' | 'backwards' = 'forwards',
): Float64Array {
  const sums = new Float64Array(segments.length)
  const step = direction === 'forwards' ? 1 : -1
  const first = direction === 'forwards' ? 0 : segments.length - 1
  let sum = 0
  for (let unit = first; unit >= 0 && unit < segments.length; unit += step) {
    if (segments[unit - step]?.turn !== segments[unit]!.turn) sum = 0
    sums[unit] = sum
    sum += of(unit)
  }
  return sums
}

/** Interpretation uses up what waits, a little faster than it grew; English lets it be forgotten. */
function pendingOf(
  probabilities: readonly (readonly number[])[],
  words: readonly (readonly number[])[],
): Float64Array {
  return waiting([...words.keys()], probabilities, words, [mandarin, interpretation])
}

/** The same from the end of the call on, with the sides changed. */
function comingOf(
  probabilities: readonly (readonly number[])[],
  words: readonly (readonly number[])[],
): Float64Array {
  return waiting([...words.keys()].reverse(), probabilities, words, [interpretation, mandarin])
}

function waiting(
  order: readonly number[],
  probabilities: readonly (readonly number[])[],
  words: readonly (readonly number[])[],
  [grows, uses]: readonly [number, number],
): Float64Array {
  const amounts = new Float64Array(words.length)
  let waits = 0
  for (const unit of order) {
    amounts[unit] = waits
    const left = Math.max(0, waits + words[unit]![grows]! - 1.1 * words[unit]![uses]!)
    waits = left * (1 - 0.3 * probabilities[unit]![english]!)
  }
  return amounts
}

/** How far to either side the words around a unit reach, in units. */
const neighbourhood = 6

function nearOf({ doc: { segments } }: Context, words: readonly (readonly number[])[]): number[][] {
  return segments.map(({ turn }, unit) => {
    const first = Math.max(0, unit - neighbourhood)
    const near = words.slice(first, unit + neighbourhood + 1)
    return sharesOf(near.filter((_, index) => segments[first + index]!.turn === turn))
  })
}

function turnsOf({ doc: { segments, turns } }: Context, words: readonly (readonly number[])[]): number[][] {
  const byTurn: (readonly number[])[][] = turns.map(() => [])
  segments.forEach(({ turn }, unit) => byTurn[turn]!.push(words[unit]!))
  return byTurn.map(sharesOf)
}

/** Of words by origin; of no words, equal shares. */
function sharesOf(rows: readonly (readonly number[])[]): number[] {
  const sums = spokenOrigins.map((_, label) => rows.reduce((words, row) => words + row[label]!, 0.1))
  const total = sum(sums)
  return sums.map((value) => value / total)
}

/** The share of turns that end in the first words of the interpretation on most calls. */
const usualLag = 0.3

/** A recogniser that is late with the change of voice is so all through the call. */
function lagOf(
  { doc: { segments, turns } }: Context,
  probabilities: readonly (readonly number[])[],
): Float64Array {
  const labelOf = (unit: number): string => turns[segments[unit]!.turn]!.speaker.label
  const ends = [...segments.keys()].filter(
    (unit) =>
      unit + 1 < segments.length &&
      segments[unit]!.turn !== segments[unit + 1]!.turn &&
      labelOf(unit) !== '' &&
      labelOf(unit) === labelOf(unit + 1),
  )
  const inMandarin = ends.map((unit) => probabilities[Math.max(0, unit - 2)]![mandarin]!)
  const late = ends.map((unit, index) => inMandarin[index]! * probabilities[unit]![interpretation]!)
  const all = { late: sum(late), inMandarin: sum(inMandarin) }
  const lag = new Float64Array(segments.length)
  ends.forEach((unit, index) => {
    const others = all.inMandarin - inMandarin[index]!
    lag[unit] = (all.late - late[index]! + usualLag) / (others + 1) - usualLag
  })
  return lag
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function sharesOfSpeakers(
  { doc: { segments, turns } }: Context,
  words: readonly (readonly number[])[],
): number[][] {
  const totals = new Map<string, number[]>()
  segments.forEach(({ turn }, unit) => {
    const { label } = turns[turn]!.speaker
    const before = totals.get(label) ?? spokenOrigins.map(() => 0)
    totals.set(
      label,
      before.map((total, origin) => total + words[unit]![origin]!),
    )
  })
  return turns.map(({ speaker: { label } }) => {
    const row = label === '' ? undefined : totals.get(label)
    const total = sum(row ?? [])
    return spokenOrigins.map((_, origin) => (total > 0 ? row![origin]! / total : 0))
  })
}

/** Changes for each unit of Mandarin on calls that change neither often nor seldom. */
const usualRate = 0.4

function rateOf(probabilities: readonly (readonly number[])[]): number {
  let changes = 0
  let units = 0
  probabilities.forEach((row, unit) => {
    if (unit > 0) changes += Math.abs(row[mandarin]! - probabilities[unit - 1]![mandarin]!)
    units += row[mandarin]!
  })
  return clip(Math.log((changes + 1) / (units + 2) / usualRate), 1.5)
}
