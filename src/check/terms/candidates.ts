import type { Lexicon } from '../../lexicon/lexicon.js'
import type { LanguageModel } from '../../lexicon/language-model.js'
import type { Confusion, Spoken } from '../../lexicon/tables.js'
import { distanceOfSounds, metaphones, nearestMetaphones, soundOf, type Sound } from '../../text/sound.js'
import { isStopWord } from '../../text/stop-words.js'
import { normalWord } from '../../text/tokens.js'
import type { CallWords } from './call-words.js'
import { isFigure } from './figure-words.js'
import { memo } from './memo.js'
import { indexSkeletons, isSimilar, nearlyEqual, skeletonOf } from './neighbours.js'
import { termPairs } from './pairs.js'
import { variants, type Variants } from './variants.js'

/** What may have been said. */
export interface Candidate {
  /** As it is written inside a sentence. */
  readonly words: string
  /** As the language model cuts it. */
  readonly key: string
  readonly ids: readonly number[]
  readonly sound: Sound
  readonly isTerm: boolean
  /** The industries that speak of it, by their places in the table. */
  readonly fields: readonly number[]
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
  /** What sounds like the words heard and makes a term, or goes together, with the word before or after. */
  readonly completing: (
    heard: string,
    before: string | undefined,
    after: string | undefined,
  ) => readonly Near[]
  /** Whether words make a term with the word before or after. */
  readonly completesTerm: (key: string, before: string | undefined, after: string | undefined) => boolean
  /** How much more the call speaks of an industry that speaks of it than of others, 0 for none: a logarithm. */
  readonly fieldLift: (said: Candidate) => number
}

/** What may have been said in a call: what calls say at large, and the words that this one says again. */
export function candidatesFor(lexicon: Lexicon, call: CallWords): Candidates {
  const { own, ...atLarge } = candidatesIn(lexicon)
  const sounding = own(call.repeated)
  const lifts = fieldLifts(lexicon.tables.spoken, call)
  return {
    ...atLarge,
    fieldLift: ({ fields }) => fields.reduce((most, field) => Math.max(most, lifts[field]!), 0),
    near: memo((heard: string): readonly Near[] => {
      const others = sounding(heard)
      return others.length === 0 ? atLarge.near(heard) : [...atLarge.near(heard), ...others]
    }),
  }
}

/** Candidates at large. */
interface AtLarge extends Omit<Candidates, 'fieldLift'> {
  /** Finds those of a call's words that sound like words heard and are none of the others. */
  readonly own: (words: readonly string[]) => (heard: string) => readonly Near[]
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
    for (const index of byPhones(own.phones, isShort(heard))) {
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
  const pairs = termPairs([
    ...tables.terms.flatMap(({ en }) => en),
    ...spoken.filter(({ fields }) => fields.length > 0).map(({ words }) => words),
  ])
  const skeleton = memo((words: string) => skeletonOf(sounds.phonesOf(words)))
  const expected = expectedWords(languageModel, isSpoken, skeleton)
  return {
    ...variants(),
    near,
    known,
    completing: (heard, before, after) => {
      const own = skeleton(heard)
      const words = pairs.completions(before, after).filter((word) => nearlyEqual(own, skeleton(word)))
      for (const expectedThere of expected(before, after)) {
        for (const { word, skeleton: other } of expectedThere) {
          if (isSimilar(own, other) && !words.includes(word)) words.push(word)
        }
      }
      return words
        .map((word) => nearness(heard, termWord(word)))
        .filter(({ distance }) => distance <= farthestExpected)
    },
    completesTerm: pairs.completes,
    own: (words) => {
      const others = words.filter((word) => !isSpoken(word) && languageModel.id(word) > 0).map(ownWord)
      const find = indexSkeletons(others.map(({ sound }) => sound.phones))
      return (heard) =>
        find(sounds.of(heard).phones)
          .map((index) => nearness(heard, others[index]!))
          .filter(({ distance }) => distance <= farthest)
    },
  }
}

const none: readonly Confusion[] = []

/** Greatest distance of the sounds, unless the confusion is known; of words that a neighbour makes one expect. */
const farthest = 0.45
const farthestExpected = 0.52

/** Up to two words. */
const isShort = (words: string): boolean => words.indexOf(' ') === words.lastIndexOf(' ')

interface Expected {
  readonly word: string
  readonly skeleton: readonly number[]
}

/** The words that go together with the word before, and those that do with the word after. */
function expectedWords(
  model: LanguageModel,
  isSpoken: (word: string) => boolean,
  skeleton: (word: string) => readonly number[],
) {
  const contentWords = (ids: Uint16Array): readonly Expected[] =>
    Array.from(ids, (id) => model.word(id))
      .filter((key) => isSpoken(key) && !isStopWord(key) && !isFigure(key))
      .map((key) => ({ word: key, skeleton: skeleton(key) }))
  const after = memo((key: string) => contentWords(model.collocations.after(model.id(key))))
  const before = memo((key: string) => contentWords(model.collocations.before(model.id(key))))
  return (left: string | undefined, right: string | undefined) => [
    left === undefined ? noWords : after(left),
    right === undefined ? noWords : before(right),
  ]
}

const noWords: readonly Expected[] = []

/** How much more a call speaks of each field than of the fields in the mean, as a logarithm; never below 0. */
function fieldLifts(spoken: readonly Spoken[], call: CallWords): number[] {
  const sizes: number[] = []
  const said: number[] = []
  for (const { words, fields } of spoken) {
    if (fields.length === 0) continue
    const isSaid = call.says(words.toLowerCase())
    for (const field of fields) {
      sizes[field] = (sizes[field] ?? 0) + 1 / fields.length
      said[field] = (said[field] ?? 0) + Number(isSaid) / fields.length
    }
  }
  const shares = sizes.map((size, field) => said[field]! / size)
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  return shares.map((share) => Math.max(0, Math.log((share + usualShare) / (mean + usualShare))))
}

/** Share of the terms of a field that any call is held to say. */
const usualShare = 0.03

/** The sounds of words, each made when first asked for. */
function soundsIn(phonesOf: (words: string) => string, spoken: readonly Spoken[]) {
  const phonesOfWord = memo(phonesOf)
  const of = memo((words: string) => soundOf(words.split(' ').map(phonesOfWord).join('')))
  const known = new Map(spoken.map(({ words, phones }) => [words, phones]))
  const phonesOfSpoken = (words: string): string => known.get(words) ?? of(words).phones
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
  return { of, phonesOf: phonesOfSpoken, distance }
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
  const make = (
    words: string,
    sound: Sound,
    isTerm: boolean,
    fields: readonly number[] = [],
    isOwn = false,
  ): Candidate => {
    const key = normalWord(words)
    const ids = key.split(' ').map((word) => languageModel.id(word))
    return { words, key, ids, sound, isTerm, fields, isOwn }
  }
  const candidate = kept(spoken.length, (index) => {
    const { words, isTerm, fields } = spoken[index]!
    return make(words, soundAt(index), isTerm, fields)
  })
  const byKey = new Map(spoken.map(({ words }, index) => [words.toLowerCase(), index]))
  const other = memo((words: string) => make(words, soundOfWords(words), true))
  const ownWord = memo((words: string) => make(words, soundOfWords(words), false, [], true))
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
