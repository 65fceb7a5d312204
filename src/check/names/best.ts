import { overlaps } from '../../text/spans.js'
import type { Found } from '../../types.js'

/** Of findings that overlap the surest, in the order of the text. */
export function bestOfEach(found: readonly Found[]): Found[] {
  const kept: Found[] = []
  const order = found.toSorted((a, b) => a.start - b.start || b.confidence - a.confidence)
  for (const finding of order) {
    const last = kept.at(-1)
    if (!last || !overlaps(last, finding)) kept.push(finding)
    else if (finding.confidence > last.confidence) kept[kept.length - 1] = finding
  }
  return kept
}
