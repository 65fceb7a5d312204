import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Wording } from '../../lexicon/tables.js'
import type { Found, Span } from '../../types.js'
import type { Difference } from './differences.js'
import type { Lattice } from './lattice.js'
import type { PairPlace } from './pairs.js'
import type { Piece } from './pieces.js'
import type { SlotPlace } from './slots.js'
import {
  isNoMishearing,
  isProper,
  isSameStem,
  likelihood,
  nearestReading,
  pairReading,
  readingOf,
  type Reading,
} from './readings.js'

/** A difference with where it was found. */
export interface Place extends Difference {
  readonly pieces: readonly Piece[]
  readonly lattice: Lattice
  readonly paragraph: Span
}

/** Greatest sound distance at which one may be taken for the other; a little more where nearly all else agrees. */
const alike = 0.45
const justAlike = 0.5
const strikinglyAlike = 0.35
/** Log10 of the odds for the expected words. */
const likelier = 2
/** Of one stem the odds must be higher: another ending is mostly a variant. */
const farLikelier = 3.5
/** Content words that agree, from which on the sentence is beyond doubt. */
const muchSupport = 8
/** Log10 of a probability below which calls hardly ever say the words there. */
const odd = -4

/** The finding that a difference deserves, if any. */
export function judgeDifference(text: string, place: Place, lexicon: Lexicon): Found[] {
  const { lattice, atEdge, support } = place
  const reading = nearestReading(text, place, place.paragraph, lexicon)
  const { distance } = reading
  if (distance > (atEdge || support < 4 ? strikinglyAlike : support < muchSupport ? alike : justAlike))
    return []
  if (isNoMishearing(text, reading)) return []
  const { odds, least } = likelihood(text, reading, lexicon.languageModel)
  const proper = isProper(reading)
  const sameStem = !proper && isSameStem(reading)
  if (odds < (proper && support >= muchSupport ? 1 : sameStem ? farLikelier : likelier)) return []
  if (distance > alike && odds < 2 * farLikelier) return []
  if (distance > 0.2 && !proper && least > odd) return []
  const confidence =
    0.78 +
    (distance <= strikinglyAlike ? 0.09 : 0) +
    (odds >= farLikelier ? 0.06 : 0) +
    (support >= 5 ? 0.04 : 0)
  return [findingOf(reading, sentenceOf(lattice.wording), odds, Math.min(0.95, confidence))]
}

/** Where no more of a sentence is there than the word that follows, sound and odds must be clearer. */
export function judgePair(text: string, paragraph: Span, place: PairPlace, lexicon: Lexicon): Found[] {
  const { wording, cue } = place
  const reading = pairReading(text, place, paragraph, lexicon)
  const { distance } = reading
  if (distance > alike || isNoMishearing(text, reading) || isSameStem(reading)) return []
  const { odds, least } = likelihood(text, reading, lexicon.languageModel)
  // A rare second word ("interpretation") is half the proof.
  const needed = 4 - Math.min(2, Math.max(0, 1.5 * (-4 - cue)))
  if (odds < (distance > strikinglyAlike ? 2 * farLikelier : needed) || least > odd) return []
  return [findingOf(reading, sentenceOf(wording), odds, distance <= 0.3 && odds >= 5 ? 0.88 : 0.75)]
}

/** Words from both sides that all but fix what stands between them. */
const framed = 2
/** Greatest sound distance between more words than that. */
const farAlike = 0.52
/** Log10 of the odds against rare words ("interpreted consecutively") that more such words outweigh. */
const hardlyLess = -1.5
/** Sound distance up to which the sound alone proves what was said in such a place. */
const same = 0.12

/** Where the words next to a place leave hardly a choice; the more of them, the less alike it must sound. */
export function judgeSlot(
  text: string,
  pieces: readonly Piece[],
  paragraph: Span,
  { ranges, said }: SlotPlace,
  lexicon: Lexicon,
): Found[] {
  const readings = ranges.flatMap(({ from, to, before, after }) => {
    const span = { start: pieces[from]!.start, end: pieces[to - 1]!.end }
    const support = before.length + after.length
    return said.flatMap((expected) => {
      const reading = readingOf(text, span, expected, paragraph, lexicon)
      const near =
        reading.distance <= (support > framed ? farAlike : support === framed ? justAlike : strikinglyAlike)
      return near && !isNoMishearing(text, reading)
        ? [{ ...reading, support, usual: [...before, expected, ...after].join(' ') }]
        : []
    })
  })
  return readings
    .toSorted((a, b) => a.distance - b.distance)
    .flatMap((reading) => {
      const { distance, usual, support } = reading
      const { odds, least } = likelihood(text, reading, lexicon.languageModel)
      const needed =
        isSameStem(reading) || distance > justAlike
          ? farLikelier
          : support > framed && distance <= alike && least < odd
            ? hardlyLess
            : likelier
      if (distance > same && odds < needed) return []
      const confidence = 0.78 + (distance <= strikinglyAlike ? 0.09 : 0) + (odds >= farLikelier ? 0.06 : 0)
      return [findingOf(reading, { expected: usual, source: 'usual words' }, odds, confidence)]
    })
    .slice(0, 1)
}

interface Expected {
  readonly expected: string
  readonly source: string
}

const sentenceOf = ({ text, topic }: Wording): Expected => ({ expected: text, source: topic })

function findingOf(
  { span, heard, said, distance }: Reading,
  wording: Expected,
  odds: number,
  confidence: number,
): Found {
  return {
    ...span,
    message: `The usual wording has "${said}" where this has "${heard}".`,
    confidence,
    evidence: [
      { kind: 'wording', ...wording },
      { kind: 'sound', heard, said, distance: rounded(distance), odds: Math.round(10 ** Math.min(9, odds)) },
    ],
    suggestions: [{ text: said, confidence, safe: confidence >= 0.9 }],
  }
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
