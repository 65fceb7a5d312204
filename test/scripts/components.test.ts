import { describe, expect, it } from 'vitest'
import { dot, principalComponents, unit } from '../../scripts/word-vectors/components.js'

describe('principalComponents', () => {
  it('are the directions in which rows vary most, at right angles', () => {
    const rows = [
      [3, 3, 0.1],
      [-3, -3, 0.1],
      [1, -1, -0.1],
      [-1, 1, -0.1],
    ].map((row) => Float64Array.from(row))
    const [widest, next] = principalComponents(rows, 2)
    expect(Math.abs(dot(widest!, unit(Float64Array.of(1, 1, 0))))).toBeCloseTo(1)
    expect(Math.abs(dot(next!, unit(Float64Array.of(1, -1, 0))))).toBeCloseTo(1)
    expect(dot(widest!, next!)).toBeCloseTo(0)
  })
})
