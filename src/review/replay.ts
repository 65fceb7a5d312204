import { check } from '../pipeline.js'
import type { CheckOptions } from '../check/run.js'
import { plan, type Decision } from '../correct/plan.js'
import { overlaps } from '../text/spans.js'
import type { Aligned, Edit, Finding, Plan, Policy, Span } from '../types.js'
import { resolveAnchor, type Anchor } from './anchor.js'
import { standing, valueOf, type Decided, type Entry } from './decisions.js'
import { restructure } from './restructure.js'
import type { Correction, Settled } from './view.js'

/** A call with all that was decided about it. */
export interface Reviewed {
  /** With the origins, beads, turns and names that people gave it. */
  readonly doc: Aligned
  readonly findings: readonly Finding[]
  /** By finding id; the others are open. */
  readonly settled: ReadonlyMap<string, Settled>
  /** Words corrected by hand, in order, not overlapping; a speaker's new name is one. */
  readonly corrections: readonly Correction[]
  /** Decisions that fit the call no more: words that are gone, findings that have changed. */
  readonly stale: readonly Entry[]
}

/** What the decisions come to on a call as the pipeline sees it. Runs the checks on the call as decided. */
export function replay(base: Aligned, entries: readonly Entry[], options: CheckOptions = {}): Reviewed {
  const doc = structuredBy(base, entries)
  return decidedOn(doc, check(doc, options), entries)
}

/** The call with the origins, beads, turns and names that were decided. */
export function structuredBy(base: Aligned, entries: readonly Entry[]): Aligned {
  return standing(entries).reduce(structured, base)
}

/** What was decided of the findings, words and speakers of a call that is structured as decided. */
export function decidedOn(doc: Aligned, findings: readonly Finding[], entries: readonly Entry[]): Reviewed {
  const findingOf = findingsFor(doc, findings)
  const names = new Map<number, Named>()
  const settled = new Map<string, Settled>()
  const stale: Entry[] = []
  let corrections: Correction[] = []
  const correct = (span: Span, entry: Entry, insert: string): void => {
    const own = correction(span, entry, insert)
    corrections = corrections.filter((one) => !overlaps(one, own))
    if (doc.text.slice(own.start, own.end) !== insert) corrections.push(own)
  }
  for (const entry of standing(entries)) {
    if (entry.type === 'settle') {
      if (!settle(settled, findingOf(entry), entry)) stale.push(entry)
    } else if (anchorsOf(entry).some((anchor) => !resolveAnchor(doc.text, anchor))) stale.push(entry)
    else if (entry.type === 'correct') correct(resolveAnchor(doc.text, entry.at)!, entry, entry.text)
    else if (entry.type === 'rename' || entry.type === 'speaker')
      for (const turn of turnsOf(doc, names, entry)) names.set(turn, { name: entry.name, entry })
  }
  const labels = Array.from(names, ([turn, { name, entry }]) => ({
    span: doc.turns[turn]!.speaker.span,
    name,
    entry,
  }))
  for (const { span, name, entry } of labels) if (span.end > span.start) correct(span, entry, name)
  corrections = corrections.toSorted((a, b) => a.start - b.start)
  for (const { id, start, end } of findings) {
    const over = corrections.find((one) => one.start <= start && end <= one.end)
    if (over && !settled.has(id)) settled.set(id, { verdict: 'edited', who: over.who, when: over.when })
  }
  return { doc: named(doc, names), findings, settled, corrections, stale }
}

/**
 * The edits that the decisions come to, and what the policy takes of the findings left open. Corrections by
 * hand win over findings that they touch.
 */
export function planOf({ findings, settled, corrections }: Reviewed, policy: Policy): Plan {
  const decisions = new Map(
    Array.from(settled, ([id, { verdict, text }]): [string, Decision] => {
      const taken = (verdict === 'accepted' || verdict === 'edited') && text !== undefined
      return [id, taken ? { status: 'edited', text } : { status: 'rejected' }]
    }),
  )
  const free = findings.filter((finding) => !corrections.some((one) => overlaps(one, finding)))
  const decided = plan(free, policy, decisions)
  const byHand = corrections.map(({ start, end, insert }): Edit => ({ start, end, insert }))
  return { ...decided, edits: [...decided.edits, ...byHand].toSorted((a, b) => a.start - b.start) }
}

