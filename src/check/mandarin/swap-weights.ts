// Written by scripts/learn-calques.ts.

/** Log-odds of each of the features of a swap, in their order. */
export interface SwapWeights {
  readonly weights: readonly number[]
  readonly bias: number
}

/** That the words are wrong. */
export const wrong: SwapWeights = {
  weights: [
    0.264, // left
    0.183, // right
    -3.109, // apart
    1.189, // score
    1.71, // heard
    -0.033, // same
    -0.595, // related
    0.983, // begins
    0.786, // isTerm
    0.004, // heardIsTerm
    0.35, // together
    0.383, // dice
    0.432, // gain
    0.083, // association
    -0.364, // saidAssociation
    -0.425, // rarity
    -0.245, // saidRarity
    -0.628, // inEnglish
    0.668, // saidInEnglish
    -0.67, // saidInMandarin
    -0.199, // partOfMore
    0.45, // saidPartOfMore
    0.27, // words
    0.176, // saidWords
    0.579, // name
    -0.795, // opens
    -0.305, // unknown
    0.228, // linked
  ],
  bias: -6.59,
}

/** That what is said is right, where they are. */
export const right: SwapWeights = {
  weights: [
    1.508, // left
    1.313, // right
    -2.48, // apart
    0.087, // score
    0.128, // heard
    -6.688, // same
    1.204, // related
    0.917, // begins
    0.558, // isTerm
    0.493, // heardIsTerm
    0.516, // together
    0.905, // dice
    0.387, // gain
    0.589, // association
    0.498, // saidAssociation
    -0.063, // rarity
    -0.204, // saidRarity
    -0.068, // inEnglish
    -0.755, // saidInEnglish
    -0.121, // saidInMandarin
    -0.871, // partOfMore
    0.522, // saidPartOfMore
    -0.086, // words
    -1.148, // saidWords
    0.939, // name
    1.061, // opens
    -0.137, // unknown
    -0.304, // linked
  ],
  bias: -3.193,
}
