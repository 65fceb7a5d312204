import { indexPhrases, type PhraseIndex } from '../../text/phrases.js'
import type { Span } from '../../types.js'

/** A word, a Han character or a mark, as forms of a glossary are compared. */
export interface Piece extends Span {
  /** Lower case, straight apostrophes, no possessive ending. */
  readonly form: string
}

/** Words and marks of the span, in order; spaces and hyphens part them and do not count. */
export function piecesOf(text: string, { start, end }: Span): Piece[] {
  return Array.from(text.slice(start, end).matchAll(piece), ({ 0: word, index }) => {
    const form = word.toLowerCase().normalize('NFC').replaceAll('’', "'").replace(/'s$/u, '')
    const possessive = /['’]s$/iu.test(word) ? 2 : 0
    return { form, start: start + index, end: start + index + word.length - possessive }
  })
}

const letter = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])`
const piece = new RegExp(
  String.raw`\p{Script=Han}|${letter}+(?:['’]${letter}+)*|[^\s\-‐‑\p{L}\p{M}\p{N}]`,
  'gu',
)

/** A form found in the text. */
export interface Occurrence<T> extends Span {
  readonly value: T
}

/** Finds forms in a text whatever their case, hyphens and possessive endings; linear in the text. */
export interface FormIndex<T> {
  /** The longest at each place, in order, not overlapping. */
  find(text: string, span: Span): Occurrence<T>[]
  /** The longest that begins at each word, in order. */
  findAll(text: string, span: Span): Occurrence<T>[]
}

export function indexForms<T>(forms: Iterable<readonly [form: string, value: T]>): FormIndex<T> {
  const index: PhraseIndex<T> = indexPhrases(
    Array.from(forms, ([form, value]) => {
      const words = piecesOf(form, { start: 0, end: form.length }).map((part) => part.form)
      return { words, value }
    }).filter(({ words }) => words.length > 0),
  )
  const occurrence = (
    pieces: readonly Piece[],
    { from, to, value }: { from: number; to: number; value: T },
  ) => {
    return { start: pieces[from]!.start, end: pieces[to - 1]!.end, value }
  }
  return {
    find(text, span) {
      const pieces = piecesOf(text, span)
      return index.find(pieces.map(({ form }) => form)).map((match) => occurrence(pieces, match))
    },
    findAll(text, span) {
      const pieces = piecesOf(text, span)
      const words = pieces.map(({ form }) => form)
      return pieces.flatMap((_, from) => {
        const match = index.at(words, from)
        return match ? [occurrence(pieces, match)] : []
      })
    },
  }
}
