import { check, annotate } from '../pipeline.js'
import type { CheckOptions } from '../check/run.js'
import type { Aligned, Finding, Format, Timed } from '../types.js'
import type { Entry } from './decisions.js'
import { structuredBy } from './replay.js'

/** What a call is analysed from; plain data. */
export interface Analysis {
  readonly text: string
  readonly readAs?: Format
  /** The times of the text's words. */
  readonly timed?: readonly Timed[]
  readonly checks: CheckOptions
  readonly entries: readonly Entry[]
}

/** A call annotated, and checked with the origins, beads and turns that were decided. */
export interface Analysed {
  readonly base: Aligned
  readonly doc: Aligned
  readonly findings: readonly Finding[]
}

export function analyse({ text, readAs, timed, checks, entries }: Analysis): Analysed {
  const base = annotate(text, { ...(timed && { timed }), ...(readAs && { format: readAs }) })
  const doc = structuredBy(base, entries)
  return { base, doc, findings: check(doc, checks) }
}

/** Runs in a worker thread. */
export default analyse

/** Analyses calls on a thread of their own, one at a time, so that the server answers meanwhile. */
export async function openAnalyst(): Promise<(analysis: Analysis) => Promise<Analysed>> {
  // Threads load no TypeScript: run from its source, jiaodui has one.
  if (import.meta.url.endsWith('.ts')) return (analysis) => Promise.resolve(analyse(analysis))
  const { default: Tinypool } = await import('tinypool')
  const pool = new Tinypool({
    filename: import.meta.url,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MILLISECONDS,
  })
  return (analysis) => pool.run(analysis) as Promise<Analysed>
}

/** After which a thread without work ends and gives its memory back. */
const IDLE_MILLISECONDS = 1000
