import type { Lexicon } from '../../lexicon/lexicon.js'
import { splitPinyin } from '../../text/pinyin.js'
import type { Aligned, Span } from '../../types.js'
import { compositionFinder } from './composed.js'
import { literalFinder, type Literal, type LiteralMatch } from './literals.js'
import { association, gainOf } from './odds.js'
import { renderedTerms, renderingsIn, type Rendered } from './rendered.js'
import { differing, inNumberOf } from './replacement.js'
import { countOf, plainForms, plainWords, type PlainWord } from './words.js'

/** A literal rendering that stands where another wording is meant. */
export interface CalqueReading extends Span {
  readonly literal: Literal
  /** What calls say for it; the span's words are only those that differ. */
  readonly said: string
  /** Where the interpretation says it; none where only the table does. */
  readonly partner?: Span
  /** Of which words that is the interpretation: the same, those before or after, or any of the call. */
  readonly where: 'here' | 'beside' | 'elsewhere'
  /** How often the interpretation says so of the same words elsewhere in the call. */
  readonly elsewhere: number
  /** Log10 of how much oftener calls join the words heard than chance would; of one word 0. */
  readonly association: number
  /** Log10 of how much better what is said goes with the words around it than what is heard. */
  readonly gain: number
  /** Probability of the bead. */
  readonly score: number
}

/**
 * The literals in Mandarin passages whose right rendering the interpretation, or the rest of the call, tells;
 * without words left in pinyin.
 */
export function calquesOf({ text, beads }: Aligned, lexicon: Lexicon): CalqueReading[] {
  const { tables, languageModel } = lexicon
  const passages = beads.map(({ mandarin, interpretation, score }) => ({
    mandarin: mandarin.map((span) => plainWords(text, span)),
    partner: interpretation.flatMap((span) => plainWords(text, span)),
    score,
  }))
  const literalsIn = literalFinder(tables, vocabularyOf(passages.flatMap(({ mandarin }) => mandarin)))
  const termsIn = renderedTerms(tables, vocabularyOf(passages.map(({ partner }) => partner)))
  const composedIn = compositionFinder(lexicon)
  const everywhere = passages.flatMap(({ partner }) => partner)
  const places = passages.flatMap((passage, index) => {
    const around = passages.slice(Math.max(0, index - 1), index + 2).flatMap(({ partner }) => partner)
    const terms = termsIn(around)
    return passage.mandarin.flatMap((words) =>
      [...literalsIn(words), ...composedIn(words, terms)].flatMap((match) =>
        placeOf(text, passage, [around, everywhere], words, match, lexicon),
      ),
    )
  })
  const inEnglish = places.filter(({ heard }) =>
    heard.split(' ').every((word) => languageModel.id(word) > 0 || !splitPinyin(word)),
  )
  const wordings = wordingsOf(inEnglish)
  return bestOfEach(
    inEnglish.map(({ heard, ...place }) => {
      if (place.where !== 'elsewhere') return { ...place, elsewhere: 0 }
      const [wording, count] = wordings.get(heard) ?? [place.said, 0]
      const said = inNumberOf(text.slice(place.start, place.end), wording)
      const gain = count > 0 ? gainOf(text, place, said, languageModel) : place.gain
      return { ...place, said, gain, elsewhere: count }
    }),
  )
}

interface Passage {
  readonly mandarin: readonly (readonly PlainWord[])[]
  readonly partner: readonly PlainWord[]
  readonly score: number
}

const vocabularyOf = (pieces: readonly (readonly PlainWord[])[]): Set<string> =>
  new Set(pieces.flatMap((words) => words.map(({ word }) => word)))

interface Place extends Omit<CalqueReading, 'elsewhere'> {
  /** The words of the span as the table has them. */
  readonly heard: string
}

