import { describe, expect, it } from 'vitest'
import { bandsBetween } from '../../src/align/bands.js'
import type { Relations } from '../../src/similarity/relations.js'
import type { Term } from '../../src/similarity/vocabulary.js'

/** Units of one term each; every type renders itself alone. */
const unitsOf = (types: readonly number[]): Term[][] => types.map((type) => [{ type, start: 0, end: 0 }])

const identity = (size: number): Relations => ({
  offsets: Uint32Array.from({ length: size + 1 }, (_, at) => at),
  related: Uint32Array.from({ length: size }, (_, at) => at),
  weights: new Float32Array(size).fill(0.9),
})

const area = (bands: readonly { from: number; to: number }[]): number =>
  bands.reduce((sum, { from, to }) => sum + to - from, 0)

describe('bands', () => {
  it('hold everything where the text is short', () => {
    const units = unitsOf([0, 1, 2])
    expect(bandsBetween(units, units, identity(3))).toEqual(Array(3).fill({ from: 0, to: 3 }))
  })

  it('follow the anchors in long texts, past an omission', () => {
    const size = 1000
    const omitted = 300
    const types = Array.from({ length: size }, (_, at) => at)
    const bands = bandsBetween(unitsOf(types), unitsOf(types.slice(omitted)), identity(size))
    for (let row = omitted; row < size; row++) {
      expect(bands[row]!.from).toBeLessThanOrEqual(row - omitted)
      expect(bands[row]!.to).toBeGreaterThan(row - omitted)
    }
  })

  it('are not led astray by a few false anchors', () => {
    const size = 400
    const types = Array.from({ length: size }, (_, at) => at)
    const columns = types.map((type) => (type === 100 ? 250 : type === 250 ? 100 : type))
    const bands = bandsBetween(unitsOf(types), unitsOf(columns), identity(size))
    const inside = types.filter((row) => bands[row]!.from <= row && row < bands[row]!.to)
    expect(inside).toHaveLength(size)
  })

  it('grow linearly with the text and never move back', () => {
    const bandsOf = (size: number) => {
      const units = unitsOf(Array.from({ length: size }, (_, at) => at))
      return bandsBetween(units, units, identity(size))
    }
    expect(area(bandsOf(4000)) / area(bandsOf(1000))).toBeLessThan(4.5)
    const bands = bandsOf(1000)
    for (let row = 1; row < bands.length; row++) {
      expect(bands[row]!.from).toBeGreaterThanOrEqual(bands[row - 1]!.from)
      expect(bands[row]!.to).toBeGreaterThanOrEqual(bands[row - 1]!.to)
    }
  })
})
