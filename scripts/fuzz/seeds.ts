import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What mutants are made of: the samples' transcripts and one file of each format that is read. */
export function seedInputs(): readonly Uint8Array[] {
  const samples = filesUnder('corpora/samples').filter((file) => file.endsWith('transcript.txt'))
  return [...samples, ...filesUnder('test/fixtures/read')].map((file) => new Uint8Array(readFileSync(file)))
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .toSorted()
