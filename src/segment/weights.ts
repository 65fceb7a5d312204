import type { Token } from '../text/tokens.js'

/** Weight of all tokens before each index: a word or figure weighs 2, a Han character 1. */
export function runningWeights(tokens: readonly Token[]): Float64Array {
  const weights = new Float64Array(tokens.length + 1)
  for (const [index, token] of tokens.entries()) {
    const weight = token.kind === 'han' ? token.end - token.start : token.kind === 'punctuation' ? 0 : 2
    weights[index + 1] = weights[index]! + (token.kind === 'symbol' ? 0 : weight)
  }
  return weights
}
