import { describe, expect, it } from 'vitest'
import { variants } from '../../../src/check/terms/variants.js'

const { areVariants, shareStems } = variants()

describe('areVariants', () => {
  it.each([
    ['mark up', 'markup'],
    ['on demand', 'on-demand'],
    ['company', 'companies'],
    ['midsize', 'mid-sized'],
    ['strong', 'stronger'],
    ["company's", 'company'],
    ['the margin', 'margin'],
    ['co-chairman', 'chairman'],
    ['total net revenue', 'net revenue'],
  ])('takes %s and %s for the same words', (heard, said) => {
    expect(areVariants(heard, said)).toBe(true)
  })

  it.each([
    ['growth', 'gross'],
    ['certainties', 'uncertainties'],
    ['weighed', 'weighted'],
    ['acid', 'asset'],
  ])('tells %s from %s', (heard, said) => {
    expect(areVariants(heard, said)).toBe(false)
  })
})

describe('shareStems', () => {
  it('sees through endings', () => {
    expect(shareStems('expected increases', 'expects increased')).toBe(true)
    expect(shareStems('personal', 'personnel')).toBe(false)
  })
})
