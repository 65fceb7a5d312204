import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Confusion, Spoken } from '../../lexicon/tables.js'
import { distanceOfSounds, metaphones, nearestMetaphones, soundOf, type Sound } from '../../text/sound.js'
import { normalWord } from '../../text/tokens.js'
import type { CallWords } from './call-words.js'
import { fittingWords, type FittingWords } from './fitting.js'
import { memo } from './memo.js'
import { areWithin, indexSkeletons, nearlyEqual, skeletonOf } from './neighbours.js'
import { termPairs, type Completions } from './pairs.js'
import { variants, type Variants } from './variants.js'

/** What may have been said. */
export interface Candidate {
  /** As it is written inside a sentence. */
  readonly words: string
  /** As the language model cuts it, whole and word by word. */
  readonly key: string
  readonly parts: readonly string[]
  readonly ids: readonly number[]
  readonly sound: Sound
  readonly isTerm: boolean
  /** Whether it is a word of the call at hand rather than of calls at large. */
  readonly isOwn: boolean
}

/** A candidate for words heard. */
export interface Near {
  readonly said: Candidate
  /** How far apart they sound, 0 to 1, as `soundsAlike` has it. */
  readonly distance: number
  /** How often recognisers are known to have written the one for the other, in 1.3 million words. */
  readonly known: number
}

export interface Candidates extends Variants {
  /** What sounds like the words heard, or is known to have been written as them. */
  readonly near: (heard: string) => readonly Near[]
  /** What recognisers are known to have written as the words heard. */
  readonly known: (heard: string) => readonly Near[]
  /** What sounds like the words heard and makes a term with the word before or after. */
  readonly completing: (
    heard: string,
    before: string | undefined,
    after: string | undefined,
  ) => readonly Near[]
  /** Words, as ids, that calls say between two others and that sound roughly like the words heard. */
  readonly fitting: (heard: string, left: number | undefined, right: number | undefined) => readonly number[]
  /** A word, by its id, as a candidate for the words heard. */
  readonly nearness: (heard: string, id: number) => Near
  /** Whether words make a term with the word before or after. */
  readonly completesTerm: (key: string, before: string | undefined, after: string | undefined) => boolean
}

/** What may have been said in a call: what calls say at large, and the words that this one says again. */
export function candidatesFor(lexicon: Lexicon, { own: ownOfCall, industry }: CallWords): Candidates {
  const { own, ...atLarge } = candidatesIn(lexicon)
  const sounding = own(ownOfCall)
  return {
    ...atLarge,
    near: memo((heard: string): readonly Near[] => {
      const others = sounding(heard)
      return others.length === 0 ? atLarge.near(heard) : [...atLarge.near(heard), ...others]
    }),
    completing: (heard, before, after) => [
      ...atLarge.completing(heard, before, after),
      ...atLarge.alike(heard, industry.completions(before, after), true),
    ],
  }
}

/** Candidates at large. */
interface AtLarge extends Candidates {
  /** Finds those of a call's words that sound like words heard and are none of the others. */
  readonly own: (words: readonly string[]) => (heard: string) => readonly Near[]
  /** Those of the words that sound like words heard, of all their consonants half at least. */
  readonly alike: (heard: string, completions: readonly Completions[], loosely: boolean) => readonly Near[]
}

const made = new WeakMap<Lexicon, AtLarge>()

/** Made once for a lexicon, each part when first asked for. */
function candidatesIn(lexicon: Lexicon): AtLarge {
  let candidates = made.get(lexicon)
  if (!candidates) made.set(lexicon, (candidates = candidatesAtLarge(lexicon)))
  return candidates
}

