// Written by scripts/learn-calques.ts.
import type { Kind } from './judge.js'

/** Log-odds that a reading is right: of each feature in the order of their names. */
export const weights: Readonly<Record<Kind, readonly number[]>> = {
  table: [
    3.29, // always
    -2.004, // phrase
    0.894, // strength
    1.677, // here
    0.545, // beside
    1.033, // elsewhere
    -0.703, // association
    -1.071, // single
    0.289, // gainNear
    0.124, // gainFar
    -0.542, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    -0.386, // inEnglish
    2.098, // told
    0.716, // scoreNear
    0.497, // occurrences
    2.026, // rivals
    0.052, // stops
    -0.73, // absent
    1.131, // absentScore
  ],
  composed: [
    0, // always
    0, // phrase
    0, // strength
    1.62, // here
    -1.028, // beside
    0.261, // elsewhere
    0.565, // association
    0, // single
    0.177, // gainNear
    0.266, // gainFar
    -0.306, // rarity
    -0.365, // missing
    -0.306, // turned
    0.797, // missingNear
    -0.061, // turnedNear
    -5.871, // inEnglish
    4.201, // told
    0.728, // scoreNear
    0.288, // occurrences
    -0.083, // rivals
    -0.673, // stops
    0.947, // absent
    -0.082, // absentScore
  ],
  dictionary: [
    0, // always
    0, // phrase
    0, // strength
    0, // here
    0, // beside
    0, // elsewhere
    -2.184, // association
    0, // single
    0.186, // gainNear
    0, // gainFar
    -0.408, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    -8.559, // inEnglish
    0, // told
    -1.143, // scoreNear
    3.378, // occurrences
    -0.17, // rivals
    0, // stops
    1.073, // absent
    1.309, // absentScore
  ],
}

export const bias: Readonly<Record<Kind, number>> = {
  table: -3.151,
  composed: -2.288,
  dictionary: -2.359,
}
