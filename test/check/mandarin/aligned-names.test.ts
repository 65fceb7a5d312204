import { expect, it } from 'vitest'
import { alignedNames } from '../../../src/check/mandarin/aligned-names.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import { textOf } from '../../../src/text/spans.js'
import { alignedFrom } from '../../support/aligned.js'

function readings(mandarin: string, interpretation: string): string[] {
  const doc = alignedFrom(`Wang Lin: <m><1>${mandarin}</m> <i><1>${interpretation}</i>`)
  return alignedNames(doc, defaultLexicon()).map((name) => `${textOf(doc.text, name)} → ${name.said}`)
}

it.each([
  ['The new chip Lin Shan is on sale.', 'The new Linshan chip is on sale.', ['Lin Shan → Linshan']],
  ['We sold the Kaite 2 to the makers.', 'We sold the Kite 2 to the makers.', ['Kaite → Kite']],
  ['We opened in France this year.', 'We opened the French market this year.', []],
  ['We opened in Wuhan this year.', 'We opened in Wuhan and Hankou this year.', []],
  ['We opened in Harbin this year.', 'We opened in Chengdu this year.', []],
])('reads "%s" beside "%s"', (mandarin, interpretation, expected) => {
  expect(readings(mandarin, interpretation)).toEqual(expected)
})
