import { expect, test } from 'vitest'
import { companyNameOf } from '../../src/cli/company-name.js'
import { readTranscript } from '../../src/read/read.js'

const call = '\n\nOperator: Good morning, and welcome.\n\nAnn Price: Thank you, operator.\n'

const nameOf = (front: string, name = 'call'): string | undefined =>
  companyNameOf(readTranscript(front + call), { path: `${name}.txt`, name })?.name

test.each([
  ['Velora Cloud Holdings Limited (VLRA) Q3 2025 Earnings Call November 20, 2025 7:00 AM ET', 'Velora Cloud'],
  ['# Velora Cloud (VLRA) Q3 2025 Earnings Call Transcript', 'Velora Cloud'],
  ['DRAFT TRANSCRIPT\nQ3 2025 Velora Cloud Group Ltd Earnings Call', 'Velora Cloud'],
  ['Velora Cloud Co., Ltd.\nThird Quarter 2025 Results Conference', 'Velora Cloud'],
  ['Velora Cloud, third quarter 2025 results, conference call of 24 November 2025', 'Velora Cloud'],
  ['维络云控股有限公司2025年第三季度业绩电话会', '维络云'],
])('the company is what a title says besides the period and the call: %s', (front, name) => {
  expect(nameOf(front)).toBe(name)
})

test.each([
  ['velora-cloud-2025q3', 'velora cloud'],
  ['2025-11-20_Velora_Q3_earnings_call', 'Velora'],
  ['velora-2025q3/transcript', 'velora'],
  ['velora/2025-q3', 'velora'],
])('without a title it is told by the names of file and folder: %s', (file, name) => {
  expect(nameOf('', file)).toBe(name)
})

test('where nothing tells, there is none', () => {
  expect(nameOf('', '2025q3/call-001')).toBeUndefined()
})

test('titles and names of files meet in one key', () => {
  const transcript = readTranscript(call)
  const titled = readTranscript(`# Velora Cloud Inc. (VLRA) Q3 2025 Earnings Call Transcript${call}`)
  const input = { path: 'velora-cloud-2025q2.txt', name: 'velora-cloud-2025q2' }
  expect(companyNameOf(transcript, input)!.key).toBe(companyNameOf(titled, input)!.key)
})
