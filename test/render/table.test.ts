import { describe, expect, test } from 'vitest'
import { csvCell, markdownCell, tsvCell } from '../../src/render/table.js'

describe('table cells', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1'])(
    '%j is no formula for a spreadsheet',
    (words) => {
      expect(csvCell(words).replace(/^"/u, '').startsWith("'")).toBe(true)
      expect(tsvCell(words).startsWith("'")).toBe(true)
    },
  )

  test('a number stays a number', () => {
    expect(csvCell(-1.5)).toBe('-1.5')
  })

  test('comma-separated values are quoted where needed', () => {
    expect(csvCell('a, "b"\nc')).toBe('"a, ""b""\nc"')
    expect(csvCell('plain')).toBe('plain')
  })

  test('tab-separated values and Markdown stay on one line', () => {
    expect(tsvCell('a\tb\r\nc')).toBe('a b c')
    expect(markdownCell('a|b\n*c*')).toBe('a\\|b \\*c\\*')
  })
})
