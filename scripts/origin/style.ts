import { spokenOrigins } from '../../src/identify/labels.js'
import { styleTerms } from '../../src/identify/marks.js'
import type { Style } from '../../src/lexicon/origin-model.js'
import { ngramWords } from '../../src/text/tokens.js'
import { ascend } from './adam.js'
import type { Labelled } from './examples.js'

/** Terms said in fewer calls than this are a call's own matter. */
const leastCalls = 3

/** Terms that lean less than this to any side are left out. */
const leastOdds = 0.1

/** Strength of the Gaussian prior that keeps weights small. */
const regularisation = 2

const iterations = 80

/**
 * Words and word pairs that tell the origins apart: multinomial logistic regression over labelled segments,
 * in which each origin counts the same in all.
 */
export function learnStyle(calls: readonly Labelled[]): Style {
  const { vocabulary, pieces } = piecesOf(calls)
  const labels = spokenOrigins.length
  const shares = spokenOrigins.map((_, label) => {
    const own = pieces.filter((piece) => piece.label === label).length
    return pieces.length / (labels * Math.max(1, own))
  })
  const biasAt = vocabulary.length * labels
  const weights = ascend(biasAt + labels, { iterations, rate: 0.1 }, (at) => {
    const slope = at.map((weight, index) => (index < biasAt ? -regularisation * weight : 0))
    for (const { terms, label } of pieces) {
      const errors = errorsOf(at, terms, label, biasAt, labels)
      for (let y = 0; y < labels; y++) {
        const error = shares[label]! * errors[y]!
        slope[biasAt + y]! += error
        for (const term of terms) slope[term * labels + y]! += error
      }
    }
    return slope
  })
  const rows = vocabulary.map((term, index) => [term, oddsOf(weights, index * labels)] as const)
  return new Map(rows.filter(([, row]) => row.some((value) => Math.abs(value) >= leastOdds)))
}

/** What is labelled less what the weights expect, for each label. */
function errorsOf(
  weights: Float64Array,
  terms: readonly number[],
  label: number,
  biasAt: number,
  labels: number,
): Float64Array {
  const values = weights.slice(biasAt, biasAt + labels)
  for (const term of terms) for (let y = 0; y < labels; y++) values[y]! += weights[term * labels + y]!
  const high = Math.max(...values)
  const raised = values.map((value) => Math.exp(value - high))
  const sum = raised.reduce((total, value) => total + value, 0)
  return raised.map((value, y) => (y === label ? 1 : 0) - value / sum)
}

function oddsOf(weights: Float64Array, at: number): [number, number, number] {
  const [english, mandarin, interpretation] = [weights[at]!, weights[at + 1]!, weights[at + 2]!]
  const round = (value: number): number => Number(value.toFixed(2))
  return [round(mandarin - interpretation), round(mandarin - english), round(interpretation - english)]
}

interface Piece {
  /** Numbers of the terms in the vocabulary. */
  readonly terms: readonly number[]
  readonly label: number
}

function piecesOf(calls: readonly Labelled[]): {
  readonly vocabulary: readonly string[]
  readonly pieces: readonly Piece[]
} {
  const said = new Map<string, number>()
  for (const call of calls) {
    for (const term of new Set(latinPieces(call).flatMap(({ terms }) => terms)))
      said.set(term, (said.get(term) ?? 0) + 1)
  }
  const vocabulary = [...said].flatMap(([term, count]) => (count >= leastCalls ? [term] : [])).sort()
  const numbers = new Map(vocabulary.map((term, index) => [term, index]))
  const pieces = calls.flatMap(latinPieces).map(({ label, terms }) => ({
    label,
    terms: terms.flatMap((term) => numbers.get(term) ?? []),
  }))
  return { vocabulary, pieces }
}

interface LatinPiece {
  readonly terms: readonly string[]
  readonly label: number
}

const known = new WeakMap<Labelled, readonly LatinPiece[]>()

/** The segments in Latin letters of which the annotation leaves no doubt. */
function latinPieces(call: Labelled): readonly LatinPiece[] {
  const pieces =
    known.get(call) ??
    call.doc.segments.flatMap((segment, index) => {
      const label = Math.log2(call.allowed[index]!)
      if (!Number.isInteger(label) || segment.script !== 'latin') return []
      return [{ label, terms: styleTerms(ngramWords(call.doc.text, segment).map(({ word }) => word)) }]
    })
  known.set(call, pieces)
  return pieces
}
