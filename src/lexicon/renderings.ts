import { asText, asUint16, asUint32, openSections } from './sections.js'

/**
 * What the tables of terms and calques say renders what, by the stems of content words: compiled from the
 * tables by scripts/lexicon/renderings.ts, so that no call waits for thousands of wordings to be stemmed.
 */
export interface Renderings {
  /** Those of all wordings. */
  readonly stems: readonly string[]
  /** Wording w holds the stems `wordingStems[wordingStarts[w]] … wordingStems[wordingStarts[w + 1] − 1]`. */
  readonly wordingStarts: Uint32Array
  readonly wordingStems: Uint16Array
  /** A wording of machine English and one of calls that says the same, in turn. */
  readonly pairs: Uint16Array
  /** Chinese terms; term t is rendered by the wordings `termWordings[termStarts[t]] …`. */
  readonly terms: readonly string[]
  readonly termStarts: Uint32Array
  readonly termWordings: Uint16Array
}

/** The sections of renderings.bin. */
export const renderingSections = [
  'stems',
  'wordingStarts',
  'wordingStems',
  'pairs',
  'terms',
  'termStarts',
  'termWordings',
] as const

/** Opens renderings.bin. Throws Error for another file. */
export function openRenderings(bytes: Uint8Array): Renderings {
  const sections = openSections(bytes, renderingSections.length, 'renderings.bin')
  const section = (name: (typeof renderingSections)[number]) => sections[renderingSections.indexOf(name)]!
  return {
    stems: asText(section('stems')).split(' '),
    wordingStarts: asUint32(section('wordingStarts')),
    wordingStems: asUint16(section('wordingStems')),
    pairs: asUint16(section('pairs')),
    terms: asText(section('terms')).split(' '),
    termStarts: asUint32(section('termStarts')),
    termWordings: asUint16(section('termWordings')),
  }
}
