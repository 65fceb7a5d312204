import { applyEdits } from '../text/edits.js'
import { overlaps } from '../text/spans.js'
import type { Edit, Span } from '../types.js'

/**
 * The words of each span with the edits in place, white space folded. Spans and edits must each be in
 * order and not overlap; an edit that crosses a border puts its words into the first span it touches
 * and takes the old ones out of the others.
 */
export function correctedTexts(text: string, spans: readonly Span[], edits: readonly Edit[]): string[] {
  let next = 0
  let placed = -1
  return spans.map((span) => {
    while (next < edits.length && edits[next]!.end <= span.start) next++
    const own: Edit[] = []
    for (let index = next; index < edits.length && overlaps(edits[index]!, span); index++) {
      const edit = edits[index]!
      const insert = index === placed ? '' : edit.insert
      placed = index
      own.push({ start: Math.max(edit.start, span.start), end: Math.min(edit.end, span.end), insert })
    }
    return foldSpace(applyWithin(text, span, own))
  })
}

/** White space at the ends taken off, each run inside made one space. */
export function foldSpace(words: string): string {
  return words.replace(/\s+/gu, ' ').trim()
}

function applyWithin(text: string, span: Span, edits: readonly Edit[]): string {
  const within = edits.map((edit, index) => {
    const start =
      edit.insert === '' ? withSpaceBefore(text, edit, edits[index - 1]?.end ?? span.start) : edit.start
    return { start: start - span.start, end: edit.end - span.start, insert: edit.insert }
  })
  return applyEdits(text.slice(span.start, span.end), within)
}

/** Words that go take the space before them along when a sign follows: "grew uh." becomes "grew." */
function withSpaceBefore(text: string, { start, end }: Edit, earliest: number): number {
  if (!/[,.;:!?%]/u.test(text[end] ?? '')) return start
  while (start > earliest && /\s/u.test(text[start - 1]!)) start--
  return start
}
