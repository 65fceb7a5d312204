import type { LanguageModel } from '../../lexicon/language-model.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { soundsAlike } from '../../text/sound.js'
import { textOf } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import { ngramWords } from '../../text/tokens.js'
import type { Span } from '../../types.js'
import type { Difference } from './differences.js'
import type { Node } from './lattice.js'
import type { PairPlace } from './pairs.js'
import type { Piece } from './pieces.js'

/** Words that may have been said in place of a span. */
export interface Reading {
  readonly paragraph: Span
  readonly span: Span
  readonly heard: string
  readonly said: string
  /** Of their sounds. */
  readonly distance: number
}

/** Grammatical words at either end may belong to the difference or not: the reading that sounds most alike. */
export function nearestReading(
  text: string,
  { pieces, from, to, expected }: Difference & { readonly pieces: readonly Piece[] },
  paragraph: Span,
  { pronunciations }: Lexicon,
): Reading {
  const heardRanges = trims(pieces.slice(from, to)).map(([head, tail]) => ({
    start: pieces[from + head]!.start,
    end: pieces[to - 1 - tail]!.end,
  }))
  const saidWords = trims(expected).map(([head, tail]) =>
    written(expected.slice(head, expected.length - tail)),
  )
  const readings = heardRanges.flatMap((span) =>
    saidWords.map((words) => {
      const heard = textOf(text, span)
      const said = inCaseOf(heard, words)
      return { paragraph, span, heard, said, distance: soundsAlike(heard, said, pronunciations) }
    }),
  )
  return readings.reduce((a, b) => (b.distance < a.distance ? b : a))
}

/** How many words may be left out at the head and the tail, one at most at either end. */
function trims(words: readonly { readonly stop: boolean }[]): [head: number, tail: number][] {
  const heads = words.length > 1 && words[0]!.stop ? [0, 1] : [0]
  const tails = words.length > 1 && words.at(-1)!.stop ? [0, 1] : [0]
  return heads.flatMap((head) =>
    tails.filter((tail) => head + tail < words.length).map((tail): [number, number] => [head, tail]),
  )
}

const written = (nodes: readonly Node[]): string =>
  nodes.map((node, index) => node.written + (index + 1 < nodes.length ? node.joint : '')).join('')

/** The pair's word in place of what is heard. */
export const pairReading = (
  text: string,
  { span, expected }: PairPlace,
  paragraph: Span,
  lexicon: Lexicon,
): Reading => readingOf(text, span, expected, paragraph, lexicon)

/** The words expected in place of what is heard. */
export function readingOf(
  text: string,
  span: Span,
  expected: string,
  paragraph: Span,
  { pronunciations }: Lexicon,
): Reading {
  const heard = textOf(text, span)
  const said = inCaseOf(heard, expected)
  return { paragraph, span, heard, said, distance: soundsAlike(heard, said, pronunciations) }
}

function inCaseOf(heard: string, expected: string): string {
  const capital = /^\p{Lu}/u.test(heard) && /^\p{Ll}/u.test(expected)
  return capital ? expected[0]!.toUpperCase() + expected.slice(1) : expected
}

/** Figures, mere variants and names are no mishearings. */
export const isNoMishearing = (text: string, { span, heard, said }: Reading): boolean =>
  /\p{Nd}/u.test(heard) || isVariant(heard, said) || isName(text, span, said)

/** The same but for number, possessive, spacing or half a compound; in proper names ("Securities Act") all count. */
function isVariant(heard: string, said: string): boolean {
  const plain = (words: string) => words.toLowerCase().replace(/[^\p{L}]/gu, '')
  const singular = (words: string) => words.replace(/(?:['’]s|ies|y|e?s|e)\b/gu, '')
  const proper = isProper({ heard, said })
  const isPart = heard.toLowerCase().split('-').includes(said.toLowerCase())
  return (
    isPart || plain(heard) === plain(said) || (!proper && plain(singular(heard)) === plain(singular(said)))
  )
}

/** Whether both are written with a capital. */
export const isProper = ({ heard, said }: Pick<Reading, 'heard' | 'said'>): boolean =>
  /^\p{Lu}/u.test(heard) && /^\p{Lu}\p{Ll}/u.test(said)

/** Whether the words heard are capitalised among words that are not, where the sentence has no capital. */
function isName(text: string, span: Span, said: string): boolean {
  const before = /(?:^|[.?!]\s+|\p{Lu}[\p{L}'’-]*\s+)$/u.test(
    text.slice(Math.max(0, span.start - 30), span.start),
  )
  const after = /^\s+\p{Lu}/u.test(text.slice(span.end, span.end + 4))
  return !before && !after && /^\p{Lu}\p{Ll}/u.test(textOf(text, span)) && !/\p{Lu}/u.test(said.slice(1))
}

const stemsOf = (words: string): string =>
  ngramWords(words)
    .map(({ word }) => stem(word))
    .join('')

/** Whether they differ in the endings only. */
export const isSameStem = ({ heard, said }: Reading): boolean => stemsOf(heard) === stemsOf(said)

export interface Likelihood {
  /** Log10 of how much likelier the words are in place of the span. */
  readonly odds: number
  /** Log10 of the probability of the least likely word of the span or just after it. */
  readonly least: number
}

/** How calls speak in that place, given the words around it. */
export function likelihood(
  text: string,
  { paragraph, span, said }: Reading,
  model: LanguageModel,
): Likelihood {
  const left = text.slice(Math.max(paragraph.start, span.start - reach), span.start)
  const right = text.slice(span.end, Math.min(paragraph.end, span.end + reach))
  const idsOf = (words: string) => ngramWords(words).map(({ word }) => model.id(word))
  const heard = idsOf(left + textOf(text, span) + right)
  const each = new Float32Array(heard.length)
  const score = model.score(heard, each)
  const first = ngramWords(left).length
  const after = ngramWords(left + textOf(text, span)).length + 1
  return {
    odds: model.score(idsOf(left + said + right)) - score,
    least: Math.min(...each.subarray(Math.min(first, each.length - 1), after)),
  }
}

const reach = 60
