/** An editor at work on a small call, for laws over whatever he may do. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { annotate } from '../../src/pipeline.js'
import { openCall } from '../../src/review/call.js'
import { decisionLine, parseDecisions, type Entry } from '../../src/review/decisions.js'
import { joinNext, splitAt } from '../../src/review/page/beads.js'
import { bordersOf, movedByWord } from '../../src/review/page/borders.js'
import { partsOf } from '../../src/review/page/rows.js'
import { wordFrom } from '../../src/review/page/word-from.js'
import type { Step } from '../../src/review/protocol.js'
import type { Action, CallView } from '../../src/review/view.js'
import type { Span } from '../../src/types.js'

const sample = new URL('../../corpora/samples/sulan-cosmetics-2025q3/transcript.txt', import.meta.url)
const whole = readFileSync(sample, 'utf8')
const begin = whole.indexOf('speaker\nOperator', 100)
export const text = `${whole.slice(begin, begin + 2000)}

speaker
Kevin Dai
Chief Financial Officer, Sulan Beauty Holdings

Growth margin was better. Sales were up 50% from RMB 673.8 million to RMB 775.7 million.
`

/** Checks that are quick, for a review opened a thousand times; the house glossary adds findings that touch and repeat. */
export const checks = {
  only: ['glossary', 'loop', 'percent-change'],
  house: {
    glossary: [
      { term: 'traffic', kind: 'term', soundsLike: ['flow', 'throw flow'], not: [] },
      { term: 'Growth margins', kind: 'term', soundsLike: ['Growth margin was'], not: [] },
      { term: 'top-tier', kind: 'term', soundsLike: ['super head'], not: [] },
      { term: 'Dai Kaiwen', kind: 'name', soundsLike: ['Kevin Dai'], not: [] },
    ],
    references: [],
  },
} as const

/** A decisions file in memory, and the call it is of. */
let content = ''
let writes = 0
export const decisions = {
  path: 'call.decisions.jsonl',
  entries: () => parseDecisions(content).entries,
  unreadable: () => parseDecisions(content).unreadable,
  revision: () => String(writes),
  append(entries: readonly Entry[]) {
    content += entries.map(decisionLine).join('')
    writes++
  },
}
export const source = { id: 'one', name: 'call', path: 'call.txt', text, sha256: '', checks, who: 'Lin' }
export const call = openCall({ ...source, decisions })
export const base = annotate(text)

/** Nothing is decided yet. */
export function afresh(): void {
  content = ''
  writes++
}

/** Something an editor may do, told so that it fits whatever the call looks like by then. */
export interface Move {
  readonly what: (typeof MOVES)[number]
  readonly where: number
  readonly many: number
  readonly words: string
}

const MOVES = [
  'accept',
  'edit',
  'reject',
  'verify',
  'reopen',
  'correct',
  'undo',
  'redo',
  'origin',
  'border on',
  'border back',
  'split',
  'join',
  'rename',
  'merge',
  'speaker',
  'turn',
] as const

const someMove: fc.Arbitrary<Move> = fc.record({
  what: fc.constantFrom(...MOVES),
  where: fc.nat(1e6),
  many: fc.integer({ min: 1, max: 4 }),
  words: fc.oneof(
    fc.constantFrom('', ' ', 'RMB 1.2 billion', '收入', '<b>&amp;'),
    fc.string({ maxLength: 8 }),
  ),
})
export const someMoves = fc.array(someMove, { minLength: 1, maxLength: 10 })
function stepOf(view: CallView, { what, where, many, words }: Move): Action | Step | undefined {
  const { rows, findings, speakers, turns } = view
  const one = <T>(list: readonly T[]): T | undefined => list[where % list.length]
  const from = where % findings.length
  const ids = findings.slice(from, from + many).map(({ id }) => id)
  const name = words.trim() || 'Somebody'
  switch (what) {
    case 'accept':
      return { type: 'settle', ids, verdict: 'accepted' }
    case 'edit':
      return { type: 'settle', ids, verdict: 'edited', text: words }
    case 'reject':
      return { type: 'settle', ids, verdict: 'rejected', reason: words }
    case 'verify':
      return { type: 'settle', ids, verdict: 'verified' }
    case 'reopen':
      return { type: 'settle', ids, verdict: 'open' }
    case 'undo':
    case 'redo':
      return { type: what }
    case 'border on':
    case 'border back': {
      const border = one(bordersOf(rows))
      const moved = border && movedByWord(text, border, what === 'border on' ? 1 : -1)
      return moved && { type: 'origin', ...moved }
    }
    case 'rename':
      return { type: 'rename', from: one(speakers)!.name, name }
    case 'merge':
      return { type: 'rename', from: one(speakers)!.name, name: speakers[many % speakers.length]!.name }
    case 'speaker':
      return { type: 'speaker', turns: [where % turns.length], name }
    default:
      return ofWords(what, view, someWords(view, where, many), words)
  }
}

function ofWords(
  what: 'correct' | 'origin' | 'split' | 'join' | 'turn',
  { rows }: CallView,
  span: Span,
  words: string,
): Action | undefined {
  switch (what) {
    case 'correct':
      return { type: 'correct', span, insert: words }
    case 'origin':
      return { type: 'origin', span, origin: words.length % 2 === 0 ? 'mandarin' : 'english' }
    case 'turn':
      return { type: 'turn', at: span.start, name: words.trim() || 'Somebody' }
    case 'split':
    case 'join': {
      const beads = what === 'split' ? splitAt(rows, span) : joinNext(rows, span)
      return beads.length > 0 ? { type: 'beads', beads } : undefined
    }
  }
}

/** Up to so many words that stand together in the transcript. */
function someWords({ rows }: CallView, where: number, many: number): Span {
  const parts = rows.flatMap(partsOf)
  const part = parts[where % parts.length]!
  const first = wordFrom(text, part.start + (where % (part.end - part.start)), 1) ?? part
  let { end } = first
  for (let count = 1; count < many; count++) end = wordFrom(text, end, 1)?.end ?? end
  return { start: Math.min(first.start, part.start), end: Math.min(end, text.length) }
}

/** Lets an editor do them one after the other. */
export function play(moves: readonly Move[]): void {
  for (const move of moves) {
    const step = stepOf(call.view(), move)
    if (step) call.take(step)
  }
}

/** Undoes or redoes as far as it goes. */
export function backTo(type: 'undo' | 'redo'): void {
  while (call.take({ type }));
}
