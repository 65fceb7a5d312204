import { readFileSync } from 'node:fs'

/** Compiled data by file name, from the package's own folder; the same path from src/ and from dist/. */
export function readData(name: string): Uint8Array {
  return readFileSync(new URL(`../../src/lexicon/data/${name}`, import.meta.url))
}
