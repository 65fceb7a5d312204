import { asUint32, asUint8, openSections } from './sections.js'

/**
 * Roughly how the words of the language model sound, so that thousands can be passed over without comparing their
 * phones: compiled by scripts/lexicon/word-shapes.ts.
 */
export interface WordShapes {
  /**
   * The word with id w has the kinds of consonants `consonants[starts[w]] … consonants[starts[w + 1] − 1]`; grammar
   * words and names, which stand for no other, have none.
   */
  readonly starts: Uint32Array
  readonly consonants: Uint8Array
}

/** Opens word-shapes.bin. Throws Error for another file. */
export function openWordShapes(bytes: Uint8Array): WordShapes {
  const [starts, consonants] = openSections(bytes, 2, 'word-shapes.bin')
  return { starts: asUint32(starts!), consonants: asUint8(consonants!) }
}
