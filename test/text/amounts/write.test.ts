import { describe, expect, test } from 'vitest'
import { findAmounts, writeEnglish } from '../../../src/text/amounts/amounts.js'

describe('writeEnglish', () => {
  test.each([
    [2.48e9, '24.8 billion yuan', '2.48 billion'],
    [1.536e7, '1,536,000 yuan', '15.36 million'],
    [28_730_000, '2873,000 yuan', '28.73 million'],
    [12_345_678, '1,345,678 users', '12,345,678'],
    [15, '50%', '15%'],
    [15, '50 percent', '15'],
    [15, 'fifty percent', 'fifteen'],
    [7.5, '75%', '7.5%'],
    [3.5e9, 'two point five billion', 'three point five billion'],
    [1.175e9, 'RMB 1,165.0 million', '1,175.0 million'],
    [2.48e9, 'RMB 2,478 million', '2,480 million'],
    [3.93e8, '3.9 billion yuan', '393 million'],
    [2.478e9, '24.78亿元', '2.478 billion'],
    [49, '百分之四十', '49%'],
    [80, '八成', '80%'],
    [0.15, '50 cents', '15'],
    [320, '230 stores', '320'],
    [8, '80 percentage points', '8'],
    [250_000, '25k users', '250k'],
    [-7, '7%', '-7%'],
    [-7, 'minus 70%', '7%'],
  ])('%d like "%s" is "%s"', (value, like, written) => {
    expect(writeEnglish(value, findAmounts(like)[0]!)).toBe(written)
  })
})
