import type { Likelihood, SummedLikelihood } from '../similarity/likelihood.js'
import { likelihoodOf } from '../similarity/likelihood.js'
import type { Similarity } from '../similarity/similarity.js'
import { matchesOf, type Matches } from './matches.js'

/** A passage and the words right after it that say the same in the same order; half-open unit numbers. */
export interface Echo {
  readonly start: number
  readonly border: number
  readonly end: number
  /** Log likelihood ratio of all its pairings, natural log. */
  readonly score: number
}

/** What the call's self-similarity tells. */
export interface Echoes extends Matches {
  /** How well units render others that come before them. */
  readonly likelihood: Likelihood
  /** The best echoes when units lean to being passages and to being renderings, by so much in natural log. */
  again(passage: Float64Array, rendering: Float64Array): readonly Echo[]
  /** The best echoes, in order, not overlapping. */
  readonly found: readonly Echo[]
  /** For the border before each unit, how well the few units after it render the few before it: natural log. */
  readonly local: Float64Array
}

/** The most units on either side of an echo. */
const reach = 80
/** The most units of one side in a pairing. */
const tallest = 3

const weights = {
  lambda: 0.45,
  lexical: 1.2,
  merge: -1.2,
  skip: -2,
  /** Cost of claiming an echo at all. */
  open: -7,
  /** A path this far below the best in its row is given up (X-drop, Altschul et al. 1990). */
  drop: 20,
} as const

/**
 * The call's self-similarity: the best division of the units into plain stretches and echoes
 * (passage, then its rendering). For every border one lattice pairs the units before it with the
 * units after it, its left edge starting from the best division so far; so the whole is exact
 * dynamic programming over borders. Work is linear in the number of units for a bounded reach.
 * `wording` numbers the units by their words: what is said again in the same words is no rendering.
 */
export function findEchoes(
  unitCount: number,
  similarity: Similarity,
  wording: Int32Array,
  mayBorder: (unit: number) => boolean,
): Echoes {
  const raw = likelihoodWithin(reach, unitCount, similarity)
  const likelihood = withoutRepeats(raw, wording)
  const local = Float64Array.from({ length: unitCount }, (_, border) =>
    border === 0 ? 0 : rendersBefore(border, unitCount, likelihood),
  )
  const borders = [...local.keys()].slice(1).filter((at) => local[at]! >= telling || mayBorder(at))
  const nothing = new Float64Array(unitCount)
  const again = (passage: Float64Array, rendering: Float64Array): Echo[] =>
    bestEchoes(unitCount, borders, raw, wording, runningSums(passage), runningSums(rendering))
  const found = again(nothing, nothing)
  return { found, again, likelihood, local, ...matchesOf(unitCount, found, likelihood) }
}

function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1)
  values.forEach((value, index) => (sums[index + 1] = sums[index]! + value))
  return sums
}

function bestEchoes(
  unitCount: number,
  borders: readonly number[],
  likelihood: SummedLikelihood,
  wording: Int32Array,
  passage: Float64Array,
  rendering: Float64Array,
): Echo[] {
  const best = new Float64Array(unitCount + 1).fill(-Infinity)
  const back: (Echo | undefined)[] = Array.from({ length: unitCount + 1 })
  best[0] = 0
  const lattice = {
    value: new Float64Array((reach + 1) ** 2),
    start: new Int32Array((reach + 1) ** 2),
  }
  let next = 0
  for (let border = 0; border <= unitCount; border++) {
    if (border > 0 && best[border]! <= best[border - 1]!) {
      best[border] = best[border - 1]!
      back[border] = undefined
    }
    if (borders[next] !== border) continue
    next++
    for (const echo of echoesAt(border, unitCount, best, likelihood, wording, passage, lattice)) {
      const score = echo.score + rendering[echo.end]! - rendering[border]!
      const value = best[echo.start]! + score
      if (value <= best[echo.end]!) continue
      best[echo.end] = value
      back[echo.end] = { ...echo, score }
    }
  }
  return traceEchoes(back)
}

