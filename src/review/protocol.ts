/** What passes between page and server besides views: types only. */
import type { DecisionsView } from './view.js'

/** Takes the last step back, or does it again. */
export interface Step {
  readonly type: 'undo' | 'redo'
}

/** What a step came to. */
export interface Answer {
  readonly revision: string
  readonly decisions: DecisionsView
  /** Whether rows, turns or findings may have changed, so that the call must be fetched again. */
  readonly reload: boolean
}

/** A file that can be made of a call. */
export interface ExportKind {
  readonly id: string
  readonly label: string
  /** Of the file's name, with the dot. */
  readonly ending: string
  /** Only of calls with times. */
  readonly timed?: true
}
