/**
 * Writes what is made from the program: of the checks in src/check/rules the index beside them, a page for
 * each under docs/checks and a table of all; the manual page; the JSON schemas. With --check it writes
 * nothing and exits with 1 when one is out of step.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Check } from '../src/check/check.js'
import { examplesOf, exampleText } from '../src/check/explain.js'
import { manualPage } from './generated/manual.js'
import { jsonSchemas } from './generated/schemas.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const rules = 'src/check/rules'
const pages = 'docs/checks'

/** A check and the name under which its file exports it. */
export interface Rule {
  readonly name: string
  readonly check: Check
}

/** The checks of src/check/rules, by id. Throws Error for a file that exports none of its own name. */
export async function loadRules(): Promise<Rule[]> {
  const ids = readdirSync(join(root, rules))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => basename(file, '.ts'))
    .toSorted()
  return Promise.all(ids.map(loadRule))
}

/** Every generated file by its path from the root of the project. */
export function generatedFiles(found: readonly Rule[]): Map<string, string> {
  return new Map([
    [`${rules}/index.ts`, indexOf(found)],
    [`${pages}/README.md`, tableOf(found.map(({ check }) => check))],
    ...found.map(({ check }): [string, string] => [`${pages}/${check.id}.md`, pageOf(check)]),
    ['docs/jiaodui.1', manualPage()],
    ...[...jsonSchemas()].map(([name, schema]): [string, string] => [`docs/schemas/${name}`, schema]),
  ])
}

/** Generated files that differ from what is there, and pages of checks that are gone. */
export function outOfStep(files: ReadonlyMap<string, string>): { stale: string[]; surplus: string[] } {
  const current = (path: string) =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''
  const present = existsSync(join(root, pages)) ? readdirSync(join(root, pages)) : []
  return {
    stale: [...files].filter(([path, content]) => current(path) !== content).map(([path]) => path),
    surplus: present.map((file) => `${pages}/${file}`).filter((path) => !files.has(path)),
  }
}

async function loadRule(id: string): Promise<Rule> {
  const url = pathToFileURL(join(root, rules, `${id}.ts`)).href
  const exported = Object.entries((await import(url)) as Record<string, unknown>)
  const own = exported.find(
    ([, value]) => typeof value === 'object' && value !== null && 'id' in value && value.id === id,
  )
  if (!own)
    throw new Error(`${rules}/${id}.ts exports no check whose id is "${id}": name file and check alike`)
  return { name: own[0], check: own[1] as Check }
}

const camelCase = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

function indexOf(found: readonly Rule[]): string {
  const imports = found.map(({ name, check }) => {
    const alias = camelCase(check.id)
    const what = name === 'default' ? alias : name === alias ? `{ ${name} }` : `{ ${name} as ${alias} }`
    return `import ${what} from './${check.id}.js'\n`
  })
  return `// Written by \`npm run docs\` from the files of this folder.
import type { Check } from '../check.js'
${imports.join('')}
/** Every check, by id. */
export const checks: readonly Check[] = [
${found.map(({ check }) => `  ${camelCase(check.id)},\n`).join('')}]
`
}

const notice = '<!-- Written by `npm run docs` from src/check/rules; change it there. -->'

function tableOf(checks: readonly Check[]): string {
  const rows = checks.map(
    ({ id, summary, category, severity }) =>
      `| [${id}](${id}.md) | ${category} | ${severity} | ${summary} |\n`,
  )
  return `${notice}

# Checks

\`jiaodui explain CHECK\` prints a page. A check's severity is the highest that its findings take.

| check | category | severity | what it looks for |
| --- | --- | --- | --- |
${rows.join('')}`
}

function pageOf(check: Check): string {
  const { reported, silent } = examplesOf(check)
  return [
    notice,
    `# ${check.id}`,
    check.summary,
    `Category **${check.category}**, severity at most **${check.severity}**.`,
    check.explanation.trim(),
    ...(reported.length > 0 ? ['## Reported', ...reported.map(quoted)] : []),
    ...(silent.length > 0 ? ['## Left alone', ...silent.map(quoted)] : []),
  ]
    .join('\n\n')
    .concat('\n')
}

function quoted(example: Check['examples'][number]): string {
  return `${example.why}\n\n\`\`\`text\n${exampleText(example)}\n\`\`\``
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = generatedFiles(await loadRules())
  const { stale, surplus } = outOfStep(files)
  if (process.argv.includes('--check')) {
    for (const path of [...stale, ...surplus]) console.error(`${path} is out of step: run npm run docs`)
    if (stale.length + surplus.length > 0) process.exitCode = 1
  } else {
    for (const path of stale) mkdirSync(dirname(join(root, path)), { recursive: true })
    for (const path of stale) writeFileSync(join(root, path), files.get(path)!)
    for (const path of surplus) rmSync(join(root, path))
    for (const path of [...stale, ...surplus]) console.log(path)
  }
}
