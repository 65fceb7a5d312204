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
  const pending = new Float64Array(words.length)
  let waits = 0
  words.forEach((row, unit) => {
    pending[unit] = waits
    const left = Math.max(0, waits + row[mandarin]! - 1.1 * row[interpretation]!)
    waits = left * (1 - 0.3 * probabilities[unit]![english]!)
  })
  return pending
}

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
    const total = row?.reduce((sum, value) => sum + value, 0) ?? 0
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
