import { mkdirSync, symlinkSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { jobsOf } from '../../src/cli/outputs.js'
import { folderWith } from './folder.js'

const endings = ['.vendor.txt']

describe('jobsOf', () => {
  test('names outputs beside the input, or under the folder given with the folders below kept', () => {
    const at = folderWith({ 'calls/sub/q3.txt': '' })
    const input = { path: at('calls/sub/q3.txt'), name: 'sub/q3' }
    expect(jobsOf([input], () => endings, { mayReplace: () => false }).jobs).toEqual([
      { input, outputs: [at('calls/sub/q3.vendor.txt')] },
    ])
    expect(jobsOf([input], () => endings, { out: at('out'), mayReplace: () => false }).jobs).toEqual([
      { input, outputs: [at('out/sub/q3.vendor.txt')] },
    ])
  })

  test('prints what comes from standard input unless a folder is given', () => {
    const input = { path: '-', name: 'stdin' }
    expect(jobsOf([input], () => endings, { mayReplace: () => false }).jobs[0]!.outputs).toEqual([])
    expect(jobsOf([input], () => endings, { out: 'out', mayReplace: () => false }).jobs[0]!.outputs).toEqual([
      'out/stdin.vendor.txt',
    ])
  })

  test('refuses an output that is there, unless forced', () => {
    const at = folderWith({ 'a.txt': '', 'a.vendor.txt': '' })
    const input = { path: at('a.txt'), name: 'a' }
    expect(jobsOf([input], () => endings, { mayReplace: () => false }).problems[0]!.message).toContain(
      'is already there',
    )
    expect(jobsOf([input], () => endings, { mayReplace: () => true }).jobs).toHaveLength(1)
  })

  test('takes a link to nothing for an output that is there', () => {
    const at = folderWith({ 'a.txt': '' })
    symlinkSync(at('nowhere'), at('a.vendor.txt'))
    const { problems } = jobsOf([{ path: at('a.txt'), name: 'a' }], () => endings, {
      mayReplace: () => false,
    })
    expect(problems).toHaveLength(1)
  })

  test('refuses to replace an input even when forced, and to clean what it made', () => {
    const at = folderWith({ 'a.txt': '', 'a.vendor.txt': '' })
    const inputs = ['a', 'a.vendor'].map((name) => ({ path: at(`${name}.txt`), name }))
    const { jobs, problems } = jobsOf(inputs, () => endings, { mayReplace: () => true })
    expect(jobs).toEqual([])
    expect(problems[0]!.message).toContain('would replace the input')
    expect(problems[1]!.message).toBe(`this is what ${at('a.txt')} becomes; leave it out`)
  })

  test('refuses to replace an input that a link leads to', () => {
    const at = folderWith({ 'a.txt': '', 'other.txt': '' })
    symlinkSync(at('other.txt'), at('a.vendor.txt'))
    const inputs = ['a', 'other'].map((name) => ({ path: at(`${name}.txt`), name }))
    expect(
      jobsOf(inputs, () => endings, { mayReplace: () => true }).problems.map(({ path }) => path),
    ).toEqual([at('a.txt')])
    mkdirSync(at('real'))
    symlinkSync(at('.'), at('same'))
    const under = jobsOf([...inputs, { path: at('other.txt'), name: 'other' }], () => ['.txt'], {
      out: at('same'),
      mayReplace: () => true,
    })
    expect(under.jobs).toEqual([])
  })

  test('refuses the later of two inputs that would have one output, also where only the case differs', () => {
    const at = folderWith({ 'x/Q3.txt': '', 'y/q3.txt': '' })
    const inputs = [
      { path: at('x/Q3.txt'), name: 'Q3' },
      { path: at('y/q3.txt'), name: 'q3' },
    ]
    const { jobs, problems } = jobsOf(inputs, () => endings, { out: at('out'), mayReplace: () => false })
    expect(jobs.map(({ input }) => input.path)).toEqual([at('x/Q3.txt')])
    expect(problems[0]!.message).toContain(`is already what ${at('x/Q3.txt')} becomes`)
  })

  test('never leaves the folder given, also not through a link', () => {
    const at = folderWith({ 'a.txt': '', 'out/keep': '', 'else/keep': '' })
    symlinkSync(at('else'), at('out/sub'))
    for (const name of ['../a', 'sub/a']) {
      const { jobs, problems } = jobsOf([{ path: at('a.txt'), name }], () => endings, {
        out: at('out'),
        mayReplace: () => true,
      })
      expect(jobs).toEqual([])
      expect(problems[0]!.message).toContain('would lie outside')
    }
  })
})
