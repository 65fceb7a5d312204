// Written by scripts/learn-calques.ts.
import type { Kind } from './judge.js'

/** Log-odds that a reading is right: of each feature in the order of their names. */
export const weights: Readonly<Record<Kind, readonly number[]>> = {
  table: [
    3.408, // always
    -2.449, // phrase
    0.951, // strength
    2.194, // here
    0.782, // beside
    1.464, // elsewhere
    -0.561, // association
    -0.792, // single
    0.292, // gainNear
    0.155, // gainFar
    -0.511, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    -0.503, // inEnglish
    2.275, // told
    0.911, // scoreNear
    0.392, // occurrences
    1.798, // rivals
    0.071, // stops
    -0.506, // absent
    0.821, // absentScore
    1.596, // partly
    1.465, // sounding
  ],
  composed: [
    0, // always
    0, // phrase
    0, // strength
    2.204, // here
    -0.295, // beside
    -0.328, // elsewhere
    -0.131, // association
    0, // single
    0.317, // gainNear
    0.211, // gainFar
    -0.291, // rarity
    -0.03, // missing
    -0.331, // turned
    0.165, // missingNear
    0.443, // turnedNear
    0.747, // inEnglish
    5.147, // told
    0.72, // scoreNear
    0.68, // occurrences
    -0.036, // rivals
    -0.712, // stops
    1.291, // absent
    -0.677, // absentScore
    3.074, // partly
    2.368, // sounding
  ],
  dictionary: [
    0, // always
    0, // phrase
    0, // strength
    0, // here
    0, // beside
    0, // elsewhere
    -2.059, // association
    0, // single
    0.216, // gainNear
    0, // gainFar
    -0.423, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    0, // inEnglish
    0, // told
    0.418, // scoreNear
    2.78, // occurrences
    0.139, // rivals
    0, // stops
    0.838, // absent
    1.159, // absentScore
    0, // partly
    0, // sounding
  ],
}

export const bias: Readonly<Record<Kind, number>> = {
  table: -3.473,
  composed: -3.017,
  dictionary: -3.583,
}
