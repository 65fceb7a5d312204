import type { Dictionary } from '../../lexicon/dictionary.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { similarityOf } from '../../similarity/similarity.js'
import { overlaps } from '../../text/spans.js'
import { stem } from '../../text/stem.js'
import { isStopWord } from '../../text/stop-words.js'
import type { Aligned, Bead } from '../../types.js'
import { memo } from '../../text/memo.js'
import type { Passage } from './passages.js'
import type { PlainWord } from './words.js'

/** Words of the Mandarin side that the interpretation does not have, and words of its own in their place. */
export interface Gap {
  /** Index of the Mandarin span in its bead. */
  readonly piece: number
  /** The words `from` … `to - 1` of the piece. */
  readonly from: number
  readonly to: number
  /** The words `partnerFrom` … `partnerTo - 1` of the interpretation. */
  readonly partnerFrom: number
  readonly partnerTo: number
  /** How near words that both sides have stand before both, and after: 1 next to them, 0 nowhere near. */
  readonly left: number
  readonly right: number
  /** How far apart their places are in the two passages, 0 to 1. */
  readonly apart: number
  /** How many of the words answer one another. */
  readonly linked: number
}

/** Words of one stretch, at most. */
const widest = 3

/** A word as far as it tells what it may render. */
export interface Known {
  readonly id: number
  readonly isContent: boolean
  readonly stem: string
  readonly meanings: Meanings
}

/** Tells which words of the interpretation render a word. */
export interface Answers {
  readonly known: (word: string) => Known
  /** 0 to 1. */
  readonly related: (heard: Known, said: Known) => number
}

/** What the dictionary, the tables and equal stems tell, of the words of a call. */
export function answersOf(doc: Aligned, lexicon: Lexicon): Answers {
  const { vocabulary, relations } = similarityOf(doc, lexicon)
  const { dictionary } = lexicon
  const types = new Map(
    vocabulary.types.flatMap((type, at) => (type.kind === 'word' ? [[type.stem, at]] : [])),
  )
  const byTable = (from: number | undefined, to: number | undefined): number => {
    if (from === undefined || to === undefined) return 0
    for (let at = relations.offsets[from]!; at < relations.offsets[from + 1]!; at++)
      if (relations.related[at] === to) return relations.weights[at]!
    return 0
  }
  let words = 0
  const known = memo((word: string): Known => {
    const own = stem(word)
    const meanings = meaningsOf(dictionary, dictionary.stemId(own))
    return { id: words++, isContent: !isStopWord(word), stem: own, meanings }
  })
  const found = new Map<number, number>()
  return {
    known,
    related: (heard, said) => {
      if (heard.stem === said.stem) return 1
      const key = heard.id * 0x4000000 + said.id
      let related = found.get(key)
      if (related === undefined) {
        const table = byTable(types.get(heard.stem), types.get(said.stem))
        found.set(key, (related = Math.max(table, pivot(heard.meanings, said.meanings))))
      }
      return related
    },
  }
}

interface Meanings {
  readonly headwords: readonly number[]
  readonly weights: readonly number[]
}

/** Weight of a gloss, in 255ths, below which it makes no answer. */
const slight = 0.15 * 255

/** The words that a stem is a gloss of, ascending. */
function meaningsOf(dictionary: Dictionary, id: number): Meanings {
  const headwords: number[] = []
  const weights: number[] = []
  if (id < 0) return { headwords, weights }
  const [all, allWeights] = [dictionary.headwordsOf(id), dictionary.weightsOf(id)]
  for (let at = 0; at < all.length; at++) {
    if (allWeights[at]! < slight) continue
    headwords.push(all[at]!)
    weights.push(allWeights[at]!)
  }
  return { headwords, weights }
}

/** The greatest weight with which both are glosses of one word. */
function pivot(a: Meanings, b: Meanings): number {
  let best = 0
  for (let i = 0, j = 0; i < a.headwords.length && j < b.headwords.length;) {
    if (a.headwords[i]! < b.headwords[j]!) i++
    else if (a.headwords[i]! > b.headwords[j]!) j++
    else best = Math.max(best, Math.min(a.weights[i++]!, b.weights[j++]!))
  }
  return best / 255
}

/** Words of a side beyond which a bead is no passage but a call that could not be cut. */
const longest = 500

/** Relation from which on a word is answered. */
const answered = 0.3

/**
 * The gaps of a bead: each stretch of words without an answer, with each stretch of words that answers nothing; and
 * stretches whose words answer one another but are not the same ("issue", "distribution": both 发行).
 */
