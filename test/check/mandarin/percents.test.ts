import { expect, it } from 'vitest'
import { percentsIn } from '../../../src/check/mandarin/percents.js'
import { textOf } from '../../../src/text/spans.js'
import { alignedFrom } from '../../support/aligned.js'

function readings(mandarin: string, interpretation: string): string[] {
  const doc = alignedFrom(`Wang Lin: <m><1>${mandarin}</m> <i><1>${interpretation}</i>`)
  return percentsIn(doc).map((reading) => `${textOf(doc.text, reading)} → ${reading.said}`)
}

it.each([
  ['The income grew by 11.', 'Revenue grew by 11%.', ['11 → 11%']],
  ['The income has increased by eighty.', 'Revenue increased by 80%.', ['eighty → 80%']],
  ['It accounts for 10 points 8 now.', 'It now accounts for 10.8%.', ['10 points 8 → 10.8%']],
  ['The rent is down 21 point this year.', 'Rents are down 21% this year.', ['21 point → 21%']],
  ['We grew by 11 and 11% in the two years.', 'We grew by 11% in two years.', []],
  ['The income of 11 stores grew.', 'Revenue of 11 stores grew by 11%.', []],
  ['The gross profit rate is 31 now.', 'Gross margin is now 31%.', []],
])('reads "%s" beside "%s"', (mandarin, interpretation, expected) => {
  expect(readings(mandarin, interpretation)).toEqual(expected)
})
