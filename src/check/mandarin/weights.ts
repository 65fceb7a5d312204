// Written by scripts/learn-calques.ts.
import type { Kind } from './kinds.js'

/** Log-odds that a reading is right: of each feature in the order of their names. */
export const weights: Readonly<Record<Kind, readonly number[]>> = {
  table: [
    3.444, // always
    -3.022, // phrase
    1.167, // strength
    2.334, // here
    0.862, // beside
    1.156, // elsewhere
    -0.532, // association
    -1.028, // single
    0.335, // gainNear
    0.137, // gainFar
    -0.543, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    -0.267, // inEnglish
    2.809, // told
    1.009, // scoreNear
    0.222, // occurrences
    1.712, // rivals
    0.124, // stops
    -0.344, // absent
    0.766, // absentScore
    1.815, // partly
    1.028, // sounding
  ],
  composed: [
    0, // always
    0, // phrase
    0, // strength
    1.563, // here
    -0.828, // beside
    -0.109, // elsewhere
    0.044, // association
    0, // single
    0.279, // gainNear
    0.177, // gainFar
    -0.302, // rarity
    -0.069, // missing
    -0.431, // turned
    0.342, // missingNear
    0.268, // turnedNear
    0.381, // inEnglish
    5.337, // told
    1.295, // scoreNear
    0.715, // occurrences
    -0.02, // rivals
    -0.768, // stops
    1.201, // absent
    -0.571, // absentScore
    3.026, // partly
    2.067, // sounding
  ],
  dictionary: [
    0, // always
    0, // phrase
    0, // strength
    0, // here
    0, // beside
    0, // elsewhere
    -2.033, // association
    0, // single
    0.174, // gainNear
    0, // gainFar
    -0.398, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    0, // inEnglish
    0, // told
    -1.091, // scoreNear
    2.669, // occurrences
    0.299, // rivals
    0, // stops
    0.994, // absent
    1.056, // absentScore
    0, // partly
    0, // sounding
  ],
}

export const bias: Readonly<Record<Kind, number>> = {
  table: -3.611,
  composed: -2.795,
  dictionary: -2.221,
}
