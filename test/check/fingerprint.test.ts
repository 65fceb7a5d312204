import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Check } from '../../src/check/check.js'
import { runChecks } from '../../src/check/run.js'
import type { Lexicon } from '../../src/lexicon/lexicon.js'
import { alignedFrom } from '../support/aligned.js'

/** Flags every figure. */
const figures: Check = {
  id: 'figures',
  summary: '',
  explanation: '',
  category: 'number',
  severity: 'error',
  examples: [],
  run: ({ text }) =>
    Array.from(text.matchAll(/\d+%|growth/g), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      message: 'Wrong.',
      confidence: 0.95,
      evidence: [],
      suggestions: match[0] === 'growth' ? [{ text: 'gross', confidence: 1, safe: true }] : [],
    })),
}

const findingsIn = (marked: string) => runChecks(alignedFrom(marked), [figures], {} as Lexicon)
const idsIn = (marked: string) => findingsIn(marked).map(({ id }) => id)

const words = fc.array(fc.constantFrom('so', 'we', 'see', 'demand', '云计算', 'é', ',', '\n\n'), {
  maxLength: 12,
})
const passage = words.map((list) => list.join(' '))

describe('the id of a finding', () => {
  it('is v1: and sixteen hexadecimal digits, the same in every version', () => {
    expect(idsIn('A: Revenues rose by 15% in the quarter.')).toEqual(['v1:14991613bfaf754b'])
  })

  it('survives edits elsewhere', () => {
    fc.assert(
      fc.property(passage, passage, passage, passage, (before, after, otherBefore, otherAfter) => {
        const [id] = idsIn(`A: ${before} rose by 15% year over ${after}`)
        expect(idsIn(`A: ${otherBefore} rose by 15% year over ${otherAfter}`)).toEqual([id])
      }),
    )
  })

  it('survives a new name for the speaker and another turn before', () => {
    const [id] = idsIn('Zhou: 15% more.')
    expect(idsIn('Li: Thank you.\n\nZou: 15% more.')).toEqual([id])
  })

  it('changes with the value and with the words beside it', () => {
    const [id] = idsIn('A: Revenues rose by 15% in the quarter.')
    expect(idsIn('A: Revenues rose by 50% in the quarter.')).not.toEqual([id])
    expect(idsIn('A: Revenues fell by 15% in the quarter.')).not.toEqual([id])
  })

  it('is the same for composed and decomposed letters and for other white space', () => {
    expect(idsIn('A: caf\u00e9 rose by 15% in')).toEqual(idsIn('A: cafe\u0301 rose\nby  15% in'))
  })

  it('tells findings apart that agree in everything', () => {
    const ids = idsIn('A: it was 15% and then it was 15% and then')
    expect(new Set(ids).size).toBe(2)
  })

  it('stands lone surrogates', () => {
    expect(idsIn('A: \ud800 15% \udc00')).toHaveLength(1)
  })
})

describe('the group of a finding', () => {
  it('is shared by the same words with the same fix, letter case aside', () => {
    const groups = findingsIn('A: growth margin, 15%. growth profit.').map(({ group }) => group)
    expect(groups[0]).toBe(groups[2])
    expect(groups[0]).not.toBe(groups[1])
  })
})
