import { segmentHan, type Dictionary } from '../../lexicon/dictionary.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Tables, Term } from '../../lexicon/tables.js'
import { stem } from '../../text/stem.js'
import { isStopWord } from '../../text/stop-words.js'
import type { Aligned, Span } from '../../types.js'
import { memo, memoFor } from '../../text/memo.js'
import { crossing, hanRuns, soundingLike, soundingNearly, type HanRun } from './han-runs.js'
import { interpretationReader, type Interpreted } from './interpreted.js'
import { countsThings, grammatical, keptCharacters, likelyIn, type Likely } from './likely.js'
import { misheardFinder } from './misheard.js'
import { passagesOf } from './passages.js'
import { enter, termsByName } from './term-words.js'

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
  /** Of words that are weighed: how likely they are, 0 to 1. */
  readonly probability?: number
}

/** Probability from which on a word that is weighed is told. */
const likelyEnough = 0.65

/** Places of Han passages where a term, or a word for what the interpreter says, sounds like what is written. */
export function homophonesIn(doc: Aligned, lexicon: Lexicon): HomophoneReading[] {
  const { text, beads } = doc
  const passages = beads.flatMap(({ mandarin }, index) => {
    const runs = mandarin.flatMap((span) => hanRuns(text, span, lexicon))
    return runs.length > 0 ? [{ runs, index }] : []
  })
  if (passages.length === 0) return []
  const characters = new Set(passages.flatMap(({ runs }) => runs.flatMap((run) => Array.from(run.text))))
  const partners = passagesOf(doc).map(({ partner }) => partner)
  const read = interpretationReader(lexicon)
  const knowledge = knowledgeOf(lexicon, characters)
  const misheardIn = misheardFinder(lexicon)
  const termOf = termsByName(lexicon.tables)
  const whole = passages.flatMap(({ runs }) => runs.map((run) => run.text)).join('\n')
  const countOf = memo((zh: string) => whole.split(zh).length - 1)
  return passages.flatMap(({ runs, index }) => {
    const interpreted = read(partners.slice(Math.max(0, index - 1), index + 2).flat())
    const answers = { own: read(partners[index]!), around: interpreted }
    const terms = [...interpreted.rendered].flatMap(([term, at]) => {
      const sounding = knowledge.soundingOf(term)
      return sounding ? [{ sounding, at }] : []
    })
    const glossed = [...new Map(interpreted.words.map((word) => [word.word, word])).values()].flatMap(
      (word) => knowledge.headwords(word.word).map((sounding) => ({ sounding, at: word })),
    )
    return runs.flatMap((run) => {
      const heard = misheardIn(run)
      const isGain = ({ start, end }: Span, said: string): boolean =>
        heard.misheard.some(
          (each) => each.start === start && each.end === end && each.said === said && each.gain > 0,
        )
      const likely = likelyIn(run, heard, answers, lexicon.dictionary, (zh) => termOf.get(zh), countOf)
      return onePerPlace([
        ...[...run.places.keys()]
          .flatMap((syllable) => knowledge.terms.get(syllable) ?? [])
          .flatMap((sounding) => clearReadings(run, sounding, interpreted)),
        ...terms.flatMap(({ sounding, at }) => termReadings(run, sounding, at, interpreted, lexicon)),
        ...glossed
          .filter(({ sounding }) => sounding.syllables.every((syllable) => run.places.has(syllable)))
          .flatMap(({ sounding, at }) => glossReadings(run, sounding, at, interpreted, lexicon))
          .filter((reading) => reading.isWord || isGain(reading, reading.said)),
        ...likely
          .filter(({ probability }) => probability >= likelyEnough)
          .map((each) => likelyReading(run, each, interpreted))
          .filter(({ heard, partner }) => !interpreted.isMeant(heard, partner)),
      ]).map((reading) => smallest(run, reading, lexicon.dictionary))
    })
  })
}

