import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Gold } from './markup.js'

/** A transcript with what an annotator says of it. */
export interface AnnotatedCall {
  readonly name: string
  readonly text: string
  readonly gold: Gold
}

/** Every annotated transcript (gold.json beside its transcript) in the folders and below, by name. */
export function loadAnnotated(folders: readonly string[]): AnnotatedCall[] {
  return folders.flatMap(findGold).map((path) => {
    const gold = JSON.parse(readFileSync(path, 'utf8')) as Gold & { readonly transcript?: string }
    const text = readFileSync(join(dirname(path), gold.transcript ?? 'transcript.txt'), 'utf8').replace(
      /^\uFEFF/u,
      '',
    )
    return { name: basename(dirname(path)), text, gold }
  })
}

function findGold(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name === 'gold.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Transcripts without annotation: every .txt file of a folder, by name; none where it is absent. */
export function loadTexts(
  folder: string,
  pattern = /\.txt$/u,
): { readonly name: string; readonly text: string }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/u, '') }))
}

/** Of the versions of a call, told by the name up to the first dot, another one for each next call. */
export function oneOfEachCall(folder: string): string[] {
  const versions = new Map<string, string[]>()
  for (const { name, text } of loadTexts(folder)) {
    const call = name.split('.', 1)[0]!
    versions.set(call, [...(versions.get(call) ?? []), text])
  }
  return [...versions.values()].map((texts, index) => texts[index % texts.length]!)
}
