import { overlaps, trimSpan } from '../text/spans.js'
import type { Aligned, Bead, Origin, OriginSpan, Segment, Span, Turn } from '../types.js'

/** What a person knows better than the program about who spoke what, and what renders what. */
export type Restructuring =
  | { readonly type: 'origin'; readonly span: Span; readonly origin: Origin }
  | { readonly type: 'bead'; readonly mandarin: readonly Span[]; readonly interpretation: readonly Span[] }
  | { readonly type: 'turn'; readonly at: number; readonly name: string }

/** The call with the change made; the call itself where the change does not fit it. */
export function restructure(doc: Aligned, change: Restructuring): Aligned {
  switch (change.type) {
    case 'origin':
      return withOrigin(doc, change.span, change.origin)
    case 'bead':
      return withBead(doc, change)
    case 'turn':
      return withTurn(doc, change)
  }
}

/** The words get an origin; beads lose them on their old side, and on the new side the bead next to them has them. */
function withOrigin(doc: Aligned, span: Span, origin: Origin): Aligned {
  const parts = doc.origins.flatMap((one) =>
    overlaps(one, span) ? cutAt(doc.text, one, span, origin) : [one],
  )
  const origins = parts.reduce<OriginSpan[]>((merged, part) => {
    const last = merged.at(-1)
    if (last?.origin === part.origin && last.turn === part.turn && last.turn >= 0)
      merged[merged.length - 1] = {
        ...last,
        end: part.end,
        confidence: Math.min(last.confidence, part.confidence),
      }
    else merged.push(part)
    return merged
  }, [])
  const changed = doc.origins
    .filter((one) => overlaps(one, span) && one.origin !== origin)
    .map((one) => trimSpan(doc.text, intersection(one, span)))
    .filter(({ start, end }) => start < end)
  const segments = doc.segments.flatMap((segment) => cutSegment(doc.text, segment, span))
  const beads = changed.reduce((beads, words) => withoutWords(beads, words), doc.beads)
  return {
    ...doc,
    segments,
    origins,
    beads: changed.reduce((beads, words) => withSide(doc.text, beads, words, origin), beads),
  }
}

function cutAt(text: string, one: OriginSpan, span: Span, origin: Origin): OriginSpan[] {
  if (one.origin === origin) return [one]
  const inner = intersection(one, span)
  const pieces = [
    { ...one, end: inner.start },
    { ...one, ...inner, origin, confidence: 1 },
    { ...one, start: inner.end },
  ]
  return pieces
    .map((piece) => ({ ...piece, ...trimSpan(text, piece) }))
    .filter(({ start, end }) => start < end)
}

function cutSegment(text: string, segment: Segment, span: Span): Segment[] {
  const cuts = [segment.start, span.start, span.end, segment.end].filter(
    (cut) => segment.start <= cut && cut <= segment.end,
  )
  if (cuts.length === 2) return [segment]
  return cuts
    .slice(0, -1)
    .map((start, index) => ({ ...segment, ...trimSpan(text, { start, end: cuts[index + 1]! }) }))
    .filter(({ start, end }) => start < end)
}

/** Beads that have lost the words; those left without any are gone. */
function withoutWords(beads: readonly Bead[], words: Span): readonly Bead[] {
  return beads.flatMap((bead) => {
    if (![...bead.mandarin, ...bead.interpretation].some((span) => overlaps(span, words))) return [bead]
    const mandarin = bead.mandarin.flatMap((span) => difference(span, words))
    const interpretation = bead.interpretation.flatMap((span) => difference(span, words))
    return mandarin.length + interpretation.length > 0 ? [fitted({ ...bead, mandarin, interpretation })] : []
  })
}

/** Words that join a side go to the bead whose words they adjoin, else to a bead of their own. */
function withSide(text: string, beads: readonly Bead[], words: Span, origin: Origin): readonly Bead[] {
  if (origin !== 'mandarin' && origin !== 'interpretation') return beads
  const adjoins = (span: Span): boolean =>
    !/[\p{L}\p{N}]/u.test(text.slice(Math.min(span.end, words.end), Math.max(span.start, words.start)))
  const at = beads.findIndex((bead) => bead[origin].some(adjoins))
  if (at < 0)
    return inserted(beads, { mandarin: [], interpretation: [], score: 1, links: [], [origin]: [words] })
  return beads.map((bead, index) =>
    index === at ? { ...bead, [origin]: joined([...bead[origin], words]) } : bead,
  )
}