function likelyReading(
  { text }: HanRun,
  { misheard: { start, end, said, syllables, isTerm }, probability, partner }: Likely,
  { isKnown }: Interpreted,
): HomophoneReading {
  const heard = text.slice(start, end)
  const reading = { start, end, heard, said, pinyin: syllables.join(' '), isTerm, isWord: isKnown(heard) }
  return { ...reading, probability, ...(partner && { partner }) }
}

/** A word with its syllables. */
interface Sounding {
  readonly word: string
  readonly syllables: readonly string[]
}

interface Glossed extends Sounding {
  /** Of the gloss that is the English word, 0 to 1. */
  readonly weight: number
  /** The words that have that gloss. */
  readonly rivals: number
}

interface Knowledge {
  /** The terms of two to six characters, by their first syllable. */
  readonly terms: ReadonlyMap<string, readonly Sounding[]>
  readonly soundingOf: (term: Term) => Sounding | undefined
  /** Words of two to four characters that mean an English word. */
  readonly headwords: (word: string) => readonly Glossed[]
}

function knowledgeOf({ tables, dictionary }: Lexicon, characters: ReadonlySet<string>): Knowledge {
  const { terms, soundings } = termSounds(tables)
  const soundingOf = (term: Term): Sounding | undefined => soundings.get(term)
  return { terms, soundingOf, headwords: headwordFinder(dictionary, characters) }
}

const termSounds = memoFor((tables: Tables) => {
  const terms = new Map<string, Sounding[]>()
  const soundings = new Map<Term, Sounding>()
  for (const term of tables.terms) {
    if (!/^\p{Script=Han}{2,6}$/u.test(term.zh)) continue
    const sounding = { word: term.zh, syllables: term.pinyin.split(' ') }
    soundings.set(term, sounding)
    enter(terms, sounding.syllables[0]!, sounding)
  }
  return { terms, soundings }
})

/** Characters from which on a term is told by its sound alone. */
const longEnough = 3

/** What is no word and all but a term, whatever the interpretation says. */
function clearReadings(
  run: HanRun,
  { word, syllables }: Sounding,
  interpreted: Interpreted,
): HomophoneReading[] {
  return soundingLike(run, word, syllables).flatMap((place) => {
    const reading = readingAt(run, place, { word, syllables }, true, interpreted)
    if (reading.isWord) return []
    const isClear = word.length >= longEnough || !hasGrammar(reading.heard, word)
    return isClear && sharedCharacters(reading.heard, word) > 0 && !countsThings(run.text, place.start)
      ? [reading]
      : []
  })
}

/** What sounds like a term that the interpretation has at `at`, and is no word that it has. */
function termReadings(
  run: HanRun,
  { word, syllables }: Sounding,
  at: Span,
  interpreted: Interpreted,
  lexicon: Lexicon,
): HomophoneReading[] {
  return soundingNearly(run, word, syllables, lexicon.dictionary).flatMap(({ exact, ...place }) => {
    const reading = readingAt(run, place, { word, syllables }, true, interpreted)
    if (reading.isWord && interpreted.isMeant(reading.heard, at)) return []
    const isTorn = !exact && crossing(run, place).some((each) => interpreted.isMeant(each, at))
    if (isTorn || (!exact && hasGrammar(reading.heard, word))) return []
    return [{ ...reading, partner: at }]
  })
}

/** Of other words only what is half right, and no word as it stands that the interpretation has. */
function glossReadings(
  run: HanRun,
  sounding: Glossed,
  { start, end }: Span,
  interpreted: Interpreted,
  lexicon: Lexicon,
): HomophoneReading[] {
  return soundingLike(run, sounding.word, sounding.syllables).flatMap((place) => {
    const reading = readingAt(run, place, sounding, false, interpreted)
    const { heard, isWord } = reading
    if (
      isWord &&
      (!isLikelier(sounding, heard, lexicon.dictionary) ||
        interpreted.isMeant(heard, { start, end }) ||
        interpreted.answerOf(sounding.word, undefined, keptCharacters(heard, sounding.word)).weight === 0)
    )
      return []
    if (sharedCharacters(heard, sounding.word) === 0 || !isUsual(run, place, sounding)) return []
    if (hasGrammar(heard, sounding.word) || countsThings(run.text, place.start)) return []
    return [{ ...reading, partner: { start, end } }]
  })
}

