import type { Tables, Term } from '../../lexicon/tables.js'
import { memo, memoFor, once } from '../../text/memo.js'
import { enter, termsByName } from './term-words.js'
import { firstForm, plainForms, standsAt, type PlainWord } from './words.js'

/** What a machine writes for a Chinese term or phrase, and how calls say it. */
export interface Literal {
  readonly zh: string
  readonly words: readonly string[]
  readonly renderings: readonly string[]
  /**
   * `always`: a term's rendering that is wrong wherever it stands; `term`: one that is good English elsewhere;
   * `composed`: no row of the table, but the meanings of the term's characters; `dictionary`: those of a word that
   * is no term; `phrase`: a row of calques.tsv.
   */
  readonly kind: 'always' | 'term' | 'composed' | 'dictionary' | 'phrase'
  /** Of a row of calques.tsv, as Calque.strength; else 0. */
  readonly strength: 0 | 1 | 2 | 3
  /** Characters that a composed one leaves out. */
  readonly missing: number
  /** Whether a composed one has the characters in another order. */
  readonly turned: boolean
}

/** A literal at `words[from]` … `words[to - 1]`. */
export interface LiteralMatch {
  readonly literal: Literal
  readonly from: number
  readonly to: number
}

/**
 * Finds the literals of the term and calque tables in a sequence of words; they may overlap. Turns of speech without a
 * term in them are left out.
 */
export const literalFinder = memoFor((tables: Tables): ((words: readonly PlainWord[]) => LiteralMatch[]) => {
  const byFirst = new Map<string, (() => Literal)[]>()
  const add = (words: string, row: Omit<Literal, 'words' | 'missing' | 'turned'>): void => {
    const literal = once(() => ({ ...row, words: plainForms(words), missing: 0, turned: false }))
    enter(byFirst, firstForm(words), literal)
  }
  for (const { zh, en, literal, always } of tables.terms) {
    for (const words of literal) {
      add(words, { zh, renderings: en, strength: 0, kind: always.includes(words) ? 'always' : 'term' })
    }
  }
  for (const { phrase, zh, idiomatic, strength } of tables.calques) {
    if (!idiomatic[0]!.includes('…')) add(phrase, { zh, renderings: idiomatic, strength, kind: 'phrase' })
  }
  const byName = termsByName(tables)
  const isTerm = memo((literal: Literal) => holdsTerm(literal, byName))
  return (words) =>
    words.flatMap(({ word }, from) =>
      (byFirst.get(word) ?? [])
        .map((literal) => literal())
        .filter((literal) => standsAt(words, from, literal.words))
        .filter((literal) => literal.kind !== 'phrase' || isTerm(literal))
        .map((literal) => ({ literal, from, to: from + literal.words.length })),
    )
})

/** Whether the phrase gets a word of a term wrong: "in terms of income" is about 收入, "facing the future" is not. */
function holdsTerm({ zh, words, renderings }: Literal, byName: ReadonlyMap<string, Term>): boolean {
  const said = plainForms(renderings[0]!).filter((form) => !words.includes(form))
  for (let start = 0; start < zh.length; start++) {
    for (let end = start + 2; end <= zh.length; end++) {
      const term = byName.get(zh.slice(start, end))
      if (term?.en.some((rendering) => plainForms(rendering).some((form) => said.includes(form)))) return true
    }
  }
  return false
}
