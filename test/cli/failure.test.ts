import { expect, test } from 'vitest'
import { FileError, sentenceOf } from '../../src/cli/failure.js'

const missing = (path: string): Error =>
  Object.assign(new Error(`ENOENT, open '${path}'`), { code: 'ENOENT', syscall: 'open', path })

test('a failure of the file itself is told without its path, that of another with it', () => {
  expect(sentenceOf(missing('call.txt'), 'call.txt')).toBe('there is no such file; check the name')
  expect(sentenceOf(missing('data.bin'), 'call.txt')).toBe('there is no such file; check the name (data.bin)')
})

test('an expected failure is told in its own words', () => {
  expect(sentenceOf(new FileError('split it by call'))).toBe('split it by call')
})

test('an unexpected error asks for a report and shows no stack', () => {
  expect(sentenceOf(new RangeError('index 7 is outside'))).toMatch(
    /^unexpected error \(index 7 is outside\); please report/u,
  )
})
