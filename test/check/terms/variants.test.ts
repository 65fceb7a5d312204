import { describe, expect, it } from 'vitest'
import { variants } from '../../../src/check/terms/variants.js'

const { areVariants, areSpelledAlike, areInflections, shareStems } = variants()

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

describe('areSpelledAlike', () => {
  it.each([
    ['neighbouring', 'neighboring'],
    ['totalling', 'totaling'],
    ['centre', 'center'],
    ['utilisation', 'utilizations'],
    ['programme', 'program'],
    ['and short term', 'short-term'],
    ['attributed', 'attributed to'],
  ])('takes %s and %s for one spelling, or words of grammar', (heard, said) => {
    expect(areSpelledAlike(heard, said)).toBe(true)
  })

  it.each([
    ['rise', 'rice'],
    ['filling', 'filing'],
    ['growth margin', 'gross margin'],
    ['rolling of', 'rolling off'],
  ])('tells %s from %s', (heard, said) => {
    expect(areSpelledAlike(heard, said)).toBe(false)
  })
})

describe('areInflections', () => {
  it('sees through number, tense and person, and no further', () => {
    expect(areInflections('broadcasted', 'broadcast')).toBe(true)
    expect(areInflections('broke even', 'break-even')).toBe(true)
    expect(areInflections('starts production', 'start production')).toBe(true)
    expect(areInflections('equivalence', 'equivalents')).toBe(false)
    expect(areInflections('material', 'materially')).toBe(false)
  })
})
