// Written by scripts/learn-calques.ts.

/** Log-odds of each of the features of a swap, in their order. */
export interface SwapWeights {
  readonly weights: readonly number[]
  readonly bias: number
}

/** That the words are wrong. */
export const wrong: SwapWeights = {
  weights: [
    0.156, // left
    0.166, // right
    -2.616, // apart
    0.932, // score
    1.858, // heard
    0.091, // same
    -0.292, // related
    0.95, // begins
    0.628, // isTerm
    0.102, // heardIsTerm
    0.196, // together
    0.56, // dice
    0.4, // gain
    0.064, // association
    -0.357, // saidAssociation
    -0.409, // rarity
    -0.264, // saidRarity
    -0.478, // inEnglish
    0.839, // saidInEnglish
    -0.62, // saidInMandarin
    0.037, // partOfMore
    0.463, // saidPartOfMore
    0.218, // words
    0.21, // saidWords
    0.265, // name
    -1.651, // opens
    -0.381, // unknown
    0.15, // linked
  ],
  bias: -6.568,
}

/** That what is said is right, where they are. */
export const right: SwapWeights = {
  weights: [
    1.512, // left
    1.175, // right
    -3.45, // apart
    -0.277, // score
    -0.081, // heard
    -6.627, // same
    1.265, // related
    0.474, // begins
    0.571, // isTerm
    -0.026, // heardIsTerm
    0.585, // together
    0.604, // dice
    0.425, // gain
    0.6, // association
    0.443, // saidAssociation
    -0.044, // rarity
    -0.187, // saidRarity
    0.072, // inEnglish
    -0.837, // saidInEnglish
    -0.734, // saidInMandarin
    -0.561, // partOfMore
    0.411, // saidPartOfMore
    -0.08, // words
    -1.043, // saidWords
    1.149, // name
    -1.588, // opens
    -0.166, // unknown
    -0.468, // linked
  ],
  bias: -2.381,
}
