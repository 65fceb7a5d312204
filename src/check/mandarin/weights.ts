// Written by scripts/learn-calques.ts.
import type { Kind } from './judge.js'

/** Log-odds that a reading is right: of each feature in the order of their names. */
export const weights: Readonly<Record<Kind, readonly number[]>> = {
  table: [
    3.389, // always
    -2.429, // phrase
    0.96, // strength
    2.212, // here
    0.727, // beside
    1.619, // elsewhere
    -0.561, // association
    -0.8, // single
    0.235, // gainNear
    0.207, // gainFar
    -0.467, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    -0.827, // inEnglish
    1.926, // told
    0.828, // scoreNear
    0.674, // occurrences
    1.562, // rivals
    0.065, // stops
    -1.006, // absent
    1.067, // absentScore
    1.553, // partly
    1.368, // sounding
  ],
  composed: [
    0, // always
    0, // phrase
    0, // strength
    2.199, // here
    -0.194, // beside
    0.126, // elsewhere
    -0.105, // association
    0, // single
    0.178, // gainNear
    0.209, // gainFar
    -0.295, // rarity
    -0.083, // missing
    -0.316, // turned
    0.5, // missingNear
    0.097, // turnedNear
    0.809, // inEnglish
    4.846, // told
    0.769, // scoreNear
    0.72, // occurrences
    -0.068, // rivals
    -0.741, // stops
    0.835, // absent
    -0.381, // absentScore
    2.912, // partly
    2.099, // sounding
  ],
  dictionary: [
    0, // always
    0, // phrase
    0, // strength
    0, // here
    0, // beside
    0, // elsewhere
    -2.049, // association
    0, // single
    0.205, // gainNear
    0, // gainFar
    -0.395, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    0, // inEnglish
    0, // told
    1.494, // scoreNear
    2.984, // occurrences
    0.093, // rivals
    0, // stops
    0.751, // absent
    1.497, // absentScore
    0, // partly
    0, // sounding
  ],
}

export const bias: Readonly<Record<Kind, number>> = {
  table: -2.983,
  composed: -2.824,
  dictionary: -4.601,
}
