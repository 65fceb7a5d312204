import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan } from '../../src/correct/plan.js'
import { captionsIn } from '../../src/read/containers/captions.js'
import { cuesOf, renderSrt, renderVtt } from '../../src/render/captions.js'
import type { ReviewedCall } from '../../src/render/reviewed.js'
import { displayWidth } from '../../src/render/visible.js'
import type { Aligned, Edit, Timed } from '../../src/types.js'
import { alignedFrom, spanOf } from '../support/aligned.js'

const callOf = (doc: Aligned, edits: readonly Edit[] = []): ReviewedCall => ({
  source: { path: 'q3.srt', sha256: '' },
  doc,
  findings: [],
  settled: new Map(),
  corrections: [],
  plan: { ...plan([], 'none'), edits },
  when: '2026-01-02T03:04:05.000Z',
})

/** The words, each of the stretches given at a time of its own: ten seconds a stretch, one second apart. */
const timedBy = (doc: Aligned, stretches: readonly string[]): Aligned => ({
  ...doc,
  timed: stretches.map((words, index) => ({
    ...spanOf(doc.text, words),
    from: index * 11,
    to: index * 11 + 10,
  })),
})

const doc = timedBy(
  alignedFrom(`Ann Price: Welcome to the growth margin call.

Wang Lin (CEO): <m>本季度收入增长。</m> <i>Revenue grew in the quarter & costs fell by a tenth, which is why we now expect margins to go on rising next year.</i>`),
  [
    'Welcome to the growth margin call.',
    '本季度收入增长。',
    'Revenue grew in the quarter & costs fell by a tenth, which is why we now expect margins to go on rising next year.',
  ],
)
const edits = [{ ...spanOf(doc.text, 'growth'), insert: 'gross' }]

describe('captions', () => {
  it('keep the times of cues, corrected, and part what is too long', () => {
    expect(renderSrt(callOf(doc, edits))).toBe(`1
00:00:00,000 --> 00:00:10,000
Ann Price: Welcome to the gross margin
call.

2
00:00:22,000 --> 00:00:26,595
Interpreter (for Wang Lin): Revenue grew
in the quarter & costs fell by a tenth,

3
00:00:26,595 --> 00:00:32,000
which is why we now expect margins to go
on rising next year.
`)
  })

  it('tell speakers as voices in WebVTT, and have both languages where wanted', () => {
    expect(renderVtt(callOf(doc, edits), 'all')).toContain(`00:00:11.000 --> 00:00:21.000
<v Wang Lin>本季度收入增长。

00:00:22.000 --> `)
    expect(renderVtt(callOf(doc))).toContain('Revenue grew\nin the quarter &amp; costs')
  })

  it('put words timed alone together, up to a sentence’s end', () => {
    const words = 'Welcome. Revenue grew in the quarter.'.split(' ')
    const plain = alignedFrom(`Ann Price: ${words.join(' ')}`)
    const timed = words.map((word, index): Timed => ({
      ...spanOf(plain.text, word),
      from: index / 2,
      to: index / 2 + 0.4,
    }))
    expect(cuesOf(callOf({ ...plain, timed }))).toEqual([
      { from: 0, to: 0.4, speaker: 'Ann Price', lines: ['Welcome.'] },
      { from: 0.5, to: 2.9, lines: ['Revenue grew in the quarter.'] },
    ])
  })

  it('are none where the call has no times', () => {
    expect(renderSrt(callOf(alignedFrom('Ann Price: Welcome.')))).toBe('')
  })

  it('let nothing in the words act', () => {
    const evil = 'a --> b <script>x</script> {\\an8} \u001b[31m \u202e &lt;'
    const plain = alignedFrom('Eve: words')
    const span = { start: 5, end: 5 + evil.length }
    const hostile: Aligned = {
      ...plain,
      text: `Eve: ${evil}`,
      turns: [{ ...plain.turns[0]!, body: [span] }],
      origins: [{ ...plain.origins[0]!, ...span }],
      timed: [{ ...span, from: 0, to: 5 }],
    }
    for (const made of [renderSrt(callOf(hostile)), renderVtt(callOf(hostile))]) {
      expect(made.match(/-->/gu)).toHaveLength(1)
      expect(made).not.toMatch(/<(?!v )|(?!\n)[\p{Cc}\u202e]/u)
    }
    expect(renderSrt(callOf(hostile))).not.toContain('{\\')
  })

  it('are read back with the same words in lines of 42 columns, in the order of time', () => {
    const word = fc.stringMatching(/^[a-z]{1,14}[.,]?$/u)
    const cue = fc.array(word, { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 8 }), (stretches) => {
        const said = stretches.map((words) => words.join(' '))
        const text = `Ann: ${said.join(' ')}`
        const plain = alignedFrom('Ann: words')
        const span = { start: 5, end: text.length }
        let start = 5
        const timed = said.map((words, index): Timed => {
          const own = { start, end: start + words.length, from: index * 4, to: index * 4 + 3 }
          start = own.end + 1
          return own
        })
        const call = callOf({
          ...plain,
          text,
          turns: [{ ...plain.turns[0]!, body: [span] }],
          origins: [{ ...plain.origins[0]!, ...span }],
          timed,
        })
        for (const { lines } of cuesOf(call)) {
          expect(lines.length).toBeLessThanOrEqual(2)
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(42)
        }
        for (const made of [renderSrt(call), renderVtt(call)]) {
          const back = captionsIn(made)
          expect(back.flatMap(({ words }) => words.map((one) => one.text)).join(' ')).toBe(said.join(' '))
          expect(new Set(back.map(({ speaker }) => speaker))).toEqual(new Set(['Ann']))
          const times = back.flatMap(({ words }) => [words[0]!.from!, words[0]!.to!])
          expect(times).toEqual(times.toSorted((a, b) => a - b))
        }
      }),
    )
  })
})
