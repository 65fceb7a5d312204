import { tokenize } from '../../text/tokens.js'
import type { Span } from '../../types.js'

/** What can be said again: a word, a figure, a Han character. */
export interface Unit extends Span {
  /** Lower case, straight apostrophes. */
  readonly form: string
  readonly kind: 'word' | 'number' | 'han'
  /** What stands between the unit before and this one: a sentence end, another mark, or nothing but space. */
  readonly after: 'stop' | 'mark' | 'space'
}

/** Units `from` … `to - 1`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The units of a paragraph, in order. */
export function unitsOf(text: string, paragraph: Span): Unit[] {
  const units: Unit[] = []
  let after: Unit['after'] = 'stop'
  for (const { start, end, kind } of tokenize(text, paragraph)) {
    const words = text.slice(start, end)
    if (kind === 'word' || kind === 'number') {
      units.push({ start, end, form: words.toLowerCase().replaceAll('’', "'"), kind, after })
      after = words.endsWith('.') ? 'mark' : 'space'
    } else if (kind === 'han') {
      let from = start
      for (const character of words) {
        units.push({ start: from, end: from + character.length, form: character, kind, after })
        from += character.length
        after = 'space'
      }
    } else if (after !== 'stop') after = /[.?!…。？！]/u.test(words) ? 'stop' : 'mark'
  }
  return units
}
