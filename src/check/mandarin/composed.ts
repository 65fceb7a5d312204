import type { Dictionary } from '../../lexicon/dictionary.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Term } from '../../lexicon/tables.js'
import { stem } from '../../text/stem.js'
import { isStopWord } from '../../text/stop-words.js'
import type { Span } from '../../types.js'
import type { Literal, LiteralMatch } from './literals.js'
import type { PlainWord } from './words.js'

/** Words between the first and the last of a composition, at most. */
const widest = 5
/** Weight of a gloss, 0 to 1, from which on it is a meaning of the characters. */
const meaning = 0.08

/**
 * Finds where words, each a dictionary meaning of some of a term's characters, together render the term in its
 * order: "hair rate" for 毛(利)率, "buying quantity" for 买量. Every word with content must have its characters; of
 * three characters and more one may be missing.
 */
export function compositionFinder({ dictionary }: Lexicon) {
  const piecesOf = new Map<Term, readonly Piece[]>()
  const byStem = new Map<number, Term[]>()
  const learn = (term: Term): void => {
    const pieces = meaningsOf(term.zh, dictionary)
    piecesOf.set(term, pieces)
    for (const id of new Set(pieces.flatMap(({ stems }) => [...stems]))) {
      const known = byStem.get(id)
      if (known) known.push(term)
      else byStem.set(id, [term])
    }
  }
  const stems = new Map<string, number>()
  const stemOf = (word: string): number => {
    let id = stems.get(word)
    if (id === undefined) stems.set(word, (id = dictionary.stemId(stem(word))))
    return id
  }
  return (words: readonly PlainWord[], terms: ReadonlySet<Term>): LiteralMatch[] => {
    for (const term of terms) if (!piecesOf.has(term)) learn(term)
    const ids = words.map(({ word }) => stemOf(word))
    const starts = new Map<Term, number[]>()
    ids.forEach((id, index) => {
      for (const term of byStem.get(id) ?? []) {
        const known = starts.get(term)
        if (known) known.push(index)
        else if (terms.has(term)) starts.set(term, [index])
      }
    })
    return [...starts].flatMap(([term, from]) =>
      from.length < 2 ? [] : from.flatMap((at) => compose(words, ids, at, piecesOf.get(term)!, term)),
    )
  }
}

/** Characters of a term with the stems of what they mean. */
interface Piece extends Span {
  readonly stems: ReadonlySet<number>
}

function meaningsOf(zh: string, dictionary: Dictionary): Piece[] {
  const pieces: Piece[] = []
  if (!/^\p{Script=Han}{2,6}$/u.test(zh)) return pieces
  for (let start = 0; start < zh.length; start++) {
    for (let end = start + 1; end <= zh.length && end - start < zh.length; end++) {
      const id = dictionary.find(zh, start, end)
      if (id < 0) continue
      const stems = new Set<number>()
      for (const gloss of dictionary.glossStems(id)) if (gloss.weight >= meaning) stems.add(gloss.stem)
      pieces.push({ start, end, stems })
    }
  }
  return pieces
}

function compose(
  words: readonly PlainWord[],
  ids: readonly number[],
  first: number,
  pieces: readonly Piece[],
  term: Term,
): LiteralMatch[] {
  const length = term.zh.length
  let best: { readonly to: number; readonly missing: number } | undefined
  const search = (at: number, reached: number, missing: number, matched: number, end = at): void => {
    const left = missing + length - reached
    if (matched > 1 && left <= (length > 2 ? 1 : 0) && (!best || left < best.missing))
      best = { to: end, missing: left }
    if (reached === length || at >= words.length || at - first >= widest) return
    if (at > first && words[at]!.cut) return
    for (const { start, end: next, stems } of pieces) {
      const skipped = missing + start - reached
      if (start >= reached && skipped < 2 && stems.has(ids[at]!)) search(at + 1, next, skipped, matched + 1)
    }
    if (at > first && isStopWord(words[at]!.word)) search(at + 1, reached, missing, matched, end)
  }
  search(first, 0, 0, 0)
  if (!best) return []
  const { to, missing } = best
  return [{ literal: literalOf(term, words.slice(first, to), missing), from: first, to }]
}

const literalOf = ({ zh, en }: Term, words: readonly PlainWord[], missing: number): Literal => ({
  zh,
  words: words.map(({ word }) => word),
  renderings: en,
  kind: 'composed',
  strength: 0,
  missing,
})
