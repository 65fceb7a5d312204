import { observe } from '../../src/identify/features.js'
import { spokenOrigins } from '../../src/identify/labels.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import { readTranscript } from '../../src/read/read.js'
import { segmentTranscript } from '../../src/segment/segment.js'
import type { Origin, Segmented } from '../../src/types.js'
import type { AnnotatedCall } from '../annotated.js'
import type { GoldOrigin } from '../markup.js'
import type { Example } from './optimise.js'

const everyLabel = (1 << spokenOrigins.length) - 1

/** An annotated call as a training example; a segment allows what the annotation under most of it allows. */
export function annotatedExample({ text, gold }: AnnotatedCall, weight = 1): Example {
  const doc = segmentTranscript(readTranscript(text))
  const allowed = doc.segments.map((segment) => {
    const sizes = new Map<GoldOrigin, number>()
    for (const span of gold.origin) {
      const size = Math.min(span.end, segment.end) - Math.max(span.start, segment.start)
      if (size > 0) sizes.set(span, size)
    }
    const largest = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0]
    return labelsOf(largest?.origin ?? [])
  })
  return { observations: observe(doc, defaultLexicon()), allowed, weight }
}

/** No label allowed (nothing annotated, or a notice) tells nothing: every label is. */
const labelsOf = (origins: readonly Origin[]): number =>
  spokenOrigins.reduce((set, origin, label) => (origins.includes(origin) ? set | (1 << label) : set), 0) ||
  everyLabel

/** A call known to hold no Mandarin-derived words; its interpreted parts, if any, may be either. */
export function plainExample(text: string, weight: number): Example {
  const doc: Segmented = segmentTranscript(readTranscript(text))
  const interpreted = /interpret|translat|foreign|chinese/iu.test(
    doc.notices.map((n) => text.slice(n.start, n.end)).join(' '),
  )
  const label = (origin: Origin): number => 1 << spokenOrigins.indexOf(origin as 'english')
  const allowed = label('english') | (interpreted ? label('interpretation') : 0)
  return { observations: observe(doc, defaultLexicon()), allowed: doc.segments.map(() => allowed), weight }
}
