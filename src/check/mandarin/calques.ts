import type { Lexicon } from '../../lexicon/lexicon.js'
import { textOf } from '../../text/spans.js'
import { splitPinyin } from '../../text/pinyin.js'
import { isStopWord } from '../../text/stop-words.js'
import type { Aligned, Span } from '../../types.js'
import { compositionFinder } from './composed.js'
import { echoFinder, type Echo } from './echoes.js'
import { evocation, type Evoked } from './evoked.js'
import { inNumberOfPlace } from './grammatical-number.js'
import { literalFinder, type Literal, type LiteralMatch } from './literals.js'
import { association, gainOf, rarity } from './odds.js'
import { englishOf, passagesOf } from './passages.js'
import { renderingsIn, type Rendered } from './rendered.js'
import { comparedAsPlaced, differing } from './replacement.js'
import { translatedWordFinder } from './translated-words.js'
import { countOf, indexWords, plainForms, type PlainWord, type WordIndex } from './words.js'

/** A literal rendering that stands where another wording is meant. */
export interface CalqueReading extends Span {
  readonly literal: Literal
  /** What calls say for it; the span's words are only those that differ. */
  readonly said: string
  /** Where the interpretation says it; none where only the table does. */
  readonly partner?: Span
  /** Of which words that is the interpretation: the same, those before or after, any of the call, or none. */
  readonly where: 'here' | 'beside' | 'elsewhere' | 'nowhere'
  /** Where it is told nowhere: how much of it the interpretation of the same words has after all, 0 to 1. */
  readonly partly: number
  /** And how like it a word of that interpretation sounds, 0 to 1. */
  readonly sounding: number
  /** How often the interpretation says so of the same words elsewhere in the call. */
  readonly elsewhere: number
  /** Log10 of how much oftener calls join the words heard than chance would; of one word 0. */
  readonly association: number
  /** Log10 of how much better what is said goes with the words around it than what is heard. */
  readonly gain: number
  /** Log10 of the frequency in calls of the rarest word of the literal. */
  readonly rarity: number
  /** How often the call's interpretation and English passages have the literal's words. */
  readonly inEnglish: number
  /** Words without content inside the literal, "of" aside. */
  readonly stops: number
  /** The share of its words with content that the interpretation of the same words has not, 0 to 1. */
  readonly absent: number
  /** Words of that interpretation. */
  readonly answer: number
  /** Probability of the bead. */
  readonly score: number
}

/**
 * The literals in Mandarin passages whose right rendering the interpretation, or the rest of the call, tells;
 * without words left in pinyin. They may overlap.
 */
export function calqueCandidates(doc: Aligned, lexicon: Lexicon): CalqueReading[] {
  const { text, beads } = doc
  const { tables, languageModel, dictionary } = lexicon
  const passages = passagesOf(doc)
  const literalsIn = literalFinder(tables)
  const evoked = evocation(dictionary)
  const echoOf = echoFinder(lexicon)
  const composedIn = compositionFinder(lexicon)
  const translatedIn = translatedWordFinder(dictionary, evoked)
  const everywhere = indexWords(passages.flatMap(({ partner }) => partner))
  const english = englishOf(doc)
  const places = passages.flatMap(({ mandarin, partner }, index) => {
    if (mandarin.length === 0) return []
    const around = passages.slice(Math.max(0, index - 1), index + 2).flatMap((passage) => passage.partner)
    const passage = {
      mandarin: mandarin.map(indexWords),
      partner: indexWords(partner),
      around: indexWords(around),
      everywhere,
      english,
      isAnswered: answeredIn(partner, evoked),
      echoIn: (words: readonly PlainWord[], renderings: readonly string[], heard: readonly string[]) =>
        echoOf(words, partner, renderings, heard),
      score: beads[index]!.score,
    }
    return mandarin.flatMap((words) =>
      [...literalsIn(words), ...composedIn(words), ...translatedIn(text, words, partner)].flatMap((match) =>
        placeOf(text, passage, words, match, lexicon),
      ),
    )
  })
  const inWords = places.filter(({ heard }) =>
    heard.split(' ').every((word) => languageModel.id(word) > 0 || !splitPinyin(word)),
  )
  const wordings = wordingsOf(inWords)
  return inWords.map(({ heard, ...place }) => {
    if (place.where === 'here' || place.where === 'beside') return { ...place, elsewhere: 0 }
    const [wording, count] = wordings.get(heard) ?? [place.said, 0]
    const said =
      count > 0 ? inNumberOfPlace(text, { ...place, said: wording }, undefined, languageModel) : place.said
    const gain = count > 0 ? gainOf(text, place, said, languageModel) : place.gain
    return { ...place, said, gain, elsewhere: count }
  })
}

interface Passage {
  readonly mandarin: readonly WordIndex[]
  /** The interpretation of the passage, with that of its neighbours, and of the whole call. */
  readonly partner: WordIndex
  readonly around: WordIndex
  readonly everywhere: WordIndex
  /** What the call has in English: speech and interpretation. */
  readonly english: WordIndex
  /** Whether the partner has the word in some form. */
  readonly isAnswered: (word: string) => boolean
  /** What the partner has of renderings that it does not have, `heard` standing among the words. */
  readonly echoIn: (
    words: readonly PlainWord[],
    renderings: readonly string[],
    heard: readonly string[],
  ) => Echo | undefined
  readonly score: number
}

