import levenshtein from 'fast-levenshtein'

/** Fewest insertions, deletions and substitutions of UTF-16 code units that turn `a` into `b`. */
export const editDistance = (a: string, b: string): number => levenshtein.get(a, b)

/** 1 when equal, 0 when nothing is shared: 1 − edit distance ÷ length of the longer. */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer
}
