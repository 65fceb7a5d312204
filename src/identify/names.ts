import type { Lexicon } from '../lexicon/lexicon.js'
import { splitPinyin } from '../text/pinyin.js'
import type { Segmented } from '../types.js'

/** A Chinese surname with a given name in pinyin, with another given name, or neither: what the bearer may speak. */
export type NameKind = 'chinese' | 'mixed' | 'foreign'

/** The kind of name that each turn is labelled with; none where that is no name and surname of a person. */
export function nameKinds({ turns }: Segmented, { tables }: Lexicon): (NameKind | undefined)[] {
  const surnames = new Set(tables.surnames.map(({ name }) => name.toLowerCase()))
  return turns.map(({ speaker }) => kindOf(speaker.label, surnames))
}

/** "Graham Whitlock", "Li J. Hao", "Chou Ming-Hsien". */
const personName = /^(?!Unidentified)\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?[\p{L}'’-]*){1,3}$/u

function kindOf(label: string, surnames: ReadonlySet<string>): NameKind | undefined {
  if (!personName.test(label)) return undefined
  const words = label.toLowerCase().split(' ')
  const at = [words.length - 1, 0].find((index) => surnames.has(words[index]!))
  if (at === undefined) return 'foreign'
  const given = words.filter((_, index) => index !== at)
  return given.every((word) => splitPinyin(word.replace(/[-'’]/gu, '')) !== undefined) ? 'chinese' : 'mixed'
}

/** "This is Vivian", "it's Desmond here": by the given name alone. */
const selfNaming =
  /\b(?:[Tt]his is|[Ii]t['’]?s|[Ii]t is) (\p{Lu}\p{Ll}+)(?=[.,]| here| speaking| again| and| I)/gu

/**
 * For each unit, whether its speaker has said in its turn, before it ends, that he is someone else than the label
 * says: who takes a question over from an executive who is interpreted does so in English, as a rule.
 */
export function namedOtherwise({ text, turns, segments }: Segmented): boolean[] {
  const givenNames = new Set(text.match(beforeSurname))
  const from = turns.map(({ speaker, body }) => {
    for (const { start, end } of body) {
      for (const match of text.slice(start, end).matchAll(selfNaming)) {
        const name = match[1]!
        if (!speaker.label.includes(name) && givenNames.has(name)) return start + match.index
      }
    }
    return Infinity
  })
  return segments.map(({ end, turn }) => end > from[turn]!)
}

/** What stands before another word in capitals. */
const beforeSurname = /\b\p{Lu}\p{Ll}+(?= \p{Lu}\p{Ll})/gu
