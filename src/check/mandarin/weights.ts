// Written by scripts/learn-calques.ts.
import type { Kind } from './judge.js'

/** Log-odds that a reading is right: of each feature in the order of their names. */
export const weights: Readonly<Record<Kind, readonly number[]>> = {
  table: [
    3.478, // always
    -1.862, // phrase
    0.898, // strength
    1.513, // here
    0.204, // beside
    0.54, // elsewhere
    -0.73, // association
    -1.016, // single
    0.254, // gainNear
    0.142, // gainFar
    -0.51, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    -0.354, // inEnglish
    1.917, // told
    0.952, // scoreNear
    0.6, // occurrences
    2.296, // rivals
    -0.001, // stops
    -0.88, // absent
    1.107, // absentScore
  ],
  composed: [
    0, // always
    0, // phrase
    0, // strength
    1.133, // here
    -1.367, // beside
    0.123, // elsewhere
    0.51, // association
    0, // single
    0.19, // gainNear
    0.272, // gainFar
    -0.338, // rarity
    -0.343, // missing
    -0.38, // turned
    0.845, // missingNear
    0.328, // turnedNear
    -5.347, // inEnglish
    2.655, // told
    0.897, // scoreNear
    0.524, // occurrences
    -0.223, // rivals
    -0.757, // stops
    0.715, // absent
    0.169, // absentScore
  ],
  dictionary: [
    0, // always
    0, // phrase
    0, // strength
    0, // here
    0, // beside
    0, // elsewhere
    -2.203, // association
    0, // single
    0.189, // gainNear
    0, // gainFar
    -0.4, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    -8.564, // inEnglish
    0, // told
    -0.705, // scoreNear
    3.387, // occurrences
    -0.205, // rivals
    0, // stops
    1.036, // absent
    1.421, // absentScore
  ],
}

export const bias: Readonly<Record<Kind, number>> = {
  table: -3.003,
  composed: -2.258,
  dictionary: -2.776,
}
