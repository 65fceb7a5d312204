import { overlaps, spanLength } from '../text/spans.js'
import type { Finding, Plan, Policy } from '../types.js'
import { firstIndex } from '../text/bisect.js'

/** What a person decided about a finding: its best suggestion, words of his own, or to leave it. */
export type Decision =
  | { readonly status: 'accepted' }
  | { readonly status: 'edited'; readonly text: string }
  | { readonly status: 'rejected' }

/** By finding id. */
export type Decisions = ReadonlyMap<string, Decision>

/**
 * The edits that put findings right. Decisions hold under every policy; for the rest, `safe` takes the
 * best suggestion of errors and warnings where it is marked safe, `all` takes it always, figures,
 * amounts and currencies among them, and `none` takes nothing. Of findings that overlap, a decided one
 * wins, then the more confident, then the longer; the others are listed as conflicts.
 */
export function plan(findings: readonly Finding[], policy: Policy, decisions: Decisions = new Map()): Plan {
  const choices = findings.flatMap((finding) => choose(finding, policy, decisions.get(finding.id)))
  const resolved = clustersOf(choices).map(resolve)
  const applied = resolved.flatMap((cluster) => cluster.applied)
  const conflicts = resolved.flatMap((cluster) => cluster.conflicts)
  return {
    edits: applied.map(({ finding, insert }) => ({ start: finding.start, end: finding.end, insert })),
    applied: applied.map(({ finding }) => finding),
    conflicts: conflicts.map(({ finding }) => finding).toSorted((a, b) => a.start - b.start || a.end - b.end),
  }
}

interface Choice {
  readonly finding: Finding
  readonly insert: string
  readonly decided: boolean
}

function choose(finding: Finding, policy: Policy, decision: Decision | undefined): Choice[] {
  if (decision?.status === 'rejected') return []
  if (decision?.status === 'edited') return [{ finding, insert: decision.text, decided: true }]
  const [best] = finding.suggestions
  if (!best) return []
  const decided = decision !== undefined
  const taken = policy === 'all' || (policy === 'safe' && best.safe)
  return decided || (taken && finding.severity !== 'info') ? [{ finding, insert: best.text, decided }] : []
}

/** Choices in the order of the text, in groups of which none touches another. */
function clustersOf(choices: readonly Choice[]): Choice[][] {
  const clusters: Choice[][] = []
  let end = -1
  for (const choice of choices.toSorted((a, b) => a.finding.start - b.finding.start)) {
    if (choice.finding.start < end) clusters.at(-1)!.push(choice)
    else clusters.push([choice])
    end = Math.max(end, choice.finding.end)
  }
  return clusters
}

/** Those of a cluster that stand, in the order of the text, and those that overlap a better one. */
function resolve(cluster: readonly Choice[]): { applied: Choice[]; conflicts: Choice[] } {
  const applied: Choice[] = []
  const conflicts: Choice[] = []
  for (const choice of cluster.toSorted(byRight)) {
    const at = firstAfter(applied, choice)
    const free = [applied[at - 1], applied[at]].every(
      (other) => !other || !overlaps(other.finding, choice.finding),
    )
    if (free) applied.splice(at, 0, choice)
    else conflicts.push(choice)
  }
  return { applied, conflicts }
}

function byRight(a: Choice, b: Choice): number {
  return (
    Number(b.decided) - Number(a.decided) ||
    b.finding.confidence - a.finding.confidence ||
    spanLength(b.finding) - spanLength(a.finding) ||
    a.finding.start - b.finding.start ||
    (a.finding.id < b.finding.id ? -1 : a.finding.id > b.finding.id ? 1 : 0)
  )
}

/** Where the choice belongs among applied ones, which are in order and do not overlap. */
const firstAfter = (applied: readonly Choice[], { finding }: Choice): number =>
  firstIndex(applied, (other) => other.finding.start >= finding.start)
