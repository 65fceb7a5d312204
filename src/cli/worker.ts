import Tinypool from 'tinypool'
import type { Job } from './outputs.js'
import { workOn, type Task, type Worked } from './run.js'
import { taskOf, type TaskSpec } from './tasks.js'

let task: Task<unknown> | undefined

/** Runs in a worker thread: what the task makes of a transcript. */
export default function work({ job, alone }: { job: Job; alone: boolean }): Promise<Worked<unknown>> {
  task ??= taskOf(Tinypool.workerData as TaskSpec)
  return workOn(task, job, { alone, printed: false })
}
