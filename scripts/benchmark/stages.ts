import { alignPassages } from '../../src/align/align.js'
import { plan } from '../../src/correct/plan.js'
import { identifyOrigins } from '../../src/identify/identify.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import { check } from '../../src/pipeline.js'
import { readTranscript } from '../../src/read/read.js'
import { renderClean } from '../../src/render/render.js'
import { reportOf } from '../../src/render/report-json.js'
import { renderReportText } from '../../src/render/report-text.js'
import { segmentTranscript } from '../../src/segment/segment.js'
import { ngramWords } from '../../src/text/tokens.js'

export const stages = ['read', 'segment', 'identify', 'align', 'check', 'render'] as const

/** Milliseconds by stage. */
export type StageTimes = Readonly<Record<(typeof stages)[number], number>>

/** One run of the whole pipeline on a text; rendering is the plan, the vendor transcript and both reports. */
export function runStages(text: string): StageTimes {
  const lexicon = defaultLexicon()
  const times: Partial<Record<(typeof stages)[number], number>> = {}
  const timed = <T>(stage: (typeof stages)[number], work: () => T): T => {
    const start = performance.now()
    const result = work()
    times[stage] = performance.now() - start
    return result
  }
  const transcript = timed('read', () => readTranscript(text))
  const segmented = timed('segment', () => segmentTranscript(transcript))
  const identified = timed('identify', () => identifyOrigins(segmented, lexicon))
  const doc = timed('align', () => alignPassages(identified, lexicon))
  const findings = timed('check', () => check(doc))
  timed('render', () => {
    renderClean(doc, plan(findings, 'safe'), { style: 'vendor' })
    renderReportText(reportOf(doc, findings, { path: '', sha256: '' }), text)
  })
  return times as StageTimes
}

/** Words, figures and Han characters of a text. */
export function wordsOf(text: string): number {
  return ngramWords(text).length
}
