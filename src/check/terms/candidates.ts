import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Confusion } from '../../lexicon/tables.js'
import { distanceOfSounds, metaphones, nearestMetaphones, soundOf, type Sound } from '../../text/sound.js'
import { normalWord, type NgramWord } from '../../text/tokens.js'
import type { CallWords } from './call-words.js'
import { fittingWords } from './fitting.js'
import { initialsAmong } from './initials.js'
import { memo, once } from '../../text/memo.js'
import { areWithin, indexAlikeSkeletons, indexSkeletons, nearlyEqual, skeletonOf } from './neighbours.js'
import { termPairs, type Completions } from './pairs.js'
import { variants, type Variants } from './variants.js'

/** Words as they sound. */
interface Sounding {
  readonly words: string
  readonly sound: Sound
  readonly metaphones: () => readonly string[]
}

/** What may have been said; its words as they are written inside a sentence. */
export interface Candidate extends Sounding {
  /** As the language model cuts it, whole and word by word. */
  readonly key: string
  readonly parts: readonly string[]
  readonly ids: readonly number[]
  readonly isTerm: boolean
  /** Whether it is a word of the call at hand rather than of calls at large. */
  readonly isOwn: boolean
}

/** Words heard. */
export interface Heard extends Sounding {
  readonly skeleton: readonly number[]
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
  readonly hear: (words: string) => Heard
  /** What sounds like the words heard. */
  readonly near: (heard: Heard) => readonly Near[]
  /** What recognisers are known to have written as the words heard. */
  readonly known: (heard: Heard) => readonly Near[]
  /** The initials that the words from one on spell, by how many words. */
  readonly spelled: (words: readonly NgramWord[], from: number) => ReadonlyMap<number, readonly Near[]>
  /** What sounds like the words heard and makes a term with the word before or after. */
  readonly completing: (
    heard: Heard,
    before: string | undefined,
    after: string | undefined,
  ) => readonly Near[]
  /** Words, as ids, that calls say between two others and that sound roughly like the words heard. */
  readonly fitting: (heard: Heard, left: number | undefined, right: number | undefined) => readonly number[]
  /** Words, as ids, that have the same kinds of consonants in the same order, all but one of many, however rare. */
  readonly same: (heard: Heard) => readonly number[]
  /** A word, by its id, as a candidate for the words heard. */
  readonly nearness: (heard: Heard, id: number) => Near
  /** Whether words make a term with the word before or after. */
  readonly completesTerm: (key: string, before: string | undefined, after: string | undefined) => boolean
}

/** What may have been said in a call: what calls say at large, and the words that this one says again. */
export function candidatesFor(lexicon: Lexicon, { own, industry }: CallWords): Candidates {
  const { vocabulary, pairs, confusions, near, alike, fitting, same, spelled } = atLarge(lexicon)
  const ownWords = own.filter((word) => !vocabulary.isSpoken(word)).map(vocabulary.ownWord)
  const findOwn = indexSkeletons(ownWords.map(({ sound }) => sound.phones))
  return {
    ...variants(),
    hear: vocabulary.hear,
    near: (heard) => {
      const others = nearAmong((index) => ownWords[index]!, findOwn, heard)
      return others.length === 0 ? near(heard) : [...near(heard), ...others]
    },
    known: (heard) =>
      (confusions.get(heard.words) ?? none).map(({ said: words, count }) => {
        const said = vocabulary.termWord(words)
        return { said, distance: distanceOf(heard, said), known: count }
      }),
    spelled: (words, from) => {
      const all = spelled()(words, from)
      if (all.length === 0) return noInitials
      const found = new Map<number, Near[]>()
      for (const { length, initials } of all) {
        const near = { said: vocabulary.termWord(initials), distance: 0, known: 0 }
        found.set(length, [...(found.get(length) ?? []), near])
      }
      return found
    },
    completing: (heard, before, after) => [
      ...alike(heard, pairs.completions(before, after), false),
      ...alike(heard, industry.completions(before, after), true),
    ],
    fitting: (heard, left, right) => fitting()(heard.skeleton, left, right),
    same: (heard) => same()(heard.skeleton),
    nearness: (heard, id) => {
      const said = vocabulary.wordAt(id)
      return { said, distance: distanceOf(heard, said), known: 0 }
    },
    completesTerm: pairs.completes,
  }
}

const noInitials: ReadonlyMap<number, readonly Near[]> = new Map()

/** What the candidates of all calls are found by. */
interface AtLarge {
  readonly vocabulary: ReturnType<typeof vocabularyOf>
  readonly pairs: ReturnType<typeof termPairs>
  /** By words heard. */
  readonly confusions: ReadonlyMap<string, readonly Confusion[]>
  readonly near: (heard: Heard) => readonly Near[]
  /** Those of the words that sound like words heard; loosely, half of their consonants may differ. */
  readonly alike: (heard: Heard, completions: readonly Completions[], loosely: boolean) => Near[]
  readonly fitting: () => ReturnType<typeof fittingWords>
  readonly same: () => ReturnType<typeof indexAlikeSkeletons>
  readonly spelled: () => ReturnType<typeof initialsAmong>
}

