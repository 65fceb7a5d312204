import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { decisionLine, parseDecisions, type Entry, type Unreadable } from './decisions.js'

/** The decisions on a call, in a file beside it. */
export interface DecisionsFile {
  readonly path: string
  readonly entries: () => readonly Entry[]
  readonly unreadable: () => readonly Unreadable[]
  /** Changes whenever the file does, whoever wrote it. */
  readonly revision: () => string
  /** Writes entries at the end, at once; they are on the disk when it returns. */
  readonly append: (entries: readonly Entry[]) => void
}

/**
 * Opens the decisions of a call; a file that is not there holds none and is made by the first decision.
 * What others write is seen at the next look. Throws the system's error where it cannot be read.
 */
export function openDecisions(path: string): DecisionsFile {
  let seen = stateOf(path)
  let content = parseDecisions(read(path))
  const look = (): void => {
    const now = stateOf(path)
    if (now === seen) return
    seen = now
    content = parseDecisions(read(path))
  }
  return {
    path,
    entries: () => (look(), content.entries),
    unreadable: () => (look(), content.unreadable),
    revision: () => (look(), seen),
    append(entries) {
      const file = openSync(path, 'a+')
      try {
        const before = stateOf(path)
        writeSync(file, (endsInLine(file) ? '' : '\n') + entries.map(decisionLine).join(''))
        fdatasyncSync(file)
        if (before !== seen && seen !== NONE) return
      } finally {
        closeSync(file)
      }
      seen = stateOf(path)
      content = { ...content, entries: [...content.entries, ...entries] }
    },
  }
}

function read(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, 'utf8') : ''
}

function stateOf(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats ? `${stats.size}-${stats.mtimeNs}` : NONE
}

const NONE = 'none'

/** Whether the file is empty or its last line was written whole. */
function endsInLine(file: number): boolean {
  const { size } = fstatSync(file)
  if (size === 0) return true
  const last = Buffer.alloc(1)
  readSync(file, last, 0, 1, size - 1)
  return last[0] === 0x0a
}
