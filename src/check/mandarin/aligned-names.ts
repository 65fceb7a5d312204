import type { Lexicon } from '../../lexicon/lexicon.js'
import { soundDistance } from '../../text/sound.js'
import { stem } from '../../text/stem.js'
import { textOf } from '../../text/spans.js'
import type { Aligned, Span } from '../../types.js'
import { plainForms } from './words.js'

/** A name of a Mandarin passage that the interpretation spells otherwise. */
export interface AlignedName extends Span {
  readonly said: string
  /** Where the interpretation has it. */
  readonly partner: Span
  /** How far the two sound apart, 0 (alike) to 1. */
  readonly distance: number
}

/** Sound distance up to which one name is another spelling of the other. */
const alike = 0.28
/** Probability of a bead from which on its sides name the same. */
const sure = 0.5
/** Letters of the shortest name. */
const shortest = 3

/** Names that sound like one that only the interpretation of the passage has ("Lin Shu", Lingshu). */
export function alignedNames({ text, beads, origins }: Aligned, lexicon: Lexicon): AlignedName[] {
  const { pronunciations } = lexicon
  const english = origins.filter(({ origin }) => origin === 'english' || origin === 'interpretation')
  const inEnglish = new Set(
    english
      .flatMap((span) => capitalRuns(text, span, lexicon))
      .map(({ start, end }) => text.slice(start, end)),
  )
  return beads.flatMap(({ mandarin, interpretation, score }) => {
    if (score < sure || interpretation.length === 0) return []
    const heard = mandarin.flatMap((span) => capitalRuns(text, span, lexicon))
    const keys = new Set(mandarin.flatMap((span) => plainForms(textOf(text, span))))
    const said = interpretation
      .flatMap((span) => capitalRuns(text, span, lexicon))
      .filter(({ key }) => key.length >= shortest && !keys.has(key))
    const pairs = heard
      .filter((name) => name.key.length >= shortest && !inEnglish.has(textOf(text, name)))
      .flatMap((name) =>
        said
          .filter((other) => isOther(name, other))
          .map((other) => ({ name, other, distance: distanceOf(name, other) })),
      )
      .filter(({ distance }) => distance <= alike)
      .toSorted((a, b) => a.distance - b.distance || b.name.key.length - a.name.key.length)
    const kept: AlignedName[] = []
    for (const { name, other, distance } of pairs) {
      const isFree = kept.every(({ start, end }) => name.end <= start || end <= name.start)
      if (!isFree) continue
      const { start, end } = name
      const partner = { start: other.start, end: other.end }
      kept.push({ start, end, said: textOf(text, partner), partner, distance })
    }
    return kept
  })

  /** Not another form of the same word, nor one word of the language for another. */
  function isOther(one: Name, other: Name): boolean {
    if (one.key[0] !== other.key[0] && one.key.at(-1) !== other.key.at(-1)) return false
    const [words, others] = [plainForms(textOf(text, one)), plainForms(textOf(text, other))]
    const isKnown = (forms: readonly string[]): boolean =>
      forms.every((form) => lexicon.languageModel.id(form) > 0)
    if (words.some((word) => others.includes(word))) return false
    return (
      (stem(one.key) !== stem(other.key) || words.length !== others.length) &&
      !(isKnown(words) && isKnown(others) && words.length === others.length && distanceOf(one, other) > 0.05)
    )
  }

  function distanceOf(one: Name, other: Name): number {
    if (one.key === other.key) return 0
    const sound = soundDistance(
      pronunciations.phonesOf(textOf(text, one)),
      pronunciations.phonesOf(textOf(text, other)),
    )
    return sound === 0 ? 0.01 : sound
  }
}

interface Name extends Span {
  /** Its letters, lower case. */
  readonly key: string
}

/** Words of the longest name. */
const longest = 3

/** Capitalised words in a row, up to three, that no sentence makes begin so. */
function capitalRuns(text: string, span: Span, { languageModel }: Lexicon): Name[] {
  const runs: Name[] = []
  const words = [...textOf(text, span).matchAll(/(?=\p{Lu})\p{Script=Latin}+/gu)].map(
    ({ 0: word, index }) => ({
      word,
      start: span.start + index,
      end: span.start + index + word.length,
    }),
  )
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + longest); to++) {
      if (to - 1 > from && !/^[ -]$/u.test(text.slice(words[to - 2]!.end, words[to - 1]!.start))) break
      const { start } = words[from]!
      const { end } = words[to - 1]!
      const opens = /(?:^|[.?!:,]\s*|\n)$/u.test(text.slice(Math.max(0, start - 3), start))
      const isWord = languageModel.id(words[from]!.word.toLowerCase()) > 0
      if (opens && isWord) continue
      runs.push({
        start,
        end,
        key: text
          .slice(start, end)
          .replace(/[^\p{L}]/gu, '')
          .toLowerCase(),
      })
    }
  }
  return runs
}
