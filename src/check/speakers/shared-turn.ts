import { handOversWithin, type HandOver } from '../../speakers/hand-overs.js'
import type { Roster } from '../../speakers/roster.js'
import { rolesOf } from '../../text/roles.js'
import type { Aligned, Found, Span } from '../../types.js'

/** Turns that hold the words of two speakers, with the place where the second begins or the first ends. */
export function sharedTurns(doc: Aligned, roster: Roster): Found[] {
  if (!rolesOf(doc).includes('operator')) return []
  return handOversWithin(doc, roster).flatMap((handOver) => {
    const { label } = doc.turns[handOver.cue.turn]!.speaker
    if (handOver.kind === 'operator') return [operatorWithin(doc, handOver, label)]
    return handOver.kind === 'himself' ? [handOverWithin(doc, handOver, label)] : []
  })
}

function operatorWithin({ text }: Aligned, { cue, sentence }: HandOver, label: string): Found {
  return {
    ...sentence,
    message: `A turn of two speakers: here the operator calls ${cue.name}; ${label} ends before.`,
    confidence: 0.7,
    evidence: [
      { kind: 'structure', note: `who asks calls nobody; split the turn at "${opening(text, sentence)}"` },
    ],
    suggestions: [],
  }
}

function handOverWithin({ text }: Aligned, { cue, sentence }: HandOver, label: string): Found {
  return {
    ...sentence,
    message: `A turn of two speakers: ${label} is given the floor here, so another speaks up to this.`,
    confidence: 0.55,
    evidence: [
      {
        kind: 'structure',
        note: `nobody hands over to himself; split the turn after "${text.slice(cue.start, sentence.end)}"`,
      },
    ],
    suggestions: [],
  }
}

const opening = (text: string, { start, end }: Span): string =>
  text
    .slice(start, Math.min(end, start + 24))
    .split(' ')
    .slice(0, 4)
    .join(' ')
