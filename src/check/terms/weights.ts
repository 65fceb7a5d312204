// Written by scripts/learn-terms.ts.
import type { ContextName } from './context.js'
import type { FeatureName } from './features.js'

/** Log-odds that a reading is right, by itself. */
export const bias = -6.518
export const weights: Readonly<Record<FeatureName, number>> = {
  odds: 0.471,
  oddsBeyondFive: -0.228,
  rightOdds: 0.683,
  saidLift: 0.627,
  heardLift: -0.321,
  distance: -7.131,
  oddsTimesDistance: -0.203,
  oddsTimesRight: -0.009,
  difference: -0.797,
  length: 1.246,
  known: 3.751,
  knownOdds: 0.296,
  knownShare: 1.149,
  completesTerm: 0.724,
  isTerm: 0.609,
  unknownWord: 0.054,
  heardCommonness: 0.029,
  saidCommonness: -0.412,
  heardInCall: -0.454,
  saidInCall: 0.615,
  heardPairsInCall: 0.016,
  saidPairsInCall: 0.279,
  heardTwoWords: -0.797,
  heardThreeWords: -1.22,
  phraseForPhrase: 0.644,
  opensWithGrammar: 0.374,
  capital: -0.038,
}

/** Log-odds that a reading is right, in its call. */
export const contextBias = -0.596
export const contextWeights: Readonly<Record<ContextName, number>> = {
  logOdds: 0.698,
  density: 0.503,
  sameSlip: 1.158,
  slipShare: -0.161,
  heardOtherwise: -0.188,
  ownWord: -0.301,
  isRendered: 0.788,
}
