import { availableParallelism } from 'node:os'
import { sentenceOf } from './failure.js'
import type { Job } from './outputs.js'
import type { Worked } from './run.js'
import type { TaskSpec } from './tasks.js'

/** Threads that work on transcripts. */
export interface Workers<R> {
  readonly size: number
  readonly run: (job: Job, alone: boolean) => Promise<Worked<R>>
  readonly close: () => Promise<void>
}

/** Transcripts below which threads cost more than they save: each loads the tables anew. */
const FEW = 6
/** A thread takes some 200 MB. */
const MOST = 8

/**
 * Threads for so many transcripts: as many as wanted, else one a processor where there is enough to do;
 * undefined where one is enough, which is then the main thread.
 */
export async function openWorkers<R>(
  transcripts: number,
  wanted: number | undefined,
  spec: TaskSpec | undefined,
): Promise<Workers<R> | undefined> {
  const usual = transcripts < FEW ? 1 : Math.min(MOST, availableParallelism())
  const size = Math.min(transcripts, wanted ?? usual)
  // Threads load no TypeScript: run from its source, jiaodui has one.
  if (size < 2 || spec === undefined || import.meta.url.endsWith('.ts')) return undefined
  const { default: Tinypool } = await import('tinypool')
  const pool = new Tinypool({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: size,
    maxThreads: size,
    workerData: spec,
  })
  return {
    size,
    // A thread may end on its own, for want of memory: its transcript fails, and the others go on.
    run: (job, alone) =>
      (pool.run({ job, alone }) as Promise<Worked<R>>).catch((error: unknown) => {
        return { failure: sentenceOf(error, job.input.path), milliseconds: 0 }
      }),
    close: () => pool.destroy(),
  }
}
