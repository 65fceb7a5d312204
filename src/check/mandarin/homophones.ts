import { segmentHan, type Dictionary } from '../../lexicon/dictionary.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Term } from '../../lexicon/tables.js'
import { stem } from '../../text/stem.js'
import { isStopWord } from '../../text/stop-words.js'
import type { Aligned, Span } from '../../types.js'
import { hanRuns, soundingLike, type HanRun } from './han-runs.js'
import { plainForms, plainWords, standsAt, type PlainWord } from './words.js'

/** Characters heard in place of others that sound the same. */
export interface HomophoneReading extends Span {
  readonly heard: string
  /** In simplified characters, as is `heard`. */
  readonly said: string
  readonly pinyin: string
  readonly isTerm: boolean
  /** Whether the characters heard are a word themselves. */
  readonly isWord: boolean
  /** The words of the interpretation that speak for what was said. */
  readonly partner?: Span
}

/** Places of Han passages where a term, or a word for what the interpreter says, sounds like what is written. */
export function homophonesIn({ text, beads }: Aligned, lexicon: Lexicon): HomophoneReading[] {
  const passages = beads.flatMap(({ mandarin }, index) => {
    const runs = mandarin.flatMap((span) => hanRuns(text, span, lexicon))
    return runs.length > 0 ? [{ runs, index }] : []
  })
  if (passages.length === 0) return []
  const characters = new Set(passages.flatMap(({ runs }) => runs.flatMap((run) => Array.from(run.text))))
  const knowledge = knowledgeOf(lexicon, characters)
  return passages.flatMap(({ runs, index }) => {
    const partner = beads
      .slice(Math.max(0, index - 1), index + 2)
      .flatMap(({ interpretation }) => interpretation.flatMap((span) => plainWords(text, span)))
    const glossed = [...new Map(partner.map((word) => [word.word, word])).values()].flatMap((word) =>
      knowledge.headwords(word.word).map((sounding) => ({ sounding, word })),
    )
    return runs.flatMap((run) =>
      onePerPlace([
        ...[...run.places.keys()]
          .flatMap((syllable) => knowledge.terms.get(syllable) ?? [])
          .flatMap((sounding) => termReadings(run, sounding, partner, lexicon, knowledge)),
        ...glossed
          .filter(({ sounding }) => sounding.syllables.every((syllable) => run.places.has(syllable)))
          .flatMap(({ sounding, word }) => glossReadings(run, sounding, word, lexicon, knowledge)),
      ]).map((reading) => smallest(run, reading, lexicon.dictionary)),
    )
  })
}

/** A word with its syllables. */
interface Sounding {
  readonly word: string
  readonly syllables: readonly string[]
}

interface Knowledge {
  /** The terms of two to six characters, by their first syllable. */
  readonly terms: ReadonlyMap<string, readonly (Sounding & { readonly en: readonly string[] })[]>
  readonly byName: ReadonlyMap<string, Term>
  /** Words of two to four characters that mean an English word. */
  readonly headwords: (word: string) => readonly Sounding[]
}

function knowledgeOf({ tables, dictionary }: Lexicon, characters: ReadonlySet<string>): Knowledge {
  const terms = new Map<string, (Sounding & { readonly en: readonly string[] })[]>()
  for (const { zh, pinyin, en } of tables.terms) {
    if (!/^\p{Script=Han}{2,6}$/u.test(zh)) continue
    const syllables = pinyin.split(' ')
    const known = terms.get(syllables[0]!)
    if (known) known.push({ word: zh, syllables, en })
    else terms.set(syllables[0]!, [{ word: zh, syllables, en }])
  }
  const byName = new Map(tables.terms.map((term) => [term.zh, term]))
  return { terms, byName, headwords: headwordFinder(dictionary, characters) }
}

/** Characters from which on a term is told by its sound alone. */
const longEnough = 3

function termReadings(
  run: HanRun,
  { word, syllables, en }: Sounding & { readonly en: readonly string[] },
  partner: readonly PlainWord[],
  lexicon: Lexicon,
  knowledge: Knowledge,
): HomophoneReading[] {
  return soundingLike(run, word, syllables).flatMap((place) => {
    const reading = readingAt(run, place, { word, syllables }, true, lexicon, knowledge)
    const at = renderedAt(partner, en)
    if (reading.isWord && (!at || isMeant(reading.heard, partner, lexicon, knowledge))) return []
    if (at) return [{ ...reading, partner: at }]
    const isClear = word.length >= longEnough || !hasGrammar(reading.heard, word)
    return isClear && sharedCharacters(reading.heard, word) > 0 && !countsThings(run, place) ? [reading] : []
  })
}

/** Of other words only what is no word as it stands and is half right. */
function glossReadings(
  run: HanRun,
  sounding: Sounding,
  { start, end }: Span,
  lexicon: Lexicon,
  knowledge: Knowledge,
): HomophoneReading[] {
  return soundingLike(run, sounding.word, sounding.syllables).flatMap((place) => {
    const reading = readingAt(run, place, sounding, false, lexicon, knowledge)
    if (reading.isWord || sharedCharacters(reading.heard, sounding.word) === 0) return []
    if (hasGrammar(reading.heard, sounding.word) || countsThings(run, place)) return []
    return [{ ...reading, partner: { start, end } }]
  })
}

