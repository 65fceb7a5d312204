import { exportKinds, type ExportKind } from '../render/exports.js'
import { renderClean, type Style } from '../render/render.js'
import type { Report } from '../render/report-json.js'
import { grouped, renderReportText, type Paint } from '../render/report-text.js'
import { reportOfCall, type ReviewedCall } from '../render/reviewed.js'
import { visible } from '../render/visible.js'
import type { Category, Finding } from '../types.js'
import type { ReportKind } from './choices.js'
import { paintFor } from './colour.js'
import { countsLeft, reviewedCall } from './reviewed.js'
import type { Task } from './run.js'
import type { Settings } from './settings.js'
import type { Counts } from './status.js'

/** What is kept of a cleaned transcript. */
export interface CleanRecord {
  readonly summary: Report['summary']
  readonly byCategory: Readonly<Partial<Record<Category, number>>>
  /** How many changes were made. */
  readonly applied: number
  /** Findings that were not put right, and that nobody settled or knew. */
  readonly left: Counts
}

export interface CleanOptions {
  readonly report: ReportKind
  /** What a person is told of each: a line, the vendor transcript and a summary, or nothing. */
  readonly tell: 'note' | 'show' | 'nothing'
}

/** Cleans a transcript: a file for each style, and the report. */
export function cleanTask(settings: Settings, { report: kind, tell }: CleanOptions): Task<CleanRecord> {
  return {
    endings: [...settings.styles.map((style) => STYLE_ENDINGS[style]), ...REPORT_ENDINGS[kind]],
    besides: (path) => captionKinds(path, settings).map(({ ending }) => ending),
    run: async (loaded, { outputs }) => {
      const call = await reviewedCall(loaded, settings)
      const captions = captionKinds(loaded.path, settings)
      const path = visible(loaded.path)
      const report = reportOfCall(call)
      const render = (style: Style): string => renderClean(call.doc, call.plan, { style })
      const record = recordOf(call, report.summary)
      const timed = await Promise.all(captions.map((captioned) => captioned.render(call)))
      const isEmpty = captions.length > 0 && loaded.timed.length === 0
      const notes = [
        ...call.warnings,
        ...(isEmpty ? [`${path}: no times are in this file, so its captions are empty`] : []),
      ]
      const done = {
        contents: [...settings.styles.map(render), ...(await reportContent(kind, report, call)), ...timed],
        record,
        notes,
      }
      const written = outputs.map(visible).join(', ')
      if (tell === 'show') {
        const summary = summaryOf(path, record, written, paintFor(settings.colour))
        return { ...done, show: `${render('vendor')}\n${summary}\n` }
      }
      if (tell === 'nothing' || written === '') return done
      return { ...done, notes: [...notes, `${path} → ${written} (${counted(record)})`] }
    },
  }
}

/** The captions made of an input that has times, as its name tells: those wanted, else of its own kind. */
function captionKinds(path: string, { captions }: Settings): ExportKind[] {
  const ending = /\.(srt|vtt|json|nlp)$/iu.exec(path)?.[1]?.toLowerCase()
  const wanted = ending === undefined ? [] : (captions ?? [ending])
  return exportKinds.filter(({ id, timed }) => timed && (wanted as readonly string[]).includes(id))
}

const STYLE_ENDINGS: Readonly<Record<Style, string>> = {
  vendor: '.vendor.txt',
  bilingual: '.bilingual.md',
  verbatim: '.verbatim.txt',
}

const REPORT_ENDINGS: Readonly<Record<ReportKind, readonly string[]>> = {
  json: ['.report.json'],
  text: ['.report.txt'],
  html: ['.report.html'],
  none: [],
}

async function reportContent(kind: ReportKind, report: Report, call: ReviewedCall): Promise<string[]> {
  switch (kind) {
    case 'json':
      return [`${JSON.stringify(report, undefined, 2)}\n`]
    case 'text':
      return [renderReportText(report, call.doc.text)]
    case 'html':
      return [(await import('../render/report-html.js')).renderReportHtml(call)]
    case 'none':
      return []
  }
}

function recordOf(call: ReviewedCall, summary: Report['summary']): CleanRecord {
  return {
    summary,
    byCategory: countBy(call.findings, ({ category }) => category),
    applied: call.plan.edits.length,
    left: countsLeft(call, 'put-right'),
  }
}

function countBy<K extends string>(findings: readonly Finding[], keyOf: (finding: Finding) => K) {
  const counts: Partial<Record<K, number>> = {}
  for (const finding of findings) counts[keyOf(finding)] = (counts[keyOf(finding)] ?? 0) + 1
  return counts
}

function counted({ applied, left }: CleanRecord): string {
  return `${applied} put right, ${left.error + left.warning} left to decide, ${left.info} notes`
}

/** What was found and written, for a person. */
function summaryOf(path: string, record: CleanRecord, written: string, paint: Paint): string {
  const { figures } = record.summary
  const origins = Object.entries(record.summary.byOrigin)
    .filter(([, words]) => words > 0)
    .map(([origin, words]) => `${origin} ${grouped(words)}`)
  return [
    paint('quiet', '─'.repeat(40)),
    `${paint('place', path)}: ${counted(record)}`,
    `words: ${origins.join(', ') || 'none'}`,
    ...(figures
      ? [`figures: ${figures.total}, checked: ${figures.checked}, contradicted: ${figures.contradicted}`]
      : []),
    ...(written === '' ? [] : [`written: ${written}`]),
    '',
  ].join('\n')
}
