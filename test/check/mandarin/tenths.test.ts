import { expect, it } from 'vitest'
import { tenthsIn } from '../../../src/check/mandarin/tenths.js'
import { textOf } from '../../../src/text/spans.js'
import { alignedFrom } from '../../support/aligned.js'

function readings(mandarin: string, interpretation: string): string[] {
  const doc = alignedFrom(`Wang Lin: <m><1>${mandarin}</m> <i><1>${interpretation}</i>`)
  return tenthsIn(doc).map((reading) => `${textOf(doc.text, reading)} → ${reading.said}`)
}

it.each([
  ['The opening rate is about seven into.', 'Utilization is about 70%.', ['seven into → 70%']],
  ['The price fell by four into three.', 'The price fell by 43%.', ['four into three → 43%']],
  ['A cup sells for 19 pieces.', 'A cup sells for RMB 19.', ['pieces → yuan']],
  ['Each order rose by two hair.', 'Each order rose by RMB 0.2.', ['two hair → RMB 0.2']],
  [
    'It rose by three to four cents.',
    'It rose by RMB 0.03 to RMB 0.04.',
    ['three to four cents → RMB 0.03 to RMB 0.04'],
  ],
])('reads "%s" by the value that the interpretation has', (mandarin, interpretation, expected) => {
  expect(readings(mandarin, interpretation)).toEqual(expected)
})

it.each([
  ['We put seven into the store.', 'We put seven in the store, or 7%.'],
  ['We sold 19 pieces of it.', 'We sold 19 pieces of it for RMB 200.'],
  ['It costs five cents.', 'It costs 5 cents.'],
])('leaves "%s" alone', (mandarin, interpretation) => {
  expect(readings(mandarin, interpretation)).toEqual([])
})
