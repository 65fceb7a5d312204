import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { FileError } from './failure.js'
import { alreadyThere, isTaken } from './outputs.js'

/** A file to be written. */
export interface OutputFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/**
 * Writes files that belong together, each whole or not at all: under a temporary name in the same folder,
 * then renamed. Folders are made. On an interrupt the temporary files are removed and the process ends.
 * Throws FileError for a file that is there when `force` is false; none of them is written then.
 */
export async function writeFiles(files: readonly OutputFile[], { force }: { force: boolean }): Promise<void> {
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
    const taken = staged.find(({ path }) => !force && isTaken(path))
    if (taken) throw new FileError(alreadyThere(taken.path))
    for (const { path, temporary } of staged) await rename(temporary, path)
  } finally {
    for (const { temporary } of staged) await rm(temporary, { force: true })
    release()
  }
}

/** Cleans up and ends the process when a person or the system stops it; gives what takes that back. */
function onInterrupt(cleanUp: () => void): () => void {
  const stop = (signal: NodeJS.Signals) => {
    cleanUp()
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of SIGNALS) process.once(signal, stop)
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop)
  }
}

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
