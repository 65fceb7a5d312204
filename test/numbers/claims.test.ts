import { describe, expect, it } from 'vitest'
import { claimsOf } from '../../src/numbers/claims.js'
import { textOf } from '../../src/text/spans.js'
import { alignedFrom } from '../support/aligned.js'

/** Each figure as `role figure`, with what else was asked for. */
function told(words: string, more: 'metric' | 'period' | 'change' | 'nothing' = 'nothing'): string[] {
  const doc = alignedFrom(`Li Na: ${words}`)
  return claimsOf(doc).map(({ figure, role, metric, period, direction, basis }) => {
    const detail = {
      metric: metric?.key.trim().replaceAll(/ +/g, ' '),
      period: period?.kind === 'named' ? period.name : period?.kind,
      change: [direction, basis].filter(Boolean).join(' '),
      nothing: undefined,
    }[more]
    return `${role} ${textOf(doc.text, figure.figure)}${detail ? ` (${detail})` : ''}`
  })
}

describe('the roles of figures', () => {
  it.each([
    [
      'Revenue was RMB 2.5 billion, up 31% from RMB 1.9 billion.',
      ['level 2.5 billion', 'change 31%', 'base 1.9 billion'],
    ],
    [
      'Costs increased by 15% year-over-year, from RMB 674 million to RMB 776 million this quarter.',
      ['change 15%', 'base 674 million', 'level 776 million'],
    ],
    ['Revenue increased to RMB 2.5 billion from RMB 1.9 billion.', ['level 2.5 billion', 'base 1.9 billion']],
    [
      'Revenue was RMB 726 million, compared with RMB 710 million in the same quarter last year.',
      ['level 726 million', 'base 710 million'],
    ],
    [
      'Net loss was RMB 588 million, compared with a net loss of RMB 1,013 million a year ago, a decrease of 42%.',
      ['level 588 million', 'base 1,013 million', 'change 42%'],
    ],
    [
      'Revenue reached RMB 880 million, representing a 12.5% year-over-year increase.',
      ['level 880 million', 'change 12.5%'],
    ],
    ['Gross margin rose to 16%, up from 15% in the previous quarter.', ['level 16%', 'base 15%']],
    [
      'Subscription revenue was RMB 398 million and accounted for 53.6% of total revenue.',
      ['level 398 million', 'share 53.6%'],
    ],
    [
      'Gross profit was RMB 393 million, increased by 28% year-over-year and 12% quarter-over-quarter.',
      ['level 393 million', 'change 28%', 'change 12%'],
    ],
    ['Expenses were RMB 421 million. decreased by 17% year-over-year.', ['level 421 million', 'change 17%']],
    [
      'Expenses were RMB 684 million, decrees by 7.8% from RMB 742 million.',
      ['level 684 million', 'change 7.8%', 'base 742 million'],
    ],
  ])('%s', (words, expected) => {
    expect(told(words)).toEqual(expected)
  })

  it('starts a new statement where other words come between', () => {
    const doc = alignedFrom(
      'Li Na: Revenue was RMB 5 billion, and we opened a plant for RMB 2 billion, up 5%.',
    )
    expect(claimsOf(doc).map(({ statement }) => statement)).toEqual([0, 1, 1])
  })
})

describe('what is measured', () => {
  it.each([
    ['Our total net revenues were RMB 2.5 billion.', 'revenue'],
    ['Revenues from public cloud services were RMB 1.8 billion.', 'revenue cloud public service'],
    ['Adjusted growth margin was 16%.', 'gross margin adjusted'],
    ['Non-GAAP net income was RMB 22 million.', 'net profit adjusted'],
    ['Loss from operations was RMB 22 million.', 'operating profit'],
    ['Sales and marketing expenses were RMB 159 million.', 'marketing expenses'],
  ])('%s', (words, key) => {
    expect(told(words, 'metric')[0]).toContain(`(${key})`)
  })
})

describe('when', () => {
  it.each([
    ['Cash totaled RMB 4.0 billion as of September 30, 2025.', 'as of september 30, 2025'],
    ['Revenue was RMB 1.9 billion in the same quarter last year.', 'year-ago'],
    ['Margin was 15% in the previous quarter.', 'previous'],
    ['Revenue was RMB 1.9 billion this quarter.', 'current'],
    ['Revenue was RMB 1.9 billion in the first nine months.', 'first nine months'],
    ['For the fourth quarter, we expect revenue to be RMB 1.9 billion.', 'coming'],
  ])('%s', (words, period) => {
    expect(told(words, 'period')[0]).toContain(`(${period})`)
  })
})

describe('changes', () => {
  it('have a direction and a basis', () => {
    expect(
      told('Costs were RMB 421 million, down 17% year-over-year and up 2% sequentially.', 'change'),
    ).toEqual(['level 421 million', 'change 17% (down yoy)', 'change 2% (up qoq)'])
  })

  it('are read in Han too', () => {
    expect(told('第三季度收入24.78亿元，同比增长31%。')).toEqual(['level 24.78亿', 'change 31%'])
  })
})

it('gives every figure one claim, in order, also on odd input', () => {
  for (const words of [
    '',
    '5',
    '5% 5% 5%',
    'up from',
    '，，，3亿',
    '2873,000 1,78.5',
    'from 5% to from 6%',
  ]) {
    const starts = claimsOf(alignedFrom(`Li Na: ${words}`)).map(({ figure }) => figure.start)
    expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
  }
})
