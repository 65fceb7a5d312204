import type { CheckOptions } from '../check/run.js'
import { plan, type Decision } from '../correct/plan.js'
import { annotate, check } from '../pipeline.js'
import { renderClean } from '../render/render.js'
import { overlaps } from '../text/spans.js'
import type { Aligned, Edit, Finding, Format, Span } from '../types.js'
import { summaryOf, viewOf, type CallData } from './call-view.js'
import type { Journal } from './journal.js'
import type { Answer, Step } from './protocol.js'
import { restructure } from './restructure.js'
import type { Action, CallSummary, CallView, Correction, DecisionsView, Settled } from './view.js'

/** A call that is open for review. */
export interface Call {
  readonly id: string
  readonly name: string
  readonly revision: () => string
  readonly view: () => CallView
  readonly summary: () => CallSummary
  readonly take: (step: Action | Step) => Answer
  /** The clean transcript as it stands; undefined for a kind that does not exist. */
  readonly exported: (kind: string) => { readonly name: string; readonly content: string } | undefined
}

export interface CallSource {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly text: string
  readonly readAs?: Format
  readonly checks: CheckOptions
  readonly journal: Journal
}

/** Opens a call: annotates it at once and replays what was decided. */
export function openCall(source: CallSource): Call {
  const { id, name, journal } = source
  const base = annotate(source.text, source.readAs ? { format: source.readAs } : {})
  let state = replay(source, base, undefined)
  const refresh = (reload: boolean): Answer => {
    state = replay(source, base, reload ? undefined : state)
    return { revision: journal.revision(), decisions: state.decisions, reload }
  }
  const data = (): CallData => ({ ...source, ...state, revision: journal.revision() })
  return {
    id,
    name,
    revision: () => journal.revision(),
    view: () => viewOf(data()),
    summary: () => summaryOf(data()),
    take(step) {
      const before = journal.entries().at(-1)
      if (!isStep(step)) journal.append(step, labelOf(step))
      else if (step.type === 'undo') journal.undo()
      else journal.redo()
      const touched = step.type === 'undo' ? before : journal.entries().at(-1)
      return refresh(touched !== undefined && isStructural(touched.action))
    },
    exported(kind) {
      const style = kind === 'vendor' || kind === 'bilingual' || kind === 'verbatim' ? kind : undefined
      if (!style) return undefined
      const content = renderClean(state.doc, { edits: state.decisions.edits }, { style })
      return {
        name: `${name.replace(/\.\w+$/u, '')}.${style}.${style === 'bilingual' ? 'md' : 'txt'}`,
        content,
      }
    },
  }
}

interface State {
  readonly doc: Aligned
  readonly findings: readonly Finding[]
  readonly decisions: DecisionsView
}

/** What the journal comes to; the document and its findings are kept from before where they cannot have changed. */
function replay({ journal, checks }: CallSource, base: Aligned, before: State | undefined): State {
  const entries = journal.entries()
  const doc = before?.doc ?? entries.reduce((doc, { action }) => structured(doc, action), base)
  const findings = before?.findings ?? check(doc, checks)
  const settled = new Map<string, Settled>()
  let corrections: Correction[] = []
  const correct = (own: Correction): void => {
    corrections = [...corrections.filter((one) => !overlaps(one, own)), own]
  }
  for (const { action, who, when } of entries) {
    if (action.type === 'settle') settle(settled, findings, action, who, when)
    else if (action.type === 'correct') {
      correct({ ...action.span, insert: action.insert, who, when, id: idOf(action.span) })
    } else if (action.type === 'speaker') {
      for (const { speaker } of action.turns.flatMap((turn) => doc.turns[turn] ?? []))
        if (speaker.span.end > speaker.span.start)
          correct({ ...speaker.span, insert: action.name, who, when, id: idOf(speaker.span) })
    } else if (action.type === 'uncorrect') corrections = corrections.filter((one) => one.id !== action.id)
  }
  corrections = corrections.toSorted((a, b) => a.start - b.start)
  for (const { id, start, end } of findings) {
    const over = corrections.find((one) => one.start <= start && end <= one.end)
    if (over && !settled.has(id)) settled.set(id, { verdict: 'edited', who: over.who, when: over.when })
  }
  const edits = editsOf(findings, settled, corrections)
  return {
    doc,
    findings,
    decisions: { settled: Object.fromEntries(settled), corrections, edits, ...journal.labels() },
  }
}

function idOf({ start, end }: Span): string {
  return `${start}-${end}`
}

function structured(doc: Aligned, action: Action): Aligned {
  switch (action.type) {
    case 'origin':
    case 'bead':
    case 'turn':
      return restructure(doc, action)
    case 'speaker':
      return action.turns.reduce(
        (named, turn) => restructure(named, { type: 'speaker', turn, name: action.name }),
        doc,
      )
    default:
      return doc
  }
}

function isStructural({ type }: Action): boolean {
  return type === 'origin' || type === 'bead' || type === 'turn' || type === 'speaker'
}

function settle(
  settled: Map<string, Settled>,
  findings: readonly Finding[],
  { ids, verdict, text, reason }: Action & { type: 'settle' },
  who: string,
  when: string,
): void {
  for (const id of ids) {
    if (verdict === 'open') {
      settled.delete(id)
      continue
    }
    const best = findings.find((finding) => finding.id === id)?.suggestions[0]?.text
    const words = verdict === 'accepted' ? (text ?? best) : verdict === 'edited' ? text : undefined
    settled.set(id, {
      verdict,
      ...(words === undefined ? {} : { text: words }),
      ...(reason === undefined ? {} : { reason }),
      who,
      when,
    })
  }
}

/** Corrections by hand, and what was decided of findings that they do not touch. */
function editsOf(
  findings: readonly Finding[],
  settled: ReadonlyMap<string, Settled>,
  corrections: readonly Correction[],
): Edit[] {
  const decisions = new Map(
    Array.from(settled, ([id, { verdict, text }]): [string, Decision] => {
      return [
        id,
        text === undefined || verdict === 'verified' ? { status: 'rejected' } : { status: 'edited', text },
      ]
    }),
  )
  const free = findings.filter((finding) => !corrections.some((one) => overlaps(one, finding)))
  return [
    ...plan(free, 'none', decisions).edits,
    ...corrections.map(({ start, end, insert }) => ({ start, end, insert })),
  ].toSorted((a, b) => a.start - b.start)
}

function labelOf(action: Action): string {
  switch (action.type) {
    case 'settle':
      return action.ids.length > 1 ? `${action.verdict}, ${action.ids.length} findings` : action.verdict
    case 'correct':
    case 'uncorrect':
      return 'correction by hand'
    case 'origin':
      return `origin: ${action.origin}`
    case 'bead':
      return 'alignment'
    case 'speaker':
      return `speaker: ${action.name}`
    case 'turn':
      return `new turn: ${action.name}`
  }
}

function isStep(step: Action | Step): step is Step {
  return step.type === 'undo' || step.type === 'redo'
}
