import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../src/numbers/reference/facts.js'
import { textOfHtml } from '../../../src/numbers/reference/markup.js'
import { reportedQuarter } from '../../../src/numbers/reference/quarters.js'

const told = (text: string) =>
  factsOf({ name: 'release', text }).facts.map(({ metric, role, value, quarter }) => [
    metric.key.trim(),
    role,
    value,
    quarter,
  ])

const quarter = (year: number, number: number): number => 4 * year + number - 1

describe('facts of a document', () => {
  it('are read from its sentences, converted amounts left out', () => {
    const text =
      'Third Quarter 2025 Results\n\nTotal revenues were RMB2,478.0 million\n(US$348.1 million), an increase of 31.4% from RMB1,885.6 million in the same quarter of 2024.'
    expect(told(text)).toEqual([
      ['revenue', 'level', 2_478_000_000, quarter(2025, 3)],
      ['revenue', 'change', 31.4, quarter(2025, 3)],
      ['revenue', 'base', 1_885_600_000, quarter(2024, 3)],
    ])
  })

  it('are read from tables by the dates above the columns', () => {
    const rows = [
      'Third Quarter 2025 Results',
      '(in thousands)',
      '\tSeptember 30, 2024\tJune 30, 2025\tSeptember 30, 2025',
      'Total revenues\t1,885,600\t2,349,000\t2,478,000',
      'Gross margin\t16.1%\t14.9%\t15.9%',
    ]
    expect(told(rows.join('\n'))).toEqual([
      ['revenue', 'level', 1_885_600_000, quarter(2024, 3)],
      ['revenue', 'level', 2_349_000_000, quarter(2025, 2)],
      ['revenue', 'level', 2_478_000_000, quarter(2025, 3)],
      ['gross margin', 'level', 16.1, quarter(2024, 3)],
      ['gross margin', 'level', 14.9, quarter(2025, 2)],
      ['gross margin', 'level', 15.9, quarter(2025, 3)],
    ])
  })

  it('are read alike from Markdown and HTML', () => {
    const markdown =
      'Third Quarter 2025 (in thousands)\n| | September 30, 2024 | September 30, 2025 |\n|---|---|---|\n| Total revenues | 1,885,600 | 2,478,000 |'
    const html =
      '<p>Third Quarter 2025 (in thousands)</p><table><tr><td></td><td>September 30, 2024</td><td>September 30, 2025</td></tr><tr><td>Total revenues</td><td>1,885,600</td><td>2,478,000</td></tr></table>'
    expect(told(textOfHtml(html))).toEqual(told(markdown))
    expect(told(markdown)).toHaveLength(2)
  })
})

describe('the text of HTML', () => {
  it('has a line for a paragraph and a row, without scripts and comments', () => {
    const html =
      '<head><title>x</title></head><!-- <p>no</p> --><p>Tom &amp; Li&nbsp;&#38; co<br>two</p><script>1 < 2</script><tr><td>a</td><td><p>b</p></td></tr>'
    expect(textOfHtml(html)).toBe('Tom & Li & co\ntwo\na\tb')
  })
})

it('the quarter reported is the first named', () => {
  expect(reportedQuarter('Results for Q3 2025, against the second quarter of 2025')).toBe(quarter(2025, 3))
  expect(reportedQuarter('2025年第三季度业绩')).toBe(quarter(2025, 3))
  expect(reportedQuarter('no quarter, 2025')).toBeUndefined()
})
