import { overlaps } from '../text/spans.js'
import type { Aligned, Span } from '../types.js'
import { anchorOf, type Anchor } from './anchor.js'
import { valueOf, type Entry } from './decisions.js'
import type { Reviewed } from './replay.js'
import type { Action } from './view.js'

/** Who makes a step, when, and under which name it can be taken back. */
export interface Signature {
  readonly step: string
  readonly who: string
  readonly when: string
}

/** What a step of the page says, as decisions to be kept; none where it fits nothing in the call. */
export function entriesOf(action: Action, { doc, findings }: Reviewed, signature: Signature): Entry[] {
  const common = { version: 1, ...signature } as const
  const { text, turns } = doc
  switch (action.type) {
    case 'settle': {
      const { verdict, reason } = action
      const byId = new Map(findings.map((finding) => [finding.id, finding]))
      return action.ids.flatMap((id): Entry[] => {
        const finding = byId.get(id)
        if (!finding) return []
        const words =
          verdict === 'accepted'
            ? (action.text ?? finding.suggestions[0]?.text)
            : verdict === 'edited'
              ? action.text
              : undefined
        if (words === undefined && (verdict === 'accepted' || verdict === 'edited')) return []
        const about = {
          finding: id,
          check: finding.check,
          quote: finding.text,
          at: anchorOf(text, finding),
          value: valueOf(finding),
        }
        return [
          {
            ...common,
            type: 'settle',
            ...about,
            verdict,
            ...(words === undefined ? {} : { text: words }),
            ...(reason === undefined ? {} : { reason }),
          },
        ]
      })
    }
    case 'correct':
      if (crossesHeader(doc, action.span)) return []
      return [{ ...common, type: 'correct', at: anchorOf(text, action.span), text: action.insert }]
    case 'origin':
      return [{ ...common, type: 'origin', at: anchorOf(text, action.span), origin: action.origin }]
    case 'beads': {
      const anchors = (spans: readonly Span[]): Anchor[] => spans.map((span) => anchorOf(text, span))
      return action.beads.map(({ mandarin, interpretation }): Entry => {
        const sides = { mandarin: anchors(mandarin), interpretation: anchors(interpretation) }
        return { ...common, type: 'bead', ...sides }
      })
    }
    case 'speaker': {
      const spans = action.turns.flatMap((turn) => turns[turn]?.body[0] ?? [])
      const opening = spans.map(({ start, end }) => anchorOf(text, { start, end: Math.min(end, start + 60) }))
      return opening.length > 0 ? [{ ...common, type: 'speaker', turns: opening, name: action.name }] : []
    }
    case 'rename':
      return [{ ...common, type: 'rename', from: action.from, name: action.name }]
    case 'turn':
      return [
        {
          ...common,
          type: 'turn',
          at: anchorOf(text, { start: action.at, end: action.at + 40 }),
          name: action.name,
        },
      ]
  }
}

/** Whether the words are of two turns, or a turn's words and its header. */
function crossesHeader({ turns }: Aligned, span: Span): boolean {
  return turns.some(
    ({ header }) => overlaps(header, span) && (span.start < header.start || header.end < span.end),
  )
}