function placeOf(
  text: string,
  { mandarin, partner, score }: Passage,
  [around, everywhere]: readonly [readonly PlainWord[], readonly PlainWord[]],
  words: readonly PlainWord[],
  { literal, from, to }: LiteralMatch,
  { languageModel }: Lexicon,
): Place[] {
  const count = (forms: readonly string[]): number =>
    mandarin.reduce((sum, piece) => sum + countOf(piece, forms), 0)
  if (isMoney(literal) || countOf(partner, literal.words) >= count(literal.words)) return []
  const whole = text.slice(words[from]!.start, words[to - 1]!.end)
  const joined = association(whole, languageModel)
  const within = (source: readonly PlainWord[]): Rendered[] =>
    renderingsIn(source, literal.renderings, whole, count)
  const here = within(partner)
  const beside = here.length > 0 ? here : within(around)
  const found = beside.length > 0 || joined > oddly ? beside : within(everywhere)
  const wordings = found.length > 0 ? found : [{ rendering: literal.renderings[0]! }]
  const places = wordings.flatMap((wording) => {
    const place = differing(text, words, from, to, wording.rendering)
    if (!place || isAbbreviated(whole, wording.rendering)) return []
    const gain = found.length > 0 ? gainOf(text, place, place.said, languageModel) : 0
    const kept = whole.length - (place.end - place.start)
    return [{ ...place, gain, kept, ...('span' in wording ? { partner: wording.span } : {}) }]
  })
  if (places.length === 0) return []
  const merit = (place: (typeof places)[number]): number => place.gain + (place.kept > 0 ? 1 : 0)
  const place = places.reduce((best, each) => (merit(each) > merit(best) + slight ? each : best))
  return [
    {
      ...place,
      literal,
      where: here.length > 0 ? 'here' : beside.length > 0 ? 'beside' : 'elsewhere',
      score,
      heard: plainForms(text.slice(place.start, place.end)).join(' '),
      association: joined,
    },
  ]
}

/** Log10 of odds up to which the rendering that comes first in the table is kept. */
const slight = 0.5

/** Whether the rendering is but the first letters of the words. */
const isAbbreviated = (words: string, rendering: string): boolean =>
  rendering.length > 1 &&
  words
    .toLowerCase()
    .split(/[\s-]+/u)
    .map((word) => (word === 'and' ? '&' : word[0]))
    .join('')
    .startsWith(rendering.toLowerCase())

/** Association below which words make no English phrase. */
export const oddly = -0.15

/** Units of money are for the check of currencies. */
const isMoney = ({ renderings }: Literal): boolean => /\b(?:RMB|yuan|USD)\b/u.test(renderings[0]!)

/** By words heard: how the interpretation puts them most often, and how often; where it mostly does so at all. */
function wordingsOf(places: readonly Place[]): Map<string, readonly [said: string, count: number]> {
  const counts = new Map<string, Map<string, number>>()
  const alone = new Map<string, number>()
  for (const { heard, said, where } of places) {
    if (where === 'elsewhere') {
      alone.set(heard, (alone.get(heard) ?? 0) + 1)
      continue
    }
    const wordings = counts.get(heard) ?? new Map<string, number>()
    counts.set(heard, wordings.set(said, (wordings.get(said) ?? 0) + 1))
  }
  const found = new Map<string, readonly [string, number]>()
  for (const [heard, wordings] of counts) {
    const best = [...wordings].reduce((a, b) => (b[1] > a[1] ? b : a))
    const total = [...wordings.values()].reduce((sum, count) => sum + count, 0)
    if (total >= leastSupport && total >= (alone.get(heard) ?? 0)) found.set(heard, best)
  }
  return found
}

const leastSupport = 2

/** Of readings that overlap the one with a partner, then the longest, then the first of the table. */
function bestOfEach(readings: readonly CalqueReading[]): CalqueReading[] {
  const support = ({ where, elsewhere, literal }: CalqueReading): number =>
    where === 'here' ? 4 : where === 'beside' ? 3 : literal.kind === 'always' ? 2 : elsewhere > 0 ? 1 : 0
  const order = readings.toSorted(
    (a, b) =>
      support(b) - support(a) ||
      b.literal.words.length - a.literal.words.length ||
      a.literal.missing - b.literal.missing ||
      b.literal.strength - a.literal.strength,
  )
  const kept: CalqueReading[] = []
  const taken = new Set<number>()
  for (const reading of order) {
    let free = true
    for (let at = reading.start; at < reading.end; at++) free &&= !taken.has(at)
    if (!free) continue
    for (let at = reading.start; at < reading.end; at++) taken.add(at)
    kept.push(reading)
  }
  return kept
}
