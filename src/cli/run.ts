import { sentenceOf } from './failure.js'
import type { Company } from './companies.js'
import { findInputs, isSingleFile, type Input } from './files.js'
import { onInterrupt } from './interrupt.js'
import { loadInput, type Loaded } from './load.js'
import type { Manifest } from './manifest.js'
import { jobsOf, type Job, type MayReplace } from './outputs.js'
import { openWorkers } from './pool.js'
import { showProgress, type OffTerminal } from './progress.js'
import { digestOfInput } from './input-digest.js'
import type { TaskSpec } from './tasks.js'
import { print, tell, tellProblem } from './terminal.js'
import { writeFiles } from './write.js'

/** What a command does with each transcript. */
export interface Task<R> {
  /** Of the files made of a transcript, e.g. `.vendor.txt`; none when everything goes to standard output. */
  readonly endings: readonly string[]
  /** Of the files that are made only of some, after the others. */
  readonly besides?: (path: string) => readonly string[]
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
  /** Printed between the contents of two, where they are printed. */
  readonly separator?: string
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
  /** How many transcripts are worked on at a time; as many as the machine has processors when left out. */
  readonly jobs?: number
  /** Gives the inputs what they know of each other, before any is worked on. */
  readonly together?: (inputs: readonly Input[]) => Promise<readonly Input[]>
  /** Whether what an earlier run finished is left as it is. */
  readonly resume?: boolean
}

/** What became of an input: a record, or a failure that was told. */
export interface Outcome<R> {
  readonly path: string
  readonly milliseconds: number
  /** Where calls are taken together by company. */
  readonly company?: Company
  readonly record?: R
  readonly failure?: string
}

/**
 * Does the task for every transcript that the paths stand for; a file that fails is told and the others go on.
 * What is printed and written comes in the order of the inputs, however many are worked on at a time. With a
 * `spec` several are, and a run into a folder keeps a manifest. Stops early when nobody reads what is printed.
 */
export async function runTask<R>(
  paths: readonly string[],
  task: Task<R>,
  options: RunOptions,
  spec?: TaskSpec,
): Promise<Outcome<R>[]> {
  const found = await findInputs(paths, options.out)
  const alone = isSingleFile(paths)
  const into = spec && !alone ? options.out : undefined
  const manifest = into === undefined ? undefined : (await manifests()).manifestIn<Kept<R>>(into, spec!)
  const mayReplace: MayReplace = (path) =>
    options.force || (options.resume === true && manifest?.isOurs(path) === true)
  const inputs = (await options.together?.(found.inputs)) ?? found.inputs
  const endingsOf = ({ path }: Input): readonly string[] => [...task.endings, ...(task.besides?.(path) ?? [])]
  const { jobs, problems } = jobsOf(inputs, endingsOf, { ...options, mayReplace })
  const outcomes: Outcome<R>[] = []
  for (const { path, message } of [...found.problems, ...problems]) {
    tellProblem(path, message)
    outcomes.push({ path, milliseconds: 0, failure: message })
  }
  const left = options.resume && manifest ? await takeUp(jobs, manifest, outcomes, options) : jobs
  const progress = showProgress(left.length, options.quiet, options.offTerminal ?? 'nothing')
  const workers = await openWorkers<R>(left.length, options.jobs, spec, (job, alone) =>
    workOn(task, job, { alone, printed: false }),
  )
  let printed = false
  const results = inOrder(left, workers?.size ?? 1, async (job) => {
    progress.begin(job.input.path)
    return { job, ...(await (workers?.run(job, alone) ?? workOn(task, job, { alone, printed }))) }
  })
  const release = onInterrupt(() => {
    tell(stopped(outcomes.length, found.inputs.length, manifest !== undefined))
  })
  try {
    for await (const { job, ...worked } of results) {
      const { path } = job.input
      const { milliseconds } = worked
      const done = await kept(job, worked, mayReplace, manifest)
      progress.finish(path, 'record' in done ? 'done' : 'failed', milliseconds)
      if (!('record' in done)) {
        tellProblem(path, done.failure)
        outcomes.push({ path, milliseconds, failure: done.failure })
        if (done.isFull) break
        continue
      }
      outcomes.push({ path, milliseconds, record: done.record })
      if (!options.quiet) for (const note of done.notes ?? []) tell(note)
      const isPrinted = job.outputs.length === 0
      const words = isPrinted ? done.contents[0]! : (done.show ?? '')
      if (words.length === 0) continue
      if (printed && isPrinted) await print(done.separator ?? '')
      printed = true
      if (!(await print(words)) && isPrinted) break
    }
  } finally {
    release()
    await workers?.close()
  }
  const order = new Map(inputs.map(({ path, company }, index) => [path, { index, company }]))
  const place = ({ path }: Outcome<R>): number => order.get(path)?.index ?? -1
  return outcomes
    .toSorted((a, b) => place(a) - place(b))
    .map((outcome) => {
      const company = order.get(outcome.path)?.company
      return company ? { ...outcome, company } : outcome
    })
}

