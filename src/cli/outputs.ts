import { lstatSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { STANDARD_INPUT, type Input, type Problem } from './files.js'
import { realPath } from './real-path.js'

/** A transcript to work on and where what is made of it goes. */
export interface Job {
  readonly input: Input
  /** A path for each ending; none where the result goes to standard output. */
  readonly outputs: readonly string[]
}

export interface Jobs {
  readonly jobs: readonly Job[]
  readonly problems: readonly Problem[]
}

export interface Destination {
  /** The folder for outputs; beside the input when left out. */
  readonly out?: string
  readonly mayReplace: MayReplace
}

/** Whether a file that is there may be replaced. */
export type MayReplace = (path: string) => boolean

/**
 * Names every output before any work is done: `call.txt` becomes `call` and each ending, beside the input
 * or under `out` with the folders below a folder input kept. An input is refused when an output would
 * replace an input, leave `out`, meet another input's output, or replace a file that it must not; so is an
 * input that is itself the output of another. Standard input has outputs only under `out`.
 */
export function jobsOf(
  inputs: readonly Input[],
  endingsOf: (input: Input) => readonly string[],
  to: Destination,
): Jobs {
  const originals = new Map(inputs.map(({ path }) => [realPath(path), path]))
  const planned = inputs.map((input) => ({ input, outputs: outputsOf(input, endingsOf(input), to.out) }))
  const made = new Map(
    planned.flatMap(({ input, outputs }) => outputs.map((output) => [resolve(output), input.path])),
  )
  const taken = new Map<string, string>()
  const jobs: Job[] = []
  const problems: Problem[] = []
  for (const { input, outputs } of planned) {
    const source = made.get(resolve(input.path))
    const message =
      source === undefined
        ? outputs.map((output) => refusal(output, originals, taken, to)).find(Boolean)
        : `this is what ${source} becomes; leave it out`
    if (message === undefined) {
      jobs.push({ input, outputs })
      for (const output of outputs) taken.set(nameKey(output), input.path)
    } else problems.push({ path: input.path, message })
  }
  return { jobs, problems }
}

/** Whether anything stands at the path, a symbolic link to nothing included. */
export function isTaken(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Why a file that is there is left alone. */
export const alreadyThere = (path: string): string =>
  `${path} is already there; use --force to replace it or --out to write elsewhere`

function outputsOf({ path, name }: Input, endings: readonly string[], out: string | undefined): string[] {
  if (path === STANDARD_INPUT && out === undefined) return []
  const stem = out === undefined ? join(dirname(path), basename(name)) : join(out, name)
  return endings.map((ending) => stem + ending)
}

function refusal(
  output: string,
  originals: ReadonlyMap<string, string>,
  taken: ReadonlyMap<string, string>,
  { out, mayReplace }: Destination,
): string | undefined {
  const real = realPath(output)
  const original = originals.get(real)
  if (original !== undefined)
    return `${output} would replace the input ${original}; leave that out or write elsewhere with --out`
  if (out !== undefined && !real.startsWith(realPath(out) + sep))
    return `${output} would lie outside ${out}; name the file itself or another folder with --out`
  const other = taken.get(nameKey(output))
  if (other !== undefined)
    return `${output} is already what ${other} becomes; rename one, or give each its own --out`
  return isTaken(output) && !mayReplace(output) ? alreadyThere(output) : undefined
}

/** Equal for names that some disk takes for the same. */
function nameKey(output: string): string {
  return realPath(output).normalize('NFC').toLowerCase()
}
