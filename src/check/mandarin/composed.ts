import type { Dictionary } from '../../lexicon/dictionary.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Tables } from '../../lexicon/tables.js'
import { isStopWord } from '../../text/stop-words.js'
import { memo, memoFor } from '../../text/memo.js'
import { evocation } from './evoked.js'
import type { LiteralMatch } from './literals.js'
import type { PlainWord } from './words.js'

/** Words between the first and the last of a composition, at most. */
const widest = 5

/**
 * Finds where words, each a meaning of some of a term's characters, together render the term: "hair rate" for
 * 毛(利)率, "buying quantity" for 买量, "gold entry" for 入金. Every word with content must have its characters; of
 * three characters and more one may be missing.
 */
export const compositionFinder = memoFor((lexicon: Lexicon) => {
  const { dictionary } = lexicon
  const { terms } = lexicon.tables
  const evoked = evocation(dictionary)
  const { pieces, usesOf } = pieceIndex(terms, dictionary)
  const uses = memo((stem: number) =>
    Int32Array.from(stem < 0 ? [] : evoked.headwordsOf(stem, pieces).flatMap(usesOf)).sort(),
  )
  const seen = new Int32Array(terms.length).fill(-1)
  let visit = 0
  return (words: readonly PlainWord[]): LiteralMatch[] => {
    const usesAt = words.map(({ word }) => uses(isStopWord(word) ? -1 : evoked.stemOf(word)))
    const matches: LiteralMatch[] = []
    for (let first = 0; first < words.length; first++) {
      const second = nextContent(words, first)
      if (second < 0 || usesAt[first]!.length === 0) continue
      visit += 2
      for (const use of usesAt[first]!) seen[use >> 6] = visit
      for (const use of usesAt[second]!) {
        const term = use >> 6
        if (seen[term] !== visit) continue
        seen[term] = visit + 1
        const { zh, en } = terms[term]!
        const found = compose(words, first, zh.length, (at) => masksOf(usesAt[at]!, term))
        if (!found) continue
        const { to, missing, turned } = found
        const heard = words.slice(first, to).map(({ word }) => word)
        const literal = { zh, words: heard, renderings: en, kind: 'composed', strength: 0 } as const
        matches.push({ literal: { ...literal, missing, turned }, from: first, to })
      }
    }
    return matches
  }
})

/** The characters of a term, as bits, among ascending uses. */
function masksOf(uses: Int32Array, term: number): number[] {
  let low = 0
  let high = uses.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (uses[middle]! < term << 6) low = middle + 1
    else high = middle
  }
  const masks: number[] = []
  for (; low < uses.length && uses[low]! >> 6 === term; low++) masks.push(uses[low]! & 63)
  return masks
}

interface PieceIndex {
  /** By headword: 1 where terms hold it. */
  readonly pieces: Uint8Array
  /** The terms that hold the headword, times 64, and the characters that it is of them, as bits. */
  readonly usesOf: (headword: number) => readonly number[]
}

function pieceIndex(terms: Tables['terms'], dictionary: Dictionary): PieceIndex {
  const pieces = new Uint8Array(dictionary.size)
  const uses = new Map<number, number[]>()
  for (const [term, { zh }] of terms.entries()) {
    if (!/^\p{Script=Han}{2,6}$/u.test(zh)) continue
    for (let start = 0; start < zh.length; start++) {
      for (let end = start + 1; end <= zh.length && end - start < zh.length; end++) {
        const id = dictionary.find(zh, start, end)
        if (id < 0) continue
        pieces[id] = 1
        const use = (term << 6) | (((1 << end) - 1) & ~((1 << start) - 1))
        const known = uses.get(id)
        if (known) known.push(use)
        else uses.set(id, [use])
      }
    }
  }
  return { pieces, usesOf: (headword) => uses.get(headword)! }
}

/** The next word with content that no mark separates; −1 where there is none near. */
function nextContent(words: readonly PlainWord[], from: number): number {
  for (let at = from + 1; at < words.length && at - from < widest; at++) {
    if (words[at]!.cut) return -1
    if (!isStopWord(words[at]!.word)) return at
  }
  return -1
}

interface Composition {
  readonly to: number
  readonly missing: number
  /** Whether the characters stand in another order. */
  readonly turned: boolean
}

/** The words from `first` that together have the characters; `masksAt` tells which of them a word may stand for. */
function compose(
  words: readonly PlainWord[],
  first: number,
  length: number,
  masksAt: (at: number) => readonly number[],
): Composition | undefined {
  let best: Composition | undefined
  const search = (
    at: number,
    covered: number,
    matched: number,
    last: number,
    turned: boolean,
    end = at,
  ): void => {
    const missing = length - bitsIn(covered)
    const better = !best || missing < best.missing || (missing === best.missing && best.turned && !turned)
    if (matched > 1 && missing <= (length > 2 ? 1 : 0) && better) best = { to: end, missing, turned }
    if (missing === 0 || at >= words.length || at - first >= widest || (at > first && words[at]!.cut)) return
    for (const mask of masksAt(at)) {
      if ((covered & mask) === 0) search(at + 1, covered | mask, matched + 1, mask, turned || mask < last)
    }
    if (at > first && isStopWord(words[at]!.word)) search(at + 1, covered, matched, last, turned, end)
  }
  search(first, 0, 0, 0, false)
  return best
}

function bitsIn(mask: number): number {
  let count = 0
  for (let rest = mask; rest > 0; rest &= rest - 1) count++
  return count
}
