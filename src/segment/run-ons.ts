import { textOf } from '../text/spans.js'
import type { Token } from '../text/tokens.js'
import { englishStrength } from './english.js'
import { hanStrength } from './han.js'
import { CLAUSE, mark, pieces, SENTENCE, type Marks } from './marks.js'

/**
 * So much without a stop, and the recogniser has left the stops out, in the weights of weights.ts: 55 words with
 * hardly a comma, 75 with commas; 40 characters where half and more is Han.
 */
const RUN_ON = 110
const RUN_ON_WITH_COMMAS = 150
const RUN_ON_HAN = 40
/** With hardly a comma: so much to each. */
const TO_A_COMMA = 36

/** A piece of up to this weight is too short: five words. */
const SHORT = 10
/** No piece of a run-on is heavier, nor has more tokens. */
const MOST = 100
const MOST_TOKENS = 150

interface Division {
  /** Worth of a cut by how readily a sentence begins there, 0 (hardly) to 4 (surely). */
  readonly worth: readonly number[]
  /** A piece above this weight is too long. */
  readonly long: number
}

/** Into sentences: of up to twenty-two words. */
const SENTENCES: Division = { worth: [-5, -1, 0.4, 1.6, 3], long: 44 }
/** Into clauses of up to ten words, with rather a cut too many. */
const CLAUSES: Division = { worth: [-5, 0.3, 0.8, 1.6, 3], long: 20 }

const SHORTNESS = 0.35
const LENGTH = 0.15

/**
 * Cuts stretches without stops where sentences are likely to begin: the best division by dynamic programming
 * over the worth of the cuts and the lengths of the pieces. To be called when only stops are marked.
 */
export function markRunOns(
  text: string,
  tokens: readonly Token[],
  marks: Marks,
  weights: Float64Array,
): void {
  for (const [from, to] of pieces(marks)) {
    if (!isRunOn(text, tokens, weights, from, to)) continue
    const strengths = Uint8Array.from({ length: to - from }, (_, at) =>
      at === 0 ? 0 : strengthAt(text, tokens, from + at),
    )
    for (const at of bestCuts(strengths, weights.subarray(from, to + 1), SENTENCES))
      mark(marks, from + at, strengths[at]! >= 3 && tokens[from + at]!.kind !== 'han' ? SENTENCE : CLAUSE)
  }
}

/** Fifteen words without a mark may hold a lost stop. */
const LONG_CLAUSE = 34

/**
 * Cuts clauses of English where a sentence may begin: whoever speaks next may start there, though no stop shows it.
 * To be called when clauses are marked.
 */
export function markLostStops(
  text: string,
  tokens: readonly Token[],
  marks: Marks,
  weights: Float64Array,
): void {
  for (const [from, to] of pieces(marks)) {
    if (weights[to]! - weights[from]! <= LONG_CLAUSE) continue
    const strengths = Uint8Array.from({ length: to - from }, (_, at) =>
      at > 0 && tokens[from + at]!.kind === 'word' ? englishStrength(text, tokens, from + at) : 0,
    )
    for (const at of bestCuts(strengths, weights.subarray(from, to + 1), CLAUSES))
      mark(marks, from + at, CLAUSE)
  }
}

function isRunOn(
  text: string,
  tokens: readonly Token[],
  weights: Float64Array,
  from: number,
  to: number,
): boolean {
  const weight = weights[to]! - weights[from]!
  if (weight <= RUN_ON_HAN) return false
  if (weight > RUN_ON_WITH_COMMAS) return true
  const stretch = tokens.slice(from, to)
  const commas = stretch.filter((token) => isComma(text, token)).length
  if (weight / (commas + 1) <= TO_A_COMMA) return false
  const han = stretch.reduce((sum, { kind, start, end }) => sum + (kind === 'han' ? end - start : 0), 0)
  return weight > (han * 2 >= weight ? RUN_ON_HAN : RUN_ON)
}

const isComma = (text: string, token: Token): boolean =>
  token.kind === 'punctuation' && /^[,，、]$/.test(textOf(text, token))

function strengthAt(text: string, tokens: readonly Token[], index: number): number {
  const { kind } = tokens[index]!
  if (kind === 'han') return hanStrength(text, tokens, index)
  return kind === 'word' ? englishStrength(text, tokens, index) : 0
}

/** Where to cut, ascending. Linear in the number of tokens. */
function bestCuts(strengths: Uint8Array, weights: Float64Array, { worth, long }: Division): number[] {
  const size = strengths.length
  const best = new Float64Array(size + 1).fill(-Infinity)
  const back = new Int32Array(size + 1)
  best[0] = 0
  for (let end = 1; end <= size; end++) {
    const gain = end === size ? 0 : worth[strengths[end]!]!
    for (let start = end - 1; start >= 0 && end - start <= MOST_TOKENS; start--) {
      const weight = weights[end]! - weights[start]!
      if (weight > MOST && start < end - 1) break
      const value = best[start]! + gain - cost(weight, long)
      if (value <= best[end]!) continue
      best[end] = value
      back[end] = start
    }
  }
  const cuts: number[] = []
  for (let at = back[size]!; at > 0; at = back[at]!) cuts.push(at)
  return cuts.reverse()
}

const cost = (weight: number, long: number): number =>
  SHORTNESS * Math.max(0, SHORT - weight) + LENGTH * Math.max(0, weight - long)
