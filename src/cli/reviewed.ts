import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { countFigures, tieOut } from '../check/numbers/report/tie-out.js'
import { plan } from '../correct/plan.js'
import { annotate, check } from '../pipeline.js'
import type { ReviewedCall } from '../render/reviewed.js'
import { decisionsPath } from '../review/decisions-path.js'
import type { Aligned, Finding } from '../types.js'
import { FileError } from './failure.js'
import { STANDARD_INPUT } from './files.js'
import type { Loaded } from './load.js'
import type { Settings } from './settings.js'
import type { Counts } from './status.js'

/** A call with what was decided of it, and what a person should know of its decisions. */
export interface Reviewed extends ReviewedCall {
  readonly warnings: readonly string[]
}

/** Annotates and checks a transcript and replays the decisions kept beside it, or those named. */
export async function reviewedCall(
  { text, timed, known: shared = [], ...source }: Loaded,
  given: Settings,
): Promise<Reviewed> {
  const { glossary, references } = given.house
  const settings = { ...given, house: { glossary: [...glossary, ...shared], references } }
  const doc = annotate(text, { timed, ...(settings.readAs && { format: settings.readAs }) })
  const path = decisionsOf(source.path, settings)
  const decided = path === undefined ? undecided(doc, settings) : await decidedIn(path, doc, settings)
  const known = settings.baseline === undefined ? undefined : await knownIn(settings.baseline)
  const figures = tieOut(decided.doc, decided.findings, settings.house)
  const figureCounts = countFigures(figures)
  return {
    source,
    figures,
    figureCounts,
    ...decided,
    ...(known && { known }),
    when: new Date().toISOString(),
  }
}

/** Findings that still ask for a person, neither put right, settled nor known, by severity. */
export function countsLeft(
  { findings, settled, plan, known }: ReviewedCall,
  applied: 'put-right' | 'all',
): Counts {
  const gone = new Set(applied === 'put-right' ? plan.applied.map(({ id }) => id) : [])
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { id, severity } of findings)
    if (!gone.has(id) && !settled.has(id) && !known?.has(id)) counts[severity]++
  return counts
}

type Decided = Pick<Reviewed, 'doc' | 'findings' | 'settled' | 'corrections' | 'plan' | 'warnings'>

function undecided(doc: Aligned, settings: Settings): Decided {
  const findings: readonly Finding[] = check(doc, settings)
  return {
    doc,
    findings,
    settled: new Map(),
    corrections: [],
    plan: plan(findings, settings.apply),
    warnings: [],
  }
}

function decisionsOf(transcript: string, { decisions }: Settings): string | undefined {
  if (decisions === false) return undefined
  if (typeof decisions === 'string') {
    if (!existsSync(decisions)) throw new FileError(`there are no decisions at ${decisions}; check the name`)
    return decisions
  }
  const path = decisionsPath(transcript)
  return transcript !== STANDARD_INPUT && existsSync(path) ? path : undefined
}

async function decidedIn(path: string, base: Aligned, settings: Settings): Promise<Decided> {
  const [{ openDecisions }, { planOf, replay }] = await Promise.all([
    import('../review/decisions-file.js'),
    import('../review/replay.js'),
  ])
  const file = openDecisions(path)
  const reviewed = replay(base, file.entries(), settings)
  const { length: stale } = reviewed.stale
  const lost = stale === 1 ? '1 decision fits' : `${stale} decisions fit`
  return {
    ...reviewed,
    plan: planOf(reviewed, settings.apply),
    warnings: [
      ...file.unreadable().map(({ line, message }) => `${path}:${line}: ${message}`),
      ...(stale > 0 ? [`${path}: ${lost} the call no more; jiaodui decisions tells which`] : []),
    ],
  }
}

/** The ids of all findings that a report, a table of findings or a decisions file names. */
async function knownIn(path: string): Promise<Set<string>> {
  return new Set((await readFile(path, 'utf8')).match(/\bv1:[0-9a-f]{16}\b/gu))
}
