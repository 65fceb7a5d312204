import type { Evidence, Severity, Span } from '../types.js'
import { lineIndex, type LineIndex } from '../text/lines.js'
import type { Report, ReportFinding } from './report-json.js'
import { displayWidth, visible } from './visible.js'

/** What a stretch of the report is, for whoever gives it colour. */
export type Tone = Severity | 'place' | 'caret' | 'suggestion' | 'quiet'

/** Gives words the look of a tone; must not change what is read. */
export type Paint = (tone: Tone, words: string) => string

export interface ReportTextOptions {
  /** Leaves the words as they are unless given. */
  readonly paint?: Paint
  /** Columns for quoted words; 100 unless given. */
  readonly width?: number
}

/**
 * The report for people: for each finding its place, the line with a caret under the words, what is
 * wrong, the suggestion, the evidence; then a summary. `text` is the transcript's. Signs that could
 * steer a terminal are written out.
 */
export function renderReportText(report: Report, text: string, options: ReportTextOptions = {}): string {
  const { paint = unpainted, width = 100 } = options
  const lines = lineIndex(text)
  const path = visible(report.source.path)
  const blocks = report.findings.map((finding) =>
    [
      headline(finding, path, paint),
      ...quote(text, finding, width, paint),
      `    ${shown(finding.message)}`,
      ...suggestionLines(finding, paint),
      ...finding.evidence.map((evidence) => paint('quiet', `    ${evidenceLine(evidence, text, lines)}`)),
    ].join('\n'),
  )
  return [...blocks, summaryLine(report, path, paint)].join('\n\n').concat('\n')
}

const unpainted: Paint = (_, words) => words

function headline(
  { line, column, severity, check, confidence, status, known }: ReportFinding,
  path: string,
  paint: Paint,
): string {
  const place = paint('place', `${path}:${line}:${column}`)
  const decided = (status === 'open' ? '' : `, ${status}`) + (known ? ', known' : '')
  return `${place} ${paint(severity, severity)} ${visible(check)} ${paint('quiet', `(${percent(confidence)}${decided})`)}`
}

/** The line cut to a window around the words, and a caret for each column that they take. */
function quote(text: string, span: Span, width: number, paint: Paint): string[] {
  const marked = clipEnd(
    shown(firstLine(text.slice(span.start, Math.min(span.end, span.start + 4 * width)))),
    Math.max(20, width - 20),
    false,
  )
  const room = Math.max(20, width - displayWidth(marked))
  const lead = lastLine(text.slice(Math.max(0, span.start - room), span.start))
  const cut = span.start - lead.length > 0 && !/[\r\n]/.test(text[span.start - lead.length - 1]!)
  const before = clipStart(shown(lead), room >> 1, cut)
  const tail = firstLine(text.slice(span.end, span.end + room))
  const more = span.end + tail.length < text.length && !/[\r\n]/.test(text[span.end + tail.length]!)
  const after = /[\r\n]/.test(text.slice(span.start, span.end))
    ? ''
    : clipEnd(shown(tail), room - displayWidth(before), more)
  return [
    `    ${before}${marked}${after}`.trimEnd(),
    `    ${' '.repeat(displayWidth(before))}${paint('caret', '^'.repeat(displayWidth(marked)))}`,
  ]
}

const firstLine = (words: string): string => /^[^\r\n]*/.exec(words)![0]
const lastLine = (words: string): string =>
  words.slice(Math.max(words.lastIndexOf('\n'), words.lastIndexOf('\r')) + 1)

/** Words fit for a line of a terminal: a tab is a space, other steering signs are written out. */
function shown(words: string): string {
  return visible(words.replaceAll('\t', ' '))
}

/** At most `width` columns from the start, `…` where words are left out, here or beyond. */
function clipEnd(words: string, width: number, more: boolean): string {
  if (displayWidth(words) <= width && !more) return words
  return `${columns(Array.from(words), width - 1).join('')}…`
}

/** At most `width` columns from the end. */
function clipStart(words: string, width: number, more: boolean): string {
  if (displayWidth(words) <= width && !more) return words
  return `…${columns(Array.from(words).toReversed(), width - 1)
    .toReversed()
    .join('')}`
}

function columns(signs: readonly string[], width: number): string[] {
  let used = 0
  const end = signs.findIndex((sign) => (used += displayWidth(sign)) > width)
  return signs.slice(0, end < 0 ? signs.length : end)
}

function suggestionLines({ suggestions }: ReportFinding, paint: Paint): string[] {
  if (suggestions.length === 0) return []
  const words = suggestions.map(({ text, safe }, index) => {
    const said = text === '' ? 'take it out' : shown(text)
    return paint('suggestion', said) + (index === 0 && safe ? paint('quiet', ' (safe)') : '')
  })
  return [`    → ${words.join(paint('quiet', ' or '))}`]
}

/** Evidence in one line, for a reader to check. */
function evidenceLine(evidence: Evidence, text: string, lines: LineIndex): string {
  switch (evidence.kind) {
    case 'arithmetic':
      return `arithmetic: ${shown(evidence.expression)} = ${rounded(evidence.computed)}, stated ${rounded(evidence.stated)}`
    case 'aligned':
    case 'mention': {
      const { line, column } = lines.position(evidence.start)
      const words = clipEnd(
        shown(text.slice(evidence.start, Math.min(evidence.end, evidence.start + 400)).replace(/\s+/gu, ' ')),
        80,
        false,
      )
      return `${evidence.kind} ${line}:${column}: "${words}"${evidence.note === '' ? '' : ` – ${shown(evidence.note)}`}`
    }
    case 'sound': {
      const odds = evidence.odds === undefined ? '' : `, odds ${rounded(evidence.odds)}`
      return `sound: ${shown(evidence.heard)} ~ ${shown(evidence.said)}, distance ${rounded(evidence.distance)}${odds}`
    }
    case 'wording':
      return `wording: "${shown(evidence.expected)}" (${shown(evidence.source)})`
    case 'reference':
      return `reference: ${shown(evidence.document)}: "${shown(evidence.quote)}"`
    case 'pinyin':
      return `pinyin: ${shown(evidence.pinyin)}${evidence.note === '' ? '' : ` – ${shown(evidence.note)}`}`
    case 'structure':
      return `structure: ${shown(evidence.note)}`
  }
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)))
}

const percent = (share: number): string => `${Math.round(100 * share)} %`

function summaryLine({ summary }: Report, path: string, paint: Paint): string {
  const { error, warning, info } = summary.bySeverity
  const counts = [counted(error, 'error'), counted(warning, 'warning'), counted(info, 'note')].join(', ')
  const origins = (['english', 'mandarin', 'interpretation'] as const)
    .filter((origin) => summary.byOrigin[origin] > 0)
    .map((origin) => `${origin} ${percent(summary.byOrigin[origin] / summary.words)}`)
  const share = origins.length > 0 ? ` (${origins.join(', ')})` : ''
  const { total = 0, checked, contradicted } = summary.figures ?? {}
  const figures =
    total > 0 ? paint('quiet', `; figures: ${total}, checked: ${checked}, contradicted: ${contradicted}`) : ''
  return `${paint('place', path)}: ${counts} in ${counted(summary.words, 'word')}${paint('quiet', share)}${figures}`
}

const counted = (count: number, thing: string): string =>
  `${grouped(count)} ${thing}${count === 1 ? '' : 's'}`

/** In groups of three digits, without loading the rules of a locale. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',')
