import type { Tables, Term } from '../../lexicon/tables.js'
import { memoFor, once } from '../../text/memo.js'
import { firstForm, plainForms } from './words.js'

/** A rendering of a term. */
export interface Rendering {
  readonly term: Term
  /** As `plainForms` of it. */
  readonly forms: () => readonly string[]
}

/** The renderings of the terms by the first of their forms, in the order of the table. */
export const renderingsByFirst = memoFor(({ terms }: Tables): ReadonlyMap<string, readonly Rendering[]> => {
  const byFirst = new Map<string, Rendering[]>()
  for (const term of terms)
    for (const rendering of term.en)
      enter(byFirst, firstForm(rendering), { term, forms: once(() => plainForms(rendering)) })
  return byFirst
})

/** The terms by their Chinese; of two with the same the later one. */
export const termsByName = memoFor(
  ({ terms }: Tables): ReadonlyMap<string, Term> => new Map(terms.map((term) => [term.zh, term])),
)

/** Appends to the list of a key. */
export function enter<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key)
  if (known) known.push(value)
  else lists.set(key, [value])
}
