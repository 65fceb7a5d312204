import type { Origin, Span } from '../../types.js'
import type { Row } from '../view.js'
import { partsOf } from './rows.js'
import { wordFrom } from './word-from.js'

/** Where the origin of the words changes. */
export interface Border {
  /** The first sign of the words after it. */
  readonly at: number
  readonly before: Origin
  readonly after: Origin
  /** Where the words of one origin before it begin and end; a turn's header may lie between. */
  readonly from: number
  readonly end: number
  /** Where the words of one origin after it end. */
  readonly to: number
}

/** Words that get another origin, by which a border moves. */
export interface BorderMove {
  readonly span: Span
  readonly origin: Origin
}

/** Every border between two origins, in the order of the text; a notice is none. */
export function bordersOf(rows: readonly Row[]): Border[] {
  const runs: { start: number; end: number; origin: Origin }[] = []
  for (const { start, end, origin } of spokenParts(rows)) {
    const last = runs.at(-1)
    if (last?.origin === origin) last.end = end
    else runs.push({ start, end, origin })
  }
  return runs.slice(1).map(({ start, end, origin }, index) => {
    const before = runs[index]!
    return { at: start, before: before.origin, after: origin, from: before.start, end: before.end, to: end }
  })
}

function spokenParts(rows: readonly Row[]): (Span & { origin: Origin })[] {
  const parts = rows.flatMap((row) => {
    if (row.kind === 'notice') return []
    if (row.kind === 'across') return partsOf(row).map((part) => ({ ...part, origin: row.origin }))
    return (['mandarin', 'interpretation'] as const).flatMap((origin) =>
      row[origin].parts.map((part) => ({ ...part, origin })),
    )
  })
  return parts.toSorted((a, b) => a.start - b.start)
}

/** The border next to the words, before or after them. */
export function nearestBorder(borders: readonly Border[], { start, end }: Span): Border | undefined {
  const distance = ({ at }: Border): number => Math.min(Math.abs(at - start), Math.abs(at - end))
  return borders.toSorted((a, b) => distance(a) - distance(b))[0]
}

/** The border moved one word on or back; undefined where no word would be left on that side. */
export function movedByWord(text: string, border: Border, direction: 1 | -1): BorderMove | undefined {
  const word = wordFrom(text, direction > 0 ? border.at : border.end, direction)
  return word && movedTo(text, border, direction > 0 ? wordEnd(text, word.end) : word.start)
}

/** The border moved to the beginning of the word at an offset, no further than the origins beside it reach. */
export function movedTo(text: string, border: Border, offset: number): BorderMove | undefined {
  const at = Math.max(border.from, Math.min(border.to, wordStart(text, offset)))
  if (at > border.at) return span(text, border.at, at, border.before)
  return span(text, at, border.end, border.after)
}

function span(text: string, from: number, to: number, origin: Origin): BorderMove | undefined {
  const words = text.slice(from, to)
  const start = from + (words.length - words.trimStart().length)
  const end = from + words.trimEnd().length
  return start < end ? { span: { start, end }, origin } : undefined
}

/** After the word and the stops behind it. */
function wordEnd(text: string, offset: number): number {
  let end = offset
  while (end < text.length && /[^\s\p{L}\p{N}]/u.test(text[end]!)) end++
  while (end < text.length && /\s/u.test(text[end]!)) end++
  return end
}

function wordStart(text: string, offset: number): number {
  if (/\p{Script=Han}/u.test(text[offset] ?? '')) return offset
  let start = offset
  while (start > 0 && /[^\s\p{Script=Han}]/u.test(text[start - 1]!)) start--
  return start
}
