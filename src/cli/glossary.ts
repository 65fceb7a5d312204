import { dirname, join, relative } from 'node:path'
import type { GlossaryEntry } from '../types.js'
import type { GlossaryFile } from './glossary-schema.js'
import { findUpward, parseChecked, readSettings } from './settings-file.js'

export const GLOSSARY_NAME = 'jiaodui.glossary.json'

/**
 * The entries of the glossaries named, else of every jiaodui.glossary.json from the folder upward, the nearest first,
 * and of the lists of names. Throws UsageError that shows each mistake with its line.
 */
export async function loadGlossary(
  { glossaries, names = [] }: { readonly glossaries?: readonly string[]; readonly names?: readonly string[] },
  folder = process.cwd(),
): Promise<GlossaryEntry[]> {
  const paths = glossaries ?? [...upward(folder)]
  const files = await Promise.all(
    paths.map((path) => parseGlossary(readSettings(path), relative(process.cwd(), path) || path)),
  )
  return [...files.flatMap(entriesOf), ...names.flatMap((path) => namesIn(readSettings(path)))]
}

/** Checks a glossary's text. Throws UsageError that shows each mistake with its line and a caret. */
export async function parseGlossary(text: string, path: string): Promise<GlossaryFile> {
  return parseChecked(text, path, async () => {
    const { glossaryKeys, glossarySchema } = await import('./glossary-schema.js')
    return {
      schema: glossarySchema,
      whole: 'the glossary',
      empty: 'write an object with "names" and "terms", {} at least',
      unknown: 'is nothing a glossary has here',
      keysAt: glossaryKeys,
    }
  })
}

/** A file's names, then its terms. */
export function entriesOf({ names = [], terms = [] }: GlossaryFile): GlossaryEntry[] {
  return [
    ...names.map((entry) =>
      typeof entry === 'string' ? plain(entry, 'name') : { ...plain(entry.name, 'name'), ...rest(entry) },
    ),
    ...terms.map((entry) =>
      typeof entry === 'string' ? plain(entry, 'term') : { ...plain(entry.term, 'term'), ...rest(entry) },
    ),
  ]
}

const plain = (term: string, kind: GlossaryEntry['kind']): GlossaryEntry => {
  return { term, kind, soundsLike: [], not: [] }
}

type Lists = Partial<Pick<GlossaryEntry, 'zh' | 'soundsLike' | 'not'>>

const rest = ({ zh, soundsLike = [], not = [] }: Lists): Lists => {
  return { ...(zh === undefined ? {} : { zh }), soundsLike, not }
}

/** A name a line; blank lines and those that begin with # are passed over. */
export function namesIn(text: string): GlossaryEntry[] {
  return text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((name) => plain(name, 'name'))
}

function* upward(folder: string): Generator<string> {
  for (let path = findUpward(GLOSSARY_NAME, folder); path !== undefined;) {
    yield path
    const above = join(dirname(path), '..')
    path = above === dirname(path) ? undefined : findUpward(GLOSSARY_NAME, above)
  }
}
