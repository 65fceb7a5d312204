import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entriesOf, loadGlossary, namesIn, parseGlossary } from '../../src/cli/glossary.js'
import { taught } from '../../src/cli/glossary-edit.js'
import { folderWith } from './folder.js'

describe('loadGlossary', () => {
  test('takes every glossary from the folder upward, the nearest first, and lists of names', async () => {
    const at = folderWith({
      'jiaodui.glossary.json': '{ "terms": ["ARPU"] }',
      'velora/jiaodui.glossary.json': '{ "names": [{ "name": "Velora", "zh": "微络" }], }',
      'velora/q3/names.txt': '\uFEFF# people\r\n\r\n Wei Changming \r\n',
    })
    const entries = await loadGlossary({ names: [at('velora/q3/names.txt')] }, at('velora/q3'))
    expect(entries).toEqual([
      { term: 'Velora', kind: 'name', zh: '微络', soundsLike: [], not: [] },
      { term: 'ARPU', kind: 'term', soundsLike: [], not: [] },
      { term: 'Wei Changming', kind: 'name', soundsLike: [], not: [] },
    ])
  })

  test('takes only the glossaries that are named, and tells one that is not there', async () => {
    const at = folderWith({ 'jiaodui.glossary.json': '{ "names": ["Velora"] }', 'other.json': '{}' })
    expect(await loadGlossary({ glossaries: [at('other.json')] }, at(''))).toEqual([])
    await expect(loadGlossary({ glossaries: [at('none.json')] })).rejects.toThrow('there is no such file')
  })
})

test('a list of names may have blank lines and remarks', () => {
  expect(namesIn('# who\n\nWei\n')).toEqual([{ term: 'Wei', kind: 'name', soundsLike: [], not: [] }])
})

describe('a lesson', () => {
  const words = fc.constantFrom('Velora', 'velora', 'Wei Changming', 'ARPU', 'Vellora', 'our poo', 'Way')
  const entry = (key: string) =>
    fc.oneof(
      words,
      fc.record(
        { [key]: words, zh: fc.constant('微络'), soundsLike: fc.array(words), not: fc.array(words) },
        { requiredKeys: [key] },
      ),
    )
  const glossary = fc.record(
    { names: fc.array(entry('name')), terms: fc.array(entry('term')) },
    { requiredKeys: [] },
  )
  const lesson = fc.record(
    { kind: fc.constantFrom('name' as const, 'term' as const), term: words, heard: words },
    { requiredKeys: ['kind', 'term'] },
  )

  test('loses nothing that is there and is learnt once', async () => {
    await fc.assert(
      fc.asyncProperty(glossary, lesson, async (file, given) => {
        const text = `// kept\n${JSON.stringify(file, undefined, 2)}\n`
        const before = entriesOf(await parseGlossary(text, 'g'))
        const next = taught(text, await parseGlossary(text, 'g'), given)
        const parsed = await parseGlossary(next.text, 'g')
        const after = entriesOf(parsed)
        expect(next.text.startsWith('// kept\n')).toBe(true)
        for (const { soundsLike, ...own } of before)
          expect(after).toContainEqual({
            ...own,
            soundsLike: expect.arrayContaining([...soundsLike]) as string[],
          })
        expect(taught(next.text, parsed, given).added).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })

  test('never makes a form of what another entry says is right', async () => {
    const text = '{ "names": ["Vellora", { "name": "Velora", "not": ["Velura"] }] }'
    const file = await parseGlossary(text, 'g')
    for (const heard of ['vellora', 'Velura'])
      expect(taught(text, file, { kind: 'name', term: 'Velora', heard })).toEqual({ text })
  })
})
