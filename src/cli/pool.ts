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
/** A thread takes some 250 MB. */
const MOST = 8
/** In MB, of a thread's JavaScript: without a bound V8 would collect late, and each thread take twice as much. */
const HEAP = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 24 }

/**
 * Threads for so many transcripts: as many as wanted, else one a processor where there is enough to do;
 * undefined where one is enough, which is then the main thread.
 */
export async function openWorkers<R>(
  transcripts: number,
  wanted: number | undefined,
  spec: TaskSpec | undefined,
  onMainThread: Workers<R>['run'],
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
    resourceLimits: HEAP,
  })
  return {
    size,
    // A transcript too large for a thread is done on the main thread, which has all the memory that is left.
    run: (job, alone) =>
      (pool.run({ job, alone }) as Promise<Worked<R>>).catch((error: unknown) =>
        isOutOfMemory(error)
          ? onMainThread(job, alone)
          : { failure: sentenceOf(error, job.input.path), milliseconds: 0 },
      ),
    close: () => pool.destroy(),
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
