import type { PairingWeights } from './lattice.js'

/** What the passages of a call cost beyond their units, in natural logs. */
export interface PassageWeights extends PairingWeights {
  /** Joining units of two passages in one bead. */
  readonly passage: number
  /** Linking a passage to the interpretation after the next Mandarin. */
  readonly late: number
  /** Least gain for which words that an interpreter renders out of order are paired. */
  readonly crossing: number
}

/** An interpreter's free rendering of speech: omissions and additions are common. */
export const interpreting: PassageWeights = {
  lambda: 0.45,
  lexical: 1.3,
  length: 0.5,
  variance: 5,
  merge: -0.35,
  manyToMany: 0.8,
  skip: -2.5,
  temperature: 0.35,
  passage: -8,
  late: -6,
  crossing: 8,
}

/** A written translation: sentence for sentence, hardly anything left out. */
export const faithful: PairingWeights = {
  lambda: 0.55,
  lexical: 1,
  length: 0.3,
  variance: 2.3,
  merge: -1.5,
  manyToMany: -3.4,
  skip: -8.8,
  temperature: 0.35,
}