/** Of pairing a unit with any of the `2 * units` after it. */
function likelihoodWithin(
  units: number,
  unitCount: number,
  { vocabulary, relations }: Similarity,
): SummedLikelihood {
  const bands = Array.from({ length: unitCount }, (_, unit) => ({
    from: Math.min(unit + 1, unitCount),
    to: Math.min(unitCount, unit + 2 * units),
  }))
  return likelihoodOf(vocabulary.terms, vocabulary.terms, bands, {
    vocabulary,
    relations,
    lambda: weights.lambda,
    depth: tallest,
  })
}

const withoutRepeats = (likelihood: Likelihood, wording: Int32Array): Likelihood => ({
  depth: likelihood.depth,
  score: (row, height, from, to) =>
    height === 1 && to - from === 1 && wording[row] === wording[from]
      ? 0
      : likelihood.score(row, height, from, to),
})

/** Words after a border that render those before this well may start a rendering anywhere. */
const telling = 4

/** The best mean log likelihood ratio of one to three units after the border as a rendering of one to three before. */
function rendersBefore(border: number, unitCount: number, likelihood: Likelihood): number {
  let best = 0
  for (let tall = 1; tall <= Math.min(tallest, border); tall++) {
    for (let wide = 1; wide <= Math.min(tallest, unitCount - border); wide++) {
      const score = likelihood.score(border - tall, tall, border, border + wide)
      best = Math.max(best, score / Math.max(tall, wide))
    }
  }
  return best
}

function traceEchoes(back: readonly (Echo | undefined)[]): Echo[] {
  const echoes: Echo[] = []
  for (let at = back.length - 1; at > 0;) {
    const echo = back[at]
    if (echo) echoes.push(echo)
    at = echo ? echo.start : at - 1
  }
  return echoes.reverse()
}

/** The best echo for each end, of all whose passage ends and whose rendering starts at the border. */
function echoesAt(
  border: number,
  unitCount: number,
  best: Float64Array,
  likelihood: SummedLikelihood,
  wording: Int32Array,
  passage: Float64Array,
  { value, start }: { readonly value: Float64Array; readonly start: Int32Array },
): Echo[] {
  const first = Math.max(0, border - reach)
  const height = border - first
  const width = Math.min(reach, unitCount - border)
  const columns = width + 1
  value.fill(-Infinity, 0, (height + 1) * columns)
  const reached = new Int32Array(height + 1).fill(-1)
  const lowest = best.slice(first, border + 1).map((score) => score - weights.drop)
  const relax = (row: number, column: number, score: number, from: number): void => {
    const at = row * columns + column
    if (score <= value[at]! || score < lowest[row]!) return
    value[at] = score
    if (score - weights.drop > lowest[row]!) lowest[row] = score - weights.drop
    start[at] = from
    if (column > reached[row]!) reached[row] = column
  }
  for (let row = 0; row <= height; row++) {
    if (row < height) {
      const lean = passage[border]! - passage[first + row]!
      relax(row, 0, best[first + row]! + weights.open + lean, first + row)
    }
    if (reached[row]! < 0) continue
    const depth = Math.min(tallest, height - row)
    const origin = row < height ? border - likelihood.origin(first + row) : 0
    for (let column = 0; column <= reached[row]!; column++) {
      const at = row * columns + column
      const here = value[at]!
      if (here < lowest[row]!) continue
      const from = start[at]!
      if (column < width) relax(row, column + 1, here + weights.skip, from)
      if (row === height) continue
      relax(row + 1, column, here + weights.skip, from)
      for (let tall = 1; tall <= depth; tall++) {
        const sum = likelihood.sums(first + row, tall)
        const before = sum[origin + column]!
        const widest = Math.min(tall === 1 ? tallest : 2, width - column)
        for (let wide = 1; wide <= widest; wide++) {
          const repeated = tall + wide === 2 && wording[first + row] === wording[border + column]
          const lexical = repeated ? 0 : sum[origin + column + wide]! - before
          const merges = weights.merge * (tall + wide - 2)
          relax(row + tall, column + wide, here + weights.lexical * lexical + merges, from)
        }
      }
    }
  }
  const echoes: Echo[] = []
  for (let column = 1; column <= reached[height]!; column++) {
    const at = height * columns + column
    if (value[at] === -Infinity || start[at]! >= border) continue
    echoes.push({ start: start[at]!, border, end: border + column, score: value[at]! - best[start[at]!]! })
  }
  return echoes
}
