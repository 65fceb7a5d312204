import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { findAmounts, writeChinese } from '../../../src/text/amounts/amounts.js'
import { spellChinese } from '../../../src/text/amounts/write-chinese.js'

describe('writeChinese', () => {
  test.each([
    [5.38e9, '5.38億元', '53.8億'],
    [12.68e9, '1,268億元', '126.8億'],
    [48_600, '4,860台', '48,600'],
    [150, '1,500台', '150'],
    [8e7, '8億元', '8000萬'],
    [2.7e7, '2.7亿元', '2700万'],
    [1.86e6, '18.6万平方米', '186万'],
    [3.84e7, '384万', '3840万'],
    [1.2e8, '1200万', '1.2亿'],
    [1.286e6, '一百二十八点六亿', '一百二十八点六万'],
    [2e8, '大概是两千万', '两亿'],
    [2.4e7, '一千二百万', '两千四百万'],
    [15, '百分之五十', '百分之十五'],
    [33.8, '38.3%', '33.8%'],
    [30, '八成', '三成'],
    [35, '八成', '35%'],
  ])('%d like "%s" is "%s"', (value, like, written) => {
    const amount = findAmounts(like)[0]!
    expect(writeChinese(value, amount, like.slice(amount.figure.start, amount.figure.end))).toBe(written)
  })
})

describe('spellChinese', () => {
  property.prop([fc.integer({ min: 10, max: 999_999_999_999 })])('is read back', (value) => {
    expect(findAmounts(`${spellChinese(value)}元`)[0]?.value).toBe(value)
  })
})
