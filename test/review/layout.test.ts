import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { annotate } from '../../src/pipeline.js'
import { layoutOf } from '../../src/review/layout.js'
import { partsOf } from '../../src/review/page/rows.js'

const samples = new URL('../../corpora/samples/', import.meta.url)

it.each(readdirSync(samples).slice(0, 6))('shows every word of %s once', (name) => {
  const doc = annotate(readFileSync(new URL(`${name}/transcript.txt`, samples), 'utf8'))
  const parts = layoutOf(doc, []).flatMap(partsOf)
  const shown = new Uint8Array(doc.text.length)
  for (const { start, end } of parts) for (let at = start; at < end; at++) shown[at]!++
  const bodies = doc.turns.flatMap(({ body }) => body)
  for (const { start, end } of bodies)
    for (let at = start; at < end; at++)
      if (/[\p{L}\p{N}]/u.test(doc.text[at]!)) expect(shown[at], doc.text.slice(at, at + 30)).toBe(1)
  expect(Math.max(...shown)).toBe(1)
})

it('tells where each turn begins', () => {
  const doc = annotate('Operator: Good day.\n\nZhao Min: Thank you, operator. Hello, everyone.\n')
  expect(
    layoutOf(doc, [])
      .flatMap(partsOf)
      .flatMap(({ turn }) => turn ?? []),
  ).toEqual([0, 1])
})
