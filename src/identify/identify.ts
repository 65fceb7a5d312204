import type { Lexicon } from '../lexicon/lexicon.js'
import type { OriginModel, SequenceWeights } from '../lexicon/origin-model.js'
import type { Identified, Origin, OriginSpan, Script, Segmented } from '../types.js'
import { languagesOf, type Languages } from './bilingual.js'
import { contextOf, type Context } from './context.js'
import { firstLook } from './features.js'
import { spokenOrigins } from './labels.js'
import { secondLook } from './second-look.js'
import { bestLabels, marginalsOf, potentialsOf, type Observations, type Potentials } from './sequence.js'
import { leaningOnCues, leaningOnSpeakers, withCostsOfChange } from './speakers.js'

/**
 * Where each piece of speech comes from: a sequence model over clauses, so that the origin may change
 * inside a turn and inside a sentence, looks at the call twice; the second time it knows what it made of
 * the rest of the call. Confidence is the model's marginal probability. Text that nobody spoke (notices,
 * bracketed remarks) has the origin `notice`.
 */
export function identifyOrigins(
  doc: Segmented,
  lexicon: Lexicon,
  { languages: signs, style, first, second }: OriginModel = lexicon.originModel,
): Identified {
  const context = contextOf(doc, lexicon, style)
  const languages = languagesOf(context, signs)
  const seen = firstLook(context)
  const guesses = marginalsOf(potentialsIn(context, seen, first, languages)).unit
  const again = potentialsIn(context, secondLook(context, seen, guesses), second, languages)
  const potentials = leaningOnSpeakers(context, again, marginalsOf(again).unit)
  const labels = bestLabels(potentials)
  const { unit: marginals } = marginalsOf(potentials)
  const pieces: OriginSpan[] = doc.segments.map(({ start, end, turn }, index) => ({
    start,
    end,
    turn,
    origin: spokenOrigins[labels[index]!]!,
    confidence: Math.min(1, marginals[index * spokenOrigins.length + labels[index]!]!),
  }))
  const all = [...pieces, ...noticePieces(doc)].sort((a, b) => a.start - b.start)
  return { ...doc, origins: mergeNeighbours(all) }
}

/** What the model makes of the observations, as far as it is possible in such a call. */
export function potentialsIn(
  context: Context,
  observations: Observations,
  weights: SequenceWeights,
  languages: Languages,
): Potentials {
  const potentials = leaningOnCues(context, withCostsOfChange(context, potentialsOf(observations, weights)))
  return possible(context.doc, potentials, languages)
}

/** What is written in Han was spoken in Mandarin; other labels must be possible in such a call. */
function possible({ segments }: Segmented, potentials: Potentials, languages: Languages): Potentials {
  const unit = potentials.unit.slice()
  segments.forEach(({ script }, index) => {
    spokenOrigins.forEach((origin, label) => {
      if (!mayBe(origin, script, languages)) unit[index * spokenOrigins.length + label] = -Infinity
    })
  })
  return { ...potentials, unit }
}

function mayBe(origin: Origin, script: Script, { bilingual, rendered }: Languages): boolean {
  if (script === 'han') return origin === 'mandarin'
  if (origin === 'mandarin') return rendered || script === 'mixed'
  return origin === 'english' || bilingual
}

function noticePieces({ notices, turns }: Segmented): OriginSpan[] {
  let turn = 0
  return notices.map(({ start, end }) => {
    while (turn < turns.length && lastEnd(turns[turn]!.body) <= start) turn++
    const inside = turn < turns.length && turns[turn]!.body[0]!.start <= start
    return { start, end, origin: 'notice', confidence: 1, turn: inside ? turn : -1 }
  })
}

const lastEnd = (body: readonly { readonly end: number }[]): number => body.at(-1)?.end ?? -1

/** Neighbours of one origin in one turn become one span; its confidence is their mean by length. */
function mergeNeighbours(pieces: readonly OriginSpan[]): OriginSpan[] {
  const merged: OriginSpan[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    if (last?.origin === piece.origin && last.turn === piece.turn && piece.turn >= 0) {
      const sizes = [last.end - last.start, piece.end - piece.start] as const
      const confidence = Math.min(
        1,
        (last.confidence * sizes[0] + piece.confidence * sizes[1]) / (sizes[0] + sizes[1]),
      )
      merged[merged.length - 1] = { ...last, end: piece.end, confidence }
    } else merged.push(piece)
  }
  return merged
}
