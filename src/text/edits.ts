import type { Edit } from '../types.js'

/**
 * The text with every edit put in place. Edits must be in order, not overlapping and inside the text;
 * throws RangeError otherwise. Several insertions at one offset keep their order.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  refuseUnfit(text, edits)
  const parts: string[] = []
  let end = 0
  for (const edit of edits) {
    parts.push(text.slice(end, edit.start), edit.insert)
    end = edit.end
  }
  parts.push(text.slice(end))
  return parts.join('')
}

/**
 * The edits of `applyEdits(text, edits)` that give `text` back, code unit for code unit. Throws
 * RangeError for edits that `applyEdits` refuses.
 */
export function invertEdits(text: string, edits: readonly Edit[]): Edit[] {
  refuseUnfit(text, edits)
  let shift = 0
  return edits.map(({ start, end, insert }) => {
    const inverse = {
      start: start + shift,
      end: start + shift + insert.length,
      insert: text.slice(start, end),
    }
    shift += insert.length - (end - start)
    return inverse
  })
}

/**
 * Where an offset of the original text stands after the edits (in order, not overlapping). An offset
 * inside replaced words, or where words are inserted, goes `before` or `after` the new words.
 */
export function mapOffset(edits: readonly Edit[], offset: number, side: 'before' | 'after'): number {
  let shift = 0
  for (const { start, end, insert } of edits) {
    if (offset < start || (offset === start && (end > start || side === 'before'))) break
    if (offset < end) return start + shift + (side === 'before' ? 0 : insert.length)
    shift += insert.length - (end - start)
  }
  return offset + shift
}

function refuseUnfit(text: string, edits: readonly Edit[]): void {
  let earliest = 0
  for (const { start, end } of edits) {
    if (!Number.isInteger(start) || !Number.isInteger(end) || end < start || start < 0 || end > text.length)
      throw new RangeError(`edit ${start}–${end} does not fit a text of ${text.length} code units`)
    if (start < earliest)
      throw new RangeError(
        `edit ${start}–${end} begins before ${earliest}, where the edit before it ends: sort the edits and drop overlaps`,
      )
    earliest = end
  }
}
