import { describe, expect, it } from 'vitest'
import { reportOf } from '../../src/render/report-json.js'
import { renderReportText } from '../../src/render/report-text.js'
import type { Finding } from '../../src/types.js'
import { alignedFrom, spanOf } from '../support/aligned.js'
import { findingOf } from '../support/finding.js'

const doc =
  alignedFrom(`Wong Lin (CEO): <m><1>本季度收入24.8 billion。</m> <i><1>Revenue was RMB 2.48 billion.</i>

Zhao Min (CFO): Costs rose by 50% from 673.8 to 775.7.`)

const on = (words: string, given: Partial<Finding> = {}) =>
  findingOf({ id: `v1:${words}`, ...spanOf(doc.text, words), text: words, ...given })

const findings = [
  on('Wong', { category: 'entity', suggestions: [{ text: 'Wang', confidence: 0.95, safe: false }] }),
  on('24.8', {
    check: 'scale',
    category: 'scale',
    message: 'Ten times its interpretation.',
    suggestions: [{ text: '2.48', confidence: 0.95, safe: false }],
    evidence: [{ kind: 'aligned', ...spanOf(doc.text, 'RMB 2.48 billion'), note: 'interpreted so' }],
  }),
  on('50%', {
    check: 'percent-change',
    category: 'number',
    severity: 'warning',
    confidence: 0.8,
    message: 'Costs rose by 15.1 %.',
    suggestions: [
      { text: '15%', confidence: 0.8, safe: true },
      { text: '', confidence: 0.1, safe: false },
    ],
    evidence: [
      { kind: 'arithmetic', expression: '775.7 / 673.8 - 1', computed: 0.15123182, stated: 0.5 },
      { kind: 'sound', heard: 'fifty', said: 'fifteen', distance: 0.1, odds: 20 },
    ],
  }),
]
const report = reportOf(doc, findings, { path: 'calls/x.txt', sha256: 'abc' })

describe('reportOf', () => {
  it('says which file, turns and origins, with the speakers after repair', () => {
    expect(report.source).toEqual({
      path: 'calls/x.txt',
      format: 'colon',
      sha256: 'abc',
      length: doc.text.length,
    })
    expect(report.turns[0]).toEqual({
      index: 0,
      header: { start: 0, end: 16 },
      speaker: { label: 'Wong Lin', start: 0, end: 8, title: 'CEO', resolved: 'Wang Lin' },
      body: [{ start: 16, end: 64 }],
    })
    expect(report.origins.map(({ origin, speaker }) => [origin, speaker])).toEqual([
      ['mandarin', 'Wang Lin'],
      ['interpretation', 'Interpreter (for Wang Lin)'],
      ['english', 'Zhao Min'],
    ])
    expect(Object.keys(report.origins[0]!)).toEqual(['start', 'end', 'origin', 'confidence', 'speaker'])
  })

  it('gives the beads without what only the checks need', () => {
    expect(report.alignment).toEqual([
      { mandarin: doc.beads[0]!.mandarin, interpretation: doc.beads[0]!.interpretation, score: 1 },
    ])
  })

  it('gives each finding its line, column and status', () => {
    expect(report.findings.map(({ line, column, status }) => [line, column, status])).toEqual([
      [1, 1, 'open'],
      [1, 22, 'open'],
      [3, 31, 'open'],
    ])
    const decided = reportOf(
      doc,
      findings,
      { path: '', sha256: '' },
      {
        statusOf: (id) => (id === 'v1:50%' ? 'rejected' : 'open'),
        known: new Set(['v1:24.8']),
      },
    )
    expect(decided.findings[2]!.status).toBe('rejected')
    expect(decided.findings.map(({ known }) => known)).toEqual([false, true, false])
  })

  it('counts words, a Han character as one', () => {
    expect(report.summary).toEqual({
      words: 20,
      byOrigin: { english: 8, mandarin: 7, interpretation: 5, notice: 0 },
      bySeverity: { error: 2, warning: 1, info: 0 },
    })
  })

  it('survives being written and read', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })
})

describe('renderReportText', () => {
  it('shows the line, a caret under the words, the suggestion and the evidence', () => {
    expect(renderReportText(report, doc.text)).toBe(`calls/x.txt:1:1 error test (95 %)
    Wong Lin (CEO): 本季度收入24.8 billion。 Revenue was RMB 2.48 billion.
    ^^^^
    Wrong.
    → Wang

calls/x.txt:1:22 error scale (95 %)
    Wong Lin (CEO): 本季度收入24.8 billion。 Revenue was RMB 2.48 billion.
                              ^^^^
    Ten times its interpretation.
    → 2.48
    aligned 1:48: "RMB 2.48 billion" – interpreted so

calls/x.txt:3:31 warning percent-change (80 %)
    Zhao Min (CFO): Costs rose by 50% from 673.8 to 775.7.
                                  ^^^
    Costs rose by 15.1 %.
    → 15% (safe) or take it out
    arithmetic: 775.7 / 673.8 - 1 = 0.1512, stated 0.5
    sound: fifty ~ fifteen, distance 0.1, odds 20

calls/x.txt: 2 errors, 1 warning, 0 notes in 20 words (english 40 %, mandarin 35 %, interpretation 25 %)
`)
  })

  it('lets the caller colour it', () => {
    const painted = renderReportText(report, doc.text, { paint: (tone, words) => `<${tone}>${words}</>` })
    expect(painted).toContain('<place>calls/x.txt:3:31</> <warning>warning</> percent-change')
    expect(painted).toContain('<caret>^^^</>')
  })

  const single = (text: string, words: string, given: Partial<Finding> = {}) => {
    const one = alignedFrom(text)
    const finding = findingOf({ ...spanOf(one.text, words), text: words, ...given })
    return renderReportText(reportOf(one, [finding], { path: 'x', sha256: '' }), one.text, {
      width: 40,
    }).split('\n')
  }

  it('cuts a long line to a window around the words', () => {
    const [, line, caret] = single(`A: ${'so '.repeat(200)}uh ${'we '.repeat(200)}`, 'uh')
    expect(line).toMatch(/^ {4}….{17,19}uh.{16,20}…$/)
    expect(caret!.length).toBe(line!.indexOf('uh') + 2)
  })

  it('cuts long words, and stays on the first line of several', () => {
    const [, line, caret] = single(`A: ${'loop '.repeat(40)}end`, 'loop '.repeat(40).trim())
    expect(line).toMatch(/loop…/)
    expect(caret!.trim()).toBe('^'.repeat(20))
    expect(single('A: one two\nthree four', 'two\nthree')[1]).toBe('    A: one two')
  })

  it('sends no steering sign to a terminal', () => {
    const hostile = 'a\u001b[31mb\u009bc\u202ed\u0007e\u2066f\ud800'
    const lines = single(`A: x ${hostile} y`, 'b\u009bc', {
      message: hostile,
      evidence: [
        { kind: 'structure', note: hostile },
        { kind: 'reference', document: hostile, quote: hostile },
      ],
      suggestions: [{ text: hostile, confidence: 1, safe: false }],
    })
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
    expect(lines.join('')).toContain('\\u{1b}[31mb')
  })
})
