import { expect, it } from 'vitest'
import { pinyinWords } from '../../../src/check/mandarin/pinyin-words.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import { textOf } from '../../../src/text/spans.js'
import { alignedFrom } from '../../support/aligned.js'

function readings(marked: string): string[] {
  const doc = alignedFrom(marked)
  return pinyinWords(doc, defaultLexicon()).map((reading) => `${textOf(doc.text, reading)} → ${reading.said}`)
}

const aligned = (mandarin: string, interpretation: string): string =>
  `Wang Lin: <m><1>${mandarin}</m> <i><1>${interpretation}</i>`

it.each([
  ['The maoli is good.', 'Gross profit was good.', ['maoli → gross profit']],
  ['The maoli level is good.', 'We are at a good margin.', ['maoli → gross margin']],
  ['The maoli rate is good.', 'Gross margin was good.', ['maoli rate → gross margin']],
  ['It tongbi increased.', 'It increased year on year.', ['tongbi → year on year']],
  ['The ying shou is good.', 'Revenue was good.', ['ying shou → revenue']],
  ['Please ask Maoli to speak.', 'Maoli will speak.', []],
])('reads "%s" beside "%s"', (mandarin, interpretation, expected) => {
  expect(readings(aligned(mandarin, interpretation))).toEqual(expected)
})

it('reads whole words in small letters without an interpretation', () => {
  expect(readings('Wang Lin: Our maoli was high, and Tongbi is our partner.')).toEqual([
    'maoli → gross profit',
  ])
})
