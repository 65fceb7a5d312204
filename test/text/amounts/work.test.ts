import { expect, it, vi } from 'vitest'
import { findAmounts } from '../../../src/text/amounts/amounts.js'

it('looks for the amounts of a span no farther than the span', () => {
  const text = 'Thank you, Mr. Wei. '.repeat(2000)
  let read = 0
  const exec = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, words: string) {
    read += words.length - this.lastIndex
    return null
  })
  for (let start = 0; start < text.length; start += 20) findAmounts(text, { start, end: start + 20 })
  exec.mockRestore()
  expect(read).toBeGreaterThanOrEqual(text.length)
  expect(read).toBeLessThan(4 * text.length)
})
