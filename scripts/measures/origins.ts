import type { Origin, Span } from '../../src/types.js'
import type { Gold, GoldOrigin } from '../markup.js'
import { characterCounter, scoreOf, share, spokenWords, type MeasuredReport, type Score } from './counting.js'
import { firstIndex } from '../../src/text/bisect.js'

export interface OriginAccuracy {
  /** Share of annotated characters whose predicted label is allowed. */
  readonly accuracy: number
  readonly characters: number
  readonly byOrigin: Readonly<Record<Origin, Score & { readonly characters: number }>>
}

/**
 * Share of letters and digits in annotated spans whose label is allowed; F1 per label. A character with
 * several allowed labels counts for the predicted one if that is allowed, else for the first.
 */
export function originAccuracy(text: string, gold: Gold, report: MeasuredReport): OriginAccuracy {
  const count = characterCounter(text)
  const right = tally()
  const predicted = tally()
  const expected = tally()
  for (const { origin: allowed, ...span } of gold.origin) {
    let rest = count(span)
    for (const guess of clip(report.origins, span)) {
      const characters = count(guess)
      const isRight = allowed.includes(guess.origin)
      predicted[guess.origin] += characters
      expected[isRight ? guess.origin : allowed[0]!] += characters
      if (isRight) right[guess.origin] += characters
      rest -= characters
    }
    expected[allowed[0]!] += rest
  }
  const score = (origin: Origin) => ({
    ...scoreOf(share(right[origin], predicted[origin]), share(right[origin], expected[origin])),
    characters: expected[origin],
  })
  const characters = total(expected)
  return {
    accuracy: share(total(right), characters),
    characters,
    byOrigin: {
      english: score('english'),
      mandarin: score('mandarin'),
      interpretation: score('interpretation'),
      notice: score('notice'),
    },
  }
}

function tally(): Record<Origin, number> {
  return { english: 0, mandarin: 0, interpretation: 0, notice: 0 }
}

function total(counts: Readonly<Record<Origin, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** The parts of the labelled spans inside `span`; finds the first by bisection. */
function clip<T extends Span>(labelled: readonly T[], span: Span): T[] {
  const first = firstIndex(labelled, ({ end }) => end > span.start)
  const parts: T[] = []
  for (let index = first; index < labelled.length && labelled[index]!.start < span.end; index++) {
    const part = labelled[index]!
    parts.push({ ...part, start: Math.max(part.start, span.start), end: Math.min(part.end, span.end) })
  }
  return parts
}

/** A predicted change counts as found when it is at most this many words away. */
const SWITCH_TOLERANCE = 2

/**
 * How well changes of origin are found. A gold change lies between neighbouring annotated spans that
 * have no allowed label in common; a predicted change, inside the annotated text, is right when it
 * goes from an allowed label of the one to an allowed label of the other within two spoken words
 * (two Han characters are a word). Each change is matched once. A predicted change with a right label
 * on either side, where several labels are allowed, is neither right nor wrong.
 */
export function switches(
  text: string,
  gold: Gold,
  report: MeasuredReport,
): Score & { readonly gold: number } {
  const words = spokenWords(text, gold.origin)
  const wanted = changes(gold.origin.map((span) => ({ span, allowed: span.origin })))
  const found = changes(
    gold.origin.flatMap((span) =>
      clip(report.origins, span).map((guess) => ({ span: guess, allowed: [guess.origin] })),
    ),
  )
  const open = new Set(wanted)
  let right = 0
  let wrong = 0
  for (const change of found) {
    const match = [...open]
      .filter((other) => shares(other.from, change.from) && shares(other.to, change.to))
      .map((other) => ({ other, distance: Math.abs(words(other.at) - words(change.at)) }))
      .filter(({ distance }) => distance <= SWITCH_TOLERANCE)
      .toSorted((a, b) => a.distance - b.distance)[0]
    if (match) {
      open.delete(match.other)
      right++
    } else if (!isAllowed(gold.origin, change)) wrong++
  }
  return { ...scoreOf(share(right, right + wrong), share(right, wanted.length)), gold: wanted.length }
}

interface Change {
  /** Start of the words after the change. */
  readonly at: number
  readonly from: readonly Origin[]
  readonly to: readonly Origin[]
}

function changes(spans: readonly { readonly span: Span; readonly allowed: readonly Origin[] }[]): Change[] {
  return spans.flatMap((next, index) => {
    const previous = spans[index - 1]
    if (!previous || shares(previous.allowed, next.allowed)) return []
    return [{ at: next.span.start, from: previous.allowed, to: next.allowed }]
  })
}

function shares(a: readonly Origin[], b: readonly Origin[]): boolean {
  return a.some((origin) => b.includes(origin))
}

function isAllowed(gold: readonly GoldOrigin[], change: Change): boolean {
  const next = gold.findIndex((span) => change.at < span.end)
  const before = change.at > gold[next]!.start ? gold[next] : gold[next - 1]
  return before !== undefined && shares(before.origin, change.from) && shares(gold[next]!.origin, change.to)
}
