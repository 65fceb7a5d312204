import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { MANIFEST_NAME } from '../../src/cli/files.js'
import { openManifest } from '../../src/cli/manifest.js'
import { folderWith } from './folder.js'

let at: (path: string) => string
beforeEach(() => {
  at = folderWith({})
})

/** Writes `a.vendor.txt` as a run does. */
function write(content: string, input = 'a'): void {
  const manifest = openManifest<number>(at('.'), 'key')
  const file = { path: at('a.vendor.txt'), content }
  manifest.writing(input, [file])
  writeFileSync(file.path, content)
  manifest.done(input, `digest of ${content}`, content.length)
}

const reopened = (key = 'key') => openManifest<number>(at('.'), key)
const outputs = () => [at('a.vendor.txt')]

describe('the manifest of a folder of outputs', () => {
  it('tells what was done with the same input and settings', () => {
    write('first')
    expect(reopened().doneBefore('a', 'digest of first', outputs())).toBe(5)
    expect(reopened().doneBefore('a', 'digest of another', outputs())).toBeUndefined()
    expect(reopened('other settings').doneBefore('a', 'digest of first', outputs())).toBeUndefined()
  })

  it('knows its own files from those that were changed or put there', () => {
    write('first')
    expect(reopened().isOurs(at('a.vendor.txt'))).toBe(true)
    writeFileSync(at('b.vendor.txt'), 'first')
    expect(reopened().isOurs(at('b.vendor.txt'))).toBe(false)
    appendFileSync(at('a.vendor.txt'), ', edited')
    expect(reopened().isOurs(at('a.vendor.txt'))).toBe(false)
    expect(reopened().doneBefore('a', 'digest of first', outputs())).toBeUndefined()
  })

  it('takes an input whose files were being replaced as not done', () => {
    write('first')
    reopened().writing('a', [{ path: at('a.vendor.txt'), content: 'second' }])
    expect(reopened().doneBefore('a', 'digest of first', outputs())).toBeUndefined()
    expect(reopened().isOurs(at('a.vendor.txt'))).toBe(true)
  })

  it('passes over a line that was cut short, and writes the next on a line of its own', () => {
    write('first')
    const path = at(MANIFEST_NAME)
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20))
    expect(reopened().doneBefore('a', 'digest of first', outputs())).toBeUndefined()
    write('first')
    expect(reopened().doneBefore('a', 'digest of first', outputs())).toBe(5)
  })

  it('sweeps up what was left under temporary names, and nothing else', () => {
    const left = at('.jiaodui-0b2d4f7a-9c1e-4c57-8d1a-2f3b4c5d6e7f.tmp')
    for (const path of [left, at('.jiaodui.tmp'), at('notes.tmp')]) writeFileSync(path, '')
    reopened().sweep([join(at('.'), 'a.vendor.txt')])
    expect([left, at('.jiaodui.tmp'), at('notes.tmp')].map((path) => existsSync(path))).toEqual([
      false,
      true,
      true,
    ])
  })
})