export function gapsOf(bead: Bead, { mandarin, partner }: Passage, answers: Answers): Gap[] {
  const total = mandarin.reduce((sum, words) => sum + words.length, 0)
  if (total > longest || partner.length > longest) return []
  const starts = mandarin.map((_, piece) =>
    mandarin.slice(0, piece).reduce((sum, words) => sum + words.length, 0),
  )
  const { links, linkedTo } = linksOf(bead, { mandarin, partner }, starts, total, answers)
  const before = contentBefore(partner)
  const stems = partner.map(({ word }) => answers.known(word).stem)
  const partnerStretches = stretches(partner, stems)
  const free = partnerStretches.filter(
    ({ from, to }) => !someIn(from, to, (at) => linkedTo[at] !== undefined),
  )
  const beginning = partner.map((): Stretch[] => [])
  for (const stretch of partnerStretches) beginning[stretch.from]!.push(stretch)
  const stretchesAround = (places: readonly number[]): Stretch[] => {
    const [first, last] = [Math.min(...places), Math.max(...places)]
    return beginning
      .slice(Math.max(0, last + 1 - widest), first + 1)
      .flatMap((found) => found.filter(({ to }) => to > last))
  }
  return mandarin.flatMap((words, piece) => {
    const own = links[piece]!
    const ownStems = words.map(({ word }) => answers.known(word).stem)
    return stretches(words, ownStems).flatMap(({ from, to }): Gap[] => {
      const places = own.slice(from, to).filter((place) => place !== undefined)
      const isWithin = (place: number): boolean => {
        const link = linkedTo[place]
        return link === undefined || (link.piece === piece && link.at >= from && link.at < to)
      }
      const others =
        places.length === 0
          ? free
          : stretchesAround(places).filter(
              (other) =>
                !someIn(other.from, other.to, (place) => !isWithin(place)) &&
                stems[other.from] !== ownStems[from] &&
                stems[other.to - 1] !== ownStems[to - 1],
            )
      return others.flatMap(({ from: partnerFrom, to: partnerTo }): Gap[] => {
        const left = leftFit(words, own, from, before, partnerFrom)
        const right = rightFit(words, own, to, before, partnerTo)
        if (left + right < nearby) return []
        const place = (starts[piece]! + (from + to) / 2) / total
        const apart = Math.abs(place - (partnerFrom + partnerTo) / 2 / partner.length)
        if (apart > distant) return []
        return [{ piece, from, to, partnerFrom, partnerTo, left, right, apart, linked: places.length }]
      })
    })
  })
}

interface Links {
  /** By piece and word: the place in the interpretation that answers it. */
  readonly links: readonly (readonly (number | undefined)[])[]
  /** By place in the interpretation: the word that it answers. */
  readonly linkedTo: readonly ({ readonly piece: number; readonly at: number } | undefined)[]
}

/** The words that answer one another, each once: the nearest in meaning and place. */
function linksOf(
  bead: Bead,
  { mandarin, partner }: Passage,
  starts: readonly number[],
  total: number,
  answers: Answers,
): Links {
  const named = bead.links.filter(({ kind }) => kind !== 'term')
  const saidWords = partner.map(({ word }) => answers.known(word))
  const isLinked = (heard: PlainWord, said: PlainWord): boolean =>
    named.some((link) => overlaps(link.mandarin, heard) && overlaps(link.interpretation, said))
  const pairs: { piece: number; at: number; place: number; merit: number }[] = []
  for (const [piece, words] of mandarin.entries()) {
    for (const [at, heard] of words.entries()) {
      const own = answers.known(heard.word)
      if (!own.isContent) continue
      for (const [place, other] of saidWords.entries()) {
        if (!other.isContent) continue
        const weight = isLinked(heard, partner[place]!) ? 1 : answers.related(own, other)
        if (weight < answered) continue
        const apart = Math.abs((starts[piece]! + at) / total - place / partner.length)
        pairs.push({ piece, at, place, merit: weight - apart })
      }
    }
  }
  const links = mandarin.map((words): (number | undefined)[] => words.map(() => undefined))
  const linkedTo: Links['linkedTo'][number][] = partner.map(() => undefined)
  for (const { piece, at, place } of pairs.toSorted((a, b) => b.merit - a.merit)) {
    if (linkedTo[place] || links[piece]![at] !== undefined) continue
    linkedTo[place] = { piece, at }
    links[piece]![at] = place
  }
  return { links, linkedTo }
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Runs of up to so many words between two with content, without figures. */
function stretches(words: readonly PlainWord[], stems: readonly string[]): Stretch[] {
  const found: Stretch[] = []
  const isContent = (at: number): boolean => !isStopWord(words[at]!.word)
  for (let from = 0; from < words.length; from++) {
    if (!isContent(from) || /\d/u.test(stems[from]!)) continue
    for (let to = from + 1; to <= Math.min(words.length, from + widest); to++) {
      const last = words[to - 1]!
      if (to - 1 > from && last.cut) break
      if (!isContent(to - 1)) continue
      if (/\d/u.test(last.word)) break
      found.push({ from, to })
    }
  }
  return found
}

function someIn(from: number, to: number, test: (at: number) => boolean): boolean {
  for (let at = from; at < to; at++) if (test(at)) return true
  return false
}

/** Words with content that are looked over for one that both sides have. */
const reach = 3
/** How far apart the places of the two may be. */
const distant = 0.3
/** Least nearness of such words. */
const nearby = 0.24

function leftFit(
  words: readonly PlainWord[],
  links: readonly (number | undefined)[],
  from: number,
  before: Uint16Array,
  partnerFrom: number,
): number {
  let skipped = 0
  for (let at = from - 1; at >= 0 && skipped < reach; at--) {
    if (isStopWord(words[at]!.word)) continue
    const place = links[at]
    if (place !== undefined && place < partnerFrom)
      return 0.5 ** (before[partnerFrom]! - before[place + 1]! + skipped)
    skipped++
  }
  return from - skipped <= 0 && before[partnerFrom] === 0 && skipped === 0 ? 0.5 : 0
}

function rightFit(
  words: readonly PlainWord[],
  links: readonly (number | undefined)[],
  to: number,
  before: Uint16Array,
  partnerTo: number,
): number {
  let skipped = 0
  let at = to
  for (; at < words.length && skipped < reach; at++) {
    if (isStopWord(words[at]!.word)) continue
    const place = links[at]
    if (place !== undefined && place >= partnerTo)
      return 0.5 ** (before[place]! - before[partnerTo]! + skipped)
    skipped++
  }
  return at >= words.length && skipped === 0 && before.at(-1) === before[partnerTo] ? 0.5 : 0
}

/** How many words with content stand before each word, and before the end. */
function contentBefore(words: readonly PlainWord[]): Uint16Array {
  const before = new Uint16Array(words.length + 1)
  for (const [at, { word }] of words.entries()) before[at + 1] = before[at]! + (isStopWord(word) ? 0 : 1)
  return before
}
