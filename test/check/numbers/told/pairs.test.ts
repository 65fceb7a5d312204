import { expect, it } from 'vitest'
import { figurePairs } from '../../../../src/check/numbers/told/pairs.js'
import { scaleFaults } from '../../../../src/check/numbers/direct/scale.js'
import { textOf } from '../../../../src/text/spans.js'
import { alignedFrom } from '../../../support/aligned.js'

function pairs(mandarin: string, interpretation: string): string[] {
  const doc = alignedFrom(`Wang Lin: <m><1>${mandarin}</m> <i><1>${interpretation}</i>`)
  return figurePairs(doc).map(
    (pair) =>
      `${textOf(doc.text, pair.mandarin.figure)} ${pair.relation} ${textOf(doc.text, pair.interpretation.figure)}`,
  )
}

it.each([
  ['收入24.78亿元。', 'Revenue was RMB 2.478 billion.', ['24.78亿 same 2.478 billion']],
  ['The income is 24.8 billion yuan.', 'Revenue was RMB 2.48 billion.', ['24.8 billion scale 2.48 billion']],
  ['The profit is 6.7 billion yuan.', 'Profit was RMB 691 million.', ['6.7 billion near 691 million']],
  ['The delivery is 412,086 units.', 'We delivered 41,286 vehicles.', ['412,086 near 41,286']],
  ['The goal is 200,000 units.', 'The target is 20,000 units.', ['200,000 scale 20,000']],
  ['The profit is 2873,000 yuan.', 'Profit was RMB 28.73 million.', ['2873,000 unread 28.73 million']],
  [
    'It is 53 billion, an increase of 34%.',
    'It grew 34% to RMB 5.3 billion.',
    ['34% same 34%', '53 billion scale 5.3 billion'],
  ],
  ['We have three stores.', 'Sales reached RMB 2.36 billion.', []],
])('pairs the figures of "%s" and "%s"', (mandarin, interpretation, expected) => {
  expect(pairs(mandarin, interpretation)).toEqual(expected)
})

it('pairs what sounds alike in beads side by side', () => {
  const doc = alignedFrom(
    'Wang Lin: <m><1>我会建议恢复配息，</m><m><2>配息率不低于五成。</m> <i><1>I will propose to pay again, with a payout of no less than 15%.</i><i><2>We can bear it.</i>',
  )
  expect(figurePairs(doc).map(({ relation, certain }) => ({ relation, certain }))).toEqual([
    { relation: 'other', certain: true },
  ])
})

it('blames the interpretation where two mentions tell the value of the machine English', () => {
  const doc =
    alignedFrom(`Wang Lin: <m><1>The income is 2.48 billion yuan.</m> <i><1>Revenue was RMB 24.8 billion.</i>

Li Na: Revenue was RMB 2,478 million. Again, revenue was RMB 2.48 billion.`)
  const [fault, ...others] = scaleFaults(doc)
  expect(others).toEqual([])
  expect(textOf(doc.text, fault!)).toBe('24.8 billion')
  expect(fault!.start).toBe(doc.text.indexOf('24.8 billion'))
  expect(fault!.suggestions[0]!.text).toBe('2.48 billion')
})

it('writes no zeros that were not said', () => {
  const doc = alignedFrom('Wang Lin: <m><1>净亏损4130万元。</m> <i><1>Net loss was RMB 4.13 million.</i>')
  expect(scaleFaults(doc)[0]!.suggestions[0]!.text).toBe('41.3 million')
})
