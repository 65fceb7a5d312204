import { expect, it } from 'vitest'
import { calqueCandidates } from '../../../src/check/mandarin/calques.js'
import { judgeCalques } from '../../../src/check/mandarin/judge.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import { textOf } from '../../../src/text/spans.js'
import { alignedFrom } from '../../support/aligned.js'

const docOf = (mandarin: string, interpretation: string) =>
  alignedFrom(`Wang Lin: <m><1>${mandarin}</m> <i><1>${interpretation}</i>`)

function readings(mandarin: string, interpretation: string): string[] {
  const doc = docOf(mandarin, interpretation)
  return judgeCalques(doc.text, calqueCandidates(doc, defaultLexicon())).map(
    ({ reading }) => `${textOf(doc.text, reading)} → ${reading.said}`,
  )
}

it.each([
  ['The hair rate of this product is high.', 'Its gross margin is high.', ['hair rate → gross margin']],
  ['The end tour is stable.', 'PC games were stable.', ['end tour → PC games']],
  [
    'We did not rely on buying quantity.',
    'We did not rely on user acquisition.',
    ['buying quantity → user acquisition'],
  ],
  ['It has the most gold entry.', 'It has the most deposits.', ['gold entry → deposits']],
  [
    'We also sell a light quantity version.',
    'We also sell a lightweight version.',
    ['light quantity → lightweight'],
  ],
])('reads "%s" by the meanings of a term\'s characters', (mandarin, interpretation, expected) => {
  expect(readings(mandarin, interpretation)).toEqual(expected)
})

it('takes only the words that differ, in the number of those heard', () => {
  expect(
    readings('In the past three seasons it was good.', 'In the past three quarters it was good.'),
  ).toEqual(['seasons → quarters'])
})

it('finds nothing where both sides say the same', () => {
  expect(
    readings('The gross margin of the quarter is high.', 'Gross margin of the quarter is high.'),
  ).toEqual([])
})

it('takes words of the interpretation that sound like the term for it', () => {
  expect(readings('The price of the silicon piece rose.', 'The price of waivers rose.')).toEqual([
    'silicon piece → wafer',
  ])
})
