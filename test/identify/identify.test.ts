import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { annotate } from '../../src/pipeline.js'
import type { Origin } from '../../src/types.js'

const sample = (name: string): string =>
  readFileSync(new URL(`../../corpora/samples/${name}/transcript.txt`, import.meta.url), 'utf8')
const originsOf = (text: string): Set<Origin> => new Set(annotate(text).origins.map(({ origin }) => origin))

test('a call in English only is English throughout', () => {
  const origins = originsOf(sample('tidewell-leasing-2025q3'))
  expect(origins.has('mandarin')).toBe(false)
  expect(origins.has('interpretation')).toBe(false)
})

test('what is written in Han was spoken in Mandarin', () => {
  const doc = annotate(sample('ruiheng-biopharma-2025q3'))
  const han = doc.segments.filter(({ script }) => script === 'han')
  expect(han.length).toBeGreaterThan(20)
  for (const { start } of han) {
    expect(doc.origins.find((span) => span.start <= start && start < span.end)?.origin).toBe('mandarin')
  }
})

test("a vendor's remark tells of interpretation", () => {
  const text =
    'Bo Wu: [Foreign language]\n\nBo Wu: [Interpreted] Our revenue grew by 20% in the quarter, thanks to new stores.'
  const doc = annotate(text)
  expect(doc.origins.filter(({ origin }) => origin === 'notice').length).toBeGreaterThan(0)
  expect(doc.origins.some(({ origin }) => origin === 'mandarin')).toBe(false)
})

test.each(['lanyue-auto-2025q3', 'fumao-restaurants-2025q3', 'heqiao-technology-2025q3'])(
  'origins of %s are in order, apart, and cover every segment',
  (name) => {
    const { origins, segments } = annotate(sample(name))
    origins.forEach((span, index) => {
      expect(span.end).toBeGreaterThan(span.start)
      expect(span.start).toBeGreaterThanOrEqual(index === 0 ? 0 : origins[index - 1]!.end)
      expect(span.confidence).toBeGreaterThanOrEqual(0)
      expect(span.confidence).toBeLessThanOrEqual(1.000001)
    })
    for (const { start, end } of segments) {
      expect(origins.some((span) => span.start <= start && end <= span.end)).toBe(true)
    }
  },
)

test.each(['', ' ', 'Hello', '，。！', '你好', '\ud800', '\0\0'])('any text is identified: %j', (text) => {
  expect(() => annotate(text)).not.toThrow()
})