function answeredIn(partner: readonly PlainWord[], evoked: Evoked): (word: string) => boolean {
  const stems = new Set(partner.map(({ word }) => evoked.stemOf(word)))
  return (word) => stems.has(evoked.stemOf(word))
}

interface Place extends Omit<CalqueReading, 'elsewhere'> {
  /** The words of the span as the table has them. */
  readonly heard: string
}

function placeOf(
  text: string,
  { mandarin, partner, around, everywhere, english, isAnswered, echoIn, score }: Passage,
  words: readonly PlainWord[],
  { literal, from, to }: LiteralMatch,
  { languageModel }: Lexicon,
): Place[] {
  const whole = text.slice(words[from]!.start, words[to - 1]!.end)
  const joined = association(whole, languageModel)
  if (joined > oddly && literal.kind === 'dictionary') return []
  if (isCounted(whole, literal)) return []
  const count = (forms: readonly string[]): number =>
    mandarin.reduce((sum, piece) => sum + countOf(piece, forms), 0)
  const heardCount = count(literal.words)
  if (isMoney(literal) || countOf(partner, literal.words) >= heardCount) return []
  const own = indexWords(words.slice(from, to))
  const countBeside = (forms: readonly string[]): number => count(forms) - heardCount * countOf(own, forms)
  const within = (source: WordIndex): Rendered[] =>
    renderingsIn(source, literal.renderings, whole, countBeside)
  const here = within(partner)
  if (joined > oddly && literal.kind === 'composed' && here.length === 0) return []
  const beside = here.length > 0 ? here : within(around)
  const found = beside.length > 0 || joined > oddly ? beside : within(everywhere)
  const echo = beside.length > 0 ? undefined : echoIn(words, literal.renderings, literal.words)
  const wordings = echo
    ? [{ rendering: echo.rendering, span: echo.span }]
    : found.length > 0
      ? found
      : [{ rendering: literal.renderings[0]! }]
  const places = wordings.flatMap((wording) => {
    const partner = 'span' in wording && !echo ? wording.span : undefined
    const rendering = partner ? asWritten(wording.rendering, textOf(text, partner)) : wording.rendering
    const differs = differing(text, words, from, to, rendering)
    if (!differs || isGrammar(text, differs) || isAbbreviated(whole, rendering)) return []
    const numbered = { ...differs, said: inNumberOfPlace(text, differs, partner, languageModel) }
    const place = comparedAsPlaced(text, numbered)
    const gain = gainOf(text, place, place.said, languageModel)
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
      where:
        here.length > 0 ? 'here' : beside.length > 0 ? 'beside' : found.length > 0 ? 'elsewhere' : 'nowhere',
      partly: echo?.partly ?? 0,
      sounding: echo?.sounding ?? 0,
      score,
      heard: plainForms(text.slice(place.start, place.end)).join(' '),
      association: joined,
      rarity: rarity(whole, languageModel),
      inEnglish: countOf(english, literal.words),
      stops: literal.words.filter((word) => word !== 'of' && isStopWord(word)).length,
      absent: absence(literal.words, isAnswered),
      answer: partner.words.length,
    },
  ]
}

/** The rendering with the capitals of the interpretation, but for one that may only begin a sentence. */
const asWritten = (rendering: string, own: string): string =>
  own.toLowerCase() === rendering.toLowerCase() && !/^\p{Lu}\P{Lu}*$/u.test(own) ? own : rendering

function absence(literal: readonly string[], isAnswered: (word: string) => boolean): number {
  const contents = literal.filter((word) => !isStopWord(word))
  return contents.filter((word) => !isAnswered(word)).length / Math.max(1, contents.length)
}

/** Log10 of odds up to which the rendering that comes first in the table is kept. */
const slight = 0.5

/** Whether only words without content differ: "in" of "orders in hand" beside "orders on hand". */
const isGrammar = (text: string, { start, end, said }: Span & { readonly said: string }): boolean =>
  [text.slice(start, end), said].every((words) => plainForms(words).every(isStopWord))

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

/** "Three seasons" are not the third quarter. */
const isCounted = (heard: string, { kind, renderings }: Literal): boolean =>
  kind === 'composed' &&
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten)\b.*s$/iu.test(heard) &&
  /\b(?:first|second|third|fourth|Q\d|[1-4]Q|\d(?:st|nd|rd|th))\b/u.test(renderings[0]!)

/** Units of money are for the check of currencies. */
const isMoney = ({ renderings }: Literal): boolean => /\b(?:RMB|yuan|USD)\b/u.test(renderings[0]!)

/** By words heard: how the interpretation puts them most often, and how often; where it mostly does so at all. */
function wordingsOf(places: readonly Place[]): Map<string, readonly [said: string, count: number]> {
  const counts = new Map<string, Map<string, number>>()
  const alone = new Map<string, number>()
  for (const { heard, said, where } of places) {
    if (where === 'elsewhere' || where === 'nowhere') {
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
