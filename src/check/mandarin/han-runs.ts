import { segmentHan } from '../../lexicon/dictionary.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { foldHan } from '../../text/fold.js'
import type { Span } from '../../types.js'

/** A run of Han, made simplified, with what each character may sound like. */
export interface HanRun {
  readonly text: string
  /** Offset in the transcript of an offset in `text`. */
  readonly toSource: (offset: number) => number
  /** Syllables without tones, by character. */
  readonly readings: readonly (readonly string[])[]
  /** By syllable: where it may be said. */
  readonly places: ReadonlyMap<string, readonly number[]>
  /** Where words begin, and end. */
  readonly starts: ReadonlySet<number>
  readonly ends: ReadonlySet<number>
}

/** The runs of two and more Han characters in a span of the text. */
export function hanRuns(text: string, { start, end }: Span, { dictionary }: Lexicon): HanRun[] {
  return [...text.slice(start, end).matchAll(/\p{Script=Han}{2,}/gu)].map(({ index, 0: found }) => {
    const folded = foldHan(found)
    const words = segmentHan(dictionary, folded.text, { start: 0, end: folded.text.length })
    const readings = Array.from(folded.text, (character) => dictionary.idOf(character)).map((id) => [
      ...new Set(id < 0 ? [] : dictionary.pinyin(id)),
    ])
    const places = new Map<string, number[]>()
    readings.forEach((syllables, at) => {
      for (const syllable of syllables) {
        const known = places.get(syllable)
        if (known) known.push(at)
        else places.set(syllable, [at])
      }
    })
    return {
      text: folded.text,
      toSource: (offset) => start + index + folded.toSource(offset),
      readings,
      places,
      starts: new Set(words.map((word) => word.start)),
      ends: new Set(words.map((word) => word.end)),
    }
  })
}

/** Where other characters stand that sound like the word, from the beginning of a word to the end of one. */
export function soundingLike(run: HanRun, word: string, syllables: readonly string[]): Span[] {
  const { text, readings, places, starts, ends } = run
  if (word.length !== syllables.length) return []
  return (places.get(syllables[0]!) ?? [])
    .filter((from) => starts.has(from) && ends.has(from + word.length))
    .filter((from) => syllables.every((syllable, index) => readings[from + index]?.includes(syllable)))
    .map((from) => ({ start: from, end: from + word.length }))
    .filter(({ start, end }) => text.slice(start, end) !== word)
}