/** Whether the characters that differ sound so in their commonest reading. */
const isUsual = ({ text, readings }: HanRun, { start }: Span, { word, syllables }: Sounding): boolean =>
  syllables.every(
    (syllable, index) => text[start + index] === word[index] || readings[start + index]![0] === syllable,
  )

/** Whether the interpreter's word speaks for it, and it is not much rarer than what is heard, or the only such word. */
const isLikelier = ({ word, weight, rivals }: Glossed, heard: string, dictionary: Dictionary): boolean => {
  const rarer = dictionary.frequency(dictionary.idOf(heard)) - dictionary.frequency(dictionary.idOf(word))
  return weight >= clear && (rarer <= muchRarer || (weight >= sole && rivals < fewRivals))
}

/** Weight of a gloss from which on it speaks for a word, and for one that is the rarer. */
const clear = 0.3
const sole = 0.9
/** Log10 of how much rarer a word may be. */
const muchRarer = 0.5
/** Words that have a gloss, below which it tells of one alone. */
const fewRivals = 8

/** Whether a character that differs carries grammar or counts: those are seldom misheard. */
const hasGrammar = (heard: string, said: string): boolean =>
  Array.from(heard).some((character, index) => character !== said[index] && grammatical.has(character))

function readingAt(
  run: HanRun,
  { start, end }: Span,
  { word, syllables }: Sounding,
  isTerm: boolean,
  { isKnown }: Interpreted,
): HomophoneReading {
  const heard = run.text.slice(start, end)
  const isWord = isKnown(heard)
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

/** Least weight of a gloss, in 255ths, for which the headword is looked at. */
const mainGloss = 60

/** Headwords from which on an English word says too little of which one is meant. */
const vague = 400

/** Finds the words that mean an English word and share a character with the call. */
function headwordFinder(
  dictionary: Dictionary,
  characters: ReadonlySet<string>,
): (word: string) => readonly Glossed[] {
  const made = new Map<string, readonly Glossed[]>()
  const fits = (headword: string): boolean => {
    let shared = false
    for (const character of headword) {
      if (grammatical.has(character)) return false
      shared ||= characters.has(character)
    }
    return shared && headword.length > 1 && headword.length < 5
  }
  const find = (word: string): Glossed[] => {
    const id = isStopWord(word) ? -1 : dictionary.stemId(stem(word))
    if (id < 0) return []
    const weights = dictionary.weightsOf(id)
    if (weights.length > vague) return []
    const found: Glossed[] = []
    dictionary.headwordsOf(id).forEach((headwordId, index) => {
      const headword = weights[index]! < mainGloss ? '' : dictionary.headword(headwordId)
      if (!fits(headword)) return
      for (const pinyin of dictionary.pinyin(headwordId))
        found.push({
          word: headword,
          syllables: pinyin.split(' '),
          weight: weights[index]! / 255,
          rivals: weights.length,
        })
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
  const rank = ({ partner, isTerm, heard, said, probability }: HomophoneReading): number =>
    (probability ?? 100) +
    4 * (probability ? 0 : heard.length) +
    (partner ? 2 : 0) +
    (isTerm ? 1 : 0) +
    sharedCharacters(heard, said) / 10
  const kept: HomophoneReading[] = []
  for (const reading of readings.toSorted((a, b) => rank(b) - rank(a))) {
    if (kept.every(({ start, end }) => reading.end <= start || end <= reading.start)) kept.push(reading)
  }
  return kept
}
