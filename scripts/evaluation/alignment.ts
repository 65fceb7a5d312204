import { alignPassages } from '../../src/align/align.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import { readTranscript } from '../../src/read/read.js'
import { segmentTranscript } from '../../src/segment/segment.js'
import type { Aligned, OriginSpan, Segment, Segmented, Span } from '../../src/types.js'
import type { AnnotatedCall } from '../annotated.js'
import type { GoldBead, GoldOrigin } from '../markup.js'
import { linkF1, type Score } from '../measures.js'

/** How well a call is aligned when its origins are known. */
export interface CallAlignment {
  readonly name: string
  readonly doc: Aligned
  readonly links: Score
  /** Link F1 if every segment were put in the right bead: what the segments allow. */
  readonly ceiling: Score
  /** Share of the gold beads' inner borders that are borders of segments, 0 to 1. */
  readonly borders: number
}

export function measureCall({ name, text, gold }: AnnotatedCall): CallAlignment {
  const segmented = segmentTranscript(readTranscript(text))
  const doc = alignPassages({ ...segmented, origins: originSpans(gold.origin, segmented) }, defaultLexicon())
  const ideal = idealBeads(gold.alignment, segmented.segments)
  const linksOf = (alignment: readonly GoldBead[]) =>
    linkF1(text, gold, { origins: doc.origins, alignment, findings: [] })
  return {
    name,
    doc,
    links: linksOf(doc.beads),
    ceiling: linksOf(ideal),
    borders: borderShare(gold.alignment, segmented.segments),
  }
}

const originSpans = (gold: readonly GoldOrigin[], { turns }: Segmented): OriginSpan[] =>
  gold.map(({ start, end, origin }) => ({
    start,
    end,
    origin: origin[0]!,
    confidence: 1,
    turn: turns.findIndex(({ body }) =>
      body.some((paragraph) => paragraph.start <= start && end <= paragraph.end),
    ),
  }))

/** The gold beads with each segment in the bead that most of it belongs to. */
function idealBeads(gold: readonly GoldBead[], segments: readonly Segment[]): GoldBead[] {
  const side = (name: keyof GoldBead): Map<number, Span[]> => {
    const spans = gold.flatMap((bead, id) => bead[name].map((span) => ({ ...span, id })))
    const found = new Map<number, Span[]>()
    for (const { start, end } of segments) {
      const shared = spans.map((span) => Math.min(end, span.end) - Math.max(start, span.start))
      const most = Math.max(0, ...shared)
      const id = most > 0 ? spans[shared.indexOf(most)]!.id : -1
      if (id >= 0) found.set(id, [...(found.get(id) ?? []), { start, end }])
    }
    return found
  }
  const mandarin = side('mandarin')
  const interpretation = side('interpretation')
  return gold.map((_, id) => ({
    mandarin: mandarin.get(id) ?? [],
    interpretation: interpretation.get(id) ?? [],
  }))
}

function borderShare(gold: readonly GoldBead[], segments: readonly Segment[]): number {
  const starts = new Set(segments.map(({ start }) => start))
  const borders = gold.flatMap(({ mandarin, interpretation }) => [...mandarin, ...interpretation])
  return borders.filter(({ start }) => starts.has(start)).length / Math.max(1, borders.length)
}

export function callTable(results: readonly CallAlignment[]): string {
  const percent = (value: number): string => value.toFixed(3).padStart(9)
  const row = (
    name: string,
    { links, ceiling, borders }: Pick<CallAlignment, 'links' | 'ceiling' | 'borders'>,
  ) =>
    `${name.padEnd(34)}${percent(links.f1)}${percent(links.precision)}${percent(links.recall)}` +
    `${percent(ceiling.f1)}${percent(borders)}`
  return [
    `${'alignment, origins given'.padEnd(34)}  link F1  precis.   recall  ceiling  borders`,
    ...results.map((result) => row(result.name, result)),
  ].join('\n')
}
