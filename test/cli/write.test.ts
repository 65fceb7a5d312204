import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { writeFiles } from '../../src/cli/write.js'
import { folderWith } from './folder.js'

describe('writeFiles', () => {
  test('makes folders and leaves nothing but the files', async () => {
    const at = folderWith({})
    await writeFiles([{ path: at('x/y/a.txt'), content: '早上好\n' }], () => false)
    expect(readdirSync(at('x/y'))).toEqual(['a.txt'])
    expect(readFileSync(at('x/y/a.txt'), 'utf8')).toBe('早上好\n')
  })

  test('writes none of the files when one is there', async () => {
    const at = folderWith({ 'b.txt': 'old' })
    const files = ['a.txt', 'b.txt'].map((name) => ({ path: at(name), content: 'new' }))
    await expect(writeFiles(files, () => false)).rejects.toThrow('is already there')
    expect(readdirSync(at(''))).toEqual(['b.txt'])
    await writeFiles(files, () => true)
    expect(readFileSync(at('b.txt'), 'utf8')).toBe('new')
  })

  test('leaves nothing behind when writing fails', async () => {
    const at = folderWith({ file: '' })
    const files = ['a.txt', 'file/b.txt'].map((name) => ({ path: at(name), content: 'new' }))
    await expect(writeFiles(files, () => false)).rejects.toThrow()
    expect(readdirSync(at(''))).toEqual(['file'])
  })

  test('removes the temporary files when it is interrupted, and ends the process', async () => {
    const at = folderWith({})
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never)
    const before = process.listeners('SIGINT').length
    const writing = writeFiles([{ path: at('a.txt'), content: 'x'.repeat(2 ** 26) }], () => false)
    const settled = writing.catch(() => undefined)
    while (readdirSync(at('')).length === 0) await setTimeout(1)
    for (const stop of process.listeners('SIGINT').slice(before)) stop('SIGINT')
    expect(readdirSync(at(''))).toEqual([])
    expect(exit).toHaveBeenCalledWith(130)
    await settled
    expect(process.listeners('SIGINT')).toHaveLength(before)
    exit.mockRestore()
  })
})
