import { expect, test } from 'vitest'
import { statusOf, type Counts } from '../../src/cli/status.js'

const done = (counts: Partial<Counts>) => {
  return { path: 'a', milliseconds: 1, record: { error: 0, warning: 0, info: 0, ...counts } }
}
const failed = { path: 'b', milliseconds: 1, failure: 'there is no such file' }
const status = (outcomes: Parameters<typeof statusOf<Counts>>[0], level: Parameters<typeof statusOf>[1]) =>
  statusOf(outcomes, level, (counts) => counts)

test('findings count from the level up', () => {
  expect(status([done({ warning: 2 })], 'error')).toBe(0)
  expect(status([done({ warning: 2 })], 'warning')).toBe(1)
  expect(status([done({ error: 1 })], 'info')).toBe(1)
  expect(status([done({ error: 1, warning: 1, info: 1 })], 'never')).toBe(0)
})

test('a failure outweighs findings', () => {
  expect(status([done({ error: 1 }), failed], 'error')).toBe(3)
})
