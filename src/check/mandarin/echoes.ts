import type { Lexicon } from '../../lexicon/lexicon.js'
import { distanceOfSounds, soundOf, type Sound } from '../../text/sound.js'
import { stem } from '../../text/stem.js'
import { isStopWord } from '../../text/stop-words.js'
import type { Span } from '../../types.js'
import { memo } from '../../text/memo.js'
import { plainForms, type PlainWord } from './words.js'

/** A rendering of which the interpretation has but a part, or words that sound like it. */
export interface Echo {
  readonly rendering: string
  readonly span: Span
  /** The share of its words with content, 0 to 1; 0 where words sound like it. */
  readonly partly: number
  /** How alike they sound, 0 to 1; 0 where it has a part of it. */
  readonly sounding: number
}

/** Distance of sounds up to which the recogniser may have taken the interpreter's words for others. */
const alike = 0.4
/** How much a rendering counts of which the interpretation has other forms. */
const inflected = 0.9
/** Letters of a word that is long enough to be told by its sound. */
const audible = 4

/**
 * Finds what is left in the interpretation of renderings that it does not have: the recogniser mishears the
 * interpreter too ("rigged endoscopy" for rigid endoscopy), and he puts the term in other words ("computing").
 */
export function echoFinder({
  pronunciations,
}: Lexicon): (
  words: readonly PlainWord[],
  partner: readonly PlainWord[],
  renderings: readonly string[],
  heard: readonly string[],
) => Echo | undefined {
  const stemOf = memo(stem)
  const soundOfWords = memo((words: string) => soundOf(pronunciations.phonesOf(words)))
  const contentsOf = memo((rendering: string) =>
    plainForms(rendering).filter((word) => !isStopWord(word) && /^[a-z&]+$/u.test(word)),
  )
  return (words, partner, renderings, heard) => {
    const own = new Set(words.map(({ word }) => stemOf(word)))
    let best: Echo | undefined
    const keep = (echo: Echo): void => {
      const merit = (each: Echo): number => each.partly + each.sounding
      if (!best || merit(echo) > merit(best)) best = echo
    }
    for (const rendering of renderings) {
      const contents = contentsOf(rendering)
      const telling = contents.filter((word) => !own.has(stemOf(word)) && !heard.includes(word))
      if (telling.length === 0) continue
      const answers = telling.flatMap((word) =>
        partner.filter((said) => stemOf(said.word) === stemOf(word)).slice(0, 1),
      )
      const isExact = answers.some(({ word }) => telling.includes(word))
      if (answers.length > 0) {
        const { start, end } = answers[0]!
        const partly = (answers.length / telling.length) * (isExact ? 1 : inflected)
        keep({ rendering, span: { start, end }, partly, sounding: 0 })
        continue
      }
      const phrase = telling.join(' ')
      if (phrase.length < audible) continue
      const sound = soundOfWords(phrase)
      const place = nearest(partner, sound, soundOfWords, telling.length + 1)
      if (place) keep({ rendering, span: place.span, partly: 0, sounding: 1 - place.distance })
    }
    return best
  }
}

/** The words of the interpretation that sound most like it and begin alike. */
function nearest(
  partner: readonly PlainWord[],
  sound: Sound,
  soundOfWords: (words: string) => Sound,
  longest: number,
): { readonly span: Span; readonly distance: number } | undefined {
  let best: { readonly span: Span; readonly distance: number } | undefined
  for (let from = 0; from < partner.length; from++) {
    const first = partner[from]!
    if (isStopWord(first.word) || /\d/u.test(first.word)) continue
    if (soundOfWords(first.word).phones[0] !== sound.phones[0]) continue
    for (let to = from + 1; to <= Math.min(partner.length, from + longest); to++) {
      const words = partner.slice(from, to).map(({ word }) => word)
      const other = soundOfWords(words.join(' '))
      const distance = distanceOfSounds(sound, other)
      if (distance <= Math.min(alike, best?.distance ?? 1))
        best = { span: { start: first.start, end: partner[to - 1]!.end }, distance }
    }
  }
  return best
}
