import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Gold } from '../../scripts/markup.js'
import { errors, linkF1, originAccuracy, switches, type MeasuredReport } from '../../scripts/measures.js'
import type { Origin, Span } from '../../src/types.js'
import { perfectReport } from './perfect-report.js'

const nothing: Gold = { origin: [], alignment: [], errors: [] }
const silent: MeasuredReport = { origins: [], alignment: [], findings: [] }

const origin = (start: number, end: number, ...allowed: Origin[]) => ({ start, end, origin: allowed })
const label = (start: number, end: number, one: Origin) => ({ start, end, origin: one })
const at = (text: string, words: string): Span => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

describe('originAccuracy', () => {
  const text = 'abcd, efgh 12'
  const gold = { ...nothing, origin: [origin(0, 5, 'mandarin'), origin(6, 13, 'interpretation', 'english')] }

  it('counts letters and digits of allowed labels; unlabelled ones are wrong', () => {
    const report = {
      ...silent,
      origins: [label(0, 2, 'mandarin'), label(2, 5, 'english'), label(6, 11, 'english')],
    }
    const result = originAccuracy(text, gold, report)
    expect(result.accuracy).toBeCloseTo(6 / 10)
    expect(result.characters).toBe(10)
    expect(result.byOrigin.mandarin).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3, characters: 4 })
    expect(result.byOrigin.english).toMatchObject({ precision: 4 / 6, recall: 1, characters: 4 })
  })
})

describe('switches', () => {
  const text = 'one two three four five six seven eight nine ten'
  const cut = text.indexOf('five')
  const gold = {
    ...nothing,
    origin: [origin(0, cut - 1, 'mandarin'), origin(cut, text.length, 'interpretation')],
  }
  const changeAt = (word: string, from: Origin = 'mandarin', to: Origin = 'interpretation') => ({
    ...silent,
    origins: [label(0, text.indexOf(word), from), label(text.indexOf(word), text.length, to)],
  })

  it('finds a change within two words', () => {
    expect(switches(text, gold, changeAt('seven'))).toEqual({ precision: 1, recall: 1, f1: 1, gold: 1 })
    expect(switches(text, gold, changeAt('three'))).toMatchObject({ precision: 1, recall: 1 })
    expect(switches(text, gold, changeAt('eight'))).toEqual({ precision: 0, recall: 0, f1: 0, gold: 1 })
  })

  it('wants the same kind of change', () => {
    expect(switches(text, gold, changeAt('five', 'english'))).toMatchObject({ precision: 0, recall: 0 })
  })

  it('counts each change once', () => {
    const origins = [
      label(0, 14, 'mandarin'),
      label(14, 18, 'interpretation'),
      label(18, 23, 'mandarin'),
      label(23, text.length, 'interpretation'),
    ]
    expect(switches(text, gold, { ...silent, origins })).toMatchObject({ precision: 1 / 3, recall: 1 })
  })

  it('neither asks for nor blames a change where both labels are allowed', () => {
    const either = {
      ...nothing,
      origin: [
        origin(0, 13, 'mandarin'),
        origin(14, 18, 'mandarin', 'interpretation'),
        origin(cut, text.length, 'interpretation'),
      ],
    }
    expect(switches(text, either, changeAt('five'))).toEqual({ precision: 1, recall: 1, f1: 1, gold: 0 })
    expect(switches(text, either, changeAt('seven'))).toMatchObject({ precision: 0 })
  })
})

