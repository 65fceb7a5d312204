import { describe, expect, it } from 'vitest'
import type { Run } from '../../../src/check/terms/runs.js'
import { surroundingsIn } from '../../../src/check/terms/surroundings.js'

function run(...probabilities: number[]): Run {
  const words = probabilities.map((_, start) => ({ word: 'w', span: { start, end: start + 1 }, cut: false }))
  return {
    words,
    ids: words.map(() => 1),
    capitals: words.map(() => false),
    initials: words.map(() => false),
    probabilities: Float32Array.from(probabilities),
  }
}

describe('surroundingsIn', () => {
  it('means the words around a stretch without it and those right after', () => {
    const runs = [run(-1, -1), run(-5, -4.5, -3, -3, -2), run(-3, -3)]
    expect(surroundingsIn(runs)({ run: runs[1]!, from: 0, to: 1 })).toEqual({ mean: -2, odd: 0 })
  })

  it('counts very odd words, and none as odder than the least', () => {
    const runs = [run(-1, -1, -1, -1), run(-9, -1)]
    expect(surroundingsIn(runs)({ run: runs[0]!, from: 0, to: 1 })).toEqual({ mean: -3, odd: 0.5 })
  })

  it('takes the usual where nothing is around', () => {
    const alone = run(-6)
    expect(surroundingsIn([alone])({ run: alone, from: 0, to: 1 })).toEqual({ mean: -2, odd: 0 })
  })
})
