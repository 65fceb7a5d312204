import { segmentHan, type Dictionary } from '../../lexicon/dictionary.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { nearSyllables } from '../../text/pinyin.js'
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

/**
 * The same, one syllable being one that speakers and recognisers take for it, and of words that the word itself, put
 * in place of the characters, would begin and end ("对上户来说", 对商户来说).
 */
export function soundingNearly(
  run: HanRun,
  word: string,
  syllables: readonly string[],
  dictionary: Dictionary,
): (Span & { readonly exact: boolean })[] {
  const { text, readings, places, starts, ends } = run
  if (word.length !== syllables.length) return []
  const first = [syllables[0]!, ...nearSyllables(syllables[0]!)]
  return first
    .flatMap((syllable) => places.get(syllable) ?? [])
    .filter((from) => {
      const others = syllables.filter((syllable, index) => !readings[from + index]?.includes(syllable))
      return (
        others.length <= 1 &&
        others.every((syllable) => isNearly(syllable, readings[from + syllables.indexOf(syllable)]))
      )
    })
    .map((from) => ({ start: from, end: from + word.length }))
    .filter((span) => text.slice(span.start, span.end) !== word && fits(run, span, word, dictionary))
    .map((span) => ({
      ...span,
      exact:
        starts.has(span.start) &&
        ends.has(span.end) &&
        syllables.every((syllable, index) => readings[span.start + index]?.includes(syllable)),
    }))
}

const isNearly = (syllable: string, readings: readonly string[] | undefined): boolean =>
  readings?.some((reading) => nearSyllables(syllable).includes(reading)) ?? false

/** The words of the run that begin or end inside the span and go on outside it. */
export const crossing = ({ text, starts, ends }: HanRun, { start, end }: Span): string[] => {
  const before = [...starts].filter((at) => at < start).at(-1) ?? 0
  const after = [...ends].find((at) => at > end) ?? text.length
  return [
    ...(starts.has(start)
      ? []
      : [
          text.slice(
            before,
            [...ends].find((at) => at > start),
          ),
        ]),
    ...(ends.has(end) ? [] : [text.slice([...starts].filter((at) => at < end).at(-1), after)]),
  ]
}

/** Characters on either side that tell where words begin and end. */
const reach = 6

/** Whether the word, put there, begins and ends where words do. */
function fits(
  { text, starts, ends }: HanRun,
  { start, end }: Span,
  word: string,
  dictionary: Dictionary,
): boolean {
  if (starts.has(start) && ends.has(end)) return true
  const before = text.slice(Math.max(0, start - reach), start)
  const mended = before + word + text.slice(end, end + reach)
  const words = segmentHan(dictionary, mended, { start: 0, end: mended.length })
  return (
    words.some((each) => each.start === before.length) &&
    words.some((each) => each.end === before.length + word.length)
  )
}
