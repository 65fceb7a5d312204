import type { Vocabulary } from './vocabulary.js'

/** Notes that a type may be rendered by another with a weight (0 to 1); the highest weight stays. */
export type Add = (x: number, y: number, weight: number) => void

/** Types of single words by their text: English stems and Han words. */
export interface WordIndex {
  readonly byStem: ReadonlyMap<string, number>
  readonly byHan: ReadonlyMap<string, number>
}

export function indexWords({ types }: Vocabulary): WordIndex {
  const byStem = new Map<string, number>()
  const byHan = new Map<string, number>()
  types.forEach((type, index) => {
    if (type.kind === 'word') byStem.set(type.stem, index)
    else if (type.kind === 'han') byHan.set(type.word, index)
  })
  return { byStem, byHan }
}
