import type { Tables } from '../../lexicon/tables.js'
import { plainForms, type PlainWord } from './words.js'

/** What a machine writes for a Chinese term or phrase, and how calls say it. */
export interface Literal {
  readonly zh: string
  readonly words: readonly string[]
  readonly renderings: readonly string[]
  /** 0: good English elsewhere; 1 to 3: as Calque.strength; 4: wrong wherever it stands. */
  readonly strength: 0 | 1 | 2 | 3 | 4
  /** Whether it stands for a term, not for a turn of speech. */
  readonly isTerm: boolean
}

/** A literal at `words[from]` … `words[to - 1]`. */
export interface LiteralMatch {
  readonly literal: Literal
  readonly from: number
  readonly to: number
}

/** Finds every literal of the term and calque tables in a sequence of words; they may overlap. */
export function literalFinder({ terms, calques }: Tables): (words: readonly PlainWord[]) => LiteralMatch[] {
  const byFirst = new Map<string, Literal[]>()
  const add = (words: string, literal: Omit<Literal, 'words'>): void => {
    const forms = plainForms(words)
    if (forms.length === 0) return
    const known = byFirst.get(forms[0]!)
    if (known) known.push({ ...literal, words: forms })
    else byFirst.set(forms[0]!, [{ ...literal, words: forms }])
  }
  for (const { zh, en, literal, always } of terms) {
    for (const words of literal) {
      const strength = always.includes(words) ? 4 : 0
      add(words, { zh, renderings: en, strength, isTerm: true })
    }
  }
  const known = new Set(terms.map(({ zh }) => zh))
  for (const { phrase, zh, idiomatic, strength } of calques) {
    if (idiomatic[0]!.includes('…')) continue
    add(phrase, { zh, renderings: idiomatic, strength, isTerm: known.has(zh) })
  }
  return (words) =>
    words.flatMap(({ word }, from) =>
      (byFirst.get(word) ?? [])
        .filter((literal) => standsAt(words, from, literal.words))
        .map((literal) => ({ literal, from, to: from + literal.words.length })),
    )
}

/** Whether the forms stand there, no mark between them. */
export function standsAt(words: readonly PlainWord[], from: number, forms: readonly string[]): boolean {
  if (from + forms.length > words.length) return false
  for (let at = 0; at < forms.length; at++) {
    const word = words[from + at]!
    if (word.word !== forms[at] || (at > 0 && word.cut)) return false
  }
  return true
}

/** How often the forms stand in the words. */
export function countOf(words: readonly PlainWord[], forms: readonly string[]): number {
  let count = 0
  for (let from = 0; from + forms.length <= words.length; from++) if (standsAt(words, from, forms)) count++
  return count
}
