import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { annotate } from '../../src/pipeline.js'
import type { Span } from '../../src/types.js'

const names = ['lanyue-auto-2025q3', 'ruiheng-biopharma-2025q3', 'hanlu-express-2025q3']

test.each(names)('every interpreted and Mandarin segment of %s stands in one bead', (name) => {
  const text = readFileSync(new URL(`../../corpora/samples/${name}/transcript.txt`, import.meta.url), 'utf8')
  const doc = annotate(text)
  const sides: Span[] = doc.beads.flatMap(({ mandarin, interpretation }) => [...mandarin, ...interpretation])
  for (const { start, end } of doc.segments) {
    const origin = doc.origins.find((span) => span.start <= start && start < span.end)!.origin
    const holders = sides.filter((span) => span.start <= start && end <= span.end)
    expect(holders.length).toBe(origin === 'mandarin' || origin === 'interpretation' ? 1 : 0)
  }
  for (const { score } of doc.beads) {
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
  }
})

test('amounts are linked by value up to a power of ten', () => {
  const text = readFileSync(
    new URL('../../corpora/samples/lanyue-auto-2025q3/transcript.txt', import.meta.url),
    'utf8',
  )
  const factors = annotate(text)
    .beads.flatMap(({ links }) => links)
    .filter(({ kind }) => kind === 'amount')
    .map(({ factor }) => Math.log10(factor ?? Number.NaN))
  expect(factors.length).toBeGreaterThan(20)
  for (const power of factors) expect(Number.isInteger(Math.round(power * 1e6) / 1e6)).toBe(true)
  expect(factors.some((power) => power !== 0)).toBe(true)
})
