import type { Span } from '../types.js'

/** A line that is not blank, without the white space around it. */
export interface Line extends Span {
  /** A blank line, or the start of the text, stands before it. */
  readonly afterBlank: boolean
}

/** The lines of a text that are not blank; ends may be LF, CRLF or CR. Linear. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let previousEnd = 0
  for (const match of text.matchAll(/\S[^\r\n]*/g)) {
    const start = match.index
    let end = start + match[0].length
    while (/\s/.test(text[end - 1]!)) end--
    lines.push({ start, end, afterBlank: lines.length === 0 || breaksIn(text, previousEnd, start) > 1 })
    previousEnd = end
  }
  return lines
}

/** Whether nothing, or a blank line, follows line `index`. */
export function beforeBlank(lines: readonly Line[], index: number): boolean {
  return lines[index + 1]?.afterBlank ?? true
}

function breaksIn(text: string, start: number, end: number): number {
  let breaks = 0
  for (let at = start; at < end && breaks < 2; at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) breaks++
  }
  return breaks
}

/**
 * The paragraphs of a stretch of text, trimmed and not empty. Blank lines end a paragraph; where lines
 * are longer than anybody wraps them (`wrapped` false), every line break does.
 */
export function paragraphsOf(text: string, span: Span, wrapped: boolean): readonly Span[] {
  const paragraphs: { start: number; end: number }[] = []
  for (const line of linesOf(text.slice(span.start, span.end))) {
    const start = span.start + line.start
    const end = span.start + line.end
    const last = paragraphs.at(-1)
    if (last && wrapped && !line.afterBlank) last.end = end
    else paragraphs.push({ start, end })
  }
  return paragraphs
}

/** Longest line of a text whose lines were broken to fit a page, in UTF-16 code units. */
const WIDEST_PAGE = 200

/** Whether every line is short enough that line breaks may stand inside a sentence. */
export const isWrapped = (lines: readonly Line[]): boolean =>
  lines.every((line) => line.end - line.start <= WIDEST_PAGE)
