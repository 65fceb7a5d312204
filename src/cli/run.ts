import { sentenceOf } from './failure.js'
import { findInputs, isSingleFile } from './files.js'
import { loadInput, type Loaded } from './load.js'
import { jobsOf, type Job } from './outputs.js'
import { showProgress, type OffTerminal } from './progress.js'
import { print, tell, tellProblem } from './terminal.js'
import { writeFiles } from './write.js'

/** What a command does with each transcript. */
export interface Task<R> {
  /** Of the files made of a transcript, e.g. `.vendor.txt`; none when everything goes to standard output. */
  readonly endings: readonly string[]
  readonly run: (transcript: Loaded, context: Context) => Done<R> | Promise<Done<R>>
}

/** Where the result of a transcript goes. */
export interface Context {
  /** The files that will be written; none when the first content is printed. */
  readonly outputs: readonly string[]
  /** Whether it is printed on its own, not as one of several. */
  readonly alone: boolean
  /** Whether something was printed before. */
  readonly printed: boolean
}

export interface Done<R> {
  /** The contents of the files, one for each ending; the first is printed where none is written. */
  readonly contents: readonly (string | Uint8Array)[]
  /** Printed to standard output besides. */
  readonly show?: string
  /** Told on standard error, a line each, unless quiet. */
  readonly notes?: readonly string[]
  /** What is kept of it for the end of the run. */
  readonly record: R
}

export interface RunOptions {
  readonly out?: string
  readonly force: boolean
  readonly quiet: boolean
  readonly offTerminal?: OffTerminal
}

/** What became of an input: a record, or a failure that was told. */
export interface Outcome<R> {
  readonly path: string
  readonly milliseconds: number
  readonly record?: R
  readonly failure?: string
}

/**
 * Does the task for every transcript that the paths stand for, one after the other; a file that fails is
 * told and the others go on. Stops early when nobody reads what is printed.
 */
export async function runTask<R>(
  paths: readonly string[],
  task: Task<R>,
  options: RunOptions,
): Promise<Outcome<R>[]> {
  const found = await findInputs(paths, options.out)
  const planned = jobsOf(found.inputs, task.endings, options)
  const outcomes: Outcome<R>[] = []
  for (const { path, message } of [...found.problems, ...planned.problems]) {
    tellProblem(path, message)
    outcomes.push({ path, milliseconds: 0, failure: message })
  }
  const progress = showProgress(planned.jobs.length, options.quiet, options.offTerminal ?? 'nothing')
  const alone = isSingleFile(paths)
  let printed = false
  for (const job of planned.jobs) {
    const { path } = job.input
    const start = performance.now()
    progress.begin(path)
    try {
      const done = await task.run(await loadInput(job.input), { outputs: job.outputs, alone, printed })
      await keep(job, done, options)
      const milliseconds = performance.now() - start
      progress.finish(path, 'done', milliseconds)
      outcomes.push({ path, milliseconds, record: done.record })
      if (!options.quiet) for (const note of done.notes ?? []) tell(note)
      const words = job.outputs.length === 0 ? done.contents[0]! : (done.show ?? '')
      if (words.length === 0) continue
      printed = true
      if (!(await print(words)) && job.outputs.length === 0) break
    } catch (error) {
      const failure = sentenceOf(error, path)
      progress.finish(path, 'failed', performance.now() - start)
      tellProblem(path, failure)
      outcomes.push({ path, milliseconds: performance.now() - start, failure })
    }
  }
  return outcomes
}

async function keep<R>({ outputs }: Job, { contents }: Done<R>, options: RunOptions): Promise<void> {
  if (outputs.length === 0) return
  const files = outputs.map((path, index) => ({ path, content: contents[index]! }))
  await writeFiles(files, options)
}
