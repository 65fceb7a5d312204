import { createHash } from 'node:crypto'
import { resolve, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { CheckOptions } from '../check/run.js'
import { exportKinds } from '../render/exports.js'
import { readTranscript } from '../read/read.js'
import type { Format } from '../types.js'
import { openAnalyst, type Analysed, type Analysis } from './analysis.js'
import { draftOf } from './call-view.js'
import { openCall, type Call, type CallSource } from './call.js'
import { openDecisions } from './decisions-file.js'
import { decisionsPath } from './decisions-path.js'
import type { ExportKind } from './protocol.js'
import type { Review } from './server.js'
import type { CallSummary } from './view.js'

export interface SessionOptions {
  /** Whose name decisions bear. */
  readonly who: string
  readonly checks: CheckOptions
  readonly readAs?: Format
  /** The text of a file, and the SHA-256 of its bytes in hexadecimal. */
  readonly load: (path: string) => Promise<Text>
  /** What a person is told of a file that cannot be read. */
  readonly explain: (error: unknown, path: string) => string
}

export interface Session extends Omit<Review, 'page'> {
  /** Of the calls, in the order given. */
  readonly ids: readonly string[]
}

/** The calls of a review. They are opened one after the other, at once when somebody asks for one. */
export function openSession(paths: readonly string[], options: SessionOptions): Session {
  const files = paths.map((path) => ({ id: idOf(path), path, name: nameOf(path) }))
  const loading = new Map<string, Promise<Text>>()
  const opened = new Map<string, Promise<Call>>()
  const analyst = openAnalyst()
  const load = (file: File): Promise<Text> => {
    const known = loading.get(file.id) ?? options.load(file.path)
    loading.set(file.id, known)
    return known
  }
  const summaries = new Map<string, () => CallSummary>()
  const open = (id: string): Promise<Call> | undefined => {
    const file = files.find((one) => one.id === id)
    if (!file) return undefined
    const known = opened.get(id)
    if (known) return known
    const opening = openFile(file, load(file), options, async (analysis) => (await analyst)(analysis))
    opened.set(id, opening)
    opening.then(
      (call) => summaries.set(id, call.summary),
      (error: unknown) =>
        summaries.set(id, () => ({ ...nothing(file), failure: options.explain(error, file.path) })),
    )
    return opening
  }
  void openAll(files, open)
  return {
    ids: files.map(({ id }) => id),
    call: open,
    async draft(id) {
      const file = files.find((one) => one.id === id)
      if (!file || summaries.has(id)) return undefined
      const loaded = await load(file).catch(() => undefined)
      if (!loaded) return undefined
      const transcript = readTranscript(loaded.text, options.readAs ? { format: options.readAs } : {})
      return draftOf({ ...nothing(file), pending: true }, transcript)
    },
    overview: () => files.map((file) => summaries.get(file.id)?.() ?? { ...nothing(file), pending: true }),
    exports: EXPORTS,
  }
}

interface File {
  readonly id: string
  readonly name: string
  readonly path: string
}

async function openAll(
  files: readonly File[],
  open: (id: string) => Promise<Call> | undefined,
): Promise<void> {
  for (const { id } of files) {
    await open(id)?.catch(() => undefined)
    await setImmediate()
  }
}

type Text = Pick<CallSource, 'text' | 'timed' | 'sha256'>

async function openFile(
  file: File,
  loading: Promise<Text>,
  { who, checks, readAs }: SessionOptions,
  analysed: (analysis: Analysis) => Promise<Analysed>,
): Promise<Call> {
  const { text, timed, sha256 } = await loading
  const decisions = openDecisions(decisionsPath(file.path))
  const entries = decisions.entries()
  const analysis = { text, checks, ...(timed ? { timed } : {}), ...(readAs ? { readAs } : {}) }
  const source = { ...file, ...analysis, sha256, who, decisions }
  return openCall(source, entries, await analysed({ ...analysis, entries }))
}

/** A file is often called transcript.txt: the folder tells which. */
function nameOf(path: string): string {
  return resolve(path).split(sep).slice(-2).join('/')
}

/** Stays the same from session to session, so that an address with it can be kept. */
function idOf(path: string): string {
  return createHash('sha256').update(resolve(path)).digest('hex').slice(0, 12)
}

function nothing({ id, name, path }: File): CallSummary {
  return {
    id,
    name,
    path,
    findings: 0,
    settled: 0,
    open: { error: 0, warning: 0, info: 0 },
    figures: { total: 0, checked: 0, contradicted: 0 },
    words: { english: 0, mandarin: 0, interpretation: 0, notice: 0 },
  }
}

/** What an editor hands over stands first. */
const FIRST: readonly string[] = ['docx', 'tracked-docx', 'bilingual-docx']

const EXPORTS: readonly ExportKind[] = exportKinds
  .map(({ id, label, ending, timed }) => ({ id, label, ending, ...(timed && { timed }) }))
  .toSorted((a, b) => Number(FIRST.includes(b.id)) - Number(FIRST.includes(a.id)))
