import type { Cue } from '../../speakers/cues.js'
import { labelKind, nameKey, wordsOf } from '../../speakers/labels.js'
import type { Roster } from '../../speakers/roster.js'
import { rolesOf } from '../../text/roles.js'
import type { Aligned, Found, Span, Turn } from '../../types.js'
import { calledKeys } from './claims.js'

/** Turns that hold the words of two speakers, with the place where the second begins or the first ends. */
export function sharedTurns(doc: Aligned, roster: Roster): Found[] {
  const roles = rolesOf(doc)
  const called = calledKeys(roster)
  if (!roles.includes('operator')) return []
  return roster.cues.flatMap((cue) => {
    const turn = doc.turns[cue.turn]!
    const { label } = turn.speaker
    if (labelKind(label) !== 'name') return []
    if (cue.kind === 'called' && called.has(nameKey(label)) && nameKey(cue.name) !== nameKey(label))
      return [operatorWithin(doc, turn, cue)]
    if (cue.kind === 'handed' && isHimself(cue, label)) return [handOverWithin(doc, turn, cue)]
    return []
  })
}

const isHimself = ({ name }: Cue, label: string): boolean => {
  const own = wordsOf(label)
  return wordsOf(name).every((word) => own.includes(word))
}

function operatorWithin(doc: Aligned, turn: Turn, cue: Cue): Found {
  const span = sentenceAround(doc.text, paragraphOf(turn, cue), cue)
  const { label } = turn.speaker
  return {
    ...span,
    message: `A turn of two speakers: here the operator calls ${cue.name}; ${label} ends before.`,
    confidence: 0.7,
    evidence: [
      { kind: 'structure', note: `who asks calls nobody; split the turn at "${opening(doc.text, span)}"` },
    ],
    suggestions: [],
  }
}

function handOverWithin(doc: Aligned, turn: Turn, cue: Cue): Found {
  const span = sentenceAround(doc.text, paragraphOf(turn, cue), cue)
  const { label } = turn.speaker
  return {
    ...span,
    message: `A turn of two speakers: ${label} is given the floor here, so another speaks up to this.`,
    confidence: 0.55,
    evidence: [
      {
        kind: 'structure',
        note: `nobody hands over to himself; split the turn after "${doc.text.slice(cue.start, span.end)}"`,
      },
    ],
    suggestions: [],
  }
}

const paragraphOf = ({ body }: Turn, { start }: Span): Span =>
  body.find((paragraph) => start < paragraph.end) ?? body.at(-1)!

/** From the mark before the words to the mark behind them. */
function sentenceAround(text: string, paragraph: Span, { start, end }: Span): Span {
  const before = text.slice(Math.max(paragraph.start, start - reach), start)
  const lead = Math.max(before.lastIndexOf('. '), before.lastIndexOf('? '))
  const from = lead >= 0 ? start - before.length + lead + 2 : start - before.length
  const after = text.slice(end, Math.min(paragraph.end, end + reach))
  const stop = after.search(/[.?!](?:\s|$)/u)
  return { start: from, end: stop < 0 ? end + after.length : end + stop + 1 }
}

const reach = 240

const opening = (text: string, { start, end }: Span): string =>
  text
    .slice(start, Math.min(end, start + 24))
    .split(' ')
    .slice(0, 4)
    .join(' ')
