/**
 * Builds transcript.txt and gold.json from every marked.txt in corpora/samples and corpora/held-out.
 * With --check it writes nothing and exits with 1 when a built file is out of step.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseMarked, type Gold } from './markup.js'

const folders = ['samples', 'held-out'].map((name) =>
  fileURLToPath(new URL(`../corpora/${name}`, import.meta.url)),
)
const check = process.argv.includes('--check')

try {
  const stale = folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((sample) => existsSync(join(sample, 'marked.txt')))
    .flatMap((sample) => Object.entries(build(sample)))
    .filter(([path, content]) => !existsSync(path) || readFileSync(path, 'utf8') !== content)
  for (const [path, content] of stale) {
    if (check) console.error(`${relative('.', path)} is out of step: run npm run build:samples`)
    else {
      writeFileSync(path, content)
      console.log(`wrote ${relative('.', path)}`)
    }
  }
  if (check && stale.length > 0) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function build(folder: string): Record<string, string> {
  const source = join(folder, 'marked.txt')
  try {
    const { text, gold } = parseMarked(readFileSync(source, 'utf8'))
    return { [join(folder, 'transcript.txt')]: text, [join(folder, 'gold.json')]: formatGold(gold) }
  } catch (error) {
    throw new Error(`${relative('.', source)}, ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

/** One entry a line, so that a change of the marks is a small change of the file. */
function formatGold(gold: Gold): string {
  const list = (entries: readonly unknown[]) =>
    entries.length === 0
      ? '[]'
      : `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`
  return `{
  "transcript": "transcript.txt",
  "offsets": "UTF-16 code units",
  "origin": ${list(gold.origin)},
  "alignment": ${list(gold.alignment)},
  "errors": ${list(gold.errors)}
}
`
}
