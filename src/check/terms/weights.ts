// Written by scripts/learn-terms.ts.
import type { ContextName } from './context.js'
import type { FeatureName } from './features.js'

/** Log-odds that a reading is right, by itself. */
export const bias = -5.935
export const weights: Readonly<Record<FeatureName, number>> = {
  odds: 0.486,
  oddsBeyondFive: -0.182,
  rightOdds: 0.74,
  saidLift: 0.66,
  heardLift: -0.371,
  distance: -7.379,
  oddsTimesDistance: -0.408,
  oddsTimesRight: -0.006,
  difference: -0.735,
  length: 1.099,
  known: 3.874,
  knownOdds: 0.486,
  knownShare: 1.395,
  completesTerm: 0.94,
  isTerm: 0.559,
  isOwn: 1.462,
  unknownWord: 0.125,
  heardCommonness: 0.037,
  saidCommonness: -0.349,
  heardInCall: -0.486,
  saidInCall: 0.59,
  heardPairsInCall: -0.028,
  saidPairsInCall: 0.265,
  heardTwoWords: -0.6,
  heardThreeWords: -0.999,
  phraseForPhrase: 0.724,
  opensWithGrammar: 0.262,
  capital: -0.122,
}

/** Log-odds that a reading is right, in its call. */
export const contextBias = -0.759
export const contextWeights: Readonly<Record<ContextName, number>> = {
  logOdds: 0.755,
  density: 0.66,
  sameSlip: 1.15,
  slipShare: 0.01,
  heardOtherwise: -0.206,
  ownWord: -0.04,
  isRendered: 0.986,
}
