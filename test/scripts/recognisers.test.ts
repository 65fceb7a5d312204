import { describe, expect, it } from 'vitest'
import { align, effectsOn } from '../../scripts/recognisers/alignment.js'
import { plainConfusions } from '../../scripts/recognisers/baseline.js'
import { logOddsOf, regress } from '../../scripts/recognisers/logistic.js'

describe('align', () => {
  it('pairs equal words on a path of fewest edits', () => {
    expect([...align(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])]).toEqual([0, 2, 3])
    expect([...align([], ['a'])]).toEqual([])
    expect([...align(['a'], [])]).toEqual([-1])
  })
})

describe('effectsOn', () => {
  const text = 'our growth margin was strong and we grew our customer bases again'
  const effectOf = effectsOn(text, 'Our gross margin was strong, and we grew our customer base again.')
  const put = (heard: string, insert: string) =>
    effectOf({ start: text.indexOf(heard), end: text.indexOf(heard) + heard.length, insert })

  it('tells whether a replacement comes nearer to the reference', () => {
    expect(put('growth', 'gross')).toMatchObject({ isRight: true })
    expect(put('growth', 'gross').gain).toBeGreaterThan(0)
    expect(put('growth', 'grass')).toMatchObject({ isRight: false })
    expect(put('strong', 'wrong').gain).toBeLessThan(0)
  })

  it('takes "gap" in the reference for a slip', () => {
    const heard = 'the non gap measures'
    const effect = effectsOn(heard, 'the non-gap measures')
    expect(effect({ start: 4, end: 11, insert: 'non-GAAP' }).gain).toBeGreaterThan(0)
  })
})

it('replaces the longest of a plain list', () => {
  const rows = [
    { heard: 'bed', said: 'bad', count: 2 },
    { heard: 'bed dead', said: 'bad debt', count: 3 },
  ]
  expect(plainConfusions('a bed dead. bed', rows).map(({ insert }) => insert)).toEqual(['bad debt', 'bad'])
})

it('learns which value tells', () => {
  const observations = Array.from({ length: 200 }, (_, index) => ({
    values: [index / 100, (index * 37) % 11],
    isSo: index > 100,
    weight: 1,
  }))
  const learnt = regress(observations, 0.1)
  expect(logOddsOf(learnt, [1.8, 5])).toBeGreaterThan(0)
  expect(logOddsOf(learnt, [0.2, 5])).toBeLessThan(0)
  expect(Math.abs(learnt.weights[1]!)).toBeLessThan(Math.abs(learnt.weights[0]!))
})
