import { readFileSync } from 'node:fs'
import { analyse } from 'scslre'
import { afterAll, expect, test } from 'vitest'

/**
 * The linter sees the expressions that are written out; these are the ones put together at run time, from
 * tables and from the call itself. Analysed as in "Static detection of DoS vulnerabilities in programs that
 * use regular expressions" (Wüstholz et al. 2017) by scslre.
 */
const Native = RegExp
const built = new Map<string, RegExp>()
const keep = (made: RegExp): RegExp => {
  built.set(String(made), made)
  return made
}
globalThis.RegExp = new Proxy(Native, {
  construct: (target, words) => keep(Reflect.construct(target, words) as RegExp),
  apply: (target, self, words) => keep(Reflect.apply(target, self, words) as RegExp),
})
afterAll(() => {
  globalThis.RegExp = Native
})

test('no expression built at run time backtracks more than linearly', async () => {
  const { clean } = await import('../src/index.js')
  for (const call of ['lanyue-auto-2025q3', 'qingmu-education-2026q1', 'heqiao-technology-2025q3'])
    clean(readFileSync(`corpora/samples/${call}/transcript.txt`, 'utf8'))
  expect(built.size).toBeGreaterThan(50)
  const backtracking = [...built.values()].filter(
    ({ source, flags }) => analyse({ source, flags }, { reportTypes: { Move: false } }).reports.length > 0,
  )
  expect(backtracking.map(String)).toEqual([])
})
