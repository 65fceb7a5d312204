import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestLabels, marginalsOf, type Potentials } from '../../src/identify/sequence.js'

const labels = 3
const scores = (length: number) =>
  fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: length, maxLength: length })
const potentials = fc
  .integer({ min: 1, max: 5 })
  .chain((length) => fc.tuple(fc.constant(length), scores(length * labels), scores(length * labels * labels)))
  .map(([length, unit, border]): Potentials => ({
    length,
    labels,
    unit: Float64Array.from(unit),
    border: Float64Array.from(border),
  }))

test('the best labelling is the best of all labellings', () => {
  fc.assert(
    fc.property(potentials, (given) => {
      const best = Math.max(...everyLabelling(given.length).map((labelling) => scoreOf(given, labelling)))
      expect(scoreOf(given, bestLabels(given))).toBeCloseTo(best, 9)
    }),
  )
})

test('marginals are what summing over all labellings gives', () => {
  fc.assert(
    fc.property(potentials, (given) => {
      const all = everyLabelling(given.length)
      const weights = all.map((labelling) => Math.exp(scoreOf(given, labelling)))
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      const { logSum, unit } = marginalsOf(given)
      expect(logSum).toBeCloseTo(Math.log(total), 9)
      for (let t = 0; t < given.length; t++) {
        for (let y = 0; y < labels; y++) {
          const share = weights.reduce((sum, weight, at) => sum + (all[at]![t] === y ? weight : 0), 0) / total
          expect(unit[t * labels + y]).toBeCloseTo(share, 9)
        }
      }
    }),
  )
})

test('no units have no labels', () => {
  expect(bestLabels({ length: 0, labels, unit: new Float64Array(), border: new Float64Array() })).toEqual([])
})

function everyLabelling(length: number): number[][] {
  if (length === 0) return [[]]
  return everyLabelling(length - 1).flatMap((rest) => [0, 1, 2].map((label) => [...rest, label]))
}

function scoreOf({ unit, border }: Potentials, labelling: readonly number[]): number {
  return labelling.reduce((sum, label, t) => {
    const step = t === 0 ? 0 : border[(t * labels + labelling[t - 1]!) * labels + label]!
    return sum + unit[t * labels + label]! + step
  }, 0)
}
