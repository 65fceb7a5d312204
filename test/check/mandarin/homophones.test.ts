import { expect, it } from 'vitest'
import { homophonesIn } from '../../../src/check/mandarin/homophones.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import { textOf } from '../../../src/text/spans.js'
import { alignedFrom } from '../../support/aligned.js'

function readings(mandarin: string, interpretation: string): string[] {
  const doc = alignedFrom(`Wang Lin: <m><1>${mandarin}</m>\n\nLi Na: <i><1>${interpretation}</i>`)
  return homophonesIn(doc, defaultLexicon()).map(
    (reading) => `${textOf(doc.text, reading)} → ${reading.said}`,
  )
}

it.each([
  ['我们的受信额度增长了。', 'Our credit lines grew.', ['受信 → 授信']],
  ['第三季度营手增长了。', 'Revenue grew in the third quarter.', ['营手 → 营收']],
  ['第三季度營手增長了。', 'Revenue grew in the third quarter.', ['營手 → 营收']],
  ['第三季度营收增长了。', 'Revenue grew in the third quarter.', []],
])('reads "%s" beside "%s"', (mandarin, interpretation, expected) => {
  expect(readings(mandarin, interpretation)).toEqual(expected)
})
