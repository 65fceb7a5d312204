// Written by scripts/learn-calques.ts.
import type { Kind } from './judge.js'

/** Log-odds that a reading is right: of each feature in the order of their names. */
export const weights: Readonly<Record<Kind, readonly number[]>> = {
  table: [
    3.418, // always
    -2.451, // phrase
    0.936, // strength
    2.193, // here
    0.731, // beside
    1.619, // elsewhere
    -0.582, // association
    -0.821, // single
    0.256, // gainNear
    0.153, // gainFar
    -0.507, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    -0.523, // inEnglish
    2.291, // told
    0.964, // scoreNear
    0.402, // occurrences
    1.727, // rivals
    0.081, // stops
    -0.528, // absent
    0.809, // absentScore
    1.58, // partly
    1.441, // sounding
  ],
  composed: [
    0, // always
    0, // phrase
    0, // strength
    2.185, // here
    -0.206, // beside
    0.068, // elsewhere
    -0.139, // association
    0, // single
    0.177, // gainNear
    0.21, // gainFar
    -0.302, // rarity
    -0.074, // missing
    -0.32, // turned
    0.486, // missingNear
    0.098, // turnedNear
    0.928, // inEnglish
    4.877, // told
    0.812, // scoreNear
    0.74, // occurrences
    -0.05, // rivals
    -0.728, // stops
    1.168, // absent
    -0.672, // absentScore
    3.006, // partly
    2.138, // sounding
  ],
  dictionary: [
    0, // always
    0, // phrase
    0, // strength
    0, // here
    0, // beside
    0, // elsewhere
    -2.057, // association
    0, // single
    0.207, // gainNear
    0, // gainFar
    -0.425, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    0, // inEnglish
    0, // told
    0.474, // scoreNear
    2.785, // occurrences
    0.151, // rivals
    0, // stops
    0.835, // absent
    1.164, // absentScore
    0, // partly
    0, // sounding
  ],
}

export const bias: Readonly<Record<Kind, number>> = {
  table: -3.4,
  composed: -2.941,
  dictionary: -3.656,
}
