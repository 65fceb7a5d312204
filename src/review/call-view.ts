import { countFigures, type TiedFigure } from '../check/numbers/report/tie-out.js'
import { reportOf } from '../render/report-json.js'
import { resolveSpeakers, speakerLabels } from '../render/speakers.js'
import { rosterOf, type RosterEvidence } from '../speakers/roster.js'
import { lineIndex } from '../text/lines.js'
import { overlaps } from '../text/spans.js'
import type { Aligned, Edit, Finding, Transcript, Turn } from '../types.js'
import { layoutOf, withNotices } from './layout.js'
import type {
  AmountLink,
  CallSummary,
  CallView,
  DecisionsView,
  FigureView,
  FindingView,
  Row,
  SpeakerView,
  TurnView,
} from './view.js'

export interface CallData {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly revision: string
  readonly doc: Aligned
  readonly findings: readonly Finding[]
  readonly figures: readonly TiedFigure[]
  readonly decisions: DecisionsView
}

/** All that the page shows of a call. */
export function viewOf(call: CallData): CallView {
  const { id, name, path, revision, doc, findings, figures, decisions } = call
  const labelEdits = editsOfLabels(doc, decisions.edits)
  const labels = speakerLabels(doc, labelEdits)
  return {
    id,
    name,
    path,
    revision,
    text: doc.text,
    timed: (doc.timed?.length ?? 0) > 0,
    turns: doc.turns.map((turn, index) => turnView(doc.text, turn, labels[index]!)),
    rows: layoutOf(doc, labelEdits),
    findings: findingViews(doc, findings, labelEdits),
    links: amountLinks(doc),
    speakers: speakersOf(doc, labels),
    figures: figureViews(doc, figures),
    summary: summaryOf(call),
    decisions,
  }
}

/** What can be shown of a call before it is analysed: its words, turn by turn. */
export function draftOf(summary: CallSummary, { text, turns, notices, timed }: Transcript): CallView {
  const { id, name, path } = summary
  const rows = turns.flatMap(({ body }, turn) =>
    body.map((span, at): Row => ({ kind: 'notice', parts: [at === 0 ? { ...span, turn } : span] })),
  )
  return {
    id,
    name,
    path,
    revision: '',
    text,
    timed: (timed?.length ?? 0) > 0,
    turns: turns.map((turn) => turnView(text, turn, turn.speaker.label)),
    rows: withNotices({ turns, notices }, rows),
    findings: [],
    links: [],
    speakers: [],
    figures: [],
    summary,
    decisions: { settled: {}, corrections: [], edits: [], warnings: [] },
  }
}

/** A call at a glance. */
export function summaryOf({ id, name, path, doc, findings, figures, decisions }: CallData): CallSummary {
  const { summary } = reportOf(doc, findings, { path, sha256: '' })
  const open = findings.filter((finding) => !decisions.settled[finding.id])
  const countOf = (severity: Finding['severity']): number =>
    open.filter((one) => one.severity === severity).length
  return {
    id,
    name,
    path,
    findings: findings.length,
    settled: findings.length - open.length,
    open: { error: countOf('error'), warning: countOf('warning'), info: countOf('info') },
    figures: countFigures(figures),
    words: summary.byOrigin,
  }
}

function editsOfLabels({ turns }: Aligned, edits: readonly Edit[]): Edit[] {
  return edits.filter((edit) => turns.some(({ speaker }) => overlaps(speaker.span, edit)))
}

function turnView(text: string, { speaker, header, body }: Turn, resolved: string): TurnView {
  const after = text.slice(speaker.span.end, header.end)
  const places = [speaker.title, speaker.firm].flatMap((words) => {
    const at = words ? after.indexOf(words) : -1
    return at < 0 ? [] : [{ start: speaker.span.end + at, end: speaker.span.end + at + words!.length }]
  })
  const title = places.length > 0 && {
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
  }
  return { label: speaker.span, ...(title && { title }), resolved, start: body[0]?.start ?? header.end }
}

/** Findings with the place, origin and speaker a person filters them by. */
function findingViews(
  doc: Aligned,
  findings: readonly Finding[],
  labelEdits: readonly Edit[],
): FindingView[] {
  const lines = lineIndex(doc.text)
  const speakers = resolveSpeakers(doc, labelEdits)
  const labels = speakerLabels(doc, labelEdits)
  return findings.map((finding) => {
    const at = doc.origins.findIndex((origin) => overlaps(origin, finding))
    const header = doc.turns.findIndex(({ header: span }) => overlaps(span, finding))
    const turn = at < 0 ? header : doc.origins[at]!.turn
    return {
      ...finding,
      line: lines.position(finding.start).line,
      origin: doc.origins[at]?.origin ?? 'notice',
      turn,
      speaker: speakers[at] ?? labels[turn] ?? '',
    }
  })
}

function figureViews({ origins }: Aligned, figures: readonly TiedFigure[]): FigureView[] {
  return figures.map((figure) => {
    return { ...figure, origin: origins.find((one) => overlaps(one, figure))?.origin ?? 'english' }
  })
}

function amountLinks({ beads }: Aligned): AmountLink[] {
  return beads.flatMap(({ links }) =>
    links
      .filter(({ kind }) => kind === 'amount')
      .map(({ mandarin, interpretation, factor = 1 }) => ({ mandarin, interpretation, factor })),
  )
}

/** Everybody with turns; what tells of a person is told under the name that his or her first turn has now. */
function speakersOf(doc: Aligned, labels: readonly string[]): SpeakerView[] {
  const { turns, text } = doc
  const byName = new Map<string, Draft>()
  turns.forEach(({ speaker, body }, turn) => {
    const name = labels[turn]!
    const one = byName.get(name) ?? { name, title: '', turns: [], words: 0, role: 'unknown', evidence: [] }
    byName.set(name, one)
    one.turns.push(turn)
    one.title ||= [speaker.title, speaker.firm].filter(Boolean).join(', ')
    for (const { start, end } of body) one.words += wordCount(text.slice(start, end))
  })
  for (const { role, turns: own, evidence } of rosterOf(doc).people) {
    const one = own[0] === undefined ? undefined : byName.get(labels[own[0]]!)
    if (one?.role === 'unknown') one.role = role
    one?.evidence.push(...evidence.slice(0, MOST_EVIDENCE - one.evidence.length))
  }
  return [...byName.values()]
}

interface Draft extends SpeakerView {
  title: string
  words: number
  role: SpeakerView['role']
  readonly turns: number[]
  readonly evidence: RosterEvidence[]
}

const MOST_EVIDENCE = 6

function wordCount(words: string): number {
  return words.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}'’.,%-]*[\p{L}\p{N}]/gu)?.length ?? 0
}
