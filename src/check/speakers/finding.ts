import type { Evidence, Found, Span } from '../../types.js'
import type { Claim } from './claims.js'

/** A finding about a label; what is `said` takes its place. */
export function found(
  { start, end }: Span,
  message: string,
  confidence: number,
  evidence: readonly Evidence[],
  said?: string,
): Found {
  const suggestions = said === undefined ? [] : [{ text: said, confidence, safe: confidence >= proven }]
  return { start, end, message, confidence, evidence, suggestions }
}

/** Probability from which a label is put right unseen. */
const proven = 0.9

export const structure = (note: string): Evidence => ({ kind: 'structure', note })

/** The words that claim a turn for somebody. */
export const proofOf = ({ cues }: Claim): Evidence[] =>
  cues.map(({ start, end, kind }) => ({ kind: 'mention', start, end, note: notes[kind] }))

const notes = {
  called: 'called up',
  handed: 'given the floor',
  self: 'introducing himself or herself',
} as const
