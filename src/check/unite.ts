import { contains, overlaps, spanLength } from '../text/spans.js'
import type { Evidence, Finding, Severity, Span, Suggestion } from '../types.js'

/** A finding before it has an id and a group. */
export type Draft = Omit<Finding, 'id' | 'group'>

/**
 * Each mistake once, in the order of the text. Overlapping findings that come to the same words are
 * united: the more confident one speaks, with the evidence of both. A finding that proposes nothing
 * yields to one around it that is no less severe. At one place the graver and surer comes first.
 */
export function unite(text: string, drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  let open: number[] = []
  for (const draft of drafts.toSorted(byPosition)) {
    open = open.filter((index) => overlaps(kept[index]!, draft))
    const twin = open.find((index) => mendAlike(text, kept[index]!, draft))
    if (twin !== undefined) kept[twin] = united(kept[twin]!, draft)
    else if (!open.some((index) => yieldsTo(draft, kept[index]!))) open.push(kept.push(draft) - 1)
  }
  return kept.toSorted(byPosition)
}

const gravity: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

function byPosition(a: Draft, b: Draft): number {
  return a.start - b.start || b.end - a.end || byTrust(a, b)
}

function byTrust(a: Draft, b: Draft): number {
  return (
    gravity[a.severity] - gravity[b.severity] ||
    b.confidence - a.confidence ||
    spanLength(a) - spanLength(b) ||
    (a.check < b.check ? -1 : a.check > b.check ? 1 : 0)
  )
}

function yieldsTo(draft: Draft, other: Draft): boolean {
  return (
    draft.suggestions.length === 0 &&
    contains(other, draft) &&
    gravity[other.severity] <= gravity[draft.severity]
  )
}

/** Whether two overlapping findings propose the same words, or leave the text the same. */
function mendAlike(text: string, a: Draft, b: Draft): boolean {
  const [one] = a.suggestions
  const [two] = b.suggestions
  if (!one || !two) return false
  if (one.text === two.text && one.text !== '') return true
  const around = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
  return mended(text, around, a, one) === mended(text, around, b, two)
}

/** In lower case: words that differ in their capitals only are the same mistake put right. */
function mended(text: string, around: Span, span: Span, { text: insert }: Suggestion): string {
  return (text.slice(around.start, span.start) + insert + text.slice(span.end, around.end)).toLowerCase()
}

function united(a: Draft, b: Draft): Draft {
  const [speaker, other] = byTrust(a, b) <= 0 ? [a, b] : [b, a]
  const sameSpan = speaker.start === other.start && speaker.end === other.end
  return {
    ...speaker,
    severity: gravity[a.severity] <= gravity[b.severity] ? a.severity : b.severity,
    confidence: Math.max(a.confidence, b.confidence),
    evidence: unitedEvidence(speaker.evidence, other.evidence),
    suggestions: sameSpan ? unitedSuggestions(speaker.suggestions, other.suggestions) : speaker.suggestions,
  }
}

function unitedEvidence(own: readonly Evidence[], others: readonly Evidence[]): Evidence[] {
  const known = new Set(own.map((evidence) => JSON.stringify(evidence)))
  return [...own, ...others.filter((evidence) => !known.has(JSON.stringify(evidence)))]
}

/** The speaker's order first; a suggestion both make is as sure and as safe as the better of the two. */
function unitedSuggestions(own: readonly Suggestion[], others: readonly Suggestion[]): Suggestion[] {
  const shared = own.map((suggestion) => {
    const twin = others.find(({ text }) => text === suggestion.text)
    if (!twin) return suggestion
    const confidence = Math.max(suggestion.confidence, twin.confidence)
    return { text: suggestion.text, confidence, safe: suggestion.safe || twin.safe }
  })
  return [...shared, ...others.filter(({ text }) => own.every((suggestion) => suggestion.text !== text))]
}
