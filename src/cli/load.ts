import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { decodeText } from '../read/decode.js'
import { FileError } from './failure.js'
import { STANDARD_INPUT, type Input } from './files.js'

/** A transcript's text and where it is from. */
export interface Loaded {
  readonly path: string
  readonly text: string
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string
}

/** Reads and decodes an input. Throws FileError, ReadError, or the system's error. */
export async function loadInput({ path }: Input): Promise<Loaded> {
  if (path !== STANDARD_INPUT) refuseHuge((await stat(path)).size)
  const bytes = path === STANDARD_INPUT ? await buffer(process.stdin) : await readFile(path)
  refuseHuge(bytes.length)
  return { path, text: decodeText(bytes).text, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Far more than a year of calls in one file. */
const LARGEST_BYTES = 64 * 2 ** 20

function refuseHuge(size: number): void {
  if (size > LARGEST_BYTES)
    throw new FileError(
      `this file is ${Math.round(size / 2 ** 20)} MB, too large for a transcript; split it by call`,
    )
}
