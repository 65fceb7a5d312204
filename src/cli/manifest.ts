import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { MANIFEST_NAME } from './files.js'
import { digestOf } from './input-digest.js'
import { TEMPORARY, type OutputFile } from './write.js'

/**
 * What was written into a folder of outputs and from what, a line each, so that a run that was stopped can be
 * taken up again. Before files are put in place a line gives the digest of each, so that a file is known as
 * written here, and untouched since, however the run ended; a line follows when all of an input's are there.
 */
export interface Manifest<R> {
  /** What was kept of an input that is done: the same bytes, the same key, its outputs there and untouched. */
  readonly doneBefore: (input: string, digest: string, outputs: readonly string[]) => R | undefined
  /** Whether a file is there as it was last written here. */
  readonly isOurs: (path: string) => boolean
  readonly writing: (input: string, files: readonly OutputFile[]) => void
  readonly done: (input: string, digest: string, record: R) => void
  /** Removes what an interrupted run left under temporary names in the folders of these outputs. */
  readonly sweep: (outputs: readonly string[]) => void
}

const lineSchema = z.union([
  z.object({ writing: z.string(), files: z.record(z.string(), z.string()) }),
  z.object({ done: z.string(), digest: z.string(), key: z.string(), record: z.unknown() }),
])

/** The manifest of an output folder; `key` stands for all that the outputs depend on besides the input. */
export function openManifest<R>(folder: string, key: string): Manifest<R> {
  const path = join(folder, MANIFEST_NAME)
  const written = new Map<string, Set<string>>()
  const finished = new Map<string, { readonly digest: string; readonly key: string; readonly record: R }>()
  const begin = (input: string, files: readonly (readonly [string, string])[]): void => {
    finished.delete(input)
    for (const [name, digest] of files) written.set(name, (written.get(name) ?? new Set()).add(digest))
  }
  const content = existsSync(path) ? readFileSync(path, 'utf8') : ''
  for (const line of content.split('\n')) {
    const entry = lineSchema.safeParse(jsonOf(line)).data
    if (!entry) continue
    if ('writing' in entry) begin(entry.writing, Object.entries(entry.files))
    else finished.set(entry.done, { digest: entry.digest, key: entry.key, record: entry.record as R })
  }
  // A line that was cut short by the end of its process stays alone.
  let start = content === '' || content.endsWith('\n') ? '' : '\n'
  const append = (entry: z.infer<typeof lineSchema>): void => {
    mkdirSync(folder, { recursive: true })
    appendFileSync(path, `${start}${JSON.stringify(entry)}\n`)
    start = ''
  }
  const nameOf = (output: string): string => relative(folder, output)
  const isOurs = (output: string): boolean => {
    const digests = written.get(nameOf(output))
    return digests !== undefined && existsSync(output) && digests.has(digestOf(readFileSync(output)))
  }
  return {
    isOurs,
    doneBefore: (input, digest, outputs) => {
      const entry = finished.get(input)
      const isSame = entry?.digest === digest && entry.key === key
      return isSame && outputs.every(isOurs) ? entry.record : undefined
    },
    writing: (input, files) => {
      const digests = files.map((file) => [nameOf(file.path), digestOf(file.content)] as const)
      begin(input, digests)
      append({ writing: input, files: Object.fromEntries(digests) })
    },
    done: (input, digest, record) => {
      append({ done: input, digest, key, record })
    },
    sweep: (outputs) => {
      for (const folder of new Set(outputs.map((output) => dirname(output)))) {
        if (!existsSync(folder)) continue
        for (const name of readdirSync(folder)) if (TEMPORARY.test(name)) rmSync(join(folder, name))
      }
    },
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
