import { existsSync, readdirSync, statSync, type Dirent } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import type { Company } from './companies.js'
import { sentenceOf } from './failure.js'
import { realPath } from './real-path.js'

/** A transcript to work on. */
export interface Input {
  /** As the user would name it; `-` is standard input. */
  readonly path: string
  /** What its outputs under --out are called, folders included, without the ending. */
  readonly name: string
  /** Where calls are taken together by company. */
  readonly company?: Company
}

/** What cannot be done, and why in one sentence. */
export interface Problem {
  readonly path: string
  readonly message: string
}

export interface Inputs {
  /** In the order named, those of a folder or pattern by name; each file once. */
  readonly inputs: readonly Input[]
  readonly problems: readonly Problem[]
}

export const STANDARD_INPUT = '-'

/** Stands in a folder of outputs and tells what was made of what. */
export const MANIFEST_NAME = 'jiaodui.manifest.jsonl'

/**
 * The transcripts that files, folders, patterns and `-` stand for. A folder stands for the .txt, .md, .srt,
 * .vtt and .nlp files in it and below, without hidden ones, jiaodui's own outputs and what is kept under `out`.
 */
export async function findInputs(paths: readonly string[], out?: string): Promise<Inputs> {
  const found = await Promise.all(paths.map((path) => expand(path, out)))
  const seen = new Set<string>()
  const inputs = found
    .flatMap((one) => one.inputs)
    .filter(({ path }) => {
      const real = path === STANDARD_INPUT ? path : realPath(path)
      return !seen.has(real) && seen.add(real)
    })
  return { inputs, problems: found.flatMap(({ problems }) => problems) }
}

/** Whether the paths stand for one transcript by name, not for however many a folder or pattern holds. */
export function isSingleFile(paths: readonly string[]): boolean {
  const [path = ''] = paths
  return paths.length === 1 && (path === STANDARD_INPUT || (kindOf(path) ?? 'file') === 'file')
}

async function expand(path: string, out: string | undefined): Promise<Inputs> {
  if (path === STANDARD_INPUT) return { inputs: [{ path, name: 'stdin' }], problems: [] }
  try {
    switch (kindOf(path)) {
      case 'file':
        return { inputs: [{ path, name: withoutEnding(basename(path)) }], problems: [] }
      case 'folder':
        return orProblem(
          insideFolder(path, out),
          path,
          'no transcripts (.txt, .md, .srt, .vtt, .nlp) are in this folder',
        )
      case 'pattern':
        return orProblem(await insidePattern(path), path, 'no transcript matches this pattern')
      case undefined:
        return orProblem(nothing, path, 'there is no such file; check the name')
    }
  } catch (error) {
    return orProblem(nothing, path, sentenceOf(error, path))
  }
}

const nothing: Inputs = { inputs: [], problems: [] }

function orProblem(found: Inputs, path: string, message: string): Inputs {
  return found.inputs.length + found.problems.length > 0
    ? found
    : { inputs: [], problems: [{ path, message }] }
}

/** A path that is there is no pattern, whatever signs its name holds. */
function kindOf(path: string): 'file' | 'folder' | 'pattern' | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats) return stats.isDirectory() ? 'folder' : 'file'
  return MAGIC.test(path) ? 'pattern' : undefined
}

const MAGIC = /[*?[{]/

function insideFolder(folder: string, out: string | undefined): Inputs {
  const kept = out === undefined || resolve(out) === resolve(folder) ? undefined : resolve(out)
  const found = [...filesBelow(folder, kept)]
  const paths = found.filter((one) => typeof one === 'string')
  return {
    inputs: paths.toSorted().map((path) => ({ path, name: withoutEnding(relative(folder, path)) })),
    problems: found.filter((one) => typeof one !== 'string'),
  }
}

/** Folders behind symbolic links are left out, so that none is walked twice. */
function* filesBelow(folder: string, kept: string | undefined): Generator<string | Problem> {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    yield { path: folder, message: sentenceOf(error, folder) }
    return
  }
  for (const entry of entries.filter(({ name }) => !name.startsWith('.'))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && resolve(path) !== kept) yield* filesBelow(path, kept)
    } else if (isTranscript(path) && statSync(path, { throwIfNoEntry: false })?.isFile()) {
      yield path
    }
  }
}

function isTranscript(path: string): boolean {
  return /\.(?:txt|md|srt|vtt|nlp)$/iu.test(path) && !/^readme\.\w+$/iu.test(basename(path)) && !isMade(path)
}

/** Whether a file was made from a transcript: an output of jiaodui, or an annotation and its source. */
function isMade(path: string): boolean {
  const name = basename(path)
  return (
    OUTPUT.test(name) ||
    name === 'gold.json' ||
    (/^summary\.(?:md|csv|json)$/u.test(name) && existsSync(join(dirname(path), MANIFEST_NAME))) ||
    (name === 'marked.txt' && existsSync(join(dirname(path), 'gold.json')))
  )
}

const OUTPUT =
  /\.(?:vendor\.txt|verbatim\.txt|bilingual\.(?:md|html|docx|srt|vtt)|clean\.(?:md|html|docx)|tracked\.docx|report\.(?:json|txt|html)|findings\.(?:csv|xlsx|sarif)|decisions\.(?:jsonl|json|csv|xlsx)|github\.txt|junit\.xml|beads\.(?:json|tsv|txt)|numbers\.(?:csv|json|md|txt)|extracted\.txt|clean\.(?:srt|vtt))$/iu

async function insidePattern(pattern: string): Promise<Inputs> {
  const { glob } = await import('tinyglobby')
  const paths = await glob(pattern, { expandDirectories: false, ignore: ['**/node_modules/**'] })
  const base = fixedFolder(pattern)
  const inputs = paths
    .filter((path) => !isMade(path))
    .toSorted()
    .map((path) => ({ path, name: withoutEnding(relative(base, path)) }))
  return { inputs, problems: [] }
}

/** The folder that everything a pattern can match lies in. */
function fixedFolder(pattern: string): string {
  const folders = pattern.split('/').slice(0, -1)
  const first = folders.findIndex((folder) => MAGIC.test(folder))
  const fixed = first < 0 ? folders : folders.slice(0, first)
  return fixed.join('/') || (pattern.startsWith('/') ? '/' : '.')
}

function withoutEnding(path: string): string {
  const ending = extname(path)
  return /^\.[a-z]{2,8}$/iu.test(ending) ? path.slice(0, -ending.length) : path
}
