import type { LanguageModel } from '../../lexicon/language-model.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { editDistance } from '../../text/distance.js'
import { isPinyinSyllable, nearSyllables, pinyinPhones, splitPinyin } from '../../text/pinyin.js'
import { soundDistance, soundsAlike } from '../../text/sound.js'
import { normalWord } from '../../text/tokens.js'

/**
 * How alike two names sound, 0 to 1. Pinyin is read the Chinese way and as English letters, whichever is
 * nearer; syllables that speakers and recognisers confuse count as near.
 */
export function nameDistance(a: string, b: string, { pronunciations }: Lexicon): number {
  const sound = soundsAlike(a, b, pronunciations)
  const spoken = (name: string): string => chinesePhones(name) ?? pronunciations.phonesOf(name)
  const read = soundDistance(spoken(a), spoken(b))
  return Math.min(sound, read, isNearPinyin(a, b) ? nearPinyin : 1)
}

function chinesePhones(name: string): string | undefined {
  const syllables = splitPinyin(bare(name))
  return syllables && pinyinPhones(syllables)
}

const nearPinyin = 0.2

function isNearPinyin(a: string, b: string): boolean {
  const one = splitPinyin(bare(a))
  const two = splitPinyin(bare(b))
  if (!one || !two || one.length !== two.length) return false
  return one.every(
    (syllable, index) => syllable === two[index] || nearSyllables(syllable).includes(two[index]!),
  )
}

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z]/gu, '')

/** Whether the two are one name but for case, hyphens, spaces, a plural or possessive ending. */
export function isSameName(a: string, b: string): boolean {
  const [one, two] = [bare(a), bare(b)]
  return one === two || `${one}s` === two || one === `${two}s`
}

/** Share of letters that stay when one is made of the other, 0 to 1. */
export const spelledAlike = (a: string, b: string): number =>
  1 - editDistance(bare(a), bare(b)) / Math.max(1, bare(a).length, bare(b).length)

/** Whether the name can be read as pinyin, each word of it. */
export const isPinyin = (name: string): boolean => splitPinyin(bare(name)) !== undefined

/** Whether it looks like pinyin but holds a syllable that does not exist ("Xieolin"). */
export function isBrokenPinyin(name: string): boolean {
  const letters = bare(name)
  if (
    letters.length < 5 ||
    splitPinyin(letters) !== undefined ||
    !/^(?:x|q|zh|[bcdfghjklmnpstwyz])/u.test(letters)
  ) {
    return false
  }
  return correctedPinyin(letters).length > 0 && /^(?:x[iu]|q[iu]|zh|ji[a-z]|xu)/u.test(letters)
}

/** Readings in pinyin one letter away. */
export function correctedPinyin(name: string): string[] {
  const letters = bare(name)
  const found = new Set<string>()
  for (let index = 0; index <= letters.length; index++) {
    const [head, tail] = [letters.slice(0, index), letters.slice(index)]
    const tries = [
      head + tail.slice(1),
      ...'aeiou'.split('').flatMap((vowel) => [head + vowel + tail.slice(1), head + vowel + tail]),
    ]
    for (const attempt of tries)
      if (attempt !== letters && (splitPinyin(attempt)?.length ?? 9) <= 2) found.add(attempt)
  }
  return [...found].filter((attempt) => !isPinyinSyllable(attempt))
}

/** Log10 of a word's probability from which on it is ordinary English; lower where a name is expected. */
const ordinary = -4.9
export const seldom = -5.6

/** Whether calls use the word as an ordinary word; of several words, whether one is. */
export const isOrdinary = (name: string, model: LanguageModel, least = ordinary): boolean =>
  normalWord(name)
    .split(' ')
    .some((word) => model.id(word) > 0 && model.unigram(model.id(word)) > least)
