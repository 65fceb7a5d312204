import type { Span } from '../../types.js'

/** A word as tables are looked up: lower case, singular; compounds are cut at their hyphens. */
export interface PlainWord extends Span {
  readonly word: string
  /** Punctuation other than a hyphen stands between it and the word before. */
  readonly cut: boolean
}

/** The words of a span of the text, figures among them. */
export function plainWords(text: string, span: Span): PlainWord[] {
  const words: PlainWord[] = []
  const piece = text.slice(span.start, span.end)
  let from = 0
  for (const match of piece.matchAll(/[\p{L}\p{N}]+(?:['’&.]\p{L}+)*/gu)) {
    const end = match.index + match[0].length
    words.push({
      word: singular(match[0].toLowerCase().replace(/['’]s$/u, '')),
      start: span.start + match.index,
      end: span.start + end,
      cut: /[^\s-]/u.test(piece.slice(from, match.index)),
    })
    from = end
  }
  return words
}

/** The same of a table's cell. */
export const plainForms = (words: string): string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}&'’]+/u)
    .filter((word) => word !== '')
    .map((word) => singular(word.replace(/['’]s$/u, '')))

const singular = (word: string): string =>
  word.length < 4 || /(?:ss|us|is)$/u.test(word)
    ? word
    : word
        .replace(/ies$/u, 'y')
        .replace(/(?<=ch|sh|ss|x)es$/u, '')
        .replace(/s$/u, '')

/** Whether the first of the words may be one of the vocabulary; quicker than `plainForms`. */
export function beginsIn(words: string, vocabulary: ReadonlySet<string>): boolean {
  let end = 0
  while (end < words.length && !breaks.has(words[end]!)) end++
  const first = words.slice(0, end).toLowerCase()
  return vocabulary.has(first) || (/s$/.test(first) && vocabulary.has(plainForms(first)[0] ?? ''))
}

const breaks = new Set(' -/.,:()')

/** Whether the forms stand there, no mark between them. */
export function standsAt(words: readonly PlainWord[], from: number, forms: readonly string[]): boolean {
  if (from + forms.length > words.length) return false
  for (let at = 0; at < forms.length; at++) {
    const word = words[from + at]!
    if (word.word !== forms[at] || (at > 0 && word.cut)) return false
  }
  return true
}

/** Words with where each stands among them. */
export interface WordIndex {
  readonly words: readonly PlainWord[]
  readonly at: ReadonlyMap<string, readonly number[]>
}

export function indexWords(words: readonly PlainWord[]): WordIndex {
  const at = new Map<string, number[]>()
  words.forEach(({ word }, index) => {
    const known = at.get(word)
    if (known) known.push(index)
    else at.set(word, [index])
  })
  return { words, at }
}

/** Where the forms stand in the words. */
export const placesOf = ({ words, at }: WordIndex, forms: readonly string[]): number[] =>
  (at.get(forms[0] ?? '') ?? []).filter((from) => standsAt(words, from, forms))

/** How often they do. */
export const countOf = (index: WordIndex, forms: readonly string[]): number => placesOf(index, forms).length
