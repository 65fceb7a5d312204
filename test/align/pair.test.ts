import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { pairUnits, type Pairing } from '../../src/align/pair.js'
import type { PairingWeights } from '../../src/align/lattice.js'
import { faithful, interpreting } from '../../src/align/weights.js'
import type { Band, Likelihood } from '../../src/similarity/likelihood.js'

/** A likelihood from the evidence (natural log) of each row for each column; of a bead the mean over its links. */
function likelihoodFrom(evidence: readonly (readonly number[])[]): Likelihood {
  return {
    depth: 9,
    score(row, height, from, to) {
      let sum = 0
      for (let at = row; at < row + height; at++)
        for (let column = from; column < to; column++) sum += evidence[at]![column]!
      return sum / Math.max(height, to - from)
    },
  }
}

const fullBands = (rows: number, columns: number): Band[] =>
  Array.from({ length: rows }, () => ({ from: 0, to: columns }))

function pair(evidence: readonly (readonly number[])[], weights: PairingWeights = interpreting): Pairing[] {
  const columns = evidence[0]!.length
  return pairUnits(
    {
      rowLengths: evidence.map(() => 50),
      columnLengths: evidence[0]!.map(() => 50),
      ratio: 1,
      bands: fullBands(evidence.length, columns),
      likelihood: likelihoodFrom(evidence),
    },
    weights,
  )
}

/** Pairings as "0-1:0" (rows:columns, half-open). */
const shape = (pairings: readonly Pairing[]): string[] =>
  pairings.map(({ rows, columns }) => `${rows.from}-${rows.to}:${columns.from}-${columns.to}`)

describe('pairing units', () => {
  it('pairs each with its partner', () => {
    expect(
      shape(
        pair([
          [9, -5, -5],
          [-5, 9, -5],
          [-5, -5, 9],
        ]),
      ),
    ).toEqual(['0-1:0-1', '1-2:1-2', '2-3:2-3'])
  })

  it('joins units that share a partner', () => {
    expect(shape(pair([[9], [9]]))).toEqual(['0-2:0-1'])
    expect(shape(pair([[9, 9]]))).toEqual(['0-1:0-2'])
  })

  it('leaves out what nothing speaks for, on either side', () => {
    expect(
      shape(
        pair([
          [9, -9, -9],
          [-9, -9, -9],
          [-9, -9, 9],
        ]),
      ),
    ).toEqual(['0-1:0-1', '1-1:1-2', '1-2:2-2', '2-3:2-3'])
  })

  it('is surer of what has more evidence', () => {
    const sure = pair([
      [12, -9],
      [-9, 12],
    ])
    const unsure = pair([
      [1, 0],
      [0, 1],
    ])
    expect(sure[0]!.score).toBeGreaterThan(0.9)
    expect(unsure[0]!.score).toBeLessThan(0.85)
  })
})

describe('laws', () => {
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
    .chain(([rows, columns]) =>
      fc.array(
        fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: columns, maxLength: columns }),
        { minLength: rows, maxLength: rows },
      ),
    )

  test('every unit is in exactly one pairing, in order, with a probability', () => {
    fc.assert(
      fc.property(matrix, fc.constantFrom(interpreting, faithful), (evidence, weights) => {
        let row = 0
        let column = 0
        for (const { rows, columns, score } of pair(evidence, weights)) {
          expect([rows.from, columns.from]).toEqual([row, column])
          expect(rows.to - rows.from + columns.to - columns.from).toBeGreaterThan(0)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
          row = rows.to
          column = columns.to
        }
        expect([row, column]).toEqual([evidence.length, evidence[0]!.length])
      }),
    )
  })

  const square = matrix.filter((evidence) => evidence.length === evidence[0]!.length)

  test('the sides are treated alike: exchanging them changes no gain', () => {
    fc.assert(
      fc.property(square, (evidence) => {
        const exchanged = evidence[0]!.map((_, column) => evidence.map((row) => row[column]!))
        const total = (pairings: readonly Pairing[]) => pairings.reduce((sum, { gain }) => sum + gain, 0)
        expect(total(pair(exchanged))).toBeCloseTo(total(pair(evidence)), 6)
      }),
    )
  })
})
