import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfig, parseConfig } from '../../src/cli/config.js'
import { folderWith } from './folder.js'

const mistakesIn = (text: string): Promise<string> =>
  parseConfig(text, 'j.json').then(
    () => 'no mistake',
    (error: unknown) => (error as Error).message,
  )

describe('parseConfig', () => {
  test('reads JSON with comments and trailing commas', async () => {
    const text = '{ // how much to change\n "apply": "all", /* which */ "styles": ["vendor",], }'
    expect(await parseConfig(text, 'j.json')).toEqual({ apply: 'all', styles: ['vendor'] })
  })

  test('shows a setting that does not exist with line, column and caret', async () => {
    expect(await mistakesIn('{\n  "out": "x",\n  "aply": "all"\n}')).toBe(
      [
        'j.json:3:3: "aply" is not a setting; did you mean "apply"?',
        '  3 |   "aply": "all"',
        '    |   ^^^^^^',
      ].join('\n'),
    )
  })

  test('tells of every mistake, in the order of the file', async () => {
    const shown = await mistakesIn('{ "apply": "sfe", "failOn": 3, "styles": "vendor", "out": "" }')
    expect(shown.split('\n').filter((line) => line.startsWith('j.json'))).toEqual([
      'j.json:1:12: "sfe" is not a value of "apply"; did you mean "safe"?',
      'j.json:1:29: 3 is not a value of "failOn"; use one of error, warning, info, never',
      'j.json:1:42: "styles" must be a list, in [ ]',
      'j.json:1:59: "out" must name a folder',
    ])
  })

  test('tells a check that does not exist', async () => {
    expect(await mistakesIn('{ "skip": ["no-such-check"] }')).toContain(
      'j.json:1:12: "no-such-check" is not a value of "skip"',
    )
  })

  test.each([
    ['{ "apply": all }', 'j.json:1:12: invalid symbol'],
    ['{ "apply": "all"', 'j.json:1:17: close brace expected'],
    ['', 'j.json:1:1: value expected'],
    ['[]', 'j.json:1:1: the configuration must be an object'],
    ['{ "out": 3 }', 'j.json:1:10: "out" must be a string'],
  ])('refuses %s', async (text, start) => {
    expect((await mistakesIn(text)).startsWith(start)).toBe(true)
  })
})

describe('loadConfig', () => {
  test('finds the file upward and takes its folder for where "out" begins', async () => {
    const at = folderWith({ 'jiaodui.config.json': '{ "out": "made" }', 'a/b/call.txt': '' })
    expect(await loadConfig(undefined, at('a/b'))).toEqual({ out: resolve(at('made')) })
  })

  test('is empty where there is none', async () => {
    const at = folderWith({ 'call.txt': '' })
    expect(await loadConfig(undefined, at(''))).toEqual({})
  })

  test('refuses a file named that is not there', async () => {
    await expect(loadConfig('nowhere.json')).rejects.toThrow('nowhere.json: there is no such file')
  })
})
