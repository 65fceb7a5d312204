import { expect, test } from 'vitest'
import { meant, nearest } from '../../src/cli/nearest.js'

test('the nearest word is suggested where it is near', () => {
  expect(nearest('aply', ['only', 'apply', 'skip'])).toBe('apply')
  expect(nearest('something', ['only', 'apply', 'skip'])).toBeUndefined()
})

test('where none is near all are told', () => {
  expect(meant('something', ['none', 'safe'])).toBe('use one of none, safe')
})
