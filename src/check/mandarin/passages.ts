import { memoFor } from '../../text/memo.js'
import type { Aligned } from '../../types.js'
import { indexWords, plainWords, type PlainWord, type WordIndex } from './words.js'

/** The words of a bead: of each of its Mandarin spans, and of its interpretation. */
export interface Passage {
  readonly mandarin: readonly (readonly PlainWord[])[]
  readonly partner: readonly PlainWord[]
}

/** The passages of a call, bead by bead. */
export const passagesOf = memoFor(({ text, beads }: Aligned): readonly Passage[] =>
  beads.map(({ mandarin, interpretation }) => ({
    mandarin: mandarin.map((span) => plainWords(text, span)),
    partner: interpretation.flatMap((span) => plainWords(text, span)),
  })),
)

/** What a call has in English: speech and interpretation. */
export const englishOf = memoFor(({ text, origins }: Aligned): WordIndex =>
  indexWords(
    origins
      .filter(({ origin }) => origin === 'english' || origin === 'interpretation')
      .flatMap((span) => plainWords(text, span)),
  ),
)
