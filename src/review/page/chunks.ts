import type { Span } from '../../types.js'
import type { AmountLink, Correction, FindingView } from '../view.js'
import { firstIndex } from '../../text/bisect.js'

/** A stretch of a row's words that is marked in one way. */
export interface Chunk extends Span {
  readonly finding?: FindingView
  readonly correction?: Correction
  readonly link?: LinkSide
  /** Whether what is put in place of the marked words stands after this chunk. */
  readonly last: boolean
}

/** Spans in order of their starts; of those that overlap, the longest known end before each. */
export interface Marks {
  readonly findings: readonly FindingView[]
  readonly corrections: readonly Correction[]
  readonly links: readonly LinkSide[]
}

/** One side of an amount link. */
export interface LinkSide extends Span {
  /** Index into the amount links. */
  readonly link: number
  readonly other: Span
  /** The other side's value ÷ this one's. */
  readonly factor: number
}

/** Both sides of every amount link, in the order of the text. */
export function linkSides(links: readonly AmountLink[]): LinkSide[] {
  return links
    .flatMap(({ mandarin, interpretation, factor }, link) => [
      { start: mandarin.start, end: mandarin.end, link, other: interpretation, factor },
      { start: interpretation.start, end: interpretation.end, link, other: mandarin, factor: 1 / factor },
    ])
    .toSorted(byStart)
}

/** The part cut wherever a mark begins or ends; the chunks cover it. A correction by hand hides findings. */
export function chunksOf(part: Span, marks: Marks): Chunk[] {
  const findings = within(marks.findings, part)
  const corrections = within(marks.corrections, part)
  const links = within(marks.links, part)
  const cuts = new Set([part.start, part.end])
  for (const { start, end } of [...findings, ...corrections, ...links]) {
    cuts.add(Math.max(start, part.start))
    cuts.add(Math.min(end, part.end))
  }
  const borders = [...cuts].toSorted((a, b) => a - b)
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1]!
    const covers = (span: Span): boolean => span.start <= start && end <= span.end
    const correction = corrections.find(covers)
    const finding = correction ? undefined : gravest(findings.filter(covers))
    const link = links.find(covers)
    const mark = correction ?? finding
    return {
      start,
      end,
      ...(finding && { finding }),
      ...(correction && { correction }),
      ...(link && { link }),
      last: mark !== undefined && mark.end <= end,
    }
  })
}

/** Those of spans in order that overlap the part. */
export function within<T extends Span>(spans: readonly T[], part: Span): T[] {
  const found: T[] = []
  for (let index = firstEndingAfter(spans, part.start); index < spans.length; index++) {
    const span = spans[index]!
    if (span.start >= part.end) break
    if (span.end > part.start) found.push(span)
  }
  return found
}

/** Findings may overlap a little: a few spans further back may still reach into the part. */
const firstEndingAfter = (spans: readonly Span[], offset: number): number =>
  Math.max(0, firstIndex(spans, ({ start }) => start >= offset) - reach)

const reach = 8

const ranks = { error: 0, warning: 1, info: 2 }

function gravest(findings: readonly FindingView[]): FindingView | undefined {
  return findings.toSorted((a, b) => ranks[a.severity] - ranks[b.severity] || b.confidence - a.confidence)[0]
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end
}
