import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { digestOf, digestOfInput } from './input-digest.js'
import { openManifest, type Manifest } from './manifest.js'
import type { Job } from './outputs.js'
import type { Kept, Outcome } from './run.js'
import type { TaskSpec } from './tasks.js'
import { packageVersion } from './version.js'

/** The manifest of the folder, for outputs made by this version with these settings. */
export function manifestIn<R>(folder: string, { kind, settings, options }: TaskSpec): Manifest<R> {
  const { only, skip, apply, styles, readAs, house, decisions, baseline, captions } = settings
  const report = kind === 'check' ? [options.format, options.speakers] : options.report
  const contents = [decisions, baseline].map((path) =>
    typeof path === 'string' && existsSync(path) ? digestOf(readFileSync(path)) : path,
  )
  const version = packageVersion()
  const key = { version, kind, only, skip, apply, styles, captions, readAs, house, report, contents }
  return openManifest(folder, digestOf(JSON.stringify(key)))
}

/** The jobs that are not done yet; of the others the outcome of then is added to `outcomes`. */
export async function leftOf<R>(
  jobs: readonly Job[],
  manifest: Manifest<Kept<R>>,
  outcomes: Outcome<R>[],
): Promise<Job[]> {
  const left: Job[] = []
  for (const job of jobs) {
    const { path, name } = job.input
    const bytes = await readFile(path).catch(() => undefined)
    const kept = bytes && manifest.doneBefore(name, digestOfInput(job.input, digestOf(bytes)), job.outputs)
    if (kept === undefined) left.push(job)
    else outcomes.push({ path, ...kept })
  }
  return left
}
