import { expect, test } from 'vitest'
import type { CleanRecord } from '../../src/cli/clean-task.js'
import type { Outcome } from '../../src/cli/run.js'
import { summaryCsv, summaryJson, summaryMarkdown } from '../../src/cli/summary.js'

const record: CleanRecord = {
  summary: {
    words: 120,
    byOrigin: { english: 100, mandarin: 10, interpretation: 10, notice: 0 },
    bySeverity: { error: 2, warning: 1, info: 0 },
    figures: { total: 9, checked: 6, contradicted: 1 },
  },
  byCategory: { number: 2, term: 1 },
  applied: 1,
  left: { error: 1, warning: 1, info: 0 },
}

const outcomes: readonly Outcome<CleanRecord>[] = [
  { path: '=a.txt', milliseconds: 12.4, record },
  { path: 'b|c.txt', milliseconds: 0, failure: 'this is a PDF file, not plain text' },
]

test('the Markdown summary shows the categories that occur and the sums', () => {
  expect(summaryMarkdown(outcomes)).toBe(`# Cleaned transcripts

| file | words | english | mandarin | interpretation | notice | error | warning | info | term | number | figures | figures checked | figures contradicted | put right | milliseconds | status |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
| =a.txt | 120 | 100 | 10 | 10 | 0 | 2 | 1 | 0 | 1 | 2 | 9 | 6 | 1 | 1 | 12 | ok |
| b\\|c.txt |  |  |  |  |  |  |  |  |  |  |  |  |  |  | 0 | this is a PDF file, not plain text |
| all | 120 | 100 | 10 | 10 | 0 | 2 | 1 | 0 | 1 | 2 | 9 | 6 | 1 | 1 | 12 | 1 of 2 ok |
`)
})

test('the summary for spreadsheets has a column for every category and no formulas', () => {
  const [header, first, second] = summaryCsv(outcomes).split('\r\n')
  expect(header!.split(',')).toHaveLength(9 + 15 + 3 + 3)
  expect(first!.startsWith("'=a.txt,120,100,10,10,0,2,1,0,")).toBe(true)
  expect(second!.endsWith(',0,"this is a PDF file, not plain text"')).toBe(true)
})

test('the summary for programs has an object a file', () => {
  expect(JSON.parse(summaryJson(outcomes))).toEqual([
    {
      ...{ file: '=a.txt', status: 'ok', milliseconds: 12, words: 120, putRight: 1 },
      byOrigin: record.summary.byOrigin,
      bySeverity: record.summary.bySeverity,
      figures: record.summary.figures,
      byCategory: record.byCategory,
    },
    { file: 'b|c.txt', status: 'this is a PDF file, not plain text', milliseconds: 0 },
  ])
})
