import { overlaps } from '../text/spans.js'
import type { Finding, Span } from '../types.js'
import { indexAt } from './ordered.js'
import type { Change } from './reviewed.js'

/** Words that stand, go or come, with the findings that are about them. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  readonly change?: Change
  readonly findings: readonly Finding[]
}

/**
 * The words of each span as runs: what stays, what is taken out, what is put in, cut where findings begin
 * and end. Without what goes, the runs are the corrected words; without what comes, the original ones;
 * white space is folded. Spans and changes must each be in order and not overlap. A finding counts for the
 * first span that it touches; so do the new words of a change that crosses a border.
 */
export function markedRuns(
  text: string,
  spans: readonly Span[],
  changes: readonly Change[],
  findings: readonly Finding[] = [],
): Run[][] {
  const changesIn = new Map<number, Change[]>()
  for (const change of changes) {
    const touched = touchedBy(spans, change)
    touched.forEach((index, count) => {
      const insert = count === 0 ? change.insert : ''
      add(changesIn, index, { ...change, ...clipped(change, spans[index]!), insert })
    })
  }
  const findingsIn = new Map<number, Finding[]>()
  for (const finding of findings) {
    const [index] = touchedBy(spans, finding)
    if (index !== undefined) add(findingsIn, index, { ...finding, ...clipped(finding, spans[index]!) })
  }
  return spans.map((span, index) =>
    runsOf(text, span, roomy(text, span, changesIn.get(index) ?? []), findingsIn.get(index) ?? []),
  )
}

/** Indices of the spans that have words of it; of those it stands in, where it has no words. */
function touchedBy(spans: readonly Span[], one: Span): number[] {
  const touched: number[] = []
  for (let index = Math.max(0, indexAt(spans, one)); index < spans.length; index++) {
    const span = spans[index]!
    if (one.start === one.end) {
      if (span.start <= one.start && one.start <= span.end) return [index]
      if (span.start > one.start) break
    } else if (span.start >= one.end) break
    else if (overlaps(span, one)) touched.push(index)
  }
  return touched
}

function add<T>(lists: Map<number, T[]>, index: number, item: T): void {
  const list = lists.get(index)
  if (list) list.push(item)
  else lists.set(index, [item])
}

function clipped(one: Span, span: Span): Span {
  return { start: Math.max(one.start, span.start), end: Math.min(one.end, span.end) }
}

/** Words that go take a space beside them along, so that no two are left. */
function roomy(text: string, span: Span, changes: readonly Change[]): Change[] {
  return changes.map((change, index) => {
    let { start, end } = change
    if (change.insert !== '' || !(end === span.end || /[\s,.;:!?%]/u.test(text[end]!))) return change
    const earliest = changes[index - 1]?.end ?? span.start
    const latest = changes[index + 1]?.start ?? span.end
    if (start === span.start) while (end < latest && /\s/u.test(text[end]!)) end++
    else while (start > earliest && /\s/u.test(text[start - 1]!)) start--
    return { ...change, start, end }
  })
}

function runsOf(text: string, span: Span, changes: readonly Change[], findings: readonly Finding[]): Run[] {
  const runs: Run[] = []
  let at = span.start
  const upTo = (end: number, kind: Run['kind'], change?: Change): void => {
    const cuts = findings
      .flatMap((finding) => [finding.start, finding.end])
      .filter((cut) => at < cut && cut < end)
    for (const cut of [...new Set(cuts), end].toSorted((a, b) => a - b)) {
      const words = { start: at, end: cut }
      push({ kind, text: text.slice(at, cut), ...(change && { change }), findings: about(words) })
      at = cut
    }
  }
  const about = (words: Span): Finding[] => findings.filter((finding) => overlaps(finding, words))
  const push = (run: Run): void => {
    if (run.text !== '') runs.push({ ...run, text: run.text.replace(/\s+/gu, ' ') })
  }
  for (const change of changes) {
    upTo(change.start, 'same')
    upTo(change.end, 'removed', change)
    push({ kind: 'added', text: change.insert, change, findings: about(change) })
  }
  upTo(span.end, 'same')
  return runs
}
