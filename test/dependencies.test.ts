import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Locked {
  readonly license?: string
  readonly integrity?: string
  readonly dev?: true
  readonly hasInstallScript?: true
}

/** What package-lock.json says of a package, without asking a registry. */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>
}
const locked = Object.entries(lock.packages).filter(([path]) => path !== '')
const shipped = locked.filter(([, { dev }]) => dev !== true)
const namesWhere = (is: (locked: Locked) => boolean, of = shipped): string[] =>
  of.filter(([, entry]) => is(entry)).map(([path]) => path.split('node_modules/').at(-1)!)

/** Licences that a program under MIT may be shipped with. */
const LICENCES = new Set([
  'MIT',
  'ISC',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Apache-2.0',
  '0BSD',
  'Zlib',
])

/** Either of an "OR", both of an "AND". */
const mayBeShipped = (licence = ''): boolean =>
  licence
    .replaceAll(/[()]/gu, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => LICENCES.has(one)))

describe('what the package depends on', () => {
  it('is little', () => {
    expect(shipped.length).toBeLessThan(80)
  })

  it('is pinned to its content', () => {
    expect(namesWhere(({ integrity }) => integrity === undefined, locked)).toEqual([])
  })

  it('runs no script when it is installed', () => {
    expect(namesWhere(({ hasInstallScript }) => hasInstallScript === true)).toEqual([])
  })

  it('has licences that go with MIT', () => {
    expect(namesWhere(({ license }) => !mayBeShipped(license))).toEqual([])
  })
})
