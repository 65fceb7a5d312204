import type { Aligned, Edit, FigureCounts, Finding, Plan, Span } from '../types.js'
import type { FigureOfCall } from './figures-table.js'
import { reportOf, type Report, type ReportSource, type Status } from './report-json.js'

/** What became of a finding, who settled it and when (ISO 8601). */
export interface Settled {
  readonly verdict: 'accepted' | 'edited' | 'rejected' | 'verified'
  /** The words put in place, for `accepted` and `edited`. */
  readonly text?: string
  readonly reason?: string
  readonly who: string
  readonly when: string
}

/** Words that a person corrected by hand. */
export interface Correction extends Span {
  readonly insert: string
  readonly who: string
  readonly when: string
}

/** A call with its findings, what was decided and the plan that follows: what every export shows. */
export interface ReviewedCall {
  readonly source: ReportSource
  readonly doc: Aligned
  readonly findings: readonly Finding[]
  /** By finding id; the others are open. */
  readonly settled: ReadonlyMap<string, Settled>
  readonly corrections: readonly Correction[]
  readonly plan: Plan
  /** Ids of the findings that a baseline has. */
  readonly known?: ReadonlySet<string>
  /** The figures with what each was held against, and how many are what. */
  readonly figures?: readonly FigureOfCall[]
  readonly figureCounts?: FigureCounts
  /** When changes were made that nobody decided, ISO 8601. */
  readonly when: string
}

/** An edit and who made it: a person, or the program where the policy took a suggestion. */
export interface Change extends Edit {
  readonly who: string
  readonly when: string
  readonly finding?: Finding
}

/** The edits of the plan, in order, with who made them and why. */
export function changesOf({ plan, settled, corrections, when }: ReviewedCall): Change[] {
  const findings = new Map(plan.applied.map((finding) => [placeOf(finding), finding]))
  const byHand = new Map(corrections.map((correction) => [placeOf(correction), correction]))
  return plan.edits.map((edit) => {
    const correction = byHand.get(placeOf(edit))
    if (correction) return { ...edit, who: correction.who, when: correction.when }
    const finding = findings.get(placeOf(edit))
    const by = finding && settled.get(finding.id)
    return {
      ...edit,
      who: by?.who ?? 'jiaodui',
      when: by?.when ?? when,
      ...(finding && { finding }),
    }
  })
}

/** What the report says of a finding: one that was verified as right is rejected. */
export function statusOf(settled: ReviewedCall['settled'], id: string): Status {
  const verdict = settled.get(id)?.verdict ?? 'open'
  return verdict === 'verified' ? 'rejected' : verdict
}

/** The JSON report with what was decided. */
export function reportOfCall(call: ReviewedCall): Report {
  const { doc, findings, source, settled, known, plan, figureCounts } = call
  const decided = settled.size > 0 ? plan.edits : []
  return reportOf(doc, findings, source, {
    statusOf: (id) => statusOf(settled, id),
    edits: decided,
    ...(known && { known }),
    ...(figureCounts && { figures: figureCounts }),
  })
}

/** Errors and warnings that nobody settled and no edit puts right. */
export function openFindings({ findings, settled, plan }: ReviewedCall): Finding[] {
  const applied = new Set(plan.applied.map(({ id }) => id))
  return findings.filter(({ id, severity }) => severity !== 'info' && !settled.has(id) && !applied.has(id))
}

const placeOf = ({ start, end }: Span): string => `${start}-${end}`
