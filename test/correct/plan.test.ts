import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plan, type Decision } from '../../src/correct/plan.js'
import { applyEdits } from '../../src/text/edits.js'
import type { Finding, Policy } from '../../src/types.js'
import { findingOf } from '../support/finding.js'

const suggest = (text: string, safe: boolean) => ({ text, confidence: 0.9, safe })

const term = findingOf({ id: 'term', start: 0, end: 4, suggestions: [suggest('gross', true)] })
const figure = findingOf({
  id: 'figure',
  start: 5,
  end: 8,
  category: 'number',
  suggestions: [suggest('15%', false)],
})
const doubt = findingOf({
  id: 'doubt',
  start: 9,
  end: 12,
  severity: 'info',
  suggestions: [suggest('x', true)],
})
const mute = findingOf({ id: 'mute', start: 13, end: 15 })
const findings = [term, figure, doubt, mute]

const ids = (list: readonly Finding[]) => list.map(({ id }) => id)

describe('plan', () => {
  it('takes nothing, what is safe, or the best of every error and warning', () => {
    expect(plan(findings, 'none').edits).toEqual([])
    expect(plan(findings, 'safe').edits).toEqual([{ start: 0, end: 4, insert: 'gross' }])
    expect(ids(plan(findings, 'all').applied)).toEqual(['term', 'figure'])
  })

  it('follows decisions under every policy', () => {
    const decisions = new Map<string, Decision>([
      ['term', { status: 'rejected' }],
      ['figure', { status: 'accepted' }],
      ['doubt', { status: 'edited', text: 'y' }],
      ['mute', { status: 'accepted' }],
    ])
    expect(plan(findings, 'none', decisions).edits).toEqual([
      { start: 5, end: 8, insert: '15%' },
      { start: 9, end: 12, insert: 'y' },
    ])
    expect(ids(plan(findings, 'all', decisions).applied)).toEqual(['figure', 'doubt'])
  })

  it('settles an overlap by confidence, then by length, and lists the loser', () => {
    const long = findingOf({
      id: 'long',
      start: 2,
      end: 9,
      confidence: 0.95,
      suggestions: [suggest('a', true)],
    })
    const sure = findingOf({
      id: 'sure',
      start: 8,
      end: 10,
      confidence: 0.99,
      suggestions: [suggest('b', true)],
    })
    const all = plan([term, long, sure], 'all')
    expect(ids(all.applied)).toEqual(['term', 'sure'])
    expect(ids(all.conflicts)).toEqual(['long'])
    expect(ids(plan([term, long], 'all').applied)).toEqual(['long'])
  })

  it('lets a decided finding win over a more confident one', () => {
    const sure = findingOf({
      id: 'sure',
      start: 0,
      end: 10,
      confidence: 1,
      suggestions: [suggest('b', true)],
    })
    const decided = plan([term, sure], 'all', new Map([['term', { status: 'accepted' }]]))
    expect(ids(decided.applied)).toEqual(['term'])
  })

  const someFindings = fc
    .array(
      fc
        .record({
          start: fc.nat(40),
          length: fc.integer({ min: 1, max: 8 }),
          confidence: fc.double({ min: 0, max: 1, noNaN: true }),
          severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
          safe: fc.boolean(),
        })
        .map(({ start, length, confidence, severity, safe }) =>
          findingOf({
            start,
            end: start + length,
            confidence,
            severity,
            suggestions: [suggest('new', safe)],
          }),
        ),
      { maxLength: 12 },
    )
    .map((list) => list.map((finding, index) => ({ ...finding, id: `v1:${index}` })))

  it('makes edits that can always be applied, whatever the order of the findings', () => {
    fc.assert(
      fc.property(someFindings, fc.constantFrom<Policy>('safe', 'all'), (list, policy) => {
        const result = plan(list, policy)
        expect(() => applyEdits('x'.repeat(60), result.edits)).not.toThrow()
        expect(plan(list.toReversed(), policy)).toEqual(result)
        const chosen = list.filter(
          (finding) => finding.severity !== 'info' && (policy === 'all' || finding.suggestions[0]!.safe),
        )
        expect(result.applied.length + result.conflicts.length).toBe(chosen.length)
      }),
    )
  })

  it('changes nothing when everything is rejected', () => {
    fc.assert(
      fc.property(someFindings, (list) => {
        const rejected = new Map(list.map(({ id }) => [id, { status: 'rejected' as const }]))
        expect(plan(list, 'all', rejected).edits).toEqual([])
      }),
    )
  })
})
