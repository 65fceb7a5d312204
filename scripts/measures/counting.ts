import { textOf } from '../../src/text/spans.js'
import type { Origin, Severity, Span } from '../../src/types.js'
import type { GoldBead } from '../markup.js'

/** What the measures read of a report. */
export interface MeasuredReport {
  readonly origins: readonly (Span & { readonly origin: Origin })[]
  readonly alignment: readonly GoldBead[]
  readonly findings: readonly MeasuredFinding[]
}

export interface MeasuredFinding extends Span {
  readonly severity: Severity
  readonly suggestions: readonly { readonly text: string }[]
}

/** Shares from 0 to 1. */
export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** A share of nothing is 1. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}

export function scoreOf(precision: number, recall: number): Score {
  const sum = precision + recall
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum }
}

/** Counts letters and digits in spans, each in constant time. */
export function characterCounter(text: string): (span: Span) => number {
  const before = new Uint32Array(text.length + 1)
  for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu)) before[index + 1] = 1
  for (let index = 0; index < text.length; index++) before[index + 1]! += before[index]!
  return (span) => before[span.end]! - before[span.start]!
}

/** How many spoken words start before an offset. */
export function spokenWords(text: string, spoken: readonly Span[]): (offset: number) => number {
  const before = new Uint32Array(text.length + 1)
  for (const span of spoken) {
    for (const { index } of textOf(text, span).matchAll(/\p{Script=Han}{1,2}|[^\s\p{Script=Han}]+/gu)) {
      before[span.start + index + 1] = 1
    }
  }
  for (let index = 0; index < text.length; index++) before[index + 1]! += before[index]!
  return (offset) => before[offset]!
}

/** In the order in which the keys come up. */
export function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
