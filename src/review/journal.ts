import type { Action } from './view.js'

/** Steps made on a call: undone ones are kept until another step is made. */
export interface Journal {
  readonly revision: () => string
  readonly entries: () => readonly Entry[]
  readonly append: (action: Action, label: string) => void
  readonly undo: () => boolean
  readonly redo: () => boolean
  readonly labels: () => { undo?: string; redo?: string }
}

export interface Entry {
  readonly action: Action
  readonly label: string
  readonly who: string
  readonly when: string
}

/** A journal that is gone with the process. */
export function memoryJournal(who: string): Journal {
  let entries: Entry[] = []
  let undone: Entry[] = []
  let revision = 0
  return {
    revision: () => String(revision),
    entries: () => entries,
    append(action, label) {
      entries = [...entries, { action, label, who, when: new Date().toISOString() }]
      undone = []
      revision++
    },
    undo() {
      const last = entries.at(-1)
      if (!last) return false
      entries = entries.slice(0, -1)
      undone = [...undone, last]
      revision++
      return true
    },
    redo() {
      const last = undone.at(-1)
      if (!last) return false
      undone = undone.slice(0, -1)
      entries = [...entries, last]
      revision++
      return true
    },
    labels: () => ({
      ...(entries.length > 0 ? { undo: entries.at(-1)!.label } : {}),
      ...(undone.length > 0 ? { redo: undone.at(-1)!.label } : {}),
    }),
  }
}
