import type { Span } from '../../types.js'

/** The next or previous word or Han character of the text, seen from an offset. */
export function wordFrom(text: string, offset: number, direction: 1 | -1): Span | undefined {
  if (direction > 0) {
    word.lastIndex = offset
    const match = word.exec(text)
    return match ? { start: match.index, end: match.index + match[0].length } : undefined
  }
  const from = Math.max(0, offset - reach)
  word.lastIndex = 0
  const match = Array.from(text.slice(from, offset).matchAll(word)).at(-1)
  return match ? { start: from + match.index, end: from + match.index + match[0].length } : undefined
}

const word = /\p{Script=Han}|[\p{L}\p{M}\p{N}$%.,'’&-]*[\p{L}\p{M}\p{N}%]/gu
const reach = 200
