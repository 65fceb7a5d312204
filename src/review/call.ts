import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { countFigures, tieOut } from '../check/numbers/report/tie-out.js'
import { check } from '../pipeline.js'
import { overlaps } from '../text/spans.js'
import { analyse, type Analysed, type Analysis } from './analysis.js'
import { summaryOf, viewOf, type CallData } from './call-view.js'
import { historyOf, type Entry } from './decisions.js'
import type { DecisionsFile } from './decisions-file.js'
import { entriesOf, type Signature } from './entries.js'
import type { Answer, Step } from './protocol.js'
import { decidedOn, planOf, structuredBy, type Reviewed } from './replay.js'
import type { Action, CallSummary, CallView, DecisionsView } from './view.js'

/** A call that is open for review. */
export interface Call {
  readonly id: string
  readonly name: string
  readonly revision: () => string
  readonly view: () => CallView
  readonly summary: () => CallSummary
  /** Keeps a step at once; undefined where it fits nothing in the call. */
  readonly take: (step: Action | Step) => Answer | undefined
  /** A file made of the call as it stands; undefined for a kind that does not exist. */
  readonly exported: (kind: string) => Promise<ExportedFile | undefined>
}

export interface ExportedFile {
  readonly name: string
  readonly content: string | Uint8Array
}

export interface CallSource extends Omit<Analysis, 'entries'> {
  readonly id: string
  readonly name: string
  readonly path: string
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string
  readonly who: string
  readonly decisions: DecisionsFile
}

/** A call as it was analysed with the decisions given; replays what was decided since and follows what others decide. */
export function openCall(source: CallSource, given = source.decisions.entries(), analysed?: Analysed): Call {
  const { id, name, who, decisions } = source
  const { base, doc, findings } = analysed ?? analyse({ ...source, entries: given })
  let seen: Seen = { revision: '', structure: structureKey(given), reviewed: decidedOn(doc, findings, given) }
  const current = (): Reviewed => {
    const revision = decisions.revision()
    if (seen.revision === revision) return seen.reviewed
    const entries = decisions.entries()
    const structure = structureKey(entries)
    if (seen.structure === structure) {
      const { doc, findings } = seen.reviewed
      seen = { revision, structure, reviewed: decidedOn(doc, findings, entries) }
    } else {
      const doc = structuredBy(base, entries)
      seen = { revision, structure, reviewed: decidedOn(doc, check(doc, source.checks), entries) }
    }
    return seen.reviewed
  }
  const data = (): CallData => {
    const { doc, findings } = current()
    const figures = tieOut(doc, findings, source.checks.house)
    return { ...source, doc, findings, figures, revision: decisions.revision(), decisions: decisionsView() }
  }
  const decisionsView = (): DecisionsView => {
    const reviewed = current()
    return {
      settled: Object.fromEntries(reviewed.settled),
      corrections: reviewed.corrections,
      edits: planOf(reviewed, 'none').edits,
      warnings: warningsOf(decisions, reviewed),
      ...undoLabels(decisions.entries(), who),
    }
  }
  return {
    id,
    name,
    revision: decisions.revision,
    view: () => viewOf(data()),
    summary: () => summaryOf(data()),
    take(step) {
      const before = current()
      const signature = { step: randomBytes(6).toString('hex'), who, when: new Date().toISOString() }
      const entries = isStep(step)
        ? backOrAgain(step, decisions.entries(), signature)
        : entriesOf(step, before, signature)
      if (entries.length === 0) return undefined
      decisions.append(entries)
      const touched = isStep(step) ? entriesOfStep(decisions.entries(), entries[0]!) : entries
      const after = current()
      return {
        revision: decisions.revision(),
        decisions: decisionsView(),
        reload: shapes(touched, before, after),
      }
    },
    async exported(kind) {
      const { exportKinds } = await import('../render/exports.js')
      const wanted = exportKinds.find((one) => one.id === kind)
      if (!wanted) return undefined
      const { doc, findings, settled, corrections } = current()
      const figures = tieOut(doc, findings, source.checks.house)
      const content = await wanted.render({
        source: { path: source.path, sha256: source.sha256 },
        doc,
        findings,
        settled,
        corrections,
        plan: planOf(current(), 'none'),
        figures,
        figureCounts: countFigures(figures),
        when: new Date().toISOString(),
      })
      return { name: `${basename(source.path).replace(/\.[a-z]{2,8}$/iu, '')}${wanted.ending}`, content }
    },
  }
}

function warningsOf({ path, unreadable }: DecisionsFile, { stale }: Reviewed): string[] {
  const lost = `${stale.length} ${stale.length === 1 ? 'decision fits' : 'decisions fit'} the call no more`
  return [
    ...unreadable().map(({ line, message }) => `${path}, line ${line}: ${message}`),
    ...(stale.length > 0 ? [`${lost}: the words, or what is proposed for them, have changed`] : []),
  ]
}

interface Seen {
  readonly revision: string
  readonly structure: string
  readonly reviewed: Reviewed
}

/** Equal while origins, beads and turns are decided the same. */
function structureKey(entries: readonly Entry[]): string {
  const history = new Set(historyOf(entries).done)
  const shaping = entries.filter(({ type, step }) => STRUCTURE.has(type) && history.has(step))
  return shaping.map(({ step }) => step).join()
}

const STRUCTURE: ReadonlySet<Entry['type']> = new Set(['origin', 'bead', 'turn'])

/** Whether rows, turns or speakers may look different after the entries. */
function shapes(entries: readonly Entry[], before: Reviewed, { doc }: Reviewed): boolean {
  const labels = doc.turns.map(({ speaker }) => speaker.span)
  const ids = new Set(entries.flatMap((entry) => (entry.type === 'settle' ? [entry.finding] : [])))
  return (
    entries.some(({ type }) => STRUCTURE.has(type) || type === 'rename' || type === 'speaker') ||
    before.findings.some((finding) => ids.has(finding.id) && labels.some((label) => overlaps(label, finding)))
  )
}

function isStep(step: Action | Step): step is Step {
  return step.type === 'undo' || step.type === 'redo'
}

/** An editor takes back his own steps, not those of others. */
function backOrAgain({ type }: Step, entries: readonly Entry[], signature: Signature): Entry[] {
  const { done, undone } = historyOf(entries, signature.who)
  const of = type === 'undo' ? done.at(-1) : undone.at(-1)
  return of === undefined ? [] : [{ version: 1, ...signature, type, of }]
}

function entriesOfStep(entries: readonly Entry[], undo: Entry): Entry[] {
  return 'of' in undo ? entries.filter(({ step }) => step === undo.of) : []
}

function undoLabels(entries: readonly Entry[], who: string): { undo?: string; redo?: string } {
  const { done, undone } = historyOf(entries, who)
  const [last, next] = [done.at(-1), undone.at(-1)]
  return {
    ...(last === undefined ? {} : { undo: labelOf(entries, last) }),
    ...(next === undefined ? {} : { redo: labelOf(entries, next) }),
  }
}

function labelOf(entries: readonly Entry[], step: string): string {
  const own = entries.filter((entry) => entry.step === step)
  const [first] = own
  switch (first?.type) {
    case 'settle':
      return own.length > 1 ? `${first.verdict}: ${own.length} findings` : `${first.verdict}: ${first.quote}`
    case 'correct':
      return `correction: ${first.at.quote}`
    case 'origin':
      return `origin: ${first.origin}`
    case 'bead':
      return 'alignment'
    case 'rename':
    case 'speaker':
      return `speaker: ${first.name}`
    case 'turn':
      return `new turn: ${first.name}`
    default:
      return ''
  }
}
