import {
  isCallTitle,
  isCopyright,
  isPageFurniture,
  isParticipantsHeading,
  isSectionHeading,
} from './asides.js'
import type { Line } from './lines.js'

/** The lines at the top of a text, which a vendor may repeat on every page. */
export function headsOf(text: string, lines: readonly Line[]): ReadonlySet<string> {
  return new Set(lines.slice(0, HEAD_LINES).map((line) => wordsOf(text, line)))
}

/**
 * How many lines from `index` on a page's border takes: telephone and address, page number, copyright,
 * the running head; 0 where none begins. A line that `opens` a turn is never part of it.
 */
export function pageBreakAt(
  text: string,
  lines: readonly Line[],
  index: number,
  heads: ReadonlySet<string>,
  opens: (index: number) => boolean,
): number {
  const isFoot = (at: number): boolean => {
    const line = lines[at]
    const words = line && wordsOf(text, line)
    return words !== undefined && (isPageFurniture(words) || isCopyright(words))
  }
  const begins = isFoot(index) || (isPageNumber(text, lines[index]!) && isFoot(index + 1))
  if (!begins) return 0
  let last = index
  for (let at = index + 1; at < lines.length; at++) {
    const words = wordsOf(text, lines[at]!)
    const isPart = isFoot(at) || isPageNumber(text, lines[at]!) || isCallTitle(words) || heads.has(words)
    if (!isPart || isParticipantsHeading(words) || isSectionHeading(words) || opens(at)) break
    last = at
  }
  return last - index + 1
}

const HEAD_LINES = 30

/** UTF-16 code units of a line looked at. */
const LONGEST_LINE = 240

const wordsOf = (text: string, line: Line): string =>
  text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE))

const isPageNumber = (text: string, line: Line): boolean => /^\d{1,3}$/u.test(wordsOf(text, line))
