import type { Origin, Span } from '../../types.js'
import type { FindingView, Row } from '../view.js'
import { partsOf } from './rows.js'
import { highlight } from './selection.js'
import { wordFrom } from './word-from.js'

/** Scrolls the words of a finding into view. */
export function showFinding(desk: HTMLElement, finding: FindingView | undefined): void {
  if (!finding) return
  const element = desk.querySelector(`[data-finding="${CSS.escape(finding.id)}"]`)
  element?.scrollIntoView({ block: 'center' })
}

/** Scrolls to words and marks them. */
export function showSpan(desk: HTMLElement, rows: readonly Row[], span: Span): void {
  const index = rows.findIndex((row) =>
    partsOf(row).some((part) => part.start < span.end && span.start < part.end),
  )
  desk.querySelector(`[data-row="${index}"]`)?.scrollIntoView({ block: 'center' })
  highlight(span)
}

/** The next or previous word, or with `extend` the words with one more or less at their end. */
export function nextWords(text: string, from: Span, direction: 1 | -1, extend: boolean): Span | undefined {
  if (!extend) return wordFrom(text, direction > 0 ? from.end : from.start, direction)
  const word = wordFrom(text, from.end, direction)
  const end = direction > 0 ? word?.end : word && text.slice(0, word.start).trimEnd().length
  return end !== undefined && end > from.start ? { start: from.start, end } : undefined
}

/** The origin of the row that holds the words. */
export function originAt(rows: readonly Row[], { start }: Span): Origin | undefined {
  const holds = (parts: readonly Span[]): boolean =>
    parts.some((part) => part.start <= start && start < part.end)
  for (const row of rows) {
    if (row.kind === 'pair') {
      if (holds(row.mandarin.parts)) return 'mandarin'
      if (holds(row.interpretation.parts)) return 'interpretation'
    } else if (holds(row.parts)) return row.kind === 'across' ? row.origin : 'notice'
  }
  return undefined
}

/** Where the queue goes on when the findings are settled. */
export function nextAfter(
  queue: readonly FindingView[],
  current: FindingView,
  gone: ReadonlySet<string>,
): FindingView | undefined {
  const at = queue.findIndex(({ id }) => id === current.id)
  const order = at < 0 ? queue : [...queue.slice(at + 1), ...queue.slice(0, at)]
  return order.find(({ id }) => !gone.has(id))
}
