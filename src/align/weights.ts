import type { PairingWeights } from './lattice.js'

/** An interpreter's free rendering of speech: omissions and additions are common. */
export const interpreting: PairingWeights = {
  lambda: 0.55,
  lexical: 1.2,
  length: 0.3,
  variance: 5,
  merge: -1.2,
  manyToMany: 0,
  skip: -2,
  temperature: 0.35,
}

/** A written translation: sentence for sentence, hardly anything left out. */
export const faithful: PairingWeights = {
  lambda: 0.62,
  lexical: 1,
  length: 0.7,
  variance: 2.3,
  merge: -1.5,
  manyToMany: -1.8,
  skip: -8.8,
  temperature: 0.35,
}
