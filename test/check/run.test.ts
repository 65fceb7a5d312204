import { describe, expect, it } from 'vitest'
import type { Check } from '../../src/check/check.js'
import { runChecks } from '../../src/check/run.js'
import type { Lexicon } from '../../src/lexicon/lexicon.js'
import type { Found, Span } from '../../src/types.js'
import { alignedFrom, spanOf } from '../support/aligned.js'

const doc = alignedFrom('Li Yi (CFO): Our Real News rose by 50% while the growth margin fell.')
const lexicon = {} as Lexicon

const at = (words: string): Span => spanOf(doc.text, words)
const said = (text: string, safe = false) => ({ text, confidence: 0.9, safe })
const found = (given: Partial<Found>): Found => ({
  ...at('Real News'),
  message: 'Wrong.',
  confidence: 0.95,
  evidence: [],
  suggestions: [],
  ...given,
})
const checkOf = (id: string, ...list: Found[]): Check => ({
  id,
  summary: '',
  explanation: '',
  category: 'term',
  severity: 'error',
  examples: [],
  run: () => list,
})
const run = (...checks: Check[]) => runChecks(doc, checks, lexicon)

describe('runChecks', () => {
  it('sorts by place and quotes the words', () => {
    const later = checkOf('later', found(at('growth')))
    const sooner = checkOf('sooner', found(at('Real News')))
    expect(run(later, sooner).map(({ check, text }) => [check, text])).toEqual([
      ['sooner', 'Real News'],
      ['later', 'growth'],
    ])
  })

  it('takes the severity from the confidence', () => {
    const of = (confidence: number) => run(checkOf('a', found({ confidence })))[0]!.severity
    expect([0.9, 0.89, 0.6, 0.59].map(of)).toEqual(['error', 'warning', 'warning', 'info'])
  })

  it('never exceeds the severity of the check and lets a finding lower it', () => {
    const modest = { ...checkOf('a', found({})), severity: 'warning' as const }
    expect(run(modest)[0]!.severity).toBe('warning')
    expect(run(checkOf('a', found({ severity: 'info' })))[0]!.severity).toBe('info')
    expect(run(checkOf('a', found({ confidence: 0.7, severity: 'error' })))[0]!.severity).toBe('warning')
  })

  it('runs only the checks asked for and refuses unknown ones', () => {
    const checks = [checkOf('a', found({})), checkOf('b', found(at('growth')))]
    const ids = (options: object) => runChecks(doc, checks, lexicon, options).map(({ check }) => check)
    expect(ids({ only: ['b'] })).toEqual(['b'])
    expect(ids({ skip: ['b'] })).toEqual(['a'])
    expect(ids({ only: ['a', 'b'], skip: ['a'] })).toEqual(['b'])
    expect(() => ids({ only: ['c'] })).toThrow('no check is called "c": use one of a, b')
  })

  it('refuses spans and probabilities that cannot be', () => {
    expect(() => run(checkOf('a', found({ start: 3, end: 3 })))).toThrow(/check a reports 3–3/)
    expect(() => run(checkOf('a', found({ end: 10_000 })))).toThrow(RangeError)
    expect(() => run(checkOf('a', found({ confidence: NaN })))).toThrow(/confidence/)
    const evidence = [{ kind: 'mention' as const, start: 0, end: 10_000, note: '' }]
    expect(() => run(checkOf('a', found({ evidence })))).toThrow(RangeError)
  })

  it('drops a finding whose only suggestion is what already stands there', () => {
    expect(run(checkOf('a', found({ suggestions: [said('Real News')] })))).toEqual([])
    const two = run(checkOf('a', found({ suggestions: [said('Real News'), said('revenues')] })))
    expect(two[0]!.suggestions).toEqual([said('revenues')])
  })
})

describe('findings at one place', () => {
  const wording = { kind: 'wording' as const, expected: 'revenues', source: 'release' }
  const structure = { kind: 'structure' as const, note: 'the CFO speaks' }

  it('unite when they propose the same: the surer speaks with the evidence of both', () => {
    const [only, ...rest] = run(
      checkOf(
        'a',
        found({ confidence: 0.7, suggestions: [said('revenues', true)], evidence: [wording, structure] }),
      ),
      checkOf(
        'b',
        found({ confidence: 0.8, suggestions: [said('revenues'), said('revenue')], evidence: [structure] }),
      ),
    )
    expect(rest).toEqual([])
    expect(only).toMatchObject({ check: 'b', confidence: 0.8, evidence: [structure, wording] })
    expect(only!.suggestions).toEqual([said('revenues', true), said('revenue')])
  })

  it('unite when their spans differ and the mended text is the same', () => {
    const findings = run(
      checkOf('narrow', found({ ...at('50'), confidence: 0.95, suggestions: [said('15')] })),
      checkOf('wide', found({ ...at('50%'), confidence: 0.9, suggestions: [said('15%')] })),
    )
    expect(findings.map(({ check, text }) => [check, text])).toEqual([['narrow', '50']])
  })

  it('stay apart when they propose different words', () => {
    const findings = run(
      checkOf('a', found({ suggestions: [said('revenues')] })),
      checkOf('b', found({ suggestions: [said('rents')] })),
    )
    expect(findings).toHaveLength(2)
  })

  it('yield to one around them when they propose nothing', () => {
    const inner = checkOf('inner', found({ ...at('Real'), confidence: 0.9 }))
    expect(run(inner, checkOf('outer', found({ suggestions: [said('revenues')] })))).toHaveLength(1)
    expect(run(inner, checkOf('outer', found({ confidence: 0.3 })))).toHaveLength(2)
  })

  it('are one when both propose nothing about the same words', () => {
    expect(
      run(checkOf('a', found({})), checkOf('b', found({ confidence: 0.99 }))).map(({ check }) => check),
    ).toEqual(['b'])
  })
})
