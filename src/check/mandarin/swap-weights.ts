// Written by scripts/learn-calques.ts.

/** Log-odds of each of the features of a swap, in their order. */
export interface SwapWeights {
  readonly weights: readonly number[]
  readonly bias: number
}

/** That the words are wrong. */
export const wrong: SwapWeights = {
  weights: [
    0.579, // left
    0.357, // right
    -2.972, // apart
    1.081, // score
    2.074, // heard
    0, // same
    -0.63, // related
    -0.012, // begins
    0.76, // isTerm
    0.158, // heardIsTerm
    0.601, // together
    1.192, // dice
    0.443, // gain
    -0.189, // association
    -0.475, // saidAssociation
    -0.55, // rarity
    -0.222, // saidRarity
    -0.52, // inEnglish
    1.031, // saidInEnglish
    -0.293, // saidInMandarin
    -1.171, // partOfMore
    0.01, // saidPartOfMore
    0.157, // words
    0.127, // saidWords
    0.468, // name
    -1.054, // opens
    -0.749, // unknown
  ],
  bias: -7.816,
}

/** That what is said is right, where they are. */
export const right: SwapWeights = {
  weights: [
    1.016, // left
    1.591, // right
    -8.584, // apart
    0.079, // score
    0.855, // heard
    0, // same
    2.93, // related
    3.546, // begins
    0.569, // isTerm
    -0.216, // heardIsTerm
    1.062, // together
    1.404, // dice
    0.451, // gain
    1.557, // association
    0.766, // saidAssociation
    -0.142, // rarity
    -0.334, // saidRarity
    -0.067, // inEnglish
    -0.238, // saidInEnglish
    -0.884, // saidInMandarin
    -0.457, // partOfMore
    -0.163, // saidPartOfMore
    -0.042, // words
    -0.699, // saidWords
    0.161, // name
    1.796, // opens
    0.241, // unknown
  ],
  bias: -4.981,
}
