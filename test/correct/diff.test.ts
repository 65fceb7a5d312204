import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from '../../src/correct/diff.js'
import { textOf } from '../../src/text/spans.js'

const shown = (before: string, after: string) =>
  diffWords(before, after)
    .filter(({ kind }) => kind !== 'same')
    .map((change) => [change.kind, textOf(before, change.before), textOf(after, change.after)])

describe('diffWords', () => {
  it('tells what was replaced, removed and added', () => {
    expect(shown('growth margin was uh 16.5%', 'gross margin was RMB 15.6%')).toEqual([
      ['replaced', 'growth', 'gross'],
      ['replaced', 'uh 16.5', 'RMB 15.6'],
    ])
    expect(shown('we uh grew', 'we grew')).toEqual([['removed', 'uh', '']])
    expect(shown('we grew', 'we grew fast')).toEqual([['added', '', 'fast']])
  })

  it('never cuts a word or a figure, and takes Han characters one by one', () => {
    expect(shown('depression', 'depreciation')).toEqual([['replaced', 'depression', 'depreciation']])
    expect(shown('1,536,000', '15,360,000')).toEqual([['replaced', '1,536,000', '15,360,000']])
    expect(shown('受信报告', '授信报告')).toEqual([['replaced', '受', '授']])
  })

  it('does not compare white space', () => {
    expect(shown('so\n\nwe  grew', 'so we grew')).toEqual([])
    expect(shown('', '')).toEqual([])
  })

  const text = fc
    .array(fc.constantFrom('we', 'grew', '15%', '云', ' ', '.', "don't"), { maxLength: 30 })
    .map((words) => words.join(' '))

  it('covers every word of both texts, in order', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = diffWords(before, after)
        const bare = (words: string) => words.replace(/\s/g, '')
        expect(bare(changes.map((change) => textOf(before, change.before)).join(''))).toBe(bare(before))
        expect(bare(changes.map((change) => textOf(after, change.after)).join(''))).toBe(bare(after))
        for (const change of changes) {
          const equal = bare(textOf(before, change.before)) === bare(textOf(after, change.after))
          expect(equal).toBe(change.kind === 'same')
        }
      }),
    )
  })
})
