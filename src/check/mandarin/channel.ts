import type { Dictionary } from '../../lexicon/dictionary.js'
import { isPinyinSyllable, nearSyllables } from '../../text/pinyin.js'
import { memo } from '../../text/memo.js'
import type { Evoked } from './evoked.js'

/** How well one word may have been misheard as another. */
export interface Heard {
  /** The Chinese that was said. */
  readonly zh: string
  /** Syllables of it that words heard have by their sound, the characters being others: 0 (none) to 1 (the same). */
  readonly matched: number
  /** Syllables that they have as the same characters. */
  readonly same: number
  /** Syllables of it. */
  readonly length: number
}

/**
 * The noisy channel between Mandarin said and machine English: what was said is heard as other words of the same or
 * nearly the same syllables, and these are rendered in English ("reception", 接待, for 迭代, "iteration").
 */
export interface Channel {
  /** The best way from one of the Chinese words to the English ones, given by their stems' numbers. */
  readonly heard: (
    said: readonly string[],
    spelled: readonly string[] | undefined,
    heard: readonly number[],
  ) => Heard | undefined
  /** Chinese words that the stems together are the translation of. */
  readonly translated: (stems: readonly number[]) => readonly string[]
}

/** Weight of a gloss, in 255ths, from which on it may have been rendered so. */
const rendered = 0.12 * 255
/** And from which on the Chinese word is what an interpreter had to render. */
const translation = 0.4 * 255
/** Characters of the longest word looked at. */
const longest = 4

export function channelOf(dictionary: Dictionary, { charactersOf }: Evoked): Channel {
  const last = dictionary.firstOfLength(longest + 1)
  const readingOf = memo((id: number) => dictionary.pinyin(id)[0]?.split(' ') ?? [])
  const syllablesOf = memo((zh: string) => {
    const id = dictionary.idOf(zh)
    if (id >= 0) return readingOf(id)
    return Array.from(zh).flatMap((character) => readingOf(dictionary.idOf(character)).slice(0, 1))
  })
  const readings = memo((stem: number): readonly Reading[] => {
    const weights = dictionary.weightsOf(stem)
    const ids = new Set(charactersOf(stem))
    dictionary.headwordsOf(stem).forEach((id, at) => {
      if (id < last && weights[at]! >= rendered && dictionary.commonness(id) > 0) ids.add(id)
    })
    return [...ids]
      .map((id) => ({ zh: dictionary.headword(id), syllables: readingOf(id) }))
      .filter(({ syllables }) => syllables.length > 0)
  })
  return {
    heard: (said, spelled, heard) => {
      let best: Heard | undefined
      const words = heard.filter((stem) => stem >= 0).map(readings)
      for (const [zh, syllables] of [
        ...said.map((zh) => [zh, syllablesOf(zh)] as const),
        ...(spelled ? [['', spelled] as const] : []),
      ]) {
        if (syllables.length < 2 || syllables.length > 6) continue
        const { all: matched, same } = cover(syllables, zh, words)
        if (matched / syllables.length > (best ? best.matched / best.length : 0))
          best = { zh, matched, same, length: syllables.length }
      }
      return best
    },
    translated: (stems) => {
      const [first, ...others] = stems
      if (first === undefined || stems.some((stem) => stem < 0)) return []
      const least = translation / stems.length
      const found = new Map<number, number>()
      const weights = dictionary.weightsOf(first)
      dictionary.headwordsOf(first).forEach((id, at) => {
        if (id >= dictionary.firstOfLength(2) && id < last && weights[at]! >= least)
          found.set(id, weights[at]!)
      })
      let ids = [...found.keys()]
      for (const stem of others) {
        const own = dictionary.headwordsOf(stem)
        const ownWeights = dictionary.weightsOf(stem)
        const fits = new Set<number>()
        own.forEach((id, at) => {
          if (found.has(id) && ownWeights[at]! >= least) fits.add(id)
        })
        ids = ids.filter((id) => fits.has(id))
      }
      return ids
        .filter((id) => dictionary.commonness(id) > 0)
        .slice(0, 60)
        .map((id) => dictionary.headword(id))
    },
  }
}

interface Reading {
  readonly zh: string
  readonly syllables: readonly string[]
}

/** The most of the syllables that readings of the words, in their order, make up, one at least by its sound alone. */
function cover(
  said: readonly string[],
  zh: string,
  words: readonly (readonly Reading[])[],
): { readonly all: number; readonly same: number } {
  const same = new Array<number>(said.length + 1).fill(0)
  const heard = new Array<number>(said.length + 1).fill(0)
  for (const readings of words) {
    const sameBefore = same.slice()
    const heardBefore = heard.slice()
    for (const reading of readings) {
      const length = reading.syllables.length
      for (let from = 0; from + length <= said.length; from++) {
        const isSame = zh !== '' && zh.slice(from, from + length) === reading.zh
        const alike = isSame ? length : likeness(said, from, reading.syllables)
        if (alike === 0) continue
        const to = from + length
        if (isSame) raise(same, to, sameBefore[from]! + alike)
        raise(
          heard,
          to,
          (isSame
            ? heardBefore[from]! > 0
              ? heardBefore[from]!
              : -Infinity
            : Math.max(heardBefore[from]!, sameBefore[from]!)) + alike,
        )
      }
    }
  }
  return { all: heard[said.length]!, same: same[said.length]! }
}

function raise(best: number[], from: number, value: number): void {
  for (let at = from; at < best.length && best[at]! < value; at++) best[at] = value
}

function likeness(said: readonly string[], from: number, reading: readonly string[]): number {
  let sum = 0
  for (let at = 0; at < reading.length; at++) {
    const alike = syllablesAlike(said[from + at]!, reading[at]!)
    if (alike === 0 && reading.length < 3) return 0
    sum += alike
  }
  return sum / reading.length >= leastAlike ? sum : 0
}

/** Mean likeness of syllables from which on one word may be taken for the other. */
const leastAlike = 0.7

function syllablesAlike(a: string, b: string): number {
  if (a === b) return 1
  if (near(a).has(b)) return 0.9
  return finalOf(a) === finalOf(b) ? 0.5 : initialOf(a) === initialOf(b) ? 0.3 : 0
}

const near = memo((syllable: string) => new Set(isPinyinSyllable(syllable) ? nearSyllables(syllable) : []))
const initialOf = memo((syllable: string) => /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?/u.exec(syllable)![0])
const finalOf = memo((syllable: string) => syllable.slice(initialOf(syllable).length))
