import { floorsWithin } from '../speakers/hand-overs.js'
import { rosterOf } from '../speakers/roster.js'
import { rolesOf, type Role } from '../text/roles.js'
import { overlaps, trimSpan } from '../text/spans.js'
import type { Aligned, Edit, OriginSpan, Span } from '../types.js'
import { correctedTexts } from './corrected.js'
import { indexAt, overlapping } from './ordered.js'

/** Words of one origin and one speaker inside a turn. */
export interface Voice extends OriginSpan {
  readonly speaker: string
}

/**
 * The origins with who speaks: the turn's label, mended by the edits, or who was given the floor inside the
 * turn, where the origin is cut. Interpretation belongs to `Interpreter (for NAME)`, or to the analyst who
 * renders his own question, and Mandarin in an interpreter's turn to the executive before. The speaker is
 * empty where nobody is named.
 */
export function voicesOf(doc: Aligned, edits: readonly Edit[] = []): readonly Voice[] {
  const parts = partsOf(doc, speakerLabels(doc, edits))
  const mandarin = mandarinSpeakers(parts)
  const weights = alignedLengths(doc, parts)
  return parts.map(({ name, role, ...part }, index) => {
    if (part.origin === 'mandarin') return { ...part, speaker: mandarin.get(index)!.name }
    if (part.origin !== 'interpretation') return { ...part, speaker: name }
    const source = sourceOf(parts, index, mandarin, weights.get(index))
    const himself = asksHimself({ name, role }, source, () => asks(doc.text.slice(part.start, part.end)))
    const speaker = himself ? name : interpreterFor(source?.name ?? (role === 'interpreter' ? '' : name))
    return { ...part, speaker }
  })
}

/** Who speaks each of `doc.origins`; of several voices, the one that says most. */
export function resolveSpeakers(doc: Aligned, edits: readonly Edit[] = []): readonly string[] {
  const voices = voicesOf(doc, edits)
  let next = 0
  return doc.origins.map(({ end }) => {
    let main = voices[next]!
    for (; next < voices.length && voices[next]!.end <= end; next++)
      if (lengthOf(voices[next]!) > lengthOf(main)) main = voices[next]!
    return main.speaker
  })
}

const lengthOf = ({ start, end }: Span): number => end - start

/** The label of each turn, mended by the edits. */
export function speakerLabels(doc: Aligned, edits: readonly Edit[]): string[] {
  const spans = doc.turns.map(({ speaker }) => speaker.span)
  const mended = correctedTexts(doc.text, spans, edits)
  return doc.turns.map(({ speaker }, turn) => mended[turn] || speaker.label)
}

/** Words of one origin in a turn, with who has the floor. */
type Part = OriginSpan & Source

/** The origins, cut where another takes the floor inside a turn. */
function partsOf(doc: Aligned, labels: readonly string[]): Part[] {
  const roster = rosterOf(doc)
  const roles = rolesOf(doc)
  const floors = floorsWithin(doc, roster)
  const listed = new Map(roster.people.map(({ name, role }) => [name, role]))
  return doc.origins.flatMap((origin): Part[] => {
    const { turn } = origin
    const own = { name: labels[turn] ?? '', role: roles[turn] ?? 'unknown' }
    const taken = overlapping(floors, origin)
    if (taken.length === 0) return [{ ...origin, ...own }]
    const cuts = taken.flatMap(({ start, end }) => [start, end])
    const inside = cuts.filter((cut) => origin.start < cut && cut < origin.end)
    const borders = [...new Set([origin.start, ...inside, origin.end])].toSorted((a, b) => a - b)
    return borders.slice(1).flatMap((end, index): Part[] => {
      const span = trimSpan(doc.text, { start: borders[index]!, end })
      if (span.start >= span.end) return []
      const floor = taken.find((one) => overlaps(one, span))
      if (!floor) return [{ ...origin, ...span, ...own }]
      const name = floor.known === undefined ? floor.name : labels[floor.known]!
      return [{ ...origin, ...span, name, role: listed.get(floor.name) ?? 'unknown' }]
    })
  })
}

interface Source {
  readonly name: string
  readonly role: Role
}

function interpreterFor(name: string): string {
  return name === '' ? 'Interpreter' : `Interpreter (for ${name})`
}

/** The speaker of each Mandarin part, by its index. */
function mandarinSpeakers(parts: readonly Part[]): Map<number, Source> {
  const speakers = new Map<number, Source>()
  const waiting: number[] = []
  let last: Source | undefined
  parts.forEach(({ origin, ...own }, index) => {
    if (origin !== 'mandarin') return
    if (own.role !== 'interpreter') {
      last = own
      for (const earlier of waiting.splice(0)) speakers.set(earlier, own)
    } else if (!last) waiting.push(index)
    speakers.set(index, last ?? own)
  })
  return speakers
}

/** Letters of each interpreting span that beads tie to each Mandarin span; both by index in `origins`. */
function alignedLengths({ beads }: Aligned, origins: readonly Part[]): Map<number, Map<number, number>> {
  const lengths = new Map<number, Map<number, number>>()
  for (const { mandarin, interpretation } of beads) {
    const from = mandarin[0] && indexAt(origins, mandarin[0])
    if (from === undefined) continue
    for (const span of interpretation) {
      const to = indexAt(origins, span)
      const row = lengths.get(to) ?? new Map<number, number>()
      lengths.set(to, row.set(from, (row.get(from) ?? 0) + span.end - span.start))
    }
  }
  return lengths
}

/** Who spoke the Mandarin before an interpretation; of several, the one whose words it mostly renders. */
function sourceOf(
  origins: readonly OriginSpan[],
  index: number,
  mandarin: ReadonlyMap<number, Source>,
  weights: ReadonlyMap<number, number> = new Map(),
): Source | undefined {
  let best: number | undefined
  for (let before = index - 1; before >= 0; before--) {
    const { origin } = origins[before]!
    if (origin === 'interpretation' && best !== undefined) break
    if (origin !== 'mandarin') continue
    if (best === undefined || (weights.get(before) ?? 0) > (weights.get(best) ?? 0)) best = before
  }
  return best === undefined ? undefined : mandarin.get(best)
}

/** Whether the turn's own speaker renders his question: he is not of the company, and asks. */
function asksHimself({ name, role }: Source, source: Source | undefined, asking: () => boolean): boolean {
  if (role === 'analyst') return source?.name === name || asking()
  return role === 'unknown' && !ofCompany(source?.role) && asking()
}

function ofCompany(role: Role | undefined): boolean {
  return role === 'executive' || role === 'ir'
}

const question =
  /\b(?:my|our)(?: \w+)? questions?\b|\bhave (?:a|one|two|three)(?: \w+)? questions?\b|\b(?:would|'d) like to ask\b|\b(?:could|can) (?:the )?(?:management|you)\b/iu

function asks(words: string): boolean {
  return question.test(words) && !/\byour(?: \w+)? questions?\b/iu.test(words)
}
