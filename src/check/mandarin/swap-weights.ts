// Written by scripts/learn-calques.ts.

/** Log-odds of each of the features of a swap, in their order. */
export interface SwapWeights {
  readonly weights: readonly number[]
  readonly bias: number
}

/** That the words are wrong. */
export const wrong: SwapWeights = {
  weights: [
    0.552, // left
    0.269, // right
    -3.065, // apart
    1.3, // score
    2.109, // heard
    0, // same
    -0.47, // related
    -0.082, // begins
    0.74, // isTerm
    0.087, // heardIsTerm
    0.606, // together
    1.243, // dice
    0.454, // gain
    -0.235, // association
    -0.486, // saidAssociation
    -0.576, // rarity
    -0.214, // saidRarity
    -0.448, // inEnglish
    0.97, // saidInEnglish
    -0.184, // saidInMandarin
    -1.15, // partOfMore
    0.044, // saidPartOfMore
    0.161, // words
    0.149, // saidWords
    0.471, // name
    -0.988, // opens
    -0.808, // unknown
  ],
  bias: -8.115,
}

/** That what is said is right, where they are. */
export const right: SwapWeights = {
  weights: [
    1.048, // left
    1.677, // right
    -8.664, // apart
    0.031, // score
    0.851, // heard
    0, // same
    2.728, // related
    3.478, // begins
    0.57, // isTerm
    -0.181, // heardIsTerm
    1.05, // together
    1.407, // dice
    0.444, // gain
    1.478, // association
    0.755, // saidAssociation
    -0.132, // rarity
    -0.357, // saidRarity
    -0.118, // inEnglish
    -0.239, // saidInEnglish
    -0.926, // saidInMandarin
    -0.59, // partOfMore
    -0.183, // saidPartOfMore
    -0.122, // words
    -0.701, // saidWords
    0.084, // name
    1.782, // opens
    0.513, // unknown
  ],
  bias: -4.922,
}