function candidatesAtLarge(lexicon: Lexicon): AtLarge {
  const { tables, pronunciations, languageModel } = lexicon
  const { spoken } = tables
  const sounds = soundsIn((words) => pronunciations.phonesOf(words), spoken)
  const soundAt = kept(spoken.length, (index) => soundOf(spoken[index]!.phones))
  const { candidate, termWord, ownWord, isSpoken } = vocabularyOf(lexicon, sounds.of, soundAt)
  const nearness = (heard: string, said: Candidate): Near => {
    return { said, distance: sounds.distance(heard, sounds.of(heard), said.words, said.sound), known: 0 }
  }
  const byPhones = indexSkeletons(spoken.map(({ phones }) => phones))
  const confusions = byHeard(tables.confusions)
  const known = memo((heard: string): readonly Near[] =>
    (confusions.get(heard) ?? none).map(({ said, count }) => ({
      ...nearness(heard, termWord(said)),
      known: count,
    })),
  )
  const sounding = (heard: string): Near[] => {
    const near: Near[] = []
    const own = sounds.of(heard)
    for (const index of byPhones(own.phones)) {
      const distance = sounds.distance(heard, own, spoken[index]!.words, soundAt(index))
      if (distance <= farthest) near.push({ said: candidate(index), distance, known: 0 })
    }
    return near
  }
  const near = memo((heard: string): readonly Near[] => {
    const others = known(heard)
    if (others.length === 0) return sounding(heard)
    const isOther = ({ said }: Near) => others.every((other) => other.said.key !== said.key)
    return [...others, ...sounding(heard).filter(isOther)]
  })
  const pairs = termPairs(tables.terms)
  const skeleton = memo((words: string) => skeletonOf(sounds.of(words).phones))
  const withSkeletons = new WeakMap<Completions, readonly Boned[]>()
  const alike = (heard: string, completions: readonly Completions[], loosely: boolean): Near[] => {
    const found: Near[] = []
    const bones = skeleton(heard)
    for (const words of completions) {
      let known = withSkeletons.get(words)
      if (!known) {
        known = Array.from(words.keys(), (word) => ({ word, bones: skeleton(word) }))
        withSkeletons.set(words, known)
      }
      for (const other of known) {
        if (!areAlike(bones, other.bones, loosely) || other.word === heard) continue
        const near = nearness(heard, termWord(other.word))
        if (near.distance <= (loosely ? farthestLoosely : farthest)) found.push(near)
      }
    }
    return found
  }
  let find: FittingWords | undefined
  const wordAt = kept(languageModel.size, (id) => termWord(languageModel.word(id)))
  return {
    ...variants(),
    near,
    known,
    completing: (heard, before, after) => alike(heard, pairs.completions(before, after), false),
    fitting: (heard, left, right) =>
      (find ??= fittingWords(languageModel, lexicon.wordShapes))(skeleton(heard), left, right),
    nearness: (heard, id) => nearness(heard, wordAt(id)),
    completesTerm: pairs.completes,
    alike,
    own: (words) => {
      const others = words.filter((word) => !isSpoken(word)).map(ownWord)
      const find = indexSkeletons(others.map(({ sound }) => sound.phones))
      return (heard) =>
        find(sounds.of(heard).phones)
          .map((index) => nearness(heard, others[index]!))
          .filter(({ distance }) => distance <= farthest)
    },
  }
}

/** A word with the skeleton of its sound. */
interface Boned {
  readonly word: string
  readonly bones: readonly number[]
}

const none: readonly Confusion[] = []

/** Greatest distance of the sounds, unless the confusion is known. */
const farthest = 0.45
const farthestLoosely = 0.55

function areAlike(a: readonly number[], b: readonly number[], loosely: boolean): boolean {
  if (!loosely) return nearlyEqual(a, b)
  return areWithin(Math.max(1, Math.floor(Math.max(a.length, b.length) / 2)), a, b)
}

/** The sounds of words, each made when first asked for. */
function soundsIn(phonesOf: (words: string) => string, spoken: readonly Spoken[]) {
  const phonesOfWord = memo(phonesOf)
  const of = memo((words: string) => soundOf(words.split(' ').map(phonesOfWord).join('')))
  const codes = memo<readonly string[]>(
    metaphones,
    spoken.map((row) => [row.words, row.metaphones]),
  )
  const distance = (heard: string, heardSound: Sound, said: string, saidSound: Sound): number => {
    const phones = distanceOfSounds(heardSound, saidSound)
    if (phones === 0 || shareOfPhones * phones > farthest) return phones
    const mean = shareOfPhones * phones + (1 - shareOfPhones) * nearestMetaphones(codes(heard), codes(said))
    return Math.min(phones, mean)
  }
  return { of, distance }
}

/** Share of the phones in the distance where the metaphones lie nearer. */
const shareOfPhones = 0.7

/** The words that calls say, as candidates. */
function vocabularyOf(
  { tables, languageModel }: Lexicon,
  soundOfWords: (words: string) => Sound,
  soundAt: (index: number) => Sound,
) {
  const { spoken } = tables
  const make = (words: string, sound: Sound, isTerm: boolean, isOwn = false): Candidate => {
    const key = normalWord(words)
    const parts = key.split(' ')
    return { words, key, parts, ids: parts.map((word) => languageModel.id(word)), sound, isTerm, isOwn }
  }
  const candidate = kept(spoken.length, (index) => {
    const { words, isTerm } = spoken[index]!
    return make(words, soundAt(index), isTerm)
  })
  const byKey = new Map(spoken.map(({ words }, index) => [words.toLowerCase(), index]))
  const other = memo((words: string) => make(words, soundOfWords(words), true))
  const ownWord = memo((words: string) => make(words, soundOfWords(words), false, true))
  const isSpoken = (word: string): boolean => byKey.has(word)
  const termWord = (words: string): Candidate => {
    const index = byKey.get(words.toLowerCase())
    return index === undefined ? other(words) : candidate(index)
  }
  return { candidate, termWord, ownWord, isSpoken }
}

/** Keeps what was made for each index. */
function kept<T>(length: number, make: (index: number) => T): (index: number) => T {
  const made = new Array<T | undefined>(length)
  return (index) => (made[index] ??= make(index))
}

function byHeard(rows: readonly Confusion[]): Map<string, Confusion[]> {
  const confusions = new Map<string, Confusion[]>()
  for (const row of rows) {
    const known = confusions.get(row.heard)
    if (known) known.push(row)
    else confusions.set(row.heard, [row])
  }
  return confusions
}
