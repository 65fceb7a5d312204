import { describe, expect, it } from 'vitest'
import { likelihoodOf } from '../../src/similarity/likelihood.js'
import { similarityBetween } from './fixtures.js'

/** Likelihoods of the paragraphs before the border as rows against those after it as columns. */
function likelihoodBetween(rows: readonly string[], columns: readonly string[]) {
  const { vocabulary, relations } = similarityBetween(...rows, ...columns)
  const bands = rows.map(() => ({ from: 0, to: columns.length }))
  return likelihoodOf(vocabulary.terms.slice(0, rows.length), vocabulary.terms.slice(rows.length), bands, {
    vocabulary,
    relations,
    lambda: 0.45,
    depth: 3,
  })
}

describe('likelihood', () => {
  const rows = ['Its margin was 24.8 billion yuan.', 'We hired 30 engineers.']
  const columns = ['A margin of RMB2.48 billion.', '30 engineers were hired.', 'Copper is expensive.']
  const likelihood = likelihoodBetween(rows, columns)

  it('speaks for a translation and against anything else', () => {
    const score = (row: number, column: number) => likelihood.score(row, 1, column, column + 1)
    expect(score(0, 0)).toBeGreaterThan(score(0, 1))
    expect(score(1, 1)).toBeGreaterThan(score(1, 0))
    expect(score(0, 0)).toBeGreaterThan(0)
    expect(score(0, 2)).toBeLessThan(0)
  })

  it('adds up over columns', () => {
    expect(likelihood.score(0, 1, 0, 3)).toBeCloseTo(
      likelihood.score(0, 1, 0, 1) + likelihood.score(0, 1, 1, 3),
      4,
    )
  })

  it('thins out with rows that add nothing', () => {
    expect(likelihood.score(0, 2, 0, 1)).toBeLessThan(likelihood.score(0, 1, 0, 1))
  })

  it('counts a rare term for more than a common one', () => {
    const common = likelihoodBetween(
      ['margin'],
      ['margin', 'margin margin margin margin fell', 'a turbine fell'],
    )
    const rare = likelihoodBetween(
      ['turbine'],
      ['turbine', 'margin margin margin margin fell', 'a copper fell'],
    )
    expect(rare.score(0, 1, 0, 1)).toBeGreaterThan(common.score(0, 1, 0, 1))
  })

  it('is nothing for units without terms', () => {
    expect(likelihoodBetween(['Uh.'], ['So.']).score(0, 1, 0, 1)).toBe(0)
  })
})
