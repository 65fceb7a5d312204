import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A file of the page, held in memory. */
export interface PageFile {
  readonly content: Uint8Array<ArrayBuffer>
  readonly type: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * The built page by path below the server's root (`index.html`, `assets/…`). Only these are ever served:
 * no request reaches the disk. Throws the system's error where the page has not been built.
 */
export function readPage(folder: string): ReadonlyMap<string, PageFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => TYPES[extname(name)] !== undefined)
  return new Map(
    names.map((name) => {
      return [
        name,
        { content: new Uint8Array(readFileSync(join(folder, name))), type: TYPES[extname(name)]! },
      ]
    }),
  )
}
