import { isStopWord } from '../../text/stop-words.js'
import type { NgramWord } from '../../text/tokens.js'
import type { Span } from '../../types.js'

/** A word, or a part of a hyphenated one, in the form of the n-gram counts. */
export interface Piece extends Span {
  readonly form: string
  /** A stop stands between it and the piece before. */
  readonly cut: boolean
  /** Carries grammar, not sense. */
  readonly stop: boolean
}

/** The pieces of words: forward-looking is two, so that it meets "forward looking". */
export function piecesOf(words: readonly NgramWord[]): Piece[] {
  const pieces: Piece[] = []
  for (const { word, span, cut } of words) {
    let start = span.start
    for (const form of word.includes('-') ? word.split('-') : [word]) {
      const end = word === form ? span.end : start + form.length
      pieces.push({ form, start, end, cut: cut && start === span.start, stop: isStopWord(form) })
      start = end + 1
    }
  }
  return pieces
}