type Settling = Decided & { readonly type: 'settle' }

/** The finding a decision is about: the one with its id, or the same check's at the same words in their place. */
function findingsFor(
  { text }: Aligned,
  findings: readonly Finding[],
): (entry: Settling) => Finding | undefined {
  const byId = new Map(findings.map((finding) => [finding.id, finding]))
  const byPlace = new Map(findings.map((finding) => [placeOf(finding, finding.check), finding]))
  return ({ finding, check: id, at }) => {
    const span = byId.has(finding) || !at ? undefined : resolveAnchor(text, at, SURE)
    return span ? byPlace.get(placeOf(span, id)) : byId.get(finding)
  }
}

const placeOf = ({ start, end }: Span, id: string): string => `${start}-${end} ${id}`

/** Code units beside the words that tell their place from others. */
const SURE = 16

interface Named {
  readonly name: string
  readonly entry: Entry
}

function structured(doc: Aligned, entry: Decided): Aligned {
  const spans = (anchors: readonly Anchor[]): Span[] =>
    anchors.flatMap((anchor) => resolveAnchor(doc.text, anchor) ?? [])
  switch (entry.type) {
    case 'origin':
      return spans([entry.at]).reduce((one, span) => restructure(one, { ...entry, span }), doc)
    case 'turn':
      return spans([entry.at]).reduce((one, { start }) => restructure(one, { ...entry, at: start }), doc)
    case 'bead': {
      const { type, mandarin, interpretation } = entry
      return restructure(doc, { type, mandarin: spans(mandarin), interpretation: spans(interpretation) })
    }
    default:
      return doc
  }
}

/** False where the finding is gone, or is another one by now. */
function settle(
  settled: Map<string, Settled>,
  finding: Finding | undefined,
  { verdict, text, reason, who, when, value }: Settling,
): boolean {
  const lasting = verdict === 'edited' || verdict === 'verified' || verdict === 'open'
  if (!finding || (!lasting && value !== valueOf(finding))) return false
  if (verdict === 'open') settled.delete(finding.id)
  else
    settled.set(finding.id, {
      verdict,
      ...(text === undefined ? {} : { text }),
      ...(reason === undefined ? {} : { reason }),
      who,
      when,
    })
  return true
}

/** The turns that a change of names is about, under the names they have by then. */
function turnsOf(
  { turns, text }: Aligned,
  names: ReadonlyMap<number, Named>,
  entry: Decided & { type: 'rename' | 'speaker' },
): number[] {
  const all = [...turns.keys()]
  if (entry.type === 'rename')
    return all.filter((turn) => (names.get(turn)?.name ?? turns[turn]!.speaker.label) === entry.from)
  const starts = new Set(entry.turns.map((anchor) => resolveAnchor(text, anchor)?.start))
  return all.filter((turn) => starts.has(turns[turn]!.body[0]?.start))
}

/** Turns without a name in the transcript bear the one they were given. */
function named(doc: Aligned, names: ReadonlyMap<number, Named>): Aligned {
  if (names.size === 0) return doc
  return {
    ...doc,
    turns: doc.turns.map((turn, index) => {
      const given = names.get(index)
      const { span } = turn.speaker
      return given && span.end === span.start
        ? { ...turn, speaker: { ...turn.speaker, label: given.name } }
        : turn
    }),
  }
}

function correction({ start, end }: Span, { step, who, when }: Entry, insert: string): Correction {
  return { start, end, id: step, insert, who, when }
}

function anchorsOf(entry: Decided): readonly Anchor[] {
  switch (entry.type) {
    case 'correct':
    case 'origin':
    case 'turn':
      return [entry.at]
    case 'bead':
      return [...entry.mandarin, ...entry.interpretation]
    case 'speaker':
      return entry.turns
    default:
      return []
  }
}
