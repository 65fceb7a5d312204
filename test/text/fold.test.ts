import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldHan } from '../../src/text/fold.js'

test('Traditional becomes Simplified, without changing words', () => {
  expect(foldHan('後來我們的營收成長').text).toBe('后来我们的营收成长')
  expect(foldHan('衞星軟體為主').text).toBe('卫星软体为主')
  expect(foldHan('著名的乾隆接著說').text).toBe('著名的乾隆接着说')
})

test('text without Han comes back as it is', () => {
  const folded = foldHan('Revenue grew 24%')
  expect(folded.text).toBe('Revenue grew 24%')
  expect(folded.toSource(8)).toBe(8)
})

test('offsets hold where a character becomes two code units', () => {
  const source = 'a㗲後㠣面b'
  const { text, toSource } = foldHan(source)
  expect(text.length).toBe(source.length + 2)
  expect(source[toSource(text.indexOf('后'))]).toBe('後')
  expect(source[toSource(text.indexOf('面'))]).toBe('面')
  expect(toSource(text.length)).toBe(source.length)
})

test('offsets grow with the source and unchanged characters are found at theirs', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '㗲', '後', '㠣', '面', '。'), { maxLength: 30 }), (parts) => {
      const source = parts.join('')
      const { text, toSource } = foldHan(source)
      let last = 0
      for (let offset = 0; offset <= text.length; offset++) {
        const at = toSource(offset)
        expect(at).toBeGreaterThanOrEqual(last)
        if ('a面。'.includes(text[offset] ?? '?')) expect(source[at]).toBe(text[offset])
        last = at
      }
      expect(last).toBe(source.length)
    }),
  )
})
