import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faults } from '../../support/faults.js'

const million = (value: number): string => `RMB ${value.toFixed(1)} million`

describe('a change and its two amounts', () => {
  const amounts = fc.record({
    base: fc.integer({ min: 1000, max: 90_000 }),
    growth: fc.integer({ min: 1, max: 990 }),
  })

  it('are silent where they agree, however they were rounded', () => {
    fc.assert(
      fc.property(amounts, ({ base, growth }) => {
        const [then, now] = [base / 10, (base / 10) * (1 + growth / 1000)]
        const change = (now / then - 1) * 100
        expect(
          faults(`Li Na: Revenue was ${million(now)}, up ${change.toFixed(0)}% from ${million(then)}.`),
        ).toEqual([])
      }),
    )
  })

  it('give the teen for the ten that was heard', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(13, 14, 15, 16, 17, 18, 19), ({ base }, teen) => {
        const then = base / 10
        const words = `Li Na: Revenue was ${million(then * (1 + teen / 100))}, up ${(teen - 10) * 10}% from ${million(then)}.`
        expect(faults(words)).toEqual([`${(teen - 10) * 10}% → ${teen}`])
      }),
    )
  })
})

describe('one wrong figure among many', () => {
  it('is the amount where a sum contradicts it too', () => {
    expect(
      faults(
        'Li Na: Net loss was RMB 584.4 million, compared with RMB 1,013.2 million a year ago, a decrease of 41.9%. Adjusted net loss was RMB 497.5 million, after adding back share-based compensation of RMB 90.9 million.',
      ),
    ).toEqual(['584.4 million → 588400000'])
  })

  it('is one of two in a sum, each with a change of its own', () => {
    expect(
      faults(
        'Li Na: Revenue was RMB 3,426.5 million, up 9.2% from RMB 3,318.7 million. Revenue from containers was RMB 2,087.4 million, up 14.3% from RMB 1,826.0 million. Revenue from bulk was RMB 896.3 million, down 6.5% from RMB 958.6 million. Revenue from logistics was RMB 442.8 million, an increase of 25% from RMB 345.1 million.',
      ),
    ).toEqual(['3,318.7 million → 3138700000', '345.1 million → 354100000'])
  })

  it('is one of two lines of the revenue, which the sum alone would not show', () => {
    expect(
      faults(
        'Li Na: Total revenue was RMB 7,845.2 million. Passenger revenue was RMB 7,142.8 million, up 6.6% from RMB 6,700.6 million. Cargo revenue was RMB 368.9 million, up 21.5% from RMB 318.5 million. Other revenue was RMB 351.5 million, up 8.9% from RMB 289.7 million.',
      ),
    ).toEqual(['368.9 million → 386900000', '351.5 million → 315500000'])
  })

  it('is computed where two contradictions agree and no mishearing explains it', () => {
    expect(
      faults(
        'Li Na: Total revenue was RMB 742.6 million, up 18.3% from RMB 627.7 million a year ago. Subscription revenue was RMB 398.4 million, up 31.2% from RMB 303.7 million. Service revenue was RMB 344.2 million, up 6.2% from RMB 340 million.',
      ),
    ).toEqual(['340 million → 324000000'])
  })

  it('is not sought among guidance and figures of other periods', () => {
    expect(
      faults(
        'Li Na: Revenue was RMB 1,864 million. Gross profit was RMB 802 million. For the fourth quarter, we guide gross margin of 42% to 44%.',
      ),
    ).toEqual([])
  })

  it('is reported without a repair that sounds alike when the arithmetic leaves no doubt', () => {
    expect(faults('Li Na: Revenue was RMB 885.0 million, up 77% from RMB 640.0 million.')).toEqual([
      '77% → 38',
    ])
  })
})

describe('what a whole demands of its parts', () => {
  it.each([
    [
      'lines told before their total',
      'Fulfillment expenses were RMB 348 million. Marketing expenses were RMB 702 million. Administrative expenses were RMB 148 million. So total operating expenses were RMB 1,918 million.',
      '1,918 million → 1198000000',
    ],
    [
      'lines of a year ago, by their growth',
      'Total revenue was RMB 1,000.0 million, up 25% from RMB 800.0 million. Product revenue was RMB 650.0 million, up 13%. Service revenue was RMB 350.0 million, up 17% from RMB 300.0 million.',
      '13% → 30',
    ],
    [
      'a part that cannot be larger than the whole',
      'Total trading volume was RMB 1.36 billion, of which funds were RMB 982 billion and bonds RMB 318 billion.',
      '1.36 billion → 1360000000000',
    ],
    [
      'free cash flow',
      'Operating cash flow was RMB 612.7 million. Capital expenditure was RMB 84.5 million, so free cash flow was RMB 582.2 million.',
      '582.2 million → 528200000',
    ],
    [
      'a cost as a share of revenue, a year ago',
      'Total revenue was RMB 5,274 million, up 15% from RMB 4,586 million. Marketing expenses were RMB 702 million, an increase of 5.1%, and went down to 13.3% of revenue from 40.6%.',
      '40.6% → 14.6',
    ],
  ])('%s', (_, words, fault) => {
    expect(faults(`Li Na: ${words}`)).toEqual([fault])
  })

  it('gives the one wrong figure of any consistent set of lines', () => {
    const lines = fc.array(fc.integer({ min: 1100, max: 9900 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(lines, ([a, b, c]) => {
        const total = a! + b! + c!
        const digits = String(total)
        const swapped = Number(digits.slice(0, -3) + digits.at(-2)! + digits.at(-3)! + digits.at(-1)!)
        const words = (of: number): string =>
          `Li Na: Selling expenses were ${million(a! / 10)}. R&D expenses were ${million(b! / 10)}. Administrative expenses were ${million(c! / 10)}. So total operating expenses were ${million(of / 10)}.`
        expect(faults(words(total))).toEqual([])
        if (swapped !== total) expect(faults(words(swapped))[0]).toMatch(/→ \d+$/u)
      }),
    )
  })
})
