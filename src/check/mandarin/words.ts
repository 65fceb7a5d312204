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
  let cut = false
  for (let at = 0; at < piece.length;) {
    const end = wordEnd(piece, at)
    if (end === at) {
      cut ||= cuts(piece.charCodeAt(at))
      at++
      continue
    }
    const word = plainForm(piece.slice(at, end).toLowerCase())
    words.push({ word, start: span.start + at, end: span.start + end, cut })
    cut = false
    at = end
  }
  return words
}

const word = /[\p{L}\p{N}]+(?:['’&.]\p{L}+)*/uy

/** Where the word at `from` ends; `from` where none begins. Most words are of ASCII letters, and the pattern is dear. */
function wordEnd(piece: string, from: number): number {
  let at = from
  while (isAsciiLetter(piece.charCodeAt(at)) || isAsciiDigit(piece.charCodeAt(at))) at++
  while (at > from && isJoint(piece.charCodeAt(at)) && isAsciiLetter(piece.charCodeAt(at + 1)))
    for (at++; isAsciiLetter(piece.charCodeAt(at));) at++
  const isPlain = isAscii(piece.charCodeAt(at)) && (at === from || isAscii(piece.charCodeAt(at + 1)))
  if (isPlain) return at
  word.lastIndex = from
  return word.test(piece) ? word.lastIndex : from
}

/** Past the end of the text as well. */
const isAscii = (code: number): boolean => !(code > 0x7f)
const isAsciiLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a
const isAsciiDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const isJoint = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x26 || code === 0x2e

/** Whether it is neither white space nor a hyphen. */
const cuts = (code: number): boolean =>
  code <= 0x7f ? code > 0x20 && code !== 0x2d : !/\s/u.test(String.fromCharCode(code))

/** The same of a table's cell. */
export const plainForms = (words: string): string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}&'’]+/u)
    .filter((word) => word !== '')
    .map(plainForm)

/** Of a word in lower case. */
const plainForm = (word: string): string => singular(/['’]s$/.test(word) ? word.slice(0, -2) : word)

const singular = (word: string): string =>
  word.length < 4 || !word.endsWith('s') || /[sui]s$/.test(word)
    ? word
    : word
        .replace(/ies$/, 'y')
        .replace(/(?<=ch|sh|ss|x)es$/, '')
        .replace(/s$/, '')

/** The first of them; quicker, where the cell begins with ASCII letters. */
export function firstForm(words: string): string {
  let end = 0
  while (isAsciiLetter(words.charCodeAt(end)) || isAsciiDigit(words.charCodeAt(end))) end++
  const next = words.charCodeAt(end)
  const isPlain = end > 0 && isAscii(next) && next !== 0x26 && next !== 0x27
  return isPlain ? plainForm(words.slice(0, end).toLowerCase()) : (plainForms(words)[0] ?? '')
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
