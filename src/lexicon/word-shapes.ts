import { asUint16, asUint8, openSections } from './sections.js'

/**
 * Roughly how the words of the language model sound, so that thousands can be passed over without comparing their
 * phones: compiled by scripts/lexicon/word-shapes.ts.
 */
export interface WordShapes {
  /** By the id of a word, the kinds of its consonants, a bit each. */
  readonly kinds: Uint16Array
  /** By the id of a word, how many consonants it has; 0 for grammar words and names, which stand for no other. */
  readonly lengths: Uint8Array
}

/** Opens word-shapes.bin. Throws Error for another file. */
export function openWordShapes(bytes: Uint8Array): WordShapes {
  const [kinds, lengths] = openSections(bytes, 2, 'word-shapes.bin')
  return { kinds: asUint16(kinds!), lengths: asUint8(lengths!) }
}
