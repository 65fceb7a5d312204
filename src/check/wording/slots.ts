import type { Slot } from '../../lexicon/tables.js'
import { ngramWords } from '../../text/tokens.js'
import { piecesOf, type Piece } from './pieces.js'

/** A place where calls have other words than stand there. */
export interface SlotPlace {
  /** Stretches of pieces that may be what is heard. */
  readonly ranges: readonly SlotRange[]
  /** What calls have there, as it is written. */
  readonly said: readonly string[]
}

/** Pieces `from` … `to - 1`, with the words next to them that speak for the place. */
export interface SlotRange {
  readonly from: number
  readonly to: number
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Words side by side, as pieces. */
type Forms = readonly string[]

interface Frame {
  readonly said: readonly string[]
  /** What stands there rightly. */
  readonly right: ReadonlySet<string>
  /** Words one of which must stand before the place, by their last, the longest first; none where any may. */
  readonly befores: ReadonlyMap<string, readonly Forms[]>
  /** Pieces that may be heard for what is said. */
  readonly longest: number
}

/** A frame where its neighbour on one side stands. */
interface Anchor {
  readonly frame: Frame
  readonly words: Forms
}

interface Frames {
  /** By the first word after the place. */
  readonly after: ReadonlyMap<string, readonly Anchor[]>
  /** Of those that need no word after it: by the last word before. */
  readonly before: ReadonlyMap<string, readonly Anchor[]>
}

/** Finds the places of `slots` in which other words stand than calls have there; time grows with the pieces. */
export function slotFinder(slots: readonly Slot[]): (pieces: readonly Piece[]) => SlotPlace[] {
  const frames = framesOf(slots)
  return (pieces) => {
    const places: SlotPlace[] = []
    pieces.forEach(({ form }, at) => {
      const next = isCut(pieces, at) ? undefined : frames.after.get(form)
      for (const { frame, words } of next ?? [])
        if (isAt(pieces, words, at)) places.push(...placesBefore(pieces, frame, at, words))
      const last = frames.before.get(form)
      for (const { frame, words } of last ?? [])
        if (isAt(pieces, words, at + 1 - words.length))
          places.push(...placesAfter(pieces, frame, at + 1, words))
    })
    return places
  }
}

/** The place that ends before piece `to`. */
function placesBefore(pieces: readonly Piece[], frame: Frame, to: number, after: Forms): SlotPlace[] {
  const ranges: SlotRange[] = []
  for (let from = to - 1; from >= 0 && to - from <= frame.longest; from--) {
    const before = beforeOf(pieces, frame, from)
    if (before) ranges.push({ from, to, before, after })
    if (isCut(pieces, from)) break
  }
  return placeOf(pieces, frame, ranges)
}

/** The place that begins with piece `from`. */
function placesAfter(pieces: readonly Piece[], frame: Frame, from: number, before: Forms): SlotPlace[] {
  const ranges: SlotRange[] = []
  for (let to = from + 1; to <= pieces.length && to - from <= frame.longest; to++) {
    if (isCut(pieces, to - 1)) break
    ranges.push({ from, to, before, after: none })
  }
  return placeOf(pieces, frame, ranges)
}

/** None where what is right stands there, or at either end of a stretch. */
function placeOf(
  pieces: readonly Piece[],
  { said, right }: Frame,
  ranges: readonly SlotRange[],
): SlotPlace[] {
  if (ranges.some(({ from, to }) => right.has(formsOf(pieces, from, to)))) return []
  const fit = ranges.filter(({ from, to }) => {
    if (to - from > 1 && LEADING.has(pieces[from]!.form)) return false
    for (let at = from + 1; at < to; at++)
      if (right.has(formsOf(pieces, from, at)) || right.has(formsOf(pieces, at, to))) return false
    return true
  })
  return fit.length > 0 ? [{ ranges: fit, said }] : []
}

/** Words that stand before any place and are no part of what was misheard: "all non-gap measures". */
const LEADING: ReadonlySet<string> = new Set([
  'all',
  'other',
  'these',
  'those',
  'certain',
  'the',
  'our',
  'any',
  'some',
])

const none: Forms = []

/** The longest words of the frame that stand before piece `from`; undefined where it needs some and has none. */
function beforeOf(pieces: readonly Piece[], { befores }: Frame, from: number): Forms | undefined {
  if (befores.size === 0) return none
  if (from === 0 || isCut(pieces, from)) return undefined
  return befores.get(pieces[from - 1]!.form)?.find((words) => isAt(pieces, words, from - words.length))
}

function isAt(pieces: readonly Piece[], words: Forms, at: number): boolean {
  if (at < 0 || at + words.length > pieces.length) return false
  for (let index = 0; index < words.length; index++) {
    if (pieces[at + index]!.form !== words[index] || (index > 0 && isCut(pieces, at + index))) return false
  }
  return true
}

/** Whether a sentence ends before the piece; the stops of "U.S." end none. */
const isCut = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]!.cut && pieces[at - 1]?.form.length !== 1

const formsOf = (pieces: readonly Piece[], from: number, to: number): string =>
  pieces
    .slice(from, to)
    .map(({ form }) => form)
    .join(' ')

const knownFrames = new WeakMap<readonly Slot[], Frames>()

function framesOf(slots: readonly Slot[]): Frames {
  const known = knownFrames.get(slots)
  if (known) return known
  const after = new Map<string, Anchor[]>()
  const before = new Map<string, Anchor[]>()
  for (const slot of slots) {
    const frame = frameOf(slot)
    for (const words of slot.after.map(piecesIn)) add(after, words[0]!, { frame, words })
    if (slot.after.length > 0) continue
    for (const [last, all] of frame.befores) for (const words of all) add(before, last, { frame, words })
  }
  const frames = { after, before }
  knownFrames.set(slots, frames)
  return frames
}

function frameOf({ said, also, before }: Slot): Frame {
  const pieces = said.map(piecesIn)
  const spelled = said.some((words) => /\p{Lu}{2}/u.test(words)) ? 2 : 1
  return {
    said,
    right: new Set([...pieces, ...also.map(piecesIn)].map((forms) => forms.join(' '))),
    befores: byLast(before.map(piecesIn)),
    longest: Math.max(...pieces.map(({ length }) => length)) + spelled,
  }
}

function byLast(forms: readonly Forms[]): Map<string, Forms[]> {
  const found = new Map<string, Forms[]>()
  for (const words of forms.toSorted((a, b) => b.length - a.length)) add(found, words.at(-1)!, words)
  return found
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

const piecesIn = (words: string): Forms =>
  words
    .split(' ')
    .flatMap((word) => (word === '<n>' ? [word] : piecesOf(ngramWords(word)).map(({ form }) => form)))
