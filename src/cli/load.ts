import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { extractText } from '../read/containers/extract.js'
import { decodeText } from '../read/decode.js'
import type { GlossaryEntry, Timed } from '../types.js'
import { FileError } from './failure.js'
import { STANDARD_INPUT, type Input } from './files.js'

/** A transcript's text and where it is from. */
export interface Loaded {
  readonly path: string
  /** What offsets refer to: of captions and recognisers' output the text in them. */
  readonly text: string
  /** The times of words, none where there are none. */
  readonly timed: readonly Timed[]
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string
  /** What other calls of its company know. */
  readonly known?: readonly GlossaryEntry[]
}

/** Reads and decodes an input. Throws FileError, ReadError, or the system's error. */
export async function loadInput({ path, company }: Input): Promise<Loaded> {
  if (path !== STANDARD_INPUT) refuseHuge((await stat(path)).size)
  const bytes = path === STANDARD_INPUT ? await buffer(process.stdin) : await readFile(path)
  refuseHuge(bytes.length)
  const text = await textIn(bytes)
  const extracted = extractText(text) ?? { text, timed: [] }
  if (!/\S/u.test(extracted.text)) throw new FileError('no words are in this file; was it saved whole?')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { path, ...extracted, sha256, ...(company && { known: company.known }) }
}

async function textIn(bytes: Buffer): Promise<string> {
  if (isArchive(bytes)) return (await import('./documents.js')).textOfWord(bytes)
  const { text } = decodeText(bytes)
  return isPage(text) ? (await import('./documents.js')).textOfPage(text) : text
}

/** Whether the bytes are an archive such as a Word document. */
const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

const isPage = (text: string): boolean => /^\s{0,1000}<(?:!doctype html|html)[\s>]/iu.test(text)

/** Far more than a year of calls in one file. */
const LARGEST_BYTES = 64 * 2 ** 20

function refuseHuge(size: number): void {
  if (size > LARGEST_BYTES)
    throw new FileError(
      `this file is ${Math.round(size / 2 ** 20)} MB, too large for a transcript; split it by call`,
    )
}
