import { spokenOrigins } from '../../src/identify/labels.js'
import { isForeignPassage } from '../../src/identify/marks.js'
import { readTranscript } from '../../src/read/read.js'
import { segmentTranscript } from '../../src/segment/segment.js'
import type { Origin, Segmented, Span } from '../../src/types.js'
import type { AnnotatedCall } from '../annotated.js'
import type { GoldOrigin } from '../markup.js'

/** A call whose segments are labelled. */
export interface Labelled {
  readonly doc: Segmented
  /** Bit set of the labels allowed for each segment. */
  readonly allowed: readonly number[]
  /** How much the call counts. */
  readonly weight: number
}

/** An annotated call; a segment allows what the annotation under most of it allows. */
export function labelAnnotated({ text, gold }: AnnotatedCall): Labelled {
  const doc = segmentTranscript(readTranscript(text))
  const allowed = doc.segments.map((segment) => {
    let largest: GoldOrigin | undefined
    for (const span of gold.origin) {
      if (shared(span, segment) > (largest ? shared(largest, segment) : 0)) largest = span
    }
    return labelsOf(largest?.origin ?? [])
  })
  return { doc, allowed, weight: 1 }
}

const shared = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** No label allowed (nothing annotated, or a notice) tells nothing: every label is. */
const labelsOf = (origins: readonly Origin[]): number =>
  origins.reduce((set, origin) => set | labelOf(origin), 0) || labelsOf(spokenOrigins)

function labelOf(origin: Origin): number {
  const label = spokenOrigins.indexOf(origin as (typeof spokenOrigins)[number])
  return label < 0 ? 0 : 1 << label
}

/** Together the plain calls weigh as much as this many annotated ones. */
const plainWeight = 2

export const labelPlainCalls = (texts: readonly string[]): Labelled[] =>
  texts.map((text) => labelPlain(text, plainWeight / texts.length))

/**
 * A call known to hold no Mandarin-derived words. Where the vendor marks interpreted speech, or a passage left
 * out, what follows in the turn is interpretation; the rest of such a call may be either.
 */
function labelPlain(text: string, weight: number): Labelled {
  const doc = segmentTranscript(readTranscript(text))
  const remarks = doc.notices.filter(({ kind }) => kind === 'remark')
  const saying = (pattern: RegExp): Span[] =>
    remarks.filter(({ start, end }) => pattern.test(text.slice(start, end)))
  const interpreted = [
    ...saying(/interpret|translat/iu),
    ...remarks.filter((remark) => isForeignPassage(doc.text, remark)),
  ]
  const bilingual = interpreted.length > 0 || saying(/foreign|chinese|mandarin/iu).length > 0
  const allowed = doc.segments.map(({ start, turn }) => {
    const from = doc.turns[turn]!.body[0]!.start
    if (interpreted.some((remark) => from <= remark.start && remark.start < start))
      return labelOf('interpretation')
    return bilingual ? labelOf('interpretation') | labelOf('english') : labelOf('english')
  })
  return { doc, allowed, weight }
}
