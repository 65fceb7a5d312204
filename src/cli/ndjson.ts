import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { renderClean } from '../render/render.js'
import { reportOfCall } from '../render/reviewed.js'
import { sentenceOf, UsageError } from './failure.js'
import { STANDARD_INPUT } from './files.js'
import { reviewedCall } from './reviewed.js'
import type { Settings } from './settings.js'
import { STATUS, type Status } from './status.js'
import { print, tell } from './terminal.js'

const lineSchema = z.union([
  z.string().transform((text) => ({ id: undefined, text })),
  z.object({ id: z.union([z.string(), z.number()]).exactOptional(), text: z.string() }),
])

/**
 * Reads a transcript a line, as JSON, and writes a line for each in the same order: its clean text in the first
 * of the styles and its report, or an error. Holds one at a time. A file or `-`.
 */
export async function cleanLines(
  [path = STANDARD_INPUT, ...others]: readonly string[],
  settings: Settings,
): Promise<Status> {
  if (others.length > 0) throw new UsageError('jiaodui: --ndjson reads one file, or - for standard input')
  const input = path === STANDARD_INPUT ? process.stdin : createReadStream(path)
  let number = 0
  let failed = 0
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++
      if (line.trim() === '') continue
      const result = await cleanLine(line, number, settings)
      if ('error' in result) failed++
      if (!(await print(`${JSON.stringify(result)}\n`))) break
    }
  } catch (error) {
    throw new UsageError(`jiaodui: ${path}: ${sentenceOf(error, path)}`)
  }
  if (failed > 0 && !settings.quiet)
    tell(`jiaodui: ${failed} of ${number} lines could not be done; see "error" there`)
  return failed > 0 ? STATUS.failed : STATUS.clean
}

async function cleanLine(line: string, number: number, settings: Settings) {
  const { id = number, text } = parsed(line)
  if (text === undefined)
    return { id, error: `line ${number} is neither a JSON string nor an object with "text"` }
  try {
    const sha256 = createHash('sha256').update(text).digest('hex')
    const call = await reviewedCall(
      { path: String(id), text, timed: [], sha256 },
      { ...settings, decisions: false },
    )
    const style = settings.styles[0]!
    return { id, text: renderClean(call.doc, call.plan, { style }), report: reportOfCall(call) }
  } catch (error) {
    return { id, error: sentenceOf(error) }
  }
}

function parsed(line: string): { readonly id?: string | number | undefined; readonly text?: string } {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data ?? {}
  } catch {
    return {}
  }
}