const made = new WeakMap<Lexicon, AtLarge>()

/** Made once for a lexicon. */
function atLarge(lexicon: Lexicon): AtLarge {
  let parts = made.get(lexicon)
  if (!parts) made.set(lexicon, (parts = makeAtLarge(lexicon)))
  return parts
}

function makeAtLarge(lexicon: Lexicon): AtLarge {
  const { tables, languageModel } = lexicon
  const vocabulary = vocabularyOf(lexicon)
  const { spokenAt, hear } = vocabulary
  const find = indexSkeletons(tables.spoken.map(({ phones }) => phones))
  const near = memo((words: string) => nearAmong(spokenAt, find, hear(words)), mostStretches)
  const withSkeletons = new WeakMap<Completions, readonly Boned[]>()
  const boned = (words: Completions): readonly Boned[] => {
    let known = withSkeletons.get(words)
    if (!known) {
      known = Array.from(words.keys(), (word) => {
        const said = vocabulary.termWord(word)
        return { word, said, bones: skeletonOf(said.sound.phones) }
      })
      withSkeletons.set(words, known)
    }
    return known
  }
  return {
    vocabulary,
    pairs: termPairs(tables.terms),
    confusions: byHeard(tables.confusions),
    near: ({ words }) => near(words),
    alike: (heard, completions, loosely) => {
      const found: Near[] = []
      for (const words of completions) {
        for (const { word, said, bones } of boned(words)) {
          if (!areAlike(heard.skeleton, bones, loosely) || word === heard.words) continue
          const distance = distanceOf(heard, said)
          if (distance <= (loosely ? farthestLoosely : farthest)) found.push({ said, distance, known: 0 })
        }
      }
      return found
    },
    fitting: once(() => fittingWords(languageModel, lexicon.wordShapes)),
    same: once(() => indexAlikeSkeletons(lexicon.wordShapes.starts, lexicon.wordShapes.consonants)),
    spelled: once(() => initialsAmong(tables)),
  }
}

/** Those of the candidates that sound like words heard. */
function nearAmong(
  candidateAt: (index: number) => Candidate,
  find: (phones: string) => readonly number[],
  heard: Heard,
): Near[] {
  const found: Near[] = []
  for (const index of find(heard.sound.phones)) {
    const said = candidateAt(index)
    const distance = distanceOf(heard, said)
    if (distance <= farthest) found.push({ said, distance, known: 0 })
  }
  return found
}

/** A word with the skeleton of its sound. */
interface Boned {
  readonly word: string
  readonly said: Candidate
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

function distanceOf(heard: Sounding, said: Sounding): number {
  const phones = distanceOfSounds(heard.sound, said.sound)
  if (phones === 0 || shareOfPhones * phones > farthest) return phones
  const codes = nearestMetaphones(heard.metaphones(), said.metaphones())
  return Math.min(phones, shareOfPhones * phones + (1 - shareOfPhones) * codes)
}

/** Share of the phones in the distance where the metaphones lie nearer. */
const shareOfPhones = 0.7

/** Words and stretches of calls that are remembered for the next call, at most. */
const mostWords = 50_000
const mostStretches = 20_000

/** The words that calls say, as candidates, each made when first asked for. */
function vocabularyOf({ tables, pronunciations, languageModel }: Lexicon) {
  const { spoken } = tables
  const phonesOf = memo((word: string) => pronunciations.phonesOf(word), mostWords)
  const sounding = (words: string): Sounding => ({
    words,
    sound: soundOf(words.split(' ').map(phonesOf).join('')),
    metaphones: once(() => metaphones(words)),
  })
  const make = (sounding: Sounding, isTerm: boolean, isOwn = false): Candidate => {
    const key = normalWord(sounding.words)
    const parts = key.split(' ')
    return { ...sounding, key, parts, ids: parts.map((word) => languageModel.id(word)), isTerm, isOwn }
  }
  const spokenAt = kept(spoken.length, (index) => {
    const { words, phones, isTerm, metaphones } = spoken[index]!
    return make({ words, sound: soundOf(phones), metaphones: () => metaphones }, isTerm)
  })
  const byKey = new Map(spoken.map(({ words }, index) => [words.toLowerCase(), index]))
  const other = memo((words: string) => make(sounding(words), true))
  const termWord = (words: string): Candidate => {
    const index = byKey.get(words.toLowerCase())
    return index === undefined ? other(words) : spokenAt(index)
  }
  return {
    hear: memo((words: string): Heard => {
      const heard = sounding(words)
      return { ...heard, skeleton: skeletonOf(heard.sound.phones) }
    }, mostStretches),
    spokenAt,
    termWord,
    wordAt: kept(languageModel.size, (id) => termWord(languageModel.word(id))),
    ownWord: (words: string) => make(sounding(words), false, true),
    isSpoken: (word: string): boolean => byKey.has(word),
  }
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
