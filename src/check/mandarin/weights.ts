// Written by scripts/learn-calques.ts.
import type { Kind } from './kinds.js'

/** Log-odds that a reading is right: of each feature in the order of their names. */
export const weights: Readonly<Record<Kind, readonly number[]>> = {
  table: [
    3.411, // always
    -2.89, // phrase
    1.143, // strength
    2.253, // here
    0.938, // beside
    0.862, // elsewhere
    -0.552, // association
    -1.174, // single
    0.348, // gainNear
    0.173, // gainFar
    -0.537, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    -0.196, // inEnglish
    2.609, // told
    0.951, // scoreNear
    0.183, // occurrences
    1.162, // rivals
    0.021, // stops
    -0.442, // absent
    0.886, // absentScore
    1.927, // partly
    1.153, // sounding
  ],
  composed: [
    0, // always
    0, // phrase
    0, // strength
    1.204, // here
    -1.147, // beside
    -0.132, // elsewhere
    -0.658, // association
    0, // single
    0.261, // gainNear
    0.152, // gainFar
    -0.478, // rarity
    -0.029, // missing
    -0.34, // turned
    0.407, // missingNear
    0.175, // turnedNear
    0.669, // inEnglish
    4.881, // told
    1.569, // scoreNear
    0.756, // occurrences
    0.131, // rivals
    -0.697, // stops
    1.119, // absent
    -0.086, // absentScore
    2.922, // partly
    1.699, // sounding
  ],
  dictionary: [
    0, // always
    0, // phrase
    0, // strength
    0, // here
    0, // beside
    0, // elsewhere
    -2.471, // association
    0, // single
    0.136, // gainNear
    0, // gainFar
    -0.375, // rarity
    0, // missing
    0, // turned
    0, // missingNear
    0, // turnedNear
    0, // inEnglish
    0, // told
    0.561, // scoreNear
    2.792, // occurrences
    -0.13, // rivals
    0, // stops
    1.033, // absent
    1.645, // absentScore
    0, // partly
    0, // sounding
  ],
}

export const bias: Readonly<Record<Kind, number>> = {
  table: -3.398,
  composed: -4.135,
  dictionary: -3.901,
}
