import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FileError } from './failure.js'
import { onInterrupt } from './interrupt.js'
import { alreadyThere, isTaken, type MayReplace } from './outputs.js'

/** A file to be written. */
export interface OutputFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** How the files are called while they are written. */
export const TEMPORARY = /^\.jiaodui-[0-9a-f-]{36}\.tmp$/u

/**
 * Writes files that belong together, each whole or not at all: under a temporary name in the same folder,
 * then renamed. Folders are made. On an interrupt the temporary files are removed and the process ends.
 * `before` is called when all can be put in place. Throws FileError for a file that is there and must not be
 * replaced; none of them is written then.
 */
export async function writeFiles(
  files: readonly OutputFile[],
  mayReplace: MayReplace,
  before: () => void = () => undefined,
): Promise<void> {
  const staged = files.map(({ path, content }) => {
    return { path, content, temporary: join(dirname(path), `.jiaodui-${randomUUID()}.tmp`) }
  })
  const release = onInterrupt(() => {
    for (const { temporary } of staged) rmSync(temporary, { force: true })
  })
  try {
    for (const { path, content, temporary } of staged) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(temporary, content, { flag: 'wx' })
    }
    const taken = staged.find(({ path }) => isTaken(path) && !mayReplace(path))
    if (taken) throw new FileError(alreadyThere(taken.path))
    before()
    for (const { path, temporary } of staged) await rename(temporary, path)
  } finally {
    release()
    for (const { temporary } of staged) await rm(temporary, { force: true })
  }
}
