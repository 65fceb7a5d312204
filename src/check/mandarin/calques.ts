import type { Lexicon } from '../../lexicon/lexicon.js'
import { splitPinyin } from '../../text/pinyin.js'
import type { Aligned, Bead, Span } from '../../types.js'
import { countOf, literalFinder, standsAt, type Literal, type LiteralMatch } from './literals.js'
import { plainForms, plainWords, type PlainWord } from './words.js'

/** A literal rendering that stands where another wording is meant. */
export interface CalqueReading extends Span {
  readonly literal: Literal
  /** What calls say for it, of which the span's words are only those that differ. */
  readonly said: string
  /** Where the interpretation says it; none where only the table does. */
  readonly partner?: Span
  /** How often the interpretation says so of the same words elsewhere in the call. */
  readonly elsewhere: number
  /** Probability of the bead. */
  readonly score: number
}

/**
 * The literals in Mandarin passages whose right rendering the interpretation, or the rest of the call, tells;
 * without words left in pinyin.
 */
export function calquesOf({ text, beads }: Aligned, { tables, languageModel }: Lexicon): CalqueReading[] {
  const find = literalFinder(tables)
  const places = beads
    .flatMap((bead) => placesIn(text, bead, find))
    .filter(({ heard }) => heard.split(' ').every((word) => languageModel.id(word) > 0 || !splitPinyin(word)))
  const said = wordingsOf(places)
  return bestOfEach(
    places.map(({ heard, ...place }) => {
      if (place.partner) return { ...place, elsewhere: 0 }
      const [wording, count] = said.get(heard) ?? [place.said, 0]
      return { ...place, said: wording, elsewhere: count }
    }),
  )
}

interface Place extends Omit<CalqueReading, 'elsewhere'> {
  /** The words of the span as the table has them. */
  readonly heard: string
}

/** By words heard: how the interpretation puts them most often, and how often; where it mostly does so at all. */
function wordingsOf(places: readonly Place[]): Map<string, readonly [said: string, count: number]> {
  const counts = new Map<string, Map<string, number>>()
  const alone = new Map<string, number>()
  for (const { heard, said, partner } of places) {
    if (!partner) {
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

function placesIn(text: string, bead: Bead, find: (words: readonly PlainWord[]) => LiteralMatch[]): Place[] {
  const mandarin = bead.mandarin.map((span) => plainWords(text, span))
  const partner = bead.interpretation.flatMap((span) => plainWords(text, span))
  const count = (forms: readonly string[]): number =>
    mandarin.reduce((sum, words) => sum + countOf(words, forms), 0)
  return mandarin.flatMap((words) =>
    find(words).flatMap(({ literal, from, to }) => {
      if (isMoney(literal) || countOf(partner, literal.words) >= count(literal.words)) return []
      const heard = text.slice(words[from]!.start, words[to - 1]!.end)
      const rendered = renderedIn(partner, literal.renderings, heard, count)
      const place = differing(text, words, from, to, rendered?.rendering ?? literal.renderings[0]!)
      if (!place) return []
      const key = plainForms(text.slice(place.start, place.end)).join(' ')
      const reading = { ...place, literal, score: bead.score, heard: key }
      return [rendered ? { ...reading, partner: rendered.span } : reading]
    }),
  )
}

interface Rendered {
  readonly rendering: string
  readonly span: Span
}

/** The rendering that the interpretation has more often than the Mandarin side; in the number of the words heard. */
function renderedIn(
  partner: readonly PlainWord[],
  renderings: readonly string[],
  heard: string,
  count: (forms: readonly string[]) => number,
): Rendered | undefined {
  const found = renderings.flatMap((rendering) => {
    const forms = plainForms(rendering)
    const at = partner.findIndex((_, index) => standsAt(partner, index, forms))
    if (forms.length === 0 || at < 0 || countOf(partner, forms) <= count(forms)) return []
    return [
      { rendering, forms, span: { start: partner[at]!.start, end: partner[at + forms.length - 1]!.end } },
    ]
  })
  const best = found.find(({ rendering }) => !/['’]s$|ly$/u.test(rendering)) ?? found[0]
  if (!best) return undefined
  const alike = found.filter(({ forms }) => forms.join(' ') === best.forms.join(' '))
  return alike.find(({ rendering }) => isPlural(rendering) === isPlural(heard)) ?? best
}

const isPlural = (words: string): boolean => /[^sui]s$/u.test(words)

/** Units of money are for the check of currencies. */
const isMoney = ({ renderings }: Literal): boolean => /\b(?:RMB|yuan|USD)\b/u.test(renderings[0]!)

/** The words of the literal that differ from the rendering, and what stands for them there. */
function differing(
  text: string,
  words: readonly PlainWord[],
  from: number,
  to: number,
  rendering: string,
): (Span & { readonly said: string }) | undefined {
  const said = rendering.split(' ')
  const forms = said.map((word) => plainForms(word).join(' '))
  const first = words[from]!.word === 'the' && forms[0] !== 'the' && to - from > 1 ? from + 1 : from
  const shorter = Math.min(to - first, said.length) - 1
  let head = 0
  while (head < shorter && forms[head] === words[first + head]!.word) head++
  let tail = 0
  while (tail < shorter - head && forms[said.length - 1 - tail] === words[to - 1 - tail]!.word) tail++
  const span = { start: words[first + head]!.start, end: words[to - 1 - tail]!.end }
  const heard = text.slice(span.start, span.end)
  const kept = said.slice(head, said.length - tail).join(' ')
  if (plainForms(kept).join(' ') === plainForms(heard).join(' ') || losesPreposition(heard, kept))
    return undefined
  return { ...span, said: inNumberOf(heard, kept) }
}

/** What follows "the proportion of" would be left without its preposition by "contribution". */
const losesPreposition = (heard: string, said: string): boolean =>
  /\s(?:of|to|for|in|on|into)$/iu.test(heard) && !/\s(?:of|to|for|in|on|into|by|from|with)$/u.test(said)

/** Plural where the words heard are; a possessive or an adverb of the interpreter's in its plain form. */
function inNumberOf(heard: string, said: string): string {
  const plain = said.replace(/['’]s$/u, '')
  if (!isPlural(heard) || /s$|ing$|ed$|ly$|\d$/u.test(plain)) return plain
  if (/[^aeiou]y$/u.test(plain)) return plain.slice(0, -1) + 'ies'
  return plain + (/(?:ch|sh|x)$/u.test(plain) ? 'es' : 's')
}

/** Of readings that overlap the one with a partner, then the longest, then the first of the table. */
function bestOfEach(readings: readonly CalqueReading[]): CalqueReading[] {
  const support = ({ partner, elsewhere, literal }: CalqueReading): number =>
    partner ? 3 : literal.strength > 3 ? 2 : elsewhere > 0 ? 1 : 0
  const order = readings.toSorted(
    (a, b) =>
      support(b) - support(a) ||
      b.end - b.start - (a.end - a.start) ||
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
