import { checkTask, type CheckOptions } from './check-task.js'
import { cleanTask, type CleanOptions, type CleanRecord } from './clean-task.js'
import type { Task } from './run.js'
import type { Settings } from './settings.js'
import type { Counts } from './status.js'

/** What a worker is told so that it does the same as the main thread; plain data. */
export type TaskSpec =
  | { readonly kind: 'check'; readonly settings: Settings; readonly options: CheckOptions }
  | { readonly kind: 'clean'; readonly settings: Settings; readonly options: CleanOptions }

export function taskOf(spec: TaskSpec & { readonly kind: 'check' }): Task<Counts>
export function taskOf(spec: TaskSpec & { readonly kind: 'clean' }): Task<CleanRecord>
export function taskOf(spec: TaskSpec): Task<Counts | CleanRecord>
export function taskOf({ kind, settings, options }: TaskSpec): Task<Counts | CleanRecord> {
  return kind === 'check' ? checkTask(settings, options) : cleanTask(settings, options)
}
