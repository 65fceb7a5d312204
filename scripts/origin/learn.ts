import { spokenOrigins } from '../../src/identify/labels.js'
import type { SequenceWeights } from '../../src/identify/sequence.js'
import { learnWeights, type Example } from './optimise.js'

/** The origin model's weights, learnt with the settings the shipped ones have. */
export const learnOrigins = (examples: readonly Example[]): SequenceWeights =>
  learnWeights(examples, { labels: spokenOrigins.length, iterations: 200, regularisation: 2 })
