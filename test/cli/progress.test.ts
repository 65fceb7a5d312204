import { expect, test } from 'vitest'
import { progressLine } from '../../src/cli/progress.js'

test('the progress line tells place, name, speed and time left', () => {
  const line = progressLine({ done: 2, total: 120, path: 'calls/name.txt', milliseconds: 950 }, 80)
  expect(line).toBe('3/120 calls/name.txt  2.1 files/s  57 s left')
})

test('the progress line tells no speed before a file is done', () => {
  expect(progressLine({ done: 0, total: 3, path: 'a.txt', milliseconds: 5 }, 80)).toBe('1/3 a.txt')
})

test('a long name is cut at its start so that the line fits the terminal', () => {
  const path = `${'very/'.repeat(40)}name.txt`
  const line = progressLine({ done: 1, total: 9, path, milliseconds: 1000 }, 60)
  expect(line).toHaveLength(59)
  expect(line).toContain('name.txt  1.0 files/s')
})

test('signs in a name that could steer the terminal are written out', () => {
  expect(progressLine({ done: 0, total: 2, path: 'a\x1b[2J.txt', milliseconds: 0 }, 80)).not.toContain('\x1b')
})
