/**
 * What the server tells the review page and what the page asks of it: types only, shared by both. All
 * spans are of UTF-16 code units, half-open, into the call's unchanged text.
 */
import type { TiedFigure } from '../check/numbers/report/tie-out.js'
import type { Correction as ByHand, Settled } from '../render/reviewed.js'
import type { Person, RosterEvidence } from '../speakers/roster.js'
import type { FigureCounts, Finding, Origin, Severity, Span } from '../types.js'

/** The calls of a session at a glance. */
export interface Overview {
  readonly calls: readonly CallSummary[]
}

export interface CallSummary {
  readonly id: string
  readonly name: string
  readonly path: string
  /** Findings in all, and how many of them are settled. */
  readonly findings: number
  readonly settled: number
  /** Findings that are open, by severity. */
  readonly open: Readonly<Record<Severity, number>>
  readonly figures: FigureCounts
  readonly words: Readonly<Record<Origin, number>>
  /** Whether the call is still being read. */
  readonly pending?: boolean
  /** Why the call cannot be shown, in one sentence. */
  readonly failure?: string
}

/** All that the page shows of a call. */
export interface CallView {
  readonly id: string
  readonly name: string
  readonly path: string
  /** Changes with every decision, whoever made it. */
  readonly revision: string
  readonly text: string
  /** Whether the words have times, as captions need. */
  readonly timed: boolean
  readonly turns: readonly TurnView[]
  readonly rows: readonly Row[]
  readonly findings: readonly FindingView[]
  /** Amounts that stand for one another in a bead. */
  readonly links: readonly AmountLink[]
  readonly speakers: readonly SpeakerView[]
  readonly figures: readonly FigureView[]
  readonly summary: CallSummary
  readonly decisions: DecisionsView
}

/** What people decided, as the page shows it. */
export interface DecisionsView {
  /** By finding id; findings that are not here are open. */
  readonly settled: Readonly<Record<string, Settled>>
  /** Words corrected by hand, in order, not overlapping. */
  readonly corrections: readonly Correction[]
  /** The edits of the clean transcript as it stands, in order, not overlapping. */
  readonly edits: readonly (Span & { readonly insert: string })[]
  /** What is wrong with the decisions kept, a sentence each. */
  readonly warnings: readonly string[]
  /** What undo and redo would take back or do again; left out where there is nothing. */
  readonly undo?: string
  readonly redo?: string
}

/**
 * `accepted`: a suggestion is taken; `edited`: words of the editor's own; `rejected`: the finding is wrong
 * or of no interest; `verified`: the words were checked and are right as they stand.
 */
export type Verdict = Settled['verdict']

export type { Settled }

/** Words corrected by hand; `id` is of the step that did it. */
export interface Correction extends ByHand {
  readonly id: string
}

export interface FindingView extends Finding {
  /** From 1. */
  readonly line: number
  readonly origin: Origin
  /** Index into the turns; −1 outside every turn. */
  readonly turn: number
  readonly speaker: string
}

export interface TurnView {
  /** The speaker's name as the transcript has it; empty where nobody is named. */
  readonly label: Span
  /** His title and firm, where they stand in the header. */
  readonly title?: Span
  /** Who speaks after repair. */
  readonly resolved: string
  /** The first words of the turn. */
  readonly start: number
}

/** A row of the desk, in reading order. */
export type Row = NoticeRow | AcrossRow | PairRow

/** Text that nobody spoke, outside the turns. */
export interface NoticeRow {
  readonly kind: 'notice'
  readonly parts: readonly Part[]
}

/** Words across both columns. */
export interface AcrossRow {
  readonly kind: 'across'
  readonly origin: Origin
  readonly speaker: string
  readonly parts: readonly Part[]
}

/** Mandarin and its interpretation; a side may be empty. */
export interface PairRow {
  readonly kind: 'pair'
  /** Index into the beads; left out where no bead holds the words. */
  readonly bead?: number
  /** Probability of the bead. */
  readonly score?: number
  readonly mandarin: Side
  readonly interpretation: Side
}

export interface Side {
  readonly speaker: string
  readonly parts: readonly Part[]
}

/** Words in a row of text; with the turn that they begin. */
export interface Part extends Span {
  readonly turn?: number
}

export interface AmountLink {
  readonly mandarin: Span
  readonly interpretation: Span
  /** Interpretation's value ÷ Mandarin's: 1 when they agree. */
  readonly factor: number
}

/** Somebody who speaks, with the turns under his name. */
export interface SpeakerView {
  readonly name: string
  readonly title: string
  readonly turns: readonly number[]
  readonly words: number
  readonly role: Person['role']
  /** Where the transcript tells of him or her; of a long list the first few. */
  readonly evidence: readonly RosterEvidence[]
}

/** A figure of the call with what it was held against. */
export interface FigureView extends TiedFigure {
  readonly origin: Origin
}

/** Words that render each other; a side may be empty. */
export interface Pairing {
  readonly mandarin: readonly Span[]
  readonly interpretation: readonly Span[]
}

/** What the page asks for; spans are of the text as it was read. */
export type Action =
  | ({ readonly type: 'settle'; readonly ids: readonly string[]; readonly verdict: Verdict | 'open' } & {
      /** For `accepted`: which suggestion, else the best. For `edited`: the words. */
      readonly text?: string
      readonly reason?: string
    })
  | { readonly type: 'correct'; readonly span: Span; readonly insert: string }
  | { readonly type: 'origin'; readonly span: Span; readonly origin: Origin }
  | { readonly type: 'beads'; readonly beads: readonly Pairing[] }
  | { readonly type: 'rename'; readonly from: string; readonly name: string }
  | { readonly type: 'speaker'; readonly turns: readonly number[]; readonly name: string }
  | { readonly type: 'turn'; readonly at: number; readonly name: string }
