import { firstIndex } from './bisect.js'

/** Where an offset stands for a person: both count from 1; columns are UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface LineIndex {
  /** The position of an offset in `[0, text.length]`; throws RangeError outside. */
  readonly position: (offset: number) => Position
}

/** Indexes the lines of a text once; CRLF, CR and LF end a line. Each look-up is a binary search. */
export function lineIndex(text: string): LineIndex {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  return {
    position(offset) {
      if (!(offset >= 0 && offset <= text.length))
        throw new RangeError(`offset ${offset} is outside the text of length ${text.length}`)
      const line = Math.max(0, firstIndex(starts, (start) => start > offset) - 1)
      return { line: line + 1, column: offset - starts[line]! + 1 }
    },
  }
}
