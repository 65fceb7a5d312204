import type { Category, Origin, Severity } from '../../types.js'
import type { FindingView, Settled } from '../view.js'

/** Which findings the queue steps through, and in which order. */
export interface Filter {
  readonly status: 'open' | 'settled' | 'all'
  readonly severity: Severity | 'all' | 'alarms'
  readonly category: Category | 'all'
  readonly speaker: string
  readonly origin: Origin | 'all'
  /** Found in the message, the words or the suggestions; empty for all. */
  readonly words: string
  readonly sort: 'place' | 'severity' | 'confidence' | 'category' | 'alike'
}

export const everything: Filter = {
  status: 'open',
  severity: 'all',
  category: 'all',
  speaker: 'all',
  origin: 'all',
  words: '',
  sort: 'place',
}

export type SettledById = Readonly<Record<string, Settled>>

/** The findings that the filter lets through, in its order. */
export function queueOf(
  findings: readonly FindingView[],
  settled: SettledById,
  filter: Filter,
): readonly FindingView[] {
  const words = filter.words.trim().toLowerCase()
  const chosen = findings.filter(
    (finding) =>
      (filter.status === 'all' || (filter.status === 'open') === !settled[finding.id]) &&
      (filter.severity === 'all' ||
        finding.severity === filter.severity ||
        (filter.severity === 'alarms' && finding.severity !== 'info')) &&
      (filter.category === 'all' || finding.category === filter.category) &&
      (filter.speaker === 'all' || finding.speaker === filter.speaker) &&
      (filter.origin === 'all' || finding.origin === filter.origin) &&
      (words === '' || searched(finding).includes(words)),
  )
  return filter.sort === 'place' ? chosen : chosen.toSorted(orders[filter.sort])
}

/** The finding `steps` on from the current one, by place where the current one is not in the queue. */
export function step(
  queue: readonly FindingView[],
  current: FindingView | undefined,
  steps: 1 | -1,
): FindingView | undefined {
  if (!current) return steps > 0 ? queue[0] : queue.at(-1)
  const at = queue.findIndex(({ id }) => id === current.id)
  if (at >= 0) return queue[at + steps] ?? (steps > 0 ? queue[0] : queue.at(-1))
  const later = queue.findIndex(({ start }) => start >= current.start)
  if (steps > 0) return queue[later] ?? queue[0]
  return later < 0 ? queue.at(-1) : (queue[later - 1] ?? queue.at(-1))
}

/** Findings with the same fix that are open, the given one first. */
export function alike(
  findings: readonly FindingView[],
  settled: SettledById,
  finding: FindingView,
): readonly FindingView[] {
  const others = findings.filter(
    ({ id, group }) => group === finding.group && id !== finding.id && !settled[id],
  )
  return [finding, ...others]
}

function searched({ message, text, suggestions, check }: FindingView): string {
  return [message, text, check, ...suggestions.map((suggestion) => suggestion.text)].join('\n').toLowerCase()
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

const orders: Readonly<Record<Exclude<Filter['sort'], 'place'>, (a: FindingView, b: FindingView) => number>> =
  {
    severity: (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.start - b.start,
    confidence: (a, b) => b.confidence - a.confidence || a.start - b.start,
    category: (a, b) => compare(a.category, b.category) || a.start - b.start,
    alike: (a, b) => compare(a.check, b.check) || compare(a.group, b.group) || a.start - b.start,
  }

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
