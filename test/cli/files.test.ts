import { symlinkSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findInputs, isSingleFile } from '../../src/cli/files.js'
import { folderWith } from './folder.js'

describe('findInputs', () => {
  test('takes the transcripts of a folder and below by name, with names relative to it', async () => {
    const at = folderWith({ 'b.txt': '', 'a.md': '', 'sub/c.TXT': '', 'notes.docx': '', 'README.md': '' })
    const { inputs } = await findInputs([at('')])
    expect(inputs).toEqual([
      { path: at('a.md'), name: 'a' },
      { path: at('b.txt'), name: 'b' },
      { path: at('sub/c.TXT'), name: 'sub/c' },
    ])
  })

  test('leaves out its own outputs, annotations, hidden files and what lies under --out', async () => {
    const made = ['vendor.txt', 'verbatim.txt', 'bilingual.md', 'report.json', 'report.txt', 'beads.txt']
    const at = folderWith({
      'call.txt': '',
      ...Object.fromEntries(made.map((ending) => [`call.${ending}`, ''])),
      'sample/transcript.txt': '',
      'sample/marked.txt': '',
      'sample/gold.json': '',
      'other/marked.txt': '',
      'out/summary.md': '',
      '.hidden/d.txt': '',
      'node_modules/e/f.txt': '',
    })
    const { inputs } = await findInputs([at('')], at('out'))
    expect(inputs.map(({ name }) => name)).toEqual(['call', 'other/marked', 'sample/transcript'])
  })

  test('takes each file once, whatever names lead to it', async () => {
    const at = folderWith({ 'call.txt': '' })
    symlinkSync(at('call.txt'), at('link.txt'))
    const { inputs } = await findInputs([at('call.txt'), at('link.txt'), at('')])
    expect(inputs.map(({ path }) => path)).toEqual([at('call.txt')])
  })

  test('takes a pattern, naming what it finds from where the pattern begins to vary', async () => {
    const at = folderWith({ 'calls/x/1.txt': '', 'calls/y/1.txt': '', 'calls/y/1.vendor.txt': '' })
    const { inputs } = await findInputs([at('calls/*/*.txt')])
    expect(inputs.map(({ name }) => name)).toEqual(['x/1', 'y/1'])
  })

  test('takes a file by its name though that looks like a pattern', async () => {
    const at = folderWith({ 'call [draft].txt': '' })
    const path = at('call [draft].txt')
    expect(await findInputs([path])).toEqual({ inputs: [{ path, name: 'call [draft]' }], problems: [] })
  })

  test('tells of what is missing and goes on', async () => {
    const at = folderWith({ 'call.txt': '', 'empty/x.csv': '' })
    const { inputs, problems } = await findInputs([at('no.txt'), at('empty'), at('*.md'), at('call.txt')])
    expect(inputs).toHaveLength(1)
    expect(problems.map(({ message }) => message)).toEqual([
      'there is no such file; check the name',
      'no transcripts (.txt, .md, .srt, .vtt, .nlp) are in this folder',
      'no transcript matches this pattern',
    ])
  })
})

test('a folder is not a single file, however few transcripts it holds', () => {
  const at = folderWith({ 'call.txt': '' })
  expect(isSingleFile([at('call.txt')])).toBe(true)
  expect(isSingleFile(['-'])).toBe(true)
  expect(isSingleFile([at('')])).toBe(false)
  expect(isSingleFile([at('*.txt')])).toBe(false)
})
