import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineIndex } from '../../src/text/lines.js'

test('lines and columns count from one, whatever ends the lines', () => {
  const { position } = lineIndex('ab\r\nc\rd\n\ne')
  expect([0, 2, 4, 6, 8, 9, 10].map(position).map(({ line, column }) => `${line}:${column}`)).toEqual([
    '1:1',
    '1:3',
    '2:1',
    '3:1',
    '4:1',
    '5:1',
    '5:2',
  ])
})

test('an offset outside the text is refused', () => {
  const { position } = lineIndex('ab')
  expect(() => position(3)).toThrow(RangeError)
  expect(() => position(-1)).toThrow(RangeError)
  expect(() => position(Number.NaN)).toThrow(RangeError)
})

test('the column counts from the end of the line before', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\r', '\n', '算')), fc.nat(), (parts, at) => {
      const text = parts.join('')
      const offset = at % (text.length + 1)
      const before = text.slice(0, offset)
      const complete = before.endsWith('\r') && text[offset] === '\n' ? before.slice(0, -1) : before
      const lines = complete.split(/\r\n|\r|\n/)
      const { line, column } = lineIndex(text).position(offset)
      expect(line).toBe(lines.length)
      expect(column).toBe(lines.at(-1)!.length + 1 + before.length - complete.length)
    }),
  )
})
