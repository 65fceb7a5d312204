import { overlaps } from '../text/spans.js'
import { cleanTranscript, runs, type CleanNotice, type CleanTurn, type Passage, type Piece } from './clean.js'
import type { Run } from './marked.js'
import { touches } from './ordered.js'
import { changesOf, type Change, type ReviewedCall } from './reviewed.js'

/** A heading as it was and as it is; no runs where nothing changes. */
export interface TrackedHeading {
  /** As it is; empty where a heading goes altogether. */
  readonly name: string
  readonly title: string
  readonly runs: readonly Run[]
  readonly titleRuns: readonly Run[]
}

/** The transcript cut where a heading stood before the changes or stands after them. */
export interface TrackedTranscript {
  readonly parts: readonly (CleanTurn | CleanNotice)[]
  readonly headingOf: (turn: CleanTurn) => TrackedHeading
}

/**
 * The transcript with its old headings and its new ones: without what comes, they are the original ones,
 * without what goes, those of the clean transcript.
 */
export function trackedTranscript(call: ReviewedCall, unnamed: string): TrackedTranscript {
  const { doc, plan } = call
  const headers = doc.turns.map(({ header }) => header)
  const changes = changesOf(call)
  const mends = changes.filter((change) => touches(headers, change))
  const original = cleanTranscript(doc, { edits: [] })
  const [before, after] = [openingsOf(original), openingsOf(cleanTranscript(doc, plan))]
  return {
    parts: original.flatMap((part): readonly (CleanTurn | CleanNotice)[] =>
      part.kind === 'turn' ? cutBefore(part, ({ start }) => after.has(start)) : [part],
    ),
    headingOf(turn) {
      const { start, turn: index } = firstOf(turn)
      const was = shown(before.get(start), unnamed)
      const now = shown(after.get(start), unnamed)
      const change =
        mends.find((one) => overlaps(one, headers[index]!)) ??
        changes.find(({ end }) => end > start) ??
        changes.at(-1)
      return {
        ...now,
        runs: replaced(was.name, now.name, change),
        titleRuns: replaced(was.title, now.title, change),
      }
    },
  }
}

/** The turns by where they begin. */
function openingsOf(parts: readonly (CleanTurn | CleanNotice)[]): ReadonlyMap<number, CleanTurn> {
  return new Map(
    parts.flatMap((part) => (part.kind === 'turn' ? [[firstOf(part).start, part] as const] : [])),
  )
}

const firstOf = ({ passages }: CleanTurn): Piece => passages[0]!.pieces[0]!

function cutBefore(turn: CleanTurn, opens: (piece: Piece) => boolean): CleanTurn[] {
  const pieces = turn.passages.flatMap((passage) => passage.pieces.map((piece) => ({ passage, piece })))
  return runs(pieces, (_, { piece }) => !opens(piece)).map((own) => ({
    ...turn,
    passages: runs(own, (a, b) => a.passage === b.passage).map((same): Passage => ({
      ...same[0]!.passage,
      pieces: same.map(({ piece }) => piece),
    })),
  }))
}

function shown(turn: CleanTurn | undefined, unnamed: string): { name: string; title: string } {
  return turn ? { name: turn.speaker || unnamed, title: turn.title } : { name: '', title: '' }
}

function replaced(was: string, now: string, change: Change | undefined): Run[] {
  if (was === now || !change) return []
  const runsOf: Run[] = [
    { kind: 'removed', text: was, change, findings: [] },
    { kind: 'added', text: now, change, findings: [] },
  ]
  return runsOf.filter(({ text }) => text !== '')
}
