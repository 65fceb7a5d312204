import type { Lexicon } from '../../lexicon/lexicon.js'
import { nearSyllables } from '../../text/pinyin.js'
import type { Span } from '../../types.js'
import { memo, memoFor } from '../../text/memo.js'
import type { HanRun } from './han-runs.js'
import { hanWordFinder, type HanWords } from './han-words.js'
import { enter } from './term-words.js'

/** A word that sounds like what is written at a place of a run. */
export interface Misheard extends Span {
  readonly said: string
  readonly syllables: readonly string[]
  readonly isTerm: boolean
  /** Syllables that are only near: 0 or 1. */
  readonly near: number
  /** Log10 of how much likelier the run is with it. */
  readonly gain: number
  /** The character that makes other words of a word ("rate" of 达标率), where that is what was misheard. */
  readonly suffix?: string
}

export interface HeardRun {
  readonly words: HanWords
  readonly misheard: readonly Misheard[]
}

/** Pairs of syllables whose words are remembered for the next call, at most. */
const mostSounds = 20_000

/** Log10 down to which a word may make the run less likely. */
const leastGain = -2.5

/** Log10 of how often such a character follows a word that it makes another of. */
const suffixShare = -2.5
const suffixes = Array.from('率额量化性期店仓价费数商厂业机车券险')

interface Spoken {
  readonly said: string
  readonly syllables: readonly string[]
  readonly share: number
  readonly isTerm: boolean
}

/**
 * Finds words of two to four characters, and terms of up to six, that sound like what is written, tones aside and one
 * syllable being one that speakers and recognisers take for it.
 */
export const misheardFinder = memoFor((lexicon: Lexicon): ((run: HanRun) => HeardRun) => {
  const { dictionary, tables } = lexicon
  const { wordsOf, shareOf } = hanWordFinder(lexicon)
  const nearOf = memo(nearSyllables)
  const terms = new Map<string, Spoken[]>()
  const names = new Set<string>()
  for (const { zh, pinyin } of tables.terms) {
    const syllables = pinyin.split(' ')
    if (!/^\p{Script=Han}{2,6}$/u.test(zh) || zh.length !== syllables.length) continue
    names.add(zh)
    const key = `${syllables[0]!} ${syllables[1]!}`
    const term = { said: zh, syllables, share: shareOf(zh, 0, zh.length)!, isTerm: true }
    enter(terms, key, term)
  }
  const soundingAs = memo((key: string): readonly Spoken[] => {
    const [first, second] = key.split(' ')
    const words = Array.from(dictionary.soundingAs(first!, second!), (id): Spoken => {
      const said = dictionary.headword(id)
      const syllables = dictionary.pinyin(id)[0]!.split(' ')
      return { said, syllables, share: shareOf(said, 0, said.length)!, isTerm: false }
    })
    return [...(terms.get(key) ?? []), ...words.filter(({ said }) => !names.has(said))]
  }, mostSounds)
  const suffixesOf = memo((syllable: string) =>
    suffixes.filter((suffix) => dictionary.pinyin(dictionary.idOf(suffix)).includes(syllable)),
  )
  return (run) => {
    const words = wordsOf(run.text)
    const misheard: Misheard[] = []
    for (let start = 0; start + 2 <= run.text.length; start++) {
      const seconds = variantsOf(run.readings[start + 1]!, nearOf)
      for (const first of variantsOf(run.readings[start]!, nearOf)) {
        for (const second of seconds) {
          if (first.near + second.near > 1) continue
          for (const spoken of soundingAs(`${first.syllable} ${second.syllable}`)) {
            const { said, syllables, share, isTerm } = spoken
            const end = start + said.length
            if (end > run.text.length) continue
            const gain = words.before[start]! + share + words.after[end]! - words.likelihood
            if (gain < leastGain || run.text.startsWith(said, start)) continue
            const near = first.near + second.near + nearAfter(run, start, syllables, nearOf)
            if (near < 2) misheard.push({ start, end, said, syllables, isTerm, near, gain })
          }
        }
      }
    }
    return { words, misheard: [...misheard, ...suffixed(run, words, suffixesOf, shareOf)] }
  }
})

interface Variant {
  readonly syllable: string
  readonly near: number
}

function variantsOf(readings: readonly string[], nearOf: (syllable: string) => readonly string[]): Variant[] {
  const near = new Set(readings.flatMap((syllable) => nearOf(syllable)))
  return [
    ...readings.map((syllable) => ({ syllable, near: 0 })),
    ...[...near]
      .filter((syllable) => !readings.includes(syllable))
      .map((syllable) => ({ syllable, near: 1 })),
  ]
}

/** Of the third syllable and those after it, how many are only near; more than 1 where they are not even that. */
function nearAfter(
  { readings }: HanRun,
  start: number,
  syllables: readonly string[],
  nearOf: (syllable: string) => readonly string[],
): number {
  let near = 0
  for (let at = 2; at < syllables.length && near < 2; at++) {
    const heard = readings[start + at]!
    if (heard.includes(syllables[at]!)) continue
    near += nearOf(syllables[at]!).some((syllable) => heard.includes(syllable)) ? 1 : 2
  }
  return near
}

/** Single characters after a word that sound like one that makes another word of it. */
function suffixed(
  { text, readings }: HanRun,
  { words }: HanWords,
  suffixesOf: (syllable: string) => readonly string[],
  shareOf: (text: string, start: number, end: number) => number | undefined,
): Misheard[] {
  return words.slice(1).flatMap(({ start, end }, index) => {
    const word = words[index]!
    if (end - start > 1 || word.end - word.start < 2) return []
    return (readings[start]![0] === undefined ? [] : suffixesOf(readings[start]![0]))
      .filter((suffix) => suffix !== text[start])
      .map((suffix) => ({
        start: word.start,
        end,
        said: text.slice(word.start, word.end) + suffix,
        syllables: [...readings.slice(word.start, end).map(([syllable]) => syllable!)],
        isTerm: false,
        near: 0,
        gain: suffixShare - shareOf(text, start, end)!,
        suffix,
      }))
  })
}
