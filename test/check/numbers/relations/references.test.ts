import { expect, it } from 'vitest'
import { faultsOf } from '../../../../src/check/numbers/solve.js'
import { textOf } from '../../../../src/text/spans.js'
import { alignedFrom } from '../../../support/aligned.js'

const opening = 'Welcome to the third quarter 2025 earnings call.'
const call = (revenue: string): string =>
  `Operator: ${opening}\n\nLi Na: Total revenue for the third quarter was RMB ${revenue} million, up 30.5% from RMB 950.5 million in the same quarter last year.`
const release = (revenue: string) => ({
  name: 'release.txt',
  text: `Third quarter 2025 results.\n\nTotal revenues were RMB${revenue} million for the third quarter of 2025.`,
})

function faults(words: string, revenue?: string): string[] {
  const doc = alignedFrom(words)
  return faultsOf(doc, revenue === undefined ? [] : [release(revenue)]).map(
    ({ figure, repairs }) => `${textOf(doc.text, figure.figure)} → ${repairs[0]?.value ?? '?'}`,
  )
}

it('tells which figure of a contradiction is wrong: never the one that the document has', () => {
  expect(faults(call('1,420.4'), '1,240.4')).toEqual(['1,420.4 million → 1240400000'])
  expect(faults(call('1,420.4'), '1,420.4')).not.toContain('1,420.4 million → 1240400000')
})

it('says nothing where the document agrees with all', () => {
  expect(faults(call('1,240.4'), '1,240.4')).toEqual([])
})
