import type { Person } from '../speakers/roster.js'
import { lineIndex } from '../text/lines.js'
import { overlaps } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import type {
  Aligned,
  Category,
  Edit,
  Evidence,
  FigureCounts,
  Finding,
  Origin,
  Severity,
  Span,
  Suggestion,
} from '../types.js'
import { touches } from './ordered.js'
import { resolveSpeakers, speakerLabels } from './speakers.js'

/** The JSON report, version 1: a contract. Offsets are UTF-16 code units, half-open, into the text. */
export interface Report {
  readonly version: 1
  readonly source: {
    readonly path: string
    readonly format: string
    /** Of the file's bytes, in hexadecimal. */
    readonly sha256: string
    /** Of the text, in UTF-16 code units. */
    readonly length: number
  }
  readonly turns: readonly ReportTurn[]
  /** In order, not overlapping; with the name of who speaks after repair. */
  readonly origins: readonly (Span & { origin: Origin; confidence: number; speaker: string })[]
  readonly alignment: readonly { mandarin: readonly Span[]; interpretation: readonly Span[]; score: number }[]
  readonly findings: readonly ReportFinding[]
  /** Who speaks, and what tells so; left out unless asked for. */
  readonly roster?: readonly Person[]
  readonly summary: {
    /** Spoken words, notices left out; a Han character counts as a word. */
    readonly words: number
    readonly byOrigin: Readonly<Record<Origin, number>>
    readonly bySeverity: Readonly<Record<Severity, number>>
    /** Left out where they were not counted. */
    readonly figures?: FigureCounts
  }
}

export interface ReportTurn {
  readonly index: number
  readonly header: Span
  readonly speaker: Span & { readonly label: string; readonly title?: string; readonly resolved: string }
  readonly body: readonly Span[]
}

export interface ReportFinding extends Span {
  readonly id: string
  readonly check: string
  readonly category: Category
  readonly severity: Severity
  readonly confidence: number
  readonly text: string
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 code units. */
  readonly column: number
  readonly message: string
  readonly suggestions: readonly Suggestion[]
  readonly evidence: readonly Evidence[]
  readonly group: string
  readonly status: Status
  /** Whether a baseline has it; left out without one. */
  readonly known?: boolean
}

/** What became of a finding. */
export type Status = 'open' | 'accepted' | 'edited' | 'rejected'

/** What was decided of a call, as a report tells it. */
export interface Decided {
  readonly statusOf?: (id: string) => Status
  /** Ids of the findings that a baseline has. */
  readonly known?: ReadonlySet<string>
  /** The edits of the plan: those of labels tell who speaks. */
  readonly edits?: readonly Edit[]
  readonly figures?: FigureCounts
}

/** Which file the report is about; `format` where it is not the transcript's own, e.g. of a container. */
export interface ReportSource {
  readonly path: string
  readonly sha256: string
  readonly format?: string
}

/** Everything that is known about a transcript, ready for `JSON.stringify`. */
export function reportOf(
  doc: Aligned,
  findings: readonly Finding[],
  source: ReportSource,
  { statusOf = () => 'open', known, edits = [], figures }: Decided = {},
): Report {
  const mended = labelEdits(
    doc,
    findings.filter(({ id }) => statusOf(id) === 'open'),
    edits,
  )
  const labels = speakerLabels(doc, mended)
  const speakers = resolveSpeakers(doc, mended)
  const lines = lineIndex(doc.text)
  return {
    version: 1,
    source: {
      path: source.path,
      format: source.format ?? doc.format,
      sha256: source.sha256,
      length: doc.text.length,
    },
    turns: doc.turns.map(({ speaker, header, body }, index) => ({
      index,
      header: bare(header),
      speaker: {
        label: speaker.label,
        ...bare(speaker.span),
        ...(speaker.title === undefined ? {} : { title: speaker.title }),
        resolved: labels[index]!,
      },
      body: body.map(bare),
    })),
    origins: doc.origins.map(({ start, end, origin, confidence }, index) => {
      return { start, end, origin, confidence, speaker: speakers[index]! }
    }),
    alignment: doc.beads.map(({ mandarin, interpretation, score }) => {
      return { mandarin: mandarin.map(bare), interpretation: interpretation.map(bare), score }
    }),
    findings: findings.map((finding) =>
      reportFinding(finding, lines.position(finding.start), statusOf(finding.id), known?.has(finding.id)),
    ),
    summary: { ...summaryOf(doc, findings), ...(figures && { figures }) },
  }
}

const bare = ({ start, end }: Span): Span => ({ start, end })

function reportFinding(
  finding: Finding,
  place: { line: number; column: number },
  status: Status,
  known: boolean | undefined,
): ReportFinding {
  const { id, check, category, severity, confidence, start, end, text, message } = finding
  const { suggestions, evidence, group } = finding
  return {
    id,
    check,
    category,
    severity,
    confidence,
    start,
    end,
    text,
    ...place,
    message,
    suggestions,
    evidence,
    group,
    status,
    ...(known === undefined ? {} : { known }),
  }
}

/**
 * Who this really is: edits of speakers' labels, and where there is none, the best suggestions of errors and
 * warnings about them.
 */
function labelEdits(doc: Aligned, findings: readonly Finding[], edits: readonly Edit[]): Edit[] {
  const labels = doc.turns.map(({ speaker }) => speaker.span)
  let turn = 0
  const inLabels = findings
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end, severity, suggestions }) => {
      while (turn < labels.length && labels[turn]!.end <= start) turn++
      const label = labels[turn]
      return (
        severity !== 'info' && suggestions.length > 0 && label && label.start <= start && end <= label.end
      )
    })
  const chosen = edits.filter((edit) => touches(labels, edit))
  for (const { start, end, suggestions } of inLabels.toSorted((a, b) => b.confidence - a.confidence)) {
    const edit = { start, end, insert: suggestions[0]!.text }
    if (!chosen.some((other) => overlaps(other, edit))) chosen.push(edit)
  }
  return chosen.toSorted((a, b) => a.start - b.start)
}

function summaryOf(doc: Aligned, findings: readonly Finding[]): Report['summary'] {
  const byOrigin = { english: 0, mandarin: 0, interpretation: 0, notice: 0 }
  for (const { start, end, origin } of doc.origins) byOrigin[origin] += countWords(doc.text.slice(start, end))
  const bySeverity = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) bySeverity[severity]++
  return { words: byOrigin.english + byOrigin.mandarin + byOrigin.interpretation, byOrigin, bySeverity }
}

function countWords(text: string): number {
  let words = 0
  for (const { kind, start, end } of tokenize(text)) {
    if (kind === 'han') words += Array.from(text.slice(start, end)).length
    else if (kind === 'word' || kind === 'number') words++
  }
  return words
}
