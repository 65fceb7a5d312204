import readXlsxFile from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { countFigures, tieOut } from '../../../../src/check/numbers/report/tie-out.js'
import { tieOutCsv, tieOutJson, tieOutMarkdown, tieOutText } from '../../../../src/cli/tie-out.js'
import { check } from '../../../../src/pipeline.js'
import { figuresXlsx } from '../../../../src/render/figures-table.js'
import { alignedFrom } from '../../../support/aligned.js'

const text =
  'Li Na: Cloud revenue was RMB 1,200 million, up 50% from RMB 1,000 million in the same quarter last year. Gross profit was RMB 300 million, up 50% from RMB 200 million. We see two reasons for this. We have 31 stores.'
const doc = alignedFrom(text)
const figures = tieOut(doc, check(doc))

it('tells of every figure whether it agrees, is contradicted or was not checked', () => {
  expect(figures.map(({ words, outcome }) => [words, outcome])).toEqual([
    ['RMB 1,200 million', 'unchecked'],
    ['50%', 'contradicted'],
    ['RMB 1,000 million', 'unchecked'],
    ['RMB 300 million', 'agrees'],
    ['50%', 'agrees'],
    ['RMB 200 million', 'agrees'],
    ['31', 'unchecked'],
  ])
  expect(countFigures(figures)).toEqual({ total: 7, checked: 4, contradicted: 1 })
})

it('names the measure, its part, the period and what each is held against', () => {
  expect(figures[2]).toMatchObject({
    metric: 'revenue',
    entity: 'cloud',
    period: 'a year ago',
    role: 'base',
    value: 1_000_000_000,
    checks: [
      { kind: 'change', holds: false },
      { kind: 'direction', holds: true },
    ],
  })
})

it('is written as a workbook, with the values as numbers', async () => {
  const workbook = Buffer.from(await figuresXlsx(doc.text, figures))
  const [header, first] = await readXlsxFile(workbook).then((sheets) => sheets[0]!.data)
  expect(header!.slice(0, 4)).toEqual(['line', 'figure', 'value', 'metric'])
  expect(first!.slice(0, 5)).toEqual(['1:30', 'RMB 1,200 million', 1_200_000_000, 'revenue', 'cloud'])
})

it('is written as text, Markdown, CSV and JSON', () => {
  const tied = { path: '=call.txt', text: doc.text, figures }
  expect(tieOutText(tied, (_, words) => words)).toContain('figures: 7, checked: 4, contradicted: 1')
  expect(tieOutMarkdown(tied)).toContain('| 1:48 | 50% | revenue | cloud |')
  expect(tieOutCsv(tied, true).split('\n')[2]).toMatch(/^'=call\.txt,1:48,50%,revenue,cloud,/u)
  expect(JSON.parse(tieOutJson(tied, false))).toMatchObject({ summary: { total: 7 } })
})

it('takes no figure for checked that is merely of a likely size', () => {
  const call = alignedFrom(
    'Li Na: Total revenue was RMB 412.6 million. For the next quarter we expect revenue of RMB 437 million.',
  )
  expect(tieOut(call, []).map(({ outcome, checks }) => [outcome, checks])).toEqual([
    ['unchecked', []],
    ['unchecked', []],
  ])
})
