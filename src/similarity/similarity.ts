import type { Lexicon } from '../lexicon/lexicon.js'
import type { Segment, Segmented } from '../types.js'
import { relate, type Relations } from './relations.js'
import { vocabularyOf, type Vocabulary } from './vocabulary.js'

/** A call's terms and which of them may render which. */
export interface Similarity {
  readonly vocabulary: Vocabulary
  readonly relations: Relations
}

const known = new WeakMap<readonly Segment[], Similarity>()

/** Computed once for a segmented text, since identifying and aligning both ask for it. */
export function similarityOf(doc: Segmented, lexicon: Lexicon): Similarity {
  let similarity = known.get(doc.segments)
  if (!similarity) {
    const vocabulary = vocabularyOf(doc, lexicon)
    similarity = { vocabulary, relations: relate(vocabulary, lexicon) }
    known.set(doc.segments, similarity)
  }
  return similarity
}
