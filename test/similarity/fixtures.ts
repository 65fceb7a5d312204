import { defaultLexicon } from '../../src/lexicon/open.js'
import { segmentTranscript } from '../../src/segment/segment.js'
import { similarityOf, type Similarity } from '../../src/similarity/similarity.js'
import type { TermType } from '../../src/similarity/vocabulary.js'
import type { Segmented } from '../../src/types.js'

/** Each paragraph a turn. */
export function segmented(...paragraphs: readonly string[]): Segmented {
  let start = 0
  const turns = paragraphs.map((words) => {
    const body = { start, end: start + words.length }
    start = body.end + 1
    const empty = { start: body.start, end: body.start }
    return { speaker: { label: '', span: empty }, header: empty, body: [body] }
  })
  return segmentTranscript({
    format: 'plain',
    text: paragraphs.join('\n'),
    turns,
    notices: [],
    participants: [],
  })
}

export const similarityBetween = (...paragraphs: readonly string[]): Similarity =>
  similarityOf(segmented(...paragraphs), defaultLexicon())

/** A type as a reader writes it: the stem, the Han word, or the value. */
export const nameOf = (type: TermType): string =>
  type.kind === 'word' ? type.stem : type.kind === 'han' ? type.word : `${type.amount.value}`

/** The weight with which the second term may render the first; 0 where it may not. */
export function weightOf({ vocabulary, relations }: Similarity, x: string, y: string): number {
  const find = (name: string): number => {
    const type = vocabulary.types.findIndex((known) => nameOf(known) === name)
    if (type < 0) throw new Error(`"${name}" is no term of the text`)
    return type
  }
  const [from, to] = [find(x), find(y)]
  for (let entry = relations.offsets[from]!; entry < relations.offsets[from + 1]!; entry++)
    if (relations.related[entry] === to) return relations.weights[entry]!
  return 0
}