const manifests = () => import('./resume.js')

/** The jobs that an earlier run left; those it did are told and counted. */
async function takeUp<R>(
  jobs: readonly Job[],
  manifest: Manifest<Kept<R>>,
  outcomes: Outcome<R>[],
  { quiet }: RunOptions,
): Promise<readonly Job[]> {
  manifest.sweep(jobs.flatMap(({ outputs }) => outputs))
  const left = await (await manifests()).leftOf(jobs, manifest, outcomes)
  if (!quiet) tell(`${jobs.length - left.length} of ${jobs.length} files were done before`)
  return left
}

/** What the manifest keeps of an input that is done. */
export type Kept<R> = Required<Pick<Outcome<R>, 'record' | 'milliseconds'>>

interface Failed {
  readonly failure: string
  /** Whether the disk is full, so that no other file can be written. */
  readonly isFull?: boolean
}

/** Puts what came of a transcript where it belongs. */
async function kept<R>(
  { input, outputs }: Job,
  { done, digest, failure, milliseconds }: Worked<R>,
  mayReplace: MayReplace,
  manifest: Manifest<Kept<R>> | undefined,
): Promise<Done<R> | Failed> {
  if (!done) return { failure: failure! }
  if (outputs.length === 0) return done
  const files = outputs.map((path, index) => ({ path, content: done.contents[index]! }))
  try {
    await writeFiles(files, mayReplace, () => {
      manifest?.writing(input.name, files)
    })
    manifest?.done(input.name, digest!, { record: done.record, milliseconds })
    return done
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    return { failure: sentenceOf(error, input.path), isFull }
  }
}

/** What a person is told who stops a run. */
function stopped(done: number, total: number, canResume: boolean): string {
  const words = process.argv.slice(2).map(shellWord)
  const again = words.includes('--resume') ? words : [...words, '--resume']
  const how = canResume ? `; go on with: jiaodui ${again.join(' ')}` : ''
  return `\nstopped after ${done} of ${total} files; what was written is whole${how}`
}

const shellWord = (word: string): string =>
  /^[\w./:=,@%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`

/** What came of working on a transcript, before anything is written. */
export interface Worked<R> {
  readonly milliseconds: number
  readonly done?: Done<R>
  /** Of the input's bytes and of the decisions beside it. */
  readonly digest?: string
  readonly failure?: string
}

/** Reads a transcript and does the task; what goes wrong is a sentence, never thrown. */
export async function workOn<R>(
  task: Task<R>,
  { input, outputs }: Job,
  context: Omit<Context, 'outputs'>,
): Promise<Worked<R>> {
  const start = performance.now()
  try {
    const loaded = await loadInput(input)
    const done = await task.run(loaded, { outputs, ...context })
    return { done, digest: digestOfInput(input, loaded.sha256), milliseconds: performance.now() - start }
  } catch (error) {
    return { failure: sentenceOf(error, input.path), milliseconds: performance.now() - start }
  }
}

/** Does the work for all, at most so many at a time, and gives what came of it in order. */
export async function* inOrder<T, U>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<U>,
): AsyncGenerator<U> {
  const begun: Promise<U>[] = []
  for (const item of items) {
    begun.push(work(item))
    // One more than can be worked on waits, so that no worker stands idle while results are written.
    if (begun.length > (atATime > 1 ? atATime : 0)) yield await begun.shift()!
  }
  while (begun.length > 0) yield await begun.shift()!
}