const grammatical = new Set(
  '只的了是在我你他她它们这那有和与也都就一二三四五六七八九十百千万亿两第每个不没很',
)

/** Whether a character that differs carries grammar or counts: those are seldom misheard. */
const hasGrammar = (heard: string, said: string): boolean =>
  Array.from(heard).some((character, index) => character !== said[index] && grammatical.has(character))

/** Whether the first character counts what follows ("31家店"). */
const countsThings = ({ text }: HanRun, { start }: Span): boolean =>
  /[家个只台款批项次座辆间]/u.test(text[start]!) && (start === 0 || grammatical.has(text[start - 1]!))

function readingAt(
  run: HanRun,
  { start, end }: Span,
  { word, syllables }: Sounding,
  isTerm: boolean,
  { dictionary }: Lexicon,
  { byName }: Knowledge,
): HomophoneReading {
  const heard = run.text.slice(start, end)
  const isWord = dictionary.idOf(heard) >= 0 || byName.has(heard)
  return { start, end, heard, said: word, pinyin: syllables.join(' '), isTerm, isWord }
}

/** In the transcript's offsets; only the words that differ. */
function smallest(run: HanRun, reading: HomophoneReading, dictionary: Dictionary): HomophoneReading {
  const { start, heard, said, pinyin } = reading
  const [from, to] = differingWords(dictionary, heard, said)
  return {
    ...reading,
    start: run.toSource(start + from),
    end: run.toSource(start + to),
    heard: heard.slice(from, to),
    said: said.slice(from, to),
    pinyin: pinyin.split(' ').slice(from, to).join(' '),
  }
}

/** The part of `said`, in whole words, outside which both are the same. */
function differingWords(
  dictionary: Dictionary,
  heard: string,
  said: string,
): readonly [from: number, to: number] {
  const words = segmentHan(dictionary, said, { start: 0, end: said.length }).filter(
    ({ start, end }) => heard.slice(start, end) !== said.slice(start, end),
  )
  return [words[0]!.start, words.at(-1)!.end]
}

const sharedCharacters = (a: string, b: string): number =>
  Array.from(a).filter((character, index) => Array.from(b)[index] === character).length

function renderedAt(words: readonly PlainWord[], renderings: readonly string[]): Span | undefined {
  for (const rendering of renderings) {
    const forms = plainForms(rendering)
    const at = words.findIndex((_, index) => standsAt(words, index, forms))
    if (at >= 0) return { start: words[at]!.start, end: words[at + forms.length - 1]!.end }
  }
  return undefined
}

/** Weight of a gloss from which on it is a meaning of the word. */
const meaning = 0.2

/** Whether the interpretation has a meaning of the word. */
function isMeant(
  word: string,
  partner: readonly PlainWord[],
  { dictionary }: Lexicon,
  { byName }: Knowledge,
): boolean {
  const term = byName.get(word)
  if (term && renderedAt(partner, term.en)) return true
  const id = dictionary.idOf(word)
  if (id < 0) return false
  const stems = new Set(partner.map((one) => stem(one.word)))
  return dictionary
    .glossStems(id)
    .some((gloss) => gloss.weight >= meaning && stems.has(dictionary.stemText(gloss.stem)))
}

/** Least weight of a gloss, in 255ths, for which the headword is looked at. */
const mainGloss = 60

/** Headwords from which on an English word says too little of which one is meant. */
const vague = 400

/** Finds the words that mean an English word and share a character with the call. */
function headwordFinder(
  dictionary: Dictionary,
  characters: ReadonlySet<string>,
): (word: string) => readonly Sounding[] {
  const made = new Map<string, readonly Sounding[]>()
  const fits = (headword: string): boolean => {
    let shared = false
    for (const character of headword) {
      if (grammatical.has(character)) return false
      shared ||= characters.has(character)
    }
    return shared && headword.length > 1 && headword.length < 5
  }
  const find = (word: string): Sounding[] => {
    const id = isStopWord(word) ? -1 : dictionary.stemId(stem(word))
    if (id < 0) return []
    const weights = dictionary.weightsOf(id)
    if (weights.length > vague) return []
    const found: Sounding[] = []
    dictionary.headwordsOf(id).forEach((headwordId, index) => {
      const headword = weights[index]! < mainGloss ? '' : dictionary.headword(headwordId)
      if (!fits(headword)) return
      for (const pinyin of dictionary.pinyin(headwordId))
        found.push({ word: headword, syllables: pinyin.split(' ') })
    })
    return found
  }
  return (word) => {
    let found = made.get(word)
    if (!found) made.set(word, (found = find(word)))
    return found
  }
}

/** The longest reading of overlapping ones; of as long ones that with a partner, then a term's. */
function onePerPlace(readings: readonly HomophoneReading[]): HomophoneReading[] {
  const rank = ({ partner, isTerm, heard, said }: HomophoneReading): number =>
    4 * heard.length + (partner ? 2 : 0) + (isTerm ? 1 : 0) + sharedCharacters(heard, said) / 10
  const kept: HomophoneReading[] = []
  for (const reading of readings.toSorted((a, b) => rank(b) - rank(a))) {
    if (kept.every(({ start, end }) => reading.end <= start || end <= reading.start)) kept.push(reading)
  }
  return kept
}
