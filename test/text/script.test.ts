import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isHan, scriptOf, scriptRuns } from '../../src/text/script.js'

const runs = (text: string): string[] =>
  scriptRuns(text).map(({ start, end, script }) => `${script}:${text.slice(start, end)}`)

test('isHan agrees with Unicode in the blocks of Chinese characters', () => {
  const points = Array.from({ length: 0x33480 }, (_, point) => point)
  const disagree = points.filter((point) => {
    const character = String.fromCodePoint(point)
    // Annotation marks of other scripts (16FE0–16FFF) are Han in some versions of Unicode.
    if (point >> 5 === 0x16fe0 >> 5 || !/\p{Assigned}/u.test(character)) return false
    return isHan(point) !== /\p{Script=Han}/u.test(character)
  })
  expect(disagree).toEqual([])
})

test('the script of a span', () => {
  expect(['AI growth', '收入。', '收入 AI', '24% …', ''].map((text) => scriptOf(text))).toEqual([
    'latin',
    'han',
    'mixed',
    'none',
    'none',
  ])
  expect(scriptOf('the 收入', { start: 4, end: 6 })).toBe('han')
})

test('runs keep their own punctuation and figures', () => {
  expect(runs("bank's受信报告，24%。 Now")).toEqual(["latin:bank's", 'han:受信报告，24%。', 'latin:Now'])
  expect(runs('in 2025年 (算力) AI')).toEqual(['latin:in', 'han:2025年 (算力)', 'latin:AI'])
  expect(runs(' 24% ')).toEqual(['none:24%'])
  expect(runs('  ')).toEqual([])
})

test('runs are in order, apart and hold all letters', () => {
  const text = fc
    .array(fc.constantFrom('a', '算', '，', ' ', '(', '2', '。', '\u{20021}', 'é'))
    .map((x) => x.join(''))
  fc.assert(
    fc.property(text, (whole) => {
      let from = 0
      let between = ''
      for (const { start, end, script } of scriptRuns(whole)) {
        between += whole.slice(from, start)
        expect(start).toBeGreaterThanOrEqual(from)
        expect(scriptOf(whole, { start, end })).toBe(script)
        from = end
      }
      expect((between + whole.slice(from)).trim()).toBe('')
    }),
  )
})
