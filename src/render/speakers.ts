import { rolesOf, type Role } from '../text/roles.js'
import type { Aligned, Edit, OriginSpan } from '../types.js'
import { correctedTexts } from './corrected.js'
import { indexAt } from './ordered.js'

/**
 * Who speaks each of `doc.origins`: the turn's label, mended by the edits, except that interpretation
 * belongs to `Interpreter (for NAME)`, or to the analyst who renders his own question, and Mandarin in
 * an interpreter's turn to the executive before. Empty where nobody is named.
 */
export function resolveSpeakers(doc: Aligned, edits: readonly Edit[] = []): readonly string[] {
  const labels = speakerLabels(doc, edits)
  const roles = rolesOf(doc)
  const labelOf = ({ turn }: OriginSpan) => labels[turn] ?? ''
  const mandarin = mandarinSpeakers(doc, labels, roles)
  const weights = alignedLengths(doc)
  return doc.origins.map((origin, index) => {
    if (origin.origin === 'mandarin') return mandarin.get(index)!.name
    if (origin.origin !== 'interpretation') return labelOf(origin)
    const source = sourceOf(doc.origins, index, mandarin, weights.get(index))
    const own = roles[origin.turn] ?? 'unknown'
    const himself = asksHimself(own, labelOf(origin), source, () =>
      asks(doc.text.slice(origin.start, origin.end)),
    )
    return himself
      ? labelOf(origin)
      : interpreterFor(source?.name ?? (own === 'interpreter' ? '' : labelOf(origin)))
  })
}

/** The label of each turn, mended by the edits. */
export function speakerLabels(doc: Aligned, edits: readonly Edit[]): string[] {
  const spans = doc.turns.map(({ speaker }) => speaker.span)
  const mended = correctedTexts(doc.text, spans, edits)
  return doc.turns.map(({ speaker }, turn) => mended[turn] || speaker.label)
}

interface Source {
  readonly name: string
  readonly role: Role
}

function interpreterFor(name: string): string {
  return name === '' ? 'Interpreter' : `Interpreter (for ${name})`
}

/** The speaker of each Mandarin span, by its index in `origins`. */
function mandarinSpeakers(
  { origins }: Aligned,
  labels: readonly string[],
  roles: readonly Role[],
): Map<number, Source> {
  const speakers = new Map<number, Source>()
  const waiting: number[] = []
  let last: Source | undefined
  origins.forEach(({ origin, turn }, index) => {
    if (origin !== 'mandarin') return
    const own = { name: labels[turn] ?? '', role: roles[turn] ?? 'unknown' }
    if (own.role !== 'interpreter') {
      last = own
      for (const earlier of waiting.splice(0)) speakers.set(earlier, own)
    } else if (!last) waiting.push(index)
    speakers.set(index, last ?? own)
  })
  return speakers
}

/** Letters of each interpreting span that beads tie to each Mandarin span; both by index in `origins`. */
function alignedLengths({ origins, beads }: Aligned): Map<number, Map<number, number>> {
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
function asksHimself(own: Role, label: string, source: Source | undefined, asking: () => boolean): boolean {
  if (own === 'analyst') return source?.name === label || asking()
  return own === 'unknown' && !ofCompany(source?.role) && asking()
}

function ofCompany(role: Role | undefined): boolean {
  return role === 'executive' || role === 'ir'
}

const question =
  /\b(?:my|our)(?: \w+)? questions?\b|\bhave (?:a|one|two|three)(?: \w+)? questions?\b|\b(?:would|'d) like to ask\b|\b(?:could|can) (?:the )?(?:management|you)\b/iu

function asks(words: string): boolean {
  return question.test(words) && !/\byour(?: \w+)? questions?\b/iu.test(words)
}
