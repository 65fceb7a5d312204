import { fc, test as lawful } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { beadsJson, beadsText, beadsTsv } from '../../src/cli/beads.js'
import { displayWidth } from '../../src/render/visible.js'
import type { Aligned } from '../../src/types.js'

const paint = (_: unknown, words: string): string => words

describe('beads', () => {
  const doc = docOf('我们的毛利率是三成。', 'Our gross margin was thirty percent.')

  test('stand side by side as text', () => {
    expect(beadsText('call.txt', doc, { width: 60, paint })).toBe(
      [
        'call.txt: 1 bead',
        '1  0.90  我们的毛利率是三成。     │ Our gross margin was',
        '                                  │ thirty percent.',
        '',
      ].join('\n'),
    )
  })

  test('have their words and spans in JSON and in tab-separated values', () => {
    expect(JSON.parse(beadsJson('call.txt', doc, false))).toMatchObject({
      beads: [{ mandarin: [{ start: 0, end: 10, text: '我们的毛利率是三成。' }], score: 0.9 }],
    })
    expect(beadsTsv('call.txt', doc, true).split('\n')[1]).toBe(
      'call.txt\t1\t0.9\t0-10\t11-47\t我们的毛利率是三成。\tOur gross margin was thirty percent.',
    )
  })

  lawful.prop([
    fc.string({ unit: fc.constantFrom('a', 'word ', '，', '云', ' ', '9,') }),
    fc.integer({ min: 51, max: 120 }),
  ])('never exceed the width and lose no words', (words, width) => {
    const [, ...lines] = beadsText('c', docOf(words, 'x'), { width, paint }).trimEnd().split('\n')
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    const cells = lines.map((line) => line.slice(8, line.indexOf('│')))
    expect(cells.join('').replace(/\s/gu, '')).toBe(words.replace(/\s/gu, ''))
  })
})

function docOf(mandarin: string, interpretation: string): Aligned {
  const text = `${mandarin}\n${interpretation}`
  const beads = [
    {
      mandarin: [{ start: 0, end: mandarin.length }],
      interpretation: [{ start: mandarin.length + 1, end: text.length }],
      score: 0.9,
      links: [],
    },
  ]
  const none = { turns: [], notices: [], participants: [], segments: [], origins: [] }
  return { format: 'plain', text, beads, ...none }
}
