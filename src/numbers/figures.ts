import { findAmounts, type Amount } from '../text/amounts/amounts.js'
import type { Identified, Origin, Segment, Span } from '../types.js'

/** An amount with its place in the call. */
export interface Figure extends Amount {
  /** Position in the list of all figures. */
  readonly index: number
  /** Index into `turns`. */
  readonly turn: number
  readonly origin: Origin
  /** The sentence that holds it, as the recogniser ended it. */
  readonly sentence: Span
}

/** Every amount that was spoken, but for stretches of time, in the order of the text. Time is linear in the length of the call. */
export function figuresOf(doc: Identified): readonly Figure[] {
  const known = figuresByDoc.get(doc.segments)
  if (known?.origins === doc.origins) return known.figures
  const figures = readFigures(doc)
  figuresByDoc.set(doc.segments, { origins: doc.origins, figures })
  return figures
}

const figuresByDoc = new WeakMap<readonly Segment[], { origins: Identified['origins']; figures: Figure[] }>()

function readFigures(doc: Identified): Figure[] {
  const figures: Figure[] = []
  const sentences = sentencesOf(doc.segments)
  let sentence = 0
  let origin = 0
  for (const [turn, { body }] of doc.turns.entries()) {
    for (const paragraph of body) {
      for (const amount of findAmounts(doc.text, paragraph)) {
        if (isTime(amount)) continue
        while (sentence < sentences.length && sentences[sentence]!.end <= amount.figure.start) sentence++
        while (origin < doc.origins.length && doc.origins[origin]!.end <= amount.figure.start) origin++
        const around = sentences[sentence]
        if (!around || around.start > amount.figure.start) continue
        const found = doc.origins[origin]
        const covered = found && found.start <= amount.figure.start
        figures.push({
          ...amount,
          index: figures.length,
          turn,
          origin: covered ? found.origin : 'english',
          sentence: around,
        })
      }
    }
  }
  return figures
}

/** "the first nine months", "for six quarters": when, not how much. */
const isTime = ({ unit }: Amount): boolean =>
  unit.kind === 'count' &&
  /^(?:(?:consecutive |straight |full )?(?:months?|quarters?|years?)|年|月|季度)$/u.test(unit.noun)

function sentencesOf(segments: readonly Segment[]): Span[] {
  const sentences: { start: number; end: number }[] = []
  let last = -1
  for (const { start, end, sentence } of segments) {
    if (sentence === last) sentences.at(-1)!.end = end
    else sentences.push({ start, end })
    last = sentence
  }
  return sentences
}

/** What may be compared: an amount with an amount of one currency, a percentage with a percentage. */
export type Family = 'amount' | 'share' | 'points' | 'times'

export function familyOf({ unit, value }: Amount): Family {
  if (unit.kind === 'percent' || unit.kind === 'fraction') return 'share'
  if (unit.kind === 'percentage-points' || unit.kind === 'basis-points') return 'points'
  // "46 million times" counts.
  return unit.kind === 'times' && value < 1000 ? 'times' : 'amount'
}

/** Digits stated: 4 for 583.4 million. */
export const significance = ({ value, precision }: Amount): number =>
  Number.isFinite(value) && value !== 0
    ? Math.max(0, Math.round(Math.log10(Math.abs(value) / (2 * precision)) + 0.5))
    : 0
