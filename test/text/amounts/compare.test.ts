import { describe, expect, test } from 'vitest'
import { findAmounts, powerOfTenApart, sameValue, type Amount } from '../../../src/text/amounts/amounts.js'

function amount(text: string): Amount {
  const found = findAmounts(text)
  expect(found, text).toHaveLength(1)
  return found[0]!
}

describe('sameValue', () => {
  test.each([
    ['2.48 billion', '2,478 million'],
    ['RMB 2.48 billion', '24.78亿元'],
    ['15.36 million', '一千五百三十六万'],
    ['1.75 billion', '1,752.3 million'],
    ['49%', '百分之四十九'],
    ['half of the revenue', '50%'],
    ['三分之一', '33%'],
    ['50 basis points', '0.5 percentage points'],
    ['doubled', '翻了一番'],
    ['0.1 percent', '0.10 percent'],
  ])('%s is %s', (a, b) => {
    expect(sameValue(amount(a), amount(b))).toBe(true)
    expect(sameValue(amount(b), amount(a))).toBe(true)
  })

  test.each([
    ['1,165.5 million', '1,175.5 million'],
    ['15%', '16%'],
    ['15%', '15 million'],
    ['5%', '5 percentage points'],
    ['2.48 billion', '2.49 billion'],
    ['24.8 billion yuan', '24.78亿元'],
    ['minus 7%', '7%'],
    ['2873,000 yuan', '2,873,000 yuan'],
  ])('%s is not %s', (a, b) => {
    expect(sameValue(amount(a), amount(b))).toBe(false)
  })
})

describe('powerOfTenApart', () => {
  test.each([
    ['24.8 billion yuan', 'RMB 2.48 billion', -1],
    ['24.8 billion yuan', '24.78亿元', -1],
    ['1,536,000 yuan', 'RMB 15.36 million', 1],
    ['2.48 million', '2.48 billion', 3],
    ['300 million', '3 billion', 1],
    ['2.48 billion', '2,478 million', 0],
    ['30 stores', '30 stores', 0],
    ['3 stores', '30 stores', undefined],
    ['5%', '50%', undefined],
    ['15%', '150%', 1],
    ['2.4 billion', '25 billion', undefined],
    ['15%', '150 million', undefined],
    ['zero percent', '0%', 0],
  ] as const)('%s → %s: %s', (a, b, power) => {
    expect(powerOfTenApart(amount(a), amount(b))).toBe(power)
  })
})