describe('linkF1', () => {
  const text = 'aaaa bbbb AAAA BBBB'
  const [a, b, x, y] = ['aaaa', 'bbbb', 'AAAA', 'BBBB'].map((words) => at(text, words)) as [
    Span,
    Span,
    Span,
    Span,
  ]
  const gold = {
    ...nothing,
    alignment: [
      { mandarin: [a], interpretation: [x] },
      { mandarin: [b], interpretation: [y] },
    ],
  }

  it('is 1 for the gold itself, however it is cut', () => {
    expect(linkF1(text, gold, { ...silent, alignment: gold.alignment }).f1).toBe(1)
    const cut = [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]
    expect(
      linkF1(text, gold, {
        ...silent,
        alignment: [{ mandarin: cut, interpretation: [x] }, gold.alignment[1]!],
      }).f1,
    ).toBe(1)
  })

  it('halves the precision of beads that are merged', () => {
    const alignment = [{ mandarin: [a, b], interpretation: [x, y] }]
    expect(linkF1(text, gold, { ...silent, alignment })).toMatchObject({ precision: 0.5, recall: 1 })
  })

  it('counts links that are missing and links that are wrong', () => {
    const alignment = [{ mandarin: [a], interpretation: [y] }]
    expect(linkF1(text, gold, { ...silent, alignment })).toEqual({ precision: 0, recall: 0, f1: 0 })
    const half = [gold.alignment[0]!, { mandarin: [b], interpretation: [] }]
    expect(linkF1(text, gold, { ...silent, alignment: half })).toMatchObject({ precision: 1, recall: 0.5 })
  })

  it('is 1 where nothing is aligned and nothing was to be', () => {
    expect(linkF1(text, nothing, silent).f1).toBe(1)
  })
})

describe('errors', () => {
  const text = 'The growth margin of Lan Way was 50% of $20 in all.'
  const error = (words: string, tier: 'A' | 'D', ...correction: string[]) => ({
    ...at(text, words),
    text: words,
    correction,
    category: 'term' as const,
    tier,
  })
  const gold: Gold = {
    origin: [origin(0, text.length, 'english')],
    alignment: [],
    errors: [error('growth', 'A', 'gross'), error('Lan Way', 'A', 'Lanyue'), error('50%', 'D', '15%')],
  }
  const finding = (words: string, suggestion?: string, severity: 'error' | 'info' = 'error') => ({
    ...at(text, words),
    severity,
    suggestions: suggestion === undefined ? [] : [{ text: suggestion }],
  })
  const measure = (...findings: MeasuredReport['findings']) => errors(text, gold, { ...silent, findings })

  it('compares what the text becomes, not the spans', () => {
    expect(measure(finding('growth margin', 'gross  margin')).byTier.A).toEqual({
      errors: 2,
      flagged: 1,
      correctable: 2,
      corrected: 1,
    })
    expect(measure(finding('Way', 'Yue')).byTier.A).toMatchObject({ flagged: 1, corrected: 0 })
    expect(measure(finding('Lan', 'Lanyue'), finding(' Way', '')).byTier.A).toMatchObject({ corrected: 1 })
  })

  it('lets a finding cover two errors and mend one or both', () => {
    expect(measure(finding('growth margin of Lan Way', 'gross margin of Lan Way')).byTier.A.corrected).toBe(1)
    expect(measure(finding('growth margin of Lan Way', 'gross margin of Lanyue')).byTier.A.corrected).toBe(2)
  })

  it('counts as false alarms what overlaps no error, and never info', () => {
    const result = measure(finding('$', 'RMB'), finding('in all', 'overall', 'info'), finding('50%', '5%'))
    expect(result).toMatchObject({ falseAlarms: 1, spokenWords: 12 })
    expect(result.falseAlarmsPerThousandWords).toBeCloseTo(1000 / 12)
    expect(result.byCategory).toEqual({ term: { errors: 2, flagged: 0, correctable: 2, corrected: 0 } })
  })
})

const call = fileURLToPath(new URL('../../../shared/corpora/kingsoft-cloud-2025q3/', import.meta.url))

describe.skipIf(!existsSync(call))('a real call', () => {
  it('measures 1 against its own annotation', () => {
    const text = readFileSync(`${call}transcript.txt`, 'utf8')
    const gold = JSON.parse(readFileSync(`${call}gold.json`, 'utf8')) as Gold
    const report = perfectReport(gold)
    expect(originAccuracy(text, gold, report).accuracy).toBe(1)
    expect(switches(text, gold, report)).toMatchObject({ precision: 1, recall: 1 })
    expect(linkF1(text, gold, report).f1).toBe(1)
    const { byTier, falseAlarms } = errors(text, gold, report)
    expect(falseAlarms).toBe(0)
    for (const count of Object.values(byTier)) {
      expect(count).toMatchObject({ flagged: count.errors, corrected: count.correctable })
    }
  })
})
