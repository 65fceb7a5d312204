import type { Lexicon } from '../lexicon/lexicon.js'
import { segmentHan } from '../lexicon/dictionary.js'
import { findAmounts, type Amount } from '../text/amounts/amounts.js'
import type { Tables } from '../lexicon/tables.js'
import { foldHan } from '../text/fold.js'
import { indexPhrases, type PhraseIndex } from '../text/phrases.js'
import { stem } from '../text/stem.js'
import { isStopWord } from '../text/stop-words.js'
import { tokenize, type Token } from '../text/tokens.js'
import type { Segmented, Span } from '../types.js'

/** What a term stands for; two terms of one type say the same. */
export type TermType =
  | { readonly kind: 'word'; readonly stem: string; readonly capital: boolean }
  | { readonly kind: 'han'; readonly word: string; readonly id: number }
  | { readonly kind: 'amount'; readonly amount: Amount }

/** A content word, name or amount of the text. */
export interface Term extends Span {
  /** Index into the vocabulary's types. */
  readonly type: number
}

/** The content of a call as terms: what similarity and alignment compare. */
export interface Vocabulary {
  readonly types: readonly TermType[]
  /** How often each type occurs in the whole call. */
  readonly counts: readonly number[]
  /** All occurrences in the call. */
  readonly total: number
  /** The terms of each segment, in the order of the text. */
  readonly terms: readonly (readonly Term[])[]
}

/** Content words, names and amounts of every segment; frequencies are those of the whole call. */
export function vocabularyOf(doc: Segmented, lexicon: Lexicon): Vocabulary {
  const types: TermType[] = []
  const counts: number[] = []
  const index = new Map<string, number>()
  const stems = new Map<string, string>()
  let total = 0

  const intern = (key: string, make: () => TermType): number => {
    let type = index.get(key)
    if (type === undefined) {
      type = types.length
      index.set(key, type)
      types.push(make())
      counts.push(0)
    }
    counts[type]!++
    total++
    return type
  }
  const stemOf = (word: string): string => {
    let found = stems.get(word)
    if (found === undefined) stems.set(word, (found = stem(word)))
    return found
  }

  const wordTerm = (token: Token): Term[] => {
    const written = doc.text.slice(token.start, token.end)
    return wordParts(written, token.start).flatMap(({ text, start, end }) => {
      const lower = text.toLowerCase().replace(/['’]s?$/u, '')
      if (lower.length < 2 || isStopWord(lower)) return []
      const key = stemOf(lower)
      const capital = /^\p{Lu}/u.test(text)
      return [{ start, end, type: intern(`w${key}`, () => ({ kind: 'word', stem: key, capital })) }]
    })
  }

  const hanTerms = (token: Token): Term[] => {
    const folded = foldHan(doc.text.slice(token.start, token.end))
    return hanWords(lexicon, folded.text).flatMap((span) => {
      const word = folded.text.slice(span.start, span.end)
      if (hanStopWords.has(word)) return []
      const start = token.start + folded.toSource(span.start)
      const end = token.start + folded.toSource(span.end)
      const type = intern(`h${word}`, () => ({ kind: 'han', word, id: lexicon.dictionary.idOf(word) }))
      return [{ start, end, type }]
    })
  }

  const terms = doc.segments.map((segment) => {
    const amounts = findAmounts(doc.text, segment).flatMap((amount) => withValue(doc.text, amount))
    const found: Term[] = amounts.map((amount) => ({
      start: amount.start,
      end: amount.end,
      type: intern(amountKey(amount), () => ({ kind: 'amount', amount })),
    }))
    for (const token of withoutSpans(tokenize(doc.text, segment), amounts)) {
      if (token.kind === 'word') found.push(...wordTerm(token))
      else if (token.kind === 'han') found.push(...hanTerms(token))
    }
    return found.sort((a, b) => a.start - b.start)
  })
  return { types, counts, total, terms }
}

/** The words of a Han run: terms of the tables that the dictionary lacks, and between them its words. */
function hanWords({ dictionary, tables }: Lexicon, text: string): Span[] {
  const words: Span[] = []
  let done = 0
  for (const term of termsIn(tables, text)) {
    words.push(...segmentHan(dictionary, text, { start: done, end: term.start }), term)
    done = term.end
  }
  words.push(...segmentHan(dictionary, text, { start: done, end: text.length }))
  return words
}

const indexed = new WeakMap<Tables, PhraseIndex<null>>()

/** Chinese terms of three characters and more, the longest at each place. */
function termsIn(tables: Tables, text: string): Span[] {
  let index = indexed.get(tables)
  if (!index) {
    const long = tables.terms.filter(({ zh }) => zh.length > 2)
    index = indexPhrases(long.map(({ zh }) => ({ words: zh.split(''), value: null })))
    indexed.set(tables, index)
  }
  return index.find(text.split('')).map(({ from, to }) => ({ start: from, end: to }))
}

/** A malformed figure (2873,000) counts by its digits. */
function withValue(text: string, amount: Amount): Amount[] {
  if (!Number.isNaN(amount.value)) return [amount]
  const digits = /\d[\d,.]*/u.exec(text.slice(amount.start, amount.end))?.[0].replaceAll(',', '')
  const value = Number(digits)
  return Number.isFinite(value) ? [{ ...amount, value }] : []
}

const amountKey = (amount: Amount): string => `#${amount.value}${amount.unit.kind}`

/** A compound counts by its parts: "year-over-year", "AI-driven". */
function wordParts(written: string, offset: number): { text: string; start: number; end: number }[] {
  if (!JOINT.test(written)) return [{ text: written, start: offset, end: offset + written.length }]
  return [...written.matchAll(/[^-‐–/]+/gu)].map((part) => ({
    text: part[0],
    start: offset + part.index,
    end: offset + part.index + part[0].length,
  }))
}

const JOINT = /[-‐–/]/

/** Tokens outside the given ordered spans; a Han run is cut around them. */
function withoutSpans(tokens: readonly Token[], holes: readonly Span[]): Token[] {
  const kept: Token[] = []
  let first = 0
  for (const token of tokens) {
    while (first < holes.length && holes[first]!.end <= token.start) first++
    let start = token.start
    for (let next = first; next < holes.length && holes[next]!.start < token.end; next++) {
      const hole = holes[next]!
      if (token.kind === 'han' && hole.start > start) kept.push({ ...token, start, end: hole.start })
      start = Math.max(start, hole.end)
    }
    if (start === token.start) kept.push(token)
    else if (token.kind === 'han' && start < token.end) kept.push({ ...token, start })
  }
  return kept
}

/** Function words of Chinese: they have glosses, and align with anything. */
const hanStopWords = new Set(
  (
    '的 了 是 在 我 我们 你 你们 他 她 它 他们 这 那 这个 那个 这些 那些 这样 那样 这种 那种 就 都 也 还 和 与 及 或 而 但 但是 ' +
    '所以 因为 如果 然后 那么 就是 也就是 一个 一些 一下 个 们 吗 呢 吧 啊 呃 嗯 哦 着 过 得 地 之 其 其实 对 对于 把 被 让 给 从 到 向 ' +
    '有 没 没有 不 很 更 最 会 能 可以 要 将 已 已经 又 再 并 并且 以 为 于 上 中 下 里 来 去 说 做 种 些 等 比较 非常 整个 可能 应该'
  ).split(' '),
)
