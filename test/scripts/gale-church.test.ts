import { expect, test } from 'vitest'
import { alignByLength } from '../../scripts/evaluation/gale-church.js'
import { readTranscript } from '../../src/read/read.js'
import { segmentTranscript } from '../../src/segment/segment.js'
import { textOf } from '../../src/text/spans.js'
import type { Aligned } from '../../src/types.js'

const mandarin = ['我们今天开会。', '公司第三季度的收入同比增长了百分之十五达到二十亿元人民币。']
const interpretation = [
  'We meet today now.',
  'The revenue of the company grew by 15 percent year over year to RMB 2 billion.',
]

test('sentences are paired by their lengths', () => {
  const text = `Chen Lu: ${mandarin.join('')} ${interpretation.join(' ')}`
  const segmented = segmentTranscript(readTranscript(text))
  const border = text.indexOf('We meet')
  const span = (start: number, end: number, origin: 'mandarin' | 'interpretation') => {
    return { start, end, origin, confidence: 1, turn: 0 }
  }
  const origins = [span(9, border - 1, 'mandarin'), span(border, text.length, 'interpretation')]
  const doc: Aligned = { ...segmented, origins, beads: [] }
  for (const stretch of ['call', 'passage'] as const) {
    const words = alignByLength(doc, stretch).map((bead) =>
      [bead.mandarin, bead.interpretation].map((spans) => spans.map((one) => textOf(text, one)).join(' ')),
    )
    expect(words).toEqual(mandarin.map((sentence, index) => [sentence, interpretation[index]]))
  }
})
