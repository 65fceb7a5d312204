import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import * as jiaodui from '../src/index.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the library example of the README runs', () => {
  const example = /```ts\n(?<code>[\s\S]*?)```/u.exec(readme)!.groups!['code']!
  const imports = /^import \{ (?<names>[^}]+) \} from 'jiaodui'$/mu
    .exec(example)!
    .groups!['names']!.split(', ')
  const body = example.replace(/^import .*$/gmu, '')
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const run = new Function(...imports, body) as (...values: unknown[]) => void
  run(...imports.map((name) => (jiaodui as Record<string, unknown>)[name]))
  expect(log).toHaveBeenCalled()
  expect(log.mock.calls.flat().join(' ')).toContain('Hello, everyone.')
  log.mockRestore()
})

test('the README names the two commands that set everything up', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    scripts: Record<string, string>
  }
  expect(readme).toContain('npm ci && npm run demo')
  expect(readme).toContain('npm ci && npm test')
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['demo', 'test']))
})
