import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Confusion } from '../../lexicon/tables.js'
import { metaphoneDistance, soundDistance } from '../../text/sound.js'
import { normalWord } from '../../text/tokens.js'
import { memo } from './memo.js'
import { indexSkeletons, nearlyEqual, skeletonOf } from './neighbours.js'
import { termPairs } from './pairs.js'
import { variants, type Variants } from './variants.js'

/** What may have been said. */
export interface Candidate {
  /** As it is written inside a sentence. */
  readonly words: string
  /** As the language model cuts it. */
  readonly key: string
  readonly ids: readonly number[]
  readonly phones: string
  readonly isTerm: boolean
}

export interface Candidates extends Variants {
  /** What sounds like the words heard, or is known to have been written as them. */
  readonly near: (heard: string) => readonly Candidate[]
  /** What recognisers are known to have written as the words heard. */
  readonly known: (heard: string) => readonly Candidate[]
  /** What sounds like the words heard and makes a term with the word before or after. */
  readonly completing: (
    heard: string,
    before: string | undefined,
    after: string | undefined,
  ) => readonly Candidate[]
  /** Whether words make a term with the word before or after. */
  readonly completesTerm: (key: string, before: string | undefined, after: string | undefined) => boolean
  /** How far apart they sound, 0 to 1, as soundsAlike has it. */
  readonly distance: (heard: string, said: Candidate) => number
}

const made = new WeakMap<Lexicon, Candidates>()

/** Made once for a lexicon, each part when first asked for. */
export function candidatesIn(lexicon: Lexicon): Candidates {
  let candidates = made.get(lexicon)
  if (!candidates) made.set(lexicon, (candidates = candidatesOf(lexicon)))
  return candidates
}

function candidatesOf({ tables, pronunciations, languageModel }: Lexicon): Candidates {
  const { spoken } = tables
  const byPhones = indexSkeletons(spoken.map(({ phones }) => phones))
  const phonesOfWord = memo((word: string) => pronunciations.phonesOf(word))
  const phonesOf = memo((words: string) => words.split(' ').map(phonesOfWord).join(''))
  const make = (words: string, phones: string, isTerm: boolean): Candidate => {
    const key = normalWord(words)
    return { words, key, ids: key.split(' ').map((word) => languageModel.id(word)), phones, isTerm }
  }
  const byIndex = new Array<Candidate | undefined>(spoken.length)
  const candidate = (index: number): Candidate => {
    const { words, phones, isTerm } = spoken[index]!
    return (byIndex[index] ??= make(words, phones, isTerm))
  }
  const confusions = byHeard(tables.confusions)
  const none: readonly Candidate[] = []
  const confused = memo((heard: string) =>
    confusions.get(heard)!.map(({ said }) => make(said, pronunciations.phonesOf(said), true)),
  )
  const known = (heard: string): readonly Candidate[] => (confusions.has(heard) ? confused(heard) : none)
  const near = memo((heard: string): readonly Candidate[] => {
    const others = known(heard)
    const sounding = byPhones(phonesOf(heard)).map(candidate)
    if (others.length === 0) return sounding
    return [...others, ...sounding.filter(({ key }) => others.every((other) => other.key !== key))]
  })
  const pairs = termPairs(tables.terms)
  const skeleton = memo((word: string) => skeletonOf(phonesOf(word)))
  const single = memo((word: string) => make(word, phonesOf(word), true))
  const byKey = new Map(spoken.map(({ words }, index) => [words.toLowerCase(), index]))
  const termWord = (word: string): Candidate => {
    const index = byKey.get(word)
    return index === undefined ? single(word) : candidate(index)
  }
  return {
    ...variants(),
    near,
    known,
    completing: (heard, before, after) => {
      const own = skeletonOf(phonesOf(heard))
      return pairs
        .completions(before, after)
        .filter((word) => nearlyEqual(own, skeleton(word)))
        .map(termWord)
    },
    completesTerm: pairs.completes,
    distance: (heard, { words, phones }) => {
      const distance = soundDistance(phonesOf(heard), phones)
      if (distance === 0 || distance > farthestPhones) return distance
      return Math.min(distance, 0.7 * distance + 0.3 * metaphoneDistance(heard, words))
    },
  }
}

/** Distance of phones beyond which metaphones cannot bring two words together. */
const farthestPhones = 0.65

function byHeard(rows: readonly Confusion[]): Map<string, Confusion[]> {
  const confusions = new Map<string, Confusion[]>()
  for (const row of rows) {
    const known = confusions.get(row.heard)
    if (known) known.push(row)
    else confusions.set(row.heard, [row])
  }
  return confusions
}
