import type { Token } from '../text/tokens.js'

/** What begins at a token: nothing, a clause, or a sentence. */
export const NOTHING = 0
export const CLAUSE = 1
export const SENTENCE = 2

/** One mark a token; marks only grow. */
export type Marks = Uint8Array

export function mark(marks: Marks, index: number, kind: typeof CLAUSE | typeof SENTENCE): void {
  if (index > 0 && index < marks.length && marks[index]! < kind) marks[index] = kind
}

/** The stretches of tokens between marks, as half-open ranges of token indices. */
export function pieces(marks: Marks): [from: number, to: number][] {
  const result: [number, number][] = []
  let from = 0
  for (let index = 1; index <= marks.length; index++) {
    if (index < marks.length && marks[index] === NOTHING) continue
    result.push([from, index])
    from = index
  }
  return result
}

/** Whether nothing, not even white space, stands between the token and the one before. */
export const touches = (tokens: readonly Token[], index: number): boolean =>
  index > 0 && tokens[index]?.start === tokens[index - 1]!.end
