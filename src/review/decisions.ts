import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { Finding } from '../types.js'

const anchor = z.strictObject({
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  start: z.int().min(0),
})
const anchors = z.array(anchor)

const common = {
  version: z.literal(1),
  /** Decisions made at one stroke share it; undo takes them back together. */
  step: z.string(),
  /** ISO 8601. */
  when: z.string(),
  who: z.string(),
}

/** A line of a decisions file. */
const entrySchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('settle'),
    /** The finding's id. */
    finding: z.string(),
    check: z.string(),
    quote: z.string(),
    /** Where the words stand: finds them again when a neighbour has changed and with it the finding's id. */
    at: anchor.exactOptional(),
    /** Of what was decided about: when it is another one later, the finding is open again. */
    value: z.string(),
    verdict: z.enum(['accepted', 'edited', 'rejected', 'verified', 'open']),
    /** What is put in place of the quote, for `accepted` and `edited`. */
    text: z.string().exactOptional(),
    reason: z.string().exactOptional(),
  }),
  z.strictObject({ ...common, type: z.literal('correct'), at: anchor, text: z.string() }),
  z.strictObject({
    ...common,
    type: z.literal('origin'),
    at: anchor,
    origin: z.enum(['english', 'mandarin', 'interpretation', 'notice']),
  }),
  z.strictObject({ ...common, type: z.literal('bead'), mandarin: anchors, interpretation: anchors }),
  /** All turns under a name get another one. */
  z.strictObject({ ...common, type: z.literal('rename'), from: z.string(), name: z.string() }),
  /** The turns that begin with these words get a name. */
  z.strictObject({ ...common, type: z.literal('speaker'), turns: anchors, name: z.string() }),
  /** A turn begins with these words. */
  z.strictObject({ ...common, type: z.literal('turn'), at: anchor, name: z.string() }),
  z.strictObject({ ...common, type: z.enum(['undo', 'redo']), of: z.string() }),
])

/** A decision as it is kept: who decided what, and when. */
export type Entry = Readonly<z.infer<typeof entrySchema>>

/** A decision that is not about other decisions. */
export type Decided = Exclude<Entry, { readonly type: 'undo' | 'redo' }>

/** A line that is no decision; lines count from 1. */
export interface Unreadable {
  readonly line: number
  readonly message: string
}

/**
 * The decisions of a file, a JSON object a line, in the order they were made, so that lines of two files
 * may be put together in any order; blank lines are passed over. A last line
 * without an end that cannot be read was cut off while being written and is left out.
 */
export function parseDecisions(content: string): { entries: Entry[]; unreadable: Unreadable[] } {
  const entries: Entry[] = []
  const unreadable: Unreadable[] = []
  const lines = content.split('\n')
  lines.forEach((line, index) => {
    if (line.trim() === '') return
    const parsed = entrySchema.safeParse(jsonOf(line))
    if (parsed.success) entries.push(parsed.data)
    else if (index < lines.length - 1)
      unreadable.push({
        line: index + 1,
        message: /^(?:<{7}|={7}|>{7})/u.test(line)
          ? 'this is a mark of a merge; keep the lines of both sides and delete it'
          : 'this is no decision that this version of jiaodui knows',
      })
  })
  return { entries: entries.toSorted(byTime), unreadable }
}

const byTime = (a: Entry, b: Entry): number => Number(a.when > b.when) - Number(a.when < b.when)

/** An entry as a line, with its end. */
export function decisionLine(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`
}

/** Steps that hold, oldest first, and steps taken back that may be done again, the next one last. */
export interface History {
  readonly done: readonly string[]
  readonly undone: readonly string[]
}

/** What was done and undone; of one person's steps only, where `who` is given. */
export function historyOf(entries: readonly Entry[], who?: string): History {
  const done = new Set<string>()
  let undone: string[] = []
  for (const entry of entries) {
    if (who !== undefined && entry.who !== who) continue
    if (entry.type === 'undo') {
      if (done.delete(entry.of)) undone = [...undone, entry.of]
    } else if (entry.type === 'redo') {
      undone = undone.filter((step) => step !== entry.of)
      done.add(entry.of)
    } else if (!done.has(entry.step)) {
      done.add(entry.step)
      undone = []
    }
  }
  return { done: [...done], undone }
}

/** The decisions that hold: those taken back left out. */
export function standing(entries: readonly Entry[]): Decided[] {
  const off = new Set<string>()
  for (const entry of entries) {
    if (entry.type === 'undo') off.add(entry.of)
    else if (entry.type === 'redo') off.delete(entry.of)
  }
  return entries.flatMap((entry) => ('of' in entry || off.has(entry.step) ? [] : [entry]))
}

/** Digest of what a decision on a finding is about: the quoted words and the best suggestion. */
export function valueOf({ text, suggestions }: Pick<Finding, 'text' | 'suggestions'>): string {
  const parts = JSON.stringify([text.normalize('NFC'), suggestions[0]?.text ?? null])
  return bytesToHex(sha256(utf8ToBytes(parts))).slice(0, 16)
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
