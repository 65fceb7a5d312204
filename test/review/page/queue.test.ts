import { describe, expect, it } from 'vitest'
import { chunksOf } from '../../../src/review/page/chunks.js'
import { alike, everything, queueOf, step } from '../../../src/review/page/queue.js'
import type { FindingView } from '../../../src/review/view.js'

const finding = (id: string, start: number, more: Partial<FindingView> = {}): FindingView => ({
  id,
  check: 'scale',
  category: 'scale',
  severity: 'warning',
  confidence: 0.7,
  start,
  end: start + 4,
  text: 'word',
  message: 'a message',
  evidence: [],
  suggestions: [],
  group: id,
  line: 1,
  origin: 'english',
  turn: 0,
  speaker: 'Zhao Min',
  ...more,
})

const findings = [
  finding('a', 0, { severity: 'info', group: 'g' }),
  finding('b', 10, { severity: 'error', confidence: 0.95, speaker: 'Lin' }),
  finding('c', 20, { category: 'term', group: 'g', message: 'about EBITDA' }),
]
const settled = { b: { verdict: 'rejected', who: 'Lin', when: '' } } as const

describe('the queue', () => {
  const ids = (filter: Partial<typeof everything>) =>
    queueOf(findings, settled, { ...everything, ...filter }).map(({ id }) => id)

  it('holds what is open, unless asked for more', () => {
    expect(ids({})).toEqual(['a', 'c'])
    expect(ids({ status: 'all' })).toEqual(['a', 'b', 'c'])
    expect(ids({ status: 'settled' })).toEqual(['b'])
  })

  it('is narrowed by severity, category, speaker, origin and words', () => {
    expect(ids({ status: 'all', severity: 'alarms' })).toEqual(['b', 'c'])
    expect(ids({ category: 'term' })).toEqual(['c'])
    expect(ids({ status: 'all', speaker: 'Lin' })).toEqual(['b'])
    expect(ids({ origin: 'mandarin' })).toEqual([])
    expect(ids({ words: 'ebitda' })).toEqual(['c'])
  })

  it('is ordered by place, gravity, confidence or likeness', () => {
    expect(ids({ status: 'all', sort: 'severity' })).toEqual(['b', 'c', 'a'])
    expect(ids({ status: 'all', sort: 'confidence' })).toEqual(['b', 'a', 'c'])
    expect(ids({ status: 'all', sort: 'alike' })).toEqual(['b', 'a', 'c'])
  })

  it('steps round, and on from a finding that is not in it', () => {
    const queue = queueOf(findings, settled, everything)
    expect(step(queue, findings[0], 1)?.id).toBe('c')
    expect(step(queue, findings[2], 1)?.id).toBe('a')
    expect(step(queue, findings[1], 1)?.id).toBe('c')
    expect(step(queue, findings[1], -1)?.id).toBe('a')
    expect(step([], findings[1], 1)).toBeUndefined()
  })

  it('knows the open findings with the same fix', () => {
    expect(alike(findings, settled, findings[0]!).map(({ id }) => id)).toEqual(['a', 'c'])
  })
})

describe('words of a row', () => {
  const marks = {
    findings,
    corrections: [],
    links: [{ start: 8, end: 22, link: 3, other: { start: 90, end: 95 }, factor: 10 }],
  }

  it('are cut where a mark begins or ends, and covered', () => {
    const chunks = chunksOf({ start: 5, end: 30 }, marks)
    expect(chunks.map(({ start, end }) => [start, end])).toEqual([
      [5, 8],
      [8, 10],
      [10, 14],
      [14, 20],
      [20, 22],
      [22, 24],
      [24, 30],
    ])
    expect(chunks.map((chunk) => chunk.finding?.id)).toEqual([
      undefined,
      undefined,
      'b',
      undefined,
      'c',
      'c',
      undefined,
    ])
    expect(chunks.map(({ last }) => last)).toEqual([false, false, true, false, false, true, false])
    expect(chunks.map(({ link }) => link?.link)).toEqual([undefined, 3, 3, 3, 3, undefined, undefined])
  })

  it('show a correction by hand instead of a finding', () => {
    const corrections = [{ start: 9, end: 15, id: 'x', insert: 'new', who: '', when: '' }]
    const chunks = chunksOf({ start: 5, end: 18 }, { ...marks, corrections })
    expect(chunks.some((chunk) => chunk.finding)).toBe(false)
    expect(chunks.filter(({ last }) => last)).toMatchObject([{ end: 15, correction: { insert: 'new' } }])
  })
})
