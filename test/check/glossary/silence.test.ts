import { describe, expect, it } from 'vitest'
import { withoutSilenced, type Silenceable } from '../../../src/check/glossary/silence.js'
import type { GlossaryEntry } from '../../../src/types.js'
import { spanOf } from '../../support/aligned.js'

const text = 'Zhang Min: Our Velora Cloud grew by 50%, and Velera’s long gap Velora margin fell.'
const glossary: readonly GlossaryEntry[] = [
  { term: 'velora', kind: 'name', soundsLike: [], not: ['Velera', 'long gap'] },
  { term: 'Zhang Min', kind: 'name', soundsLike: [], not: [] },
]
const about = (words: string, said: string, rest: Partial<Silenceable> = {}): Silenceable => ({
  ...spanOf(text, words),
  category: 'entity',
  evidence: [],
  suggestions: [{ text: said, confidence: 0.9, safe: false }],
  ...rest,
})
const sound = { kind: 'sound' as const, heard: '', said: '', distance: 0.1 }
const isSilenced = (finding: Silenceable) => withoutSilenced(text, [finding], glossary).length === 0

describe('withoutSilenced', () => {
  it('leaves out what would change a term, in any case, or a word that is not to be taken for one', () => {
    expect(isSilenced(about('Velora', 'Valora'))).toBe(true)
    expect(isSilenced(about('Velera', 'Velora'))).toBe(true)
    expect(isSilenced(about('gap', 'GAAP', { category: 'term' }))).toBe(true)
    expect(isSilenced(about('Velora Cloud', 'Valora Cloud'))).toBe(true)
    expect(isSilenced(about('gap Velora', 'GAAP Valora', { category: 'term' }))).toBe(true)
  })

  it('keeps what leaves the term as it is', () => {
    expect(isSilenced(about('Velora Cloud', 'Velora Crowd'))).toBe(false)
    expect(isSilenced(about('grew', 'grow'))).toBe(false)
    expect(isSilenced(about('Velora Cloud', '', { suggestions: [] }))).toBe(false)
  })

  it('keeps what is about more than words: figures, repetitions, who speaks', () => {
    expect(isSilenced(about('Velora', '', { category: 'repetition' }))).toBe(false)
    expect(isSilenced(about('Zhang Min', 'Li Yi', { category: 'speaker' }))).toBe(false)
    expect(isSilenced(about('Zhang Min', 'Zhang Ming', { category: 'speaker', evidence: [sound] }))).toBe(
      true,
    )
  })

  it('leaves all findings alone without a glossary', () => {
    const findings = [about('Velora', 'Valora')]
    expect(withoutSilenced(text, findings, [])).toEqual(findings)
  })
})
