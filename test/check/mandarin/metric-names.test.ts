import { expect, it } from 'vitest'
import { metricNames } from '../../../src/check/mandarin/metric-names.js'
import { textOf } from '../../../src/text/spans.js'
import { alignedFrom } from '../../support/aligned.js'

function readings(mandarin: string, interpretation: string): string[] {
  const doc = alignedFrom(`Wang Lin: <m><1>${mandarin}</m> <i><1>${interpretation}</i>`)
  return metricNames(doc).map((reading) => `${textOf(doc.text, reading)} → ${reading.said}`)
}

it.each([
  [
    'The net profit reached 12.5 billion yuan.',
    'Operating profit reached RMB 1.25 billion.',
    ['net → operating'],
  ],
  ['The gross profit was 21.3%.', 'Gross margin was 21.3%.', ['profit → margin']],
  ['The net income was 21.3%.', 'Gross margin was 21.3%.', ['net income → gross margin']],
])('holds "%s" against the name of the same figure', (mandarin, interpretation, expected) => {
  expect(readings(mandarin, interpretation)).toEqual(expected)
})

it.each([
  ['The net profit reached 125 million yuan.', 'Net income reached RMB 125 million.'],
  ['The net profit reached 125 million yuan.', 'Operating profit reached RMB 431 million.'],
  ['The rate of the net profit was 21.3%.', 'Net margin was 21.3%.'],
  ['The revenue reached 125 million yuan.', 'Operating profit reached RMB 125 million.'],
])('leaves "%s" beside "%s" alone', (mandarin, interpretation) => {
  expect(readings(mandarin, interpretation)).toEqual([])
})
