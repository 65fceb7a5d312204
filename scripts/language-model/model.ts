import { longest, type Counts } from './counts.js'
import { estimate } from './estimate.js'
import { pack } from './pack.js'
import { tableOf } from './table.js'

/** A body of counted text and what one of its words weighs. */
export interface Source {
  readonly counts: Counts
  readonly weight: number
}

/** Weights of the model that ships, by the name of the source; docs/language-model.md says why. */
export const weights = { edited: 1, verbatim: 3, machine: 0.1 }

/** Taken from every count, for what was never seen; from 0.6 to 1.5 perplexity hardly changes. */
const discount = 1

/** The bytes of the model of these sources over a vocabulary. */
export function modelOf(sources: readonly Source[], words: readonly string[]): Uint8Array {
  const counts = sources.map((source) => source.counts)
  const table = tableOf(counts, words, longest)
  return pack(
    estimate(
      table,
      sources.map(({ weight }) => weight),
      discount,
    ),
  )
}

/**
 * The words a model knows: those of edited text, and those of verbatim text seen twice or also heard by a
 * machine. Words only a machine wrote may be its errors.
 */
export function vocabularyOf(edited: Counts, verbatim: Counts, machine: Counts): string[] {
  const words = new Set(edited.ngrams[0]!.keys())
  for (const [word, count] of verbatim.ngrams[0]!) {
    if (count >= 2 || machine.ngrams[0]!.has(word)) words.add(word)
  }
  return ['<unk>', ...[...words].sort()]
}
