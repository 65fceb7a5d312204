import { diffArrays } from 'diff'
import { tokenize } from '../text/tokens.js'
import type { Span } from '../types.js'

/** Words of one text and what stands for them in the other; an empty span marks the place of nothing. */
export interface Change {
  readonly kind: 'same' | 'replaced' | 'removed' | 'added'
  readonly before: Span
  readonly after: Span
}

/**
 * What became of a text, word by word, in order: words, figures and single Han characters are never
 * cut, white space is not compared. Between them the spans cover every word of both texts. Myers' O(ND)
 * algorithm (package `diff`): quick where little changed, slow where most did.
 */
export function diffWords(before: string, after: string): Change[] {
  const old = tokens(before)
  const young = tokens(after)
  const changes: Change[] = []
  let [from, to] = [0, 0]
  const add = (kind: Change['kind'], removed: number, added: number) => {
    changes.push({ kind, before: covered(old, from, removed), after: covered(young, to, added) })
    from += removed
    to += added
  }
  let [removed, added] = [0, 0]
  const flush = () => {
    if (removed > 0 || added > 0) add(!added ? 'removed' : !removed ? 'added' : 'replaced', removed, added)
    removed = added = 0
  }
  for (const part of diffArrays(words(before, old), words(after, young))) {
    if (part.removed) removed += part.count
    else if (part.added) added += part.count
    else {
      flush()
      add('same', part.count, part.count)
    }
  }
  flush()
  return changes
}

function tokens(text: string): Span[] {
  return tokenize(text).flatMap((token) => (token.kind === 'han' ? characters(text, token) : [token]))
}

function characters(text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end), (sign) => ({ start, end: (start += sign.length) }))
}

function words(text: string, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end))
}

function covered(spans: readonly Span[], from: number, count: number): Span {
  const start = spans[from]?.start ?? spans.at(-1)?.end ?? 0
  return { start, end: count > 0 ? spans[from + count - 1]!.end : start }
}
