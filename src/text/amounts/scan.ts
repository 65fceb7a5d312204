import type { Span } from '../../types.js'

export interface Word extends Span {
  /** In lower case. */
  readonly text: string
  /** What joins it to the word before. */
  readonly gap: 'none' | 'space' | 'hyphen'
}

/** White space within a sentence: a few blanks, at most one line break. */
export const GAP = String.raw`[ \t\u00a0]{0,3}(?:\r?\n)?[ \t\u00a0]{0,3}`

/** The Latin word that follows, over blanks or a hyphen but no other punctuation. */
export function wordAfter(text: string, position: number): Word | undefined {
  NEXT_WORD.lastIndex = position
  const match = NEXT_WORD.exec(text)
  if (!match) return undefined
  const end = position + match[0].length
  const joint = match[1]!
  const gap = joint === '' ? 'none' : /[-‐‑]/u.test(joint) ? 'hyphen' : 'space'
  return { start: end - match[2]!.length, end, text: match[2]!.toLowerCase(), gap }
}

const NEXT_WORD = new RegExp(String.raw`([-‐‑]|${GAP})([A-Za-z][A-Za-z'’]{0,30})`, 'y')

/** The match of a sticky expression at a position. */
export function matchAt(expression: RegExp, text: string, position: number): RegExpExecArray | undefined {
  expression.lastIndex = position
  return expression.exec(text) ?? undefined
}

/** The text before a position, as far as rules look back. */
export const lookBack = (text: string, position: number, length = 48): string =>
  text.slice(Math.max(0, position - length), position)

/** The text after a position, as far as rules look ahead. */
export const lookAhead = (text: string, position: number, length = 48): string =>
  text.slice(position, position + length)

export const isHan = (character: string | undefined): boolean =>
  character !== undefined && /\p{Script=Han}/u.test(character)

/** An alternation of literal words, longest first, blanks matching any gap. */
export function alternation(words: Iterable<string>): string {
  return [...words]
    .toSorted((a, b) => b.length - a.length)
    .map((word) =>
      word
        .replaceAll(/[$.*+?^|()[\]{}\\/]/gu, String.raw`\$&`)
        .replaceAll(' ', String.raw`[ \t\u00a0\n-]{1,2}`),
    )
    .join('|')
}