/** The words of both sides make one bead; others lose them. */
function withBead(
  doc: Aligned,
  { mandarin, interpretation }: { mandarin: readonly Span[]; interpretation: readonly Span[] },
): Aligned {
  const own = (spans: readonly Span[], origin: Origin): Span[] =>
    spans.flatMap((span) =>
      doc.origins
        .filter((one) => one.origin === origin && overlaps(one, span))
        .map((one) => trimSpan(doc.text, intersection(one, span))),
    )
  const sides = { mandarin: own(mandarin, 'mandarin'), interpretation: own(interpretation, 'interpretation') }
  const words = [...sides.mandarin, ...sides.interpretation].filter(({ start, end }) => start < end)
  if (words.length === 0) return doc
  const links = doc.beads.flatMap((bead) => bead.links)
  const rest = words.reduce((beads, span) => withoutWords(beads, span), doc.beads)
  return { ...doc, beads: inserted(rest, fitted({ ...sides, score: 1, links })) }
}

/** Without the links that speak of words it does not have. */
function fitted(bead: Bead): Bead {
  const has = (spans: readonly Span[], span: Span): boolean =>
    spans.some((one) => one.start <= span.start && span.end <= one.end)
  return {
    ...bead,
    links: bead.links.filter(
      (link) => has(bead.mandarin, link.mandarin) && has(bead.interpretation, link.interpretation),
    ),
  }
}

/** Before the first bead that goes on later on a side that both have. */
function inserted(beads: readonly Bead[], bead: Bead): Bead[] {
  const later = (other: Bead): boolean => {
    const [one, two] = [bead.mandarin[0], other.mandarin[0]]
    if (one && two) return two.start > one.start
    const [three, four] = [bead.interpretation[0], other.interpretation[0]]
    if (three && four) return four.start > three.start
    return (two ?? four)!.start > (one ?? three)!.start
  }
  const at = beads.findIndex(later)
  return at < 0 ? [...beads, bead] : [...beads.slice(0, at), bead, ...beads.slice(at)]
}

/** A new turn begins at a word, under a name. */
function withTurn(doc: Aligned, { at, name }: { at: number; name: string }): Aligned {
  const index = doc.turns.findIndex(({ body }) => body.some(({ start, end }) => start <= at && at < end))
  const turn = doc.turns[index]
  if (!turn || turn.body[0]!.start === at) return doc
  const before = turn.body.flatMap((span) =>
    trimmed(doc.text, { start: span.start, end: Math.min(span.end, at) }),
  )
  const after = turn.body.flatMap((span) =>
    trimmed(doc.text, { start: Math.max(span.start, at), end: span.end }),
  )
  const place = { start: at, end: at }
  const added: Turn = { speaker: { label: name, span: place }, header: place, body: after }
  const moved = (one: { readonly turn: number; readonly start: number }): number =>
    one.turn > index || (one.turn === index && one.start >= at) ? one.turn + 1 : one.turn
  const cut = { start: at, end: turn.body.at(-1)!.end }
  return {
    ...doc,
    turns: [...doc.turns.slice(0, index), { ...turn, body: before }, added, ...doc.turns.slice(index + 1)],
    segments: doc.segments
      .flatMap((segment) => cutSegment(doc.text, segment, cut))
      .map((segment) => ({ ...segment, turn: moved(segment) })),
    origins: doc.origins
      .flatMap((one) =>
        [
          ...trimmed(doc.text, { ...one, end: Math.min(one.end, at) }),
          ...trimmed(doc.text, { ...one, start: Math.max(one.start, at) }),
        ].map((span) => ({ ...one, ...span })),
      )
      .map((one) => ({ ...one, turn: moved(one) })),
  }
}

function trimmed(text: string, span: Span): Span[] {
  if (span.start >= span.end) return []
  const { start, end } = trimSpan(text, span)
  return start < end ? [{ start, end }] : []
}

function intersection(a: Span, b: Span): Span {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) }
}

function difference(span: Span, gone: Span): Span[] {
  if (!overlaps(span, gone)) return [span]
  return [
    { start: span.start, end: gone.start },
    { start: gone.end, end: span.end },
  ].filter(({ start, end }) => start < end)
}

/** In order, touching ones made one; a space between them does not part them. */
function joined(spans: readonly Span[]): Span[] {
  return spans
    .toSorted((a, b) => a.start - b.start)
    .reduce<Span[]>((merged, span) => {
      const last = merged.at(-1)
      if (last && span.start <= last.end + 1)
        merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
      else merged.push(span)
      return merged
    }, [])
}
