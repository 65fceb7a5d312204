import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repetitionsOf } from '../../../src/check/noise/repetitions.js'
import { unitsOf } from '../../../src/check/noise/units.js'

const repetitions = (text: string) => {
  const units = unitsOf(text, { start: 0, end: text.length })
  return repetitionsOf(units).map(({ from, to, period, copies }) => ({
    words: text.slice(units[from]!.start, units[to - 1]!.end),
    period,
    copies,
  }))
}

describe('repetitionsOf', () => {
  it('finds a phrase by its shortest period', () => {
    expect(repetitions('the price of the price of the price of rice')).toEqual([
      { words: 'the price of the price of the price of', period: 3, copies: 3 },
    ])
  })

  it('folds letter case and apostrophes and passes over marks', () => {
    expect(repetitions("I don't know. I don’t know.")).toEqual([
      { words: "I don't know. I don’t know.".slice(0, -1), period: 3, copies: 2 },
    ])
  })

  it('takes each Han character for a unit', () => {
    expect(repetitions('逐渐逐渐')).toEqual([{ words: '逐渐逐渐', period: 2, copies: 2 }])
  })

  it('reports just what stands there again and again', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 })
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ')
        const units = unitsOf(text, { start: 0, end: text.length })
        for (const { from, to, period, copies } of repetitionsOf(units)) {
          expect(to - from).toBe(period * copies)
          for (let index = from + period; index < to; index++) {
            expect(units[index]!.form).toBe(units[index - period]!.form)
          }
        }
      }),
    )
  })
})
