// Written by scripts/learn-terms.ts.
import type { ContextName } from './context.js'
import type { FeatureName } from './features.js'

/** Log-odds that a reading is right, by itself. */
export const bias = -4.725
export const weights: Readonly<Record<FeatureName, number>> = {
  odds: 0.715,
  oddsBeyondFive: -0.259,
  rightOdds: 0.353,
  saidLift: 0.38,
  heardLift: -0.405,
  distance: -5.751,
  oddsTimesDistance: -0.487,
  oddsTimesRight: 0.018,
  difference: -1.063,
  length: 1.596,
  known: 4.217,
  knownOdds: 0.636,
  knownShare: 1.163,
  completesTerm: 1.905,
  isTerm: 0.292,
  isVariant: -1.347,
  sharesStems: -0.238,
  isField: 0.406,
  fieldLift: 0.818,
  saidUnknown: -2.003,
  partner: 1.539,
  isOwn: 1.434,
  unknownWord: 0.325,
  heardCommonness: 0.269,
  saidCommonness: -0.106,
  heardInCall: -0.554,
  saidInCall: 0.314,
  heardPairsInCall: 0.059,
  saidPairsInCall: 0.475,
  heardTwoWords: -0.621,
  heardThreeWords: -1.176,
  phraseForPhrase: 0.566,
  opensWithGrammar: -0.096,
  capital: -0.587,
}

/** Log-odds that a reading is right, in its call. */
export const contextBias = -1.309
export const contextWeights: Readonly<Record<ContextName, number>> = {
  logOdds: 0.911,
  density: 0.46,
  nearby: 1.116,
  sameSlip: 0.889,
  slipShare: -0.302,
  heardOtherwise: -0.107,
  ownWord: -0.88,
  isRendered: 0.997,
}
