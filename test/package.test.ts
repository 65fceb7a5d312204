import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasChromium, launch } from './review/browser/desk.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const isBuilt = existsSync(join(root, 'dist/index.js'))
const name = isBuilt ? 'the package' : 'the package: not measured, run "npm run build" first'

interface Packed {
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
}

describe.skipIf(!isBuilt)(name, () => {
  // Inside node_modules, so that what the package depends on is found without a registry.
  const folder = join(root, 'node_modules/.cache/package-test')
  const installed = join(folder, 'node_modules/jiaodui')
  let packed: Packed

  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(installed, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"name":"somebodys"}')
    const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
    const json = execFileSync('npm', words, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    packed = (JSON.parse(json) as Packed[])[0]!
    execFileSync('tar', ['-xzf', join(folder, packed.filename), '--strip-components=1', '-C', installed])
  }, 120_000)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const run = (script: string, ...words: readonly string[]): string =>
    execFileSync(process.execPath, [script, ...words], { cwd: folder, encoding: 'utf8' })

  it('holds what runs, its data and its licence, and nothing else', () => {
    const needless = packed.files.filter(
      ({ path }) =>
        !/^(?:dist\/.*\.(?:js|d\.ts|css|html|svg|woff2)|src\/lexicon\/data\/[\w-]+\.(?:bin|json|txt)|corpora\/samples\/[\w-]+\/transcript\.txt|docs\/jiaodui\.1|docs\/schemas\/[\w-]+\.schema\.json|LICENSE|README\.md|CHANGELOG\.md|package\.json)$/u.test(
          path,
        ),
    )
    expect(needless.map(({ path }) => path)).toEqual([])
  })

  it('declares every package that it imports, and runs no script when it is installed', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Manifest & {
      readonly scripts: Readonly<Record<string, string>>
    }
    const declared = new Set(Object.keys(manifest.dependencies))
    expect(packagesImportedIn(join(installed, 'dist')).filter((name) => !declared.has(name))).toEqual([])
    expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/u.test(name))).toEqual([])
  })

  it('is found in order by publint', async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false })
    expect(messages.filter(({ type }) => type !== 'suggestion')).toEqual([])
  })

  it('has types that resolve as its modules do', () => {
    const attw = join(root, 'node_modules/.bin/attw')
    const words = [join(folder, packed.filename), '--profile', 'esm-only', '--no-definitely-typed', '--quiet']
    expect(() => execFileSync(attw, words)).not.toThrow()
  }, 120_000)

  it('cleans a transcript by its command', () => {
    const sample = join(installed, 'corpora/samples/lanyue-auto-2025q3/transcript.txt')
    const main = join(installed, 'dist/command/main.js')
    expect(run(main, '--version')).toMatch(/^\d+\.\d+\.\d+\n$/u)
    expect(run(main, 'check', sample, '--format', 'json', '--fail-on', 'never')).toContain('"findings"')
  })

  it('makes the same of a folder with any number of threads, and goes on where it was stopped', () => {
    const main = join(installed, 'dist/command/main.js')
    const calls = join(folder, 'calls')
    mkdirSync(calls)
    for (const name of ['velora-q1', 'velora-q2', 'velora-q3'])
      writeFileSync(
        join(calls, `${name}.txt`),
        `Amy Cole: Our growth margin was 15% at ${name}. Amy Kole said so.\n`,
      )
    const by = ['--by', 'company', '--quiet']
    run(main, 'clean', 'calls', '--out', 'one', '--jobs', '1', ...by)
    run(main, 'clean', 'calls', '--out', 'three', '--jobs', '3', ...by)
    const made = (out: string) => contentsOf(join(folder, out))
    expect([...made('one').keys()]).toHaveLength(9)
    expect(made('three')).toEqual(made('one'))
    rmSync(join(folder, 'three/velora-q2.vendor.txt'))
    run(main, 'clean', 'calls', '--out', 'three', '--resume', ...by)
    expect(made('three')).toEqual(made('one'))
  })

  const greets = `const { findings } = clean('Amy Cole (CFO): Our growth margin was 15%, and the growth margin of last year was 14%.')
console.log(findings.length > 0 ? 'flags' : 'is silent')`

  it('is imported from an ES module', () => {
    writeFileSync(join(folder, 'module.mjs'), `import { clean } from 'jiaodui'\n${greets}`)
    expect(run('module.mjs')).toBe('flags\n')
  })

  it('is imported from CommonJS by a dynamic import', () => {
    writeFileSync(join(folder, 'common.cjs'), `import('jiaodui').then(({ clean }) => {\n${greets}\n})`)
    expect(run('common.cjs')).toBe('flags\n')
  })

  it.skipIf(!hasChromium)(
    'works in a browser, bundled, with data that the page fetches',
    async () => {
      const page = join(folder, 'page')
      mkdirSync(page)
      writeFileSync(
        join(page, 'index.html'),
        '<!doctype html><title>waits</title><script type="module" src="page.js"></script>',
      )
      writeFileSync(join(page, 'page.js'), PAGE)
      await build({ root: page, logLevel: 'error', configFile: false, build: { target: 'es2023' } })
      await shows(join(page, 'dist'), 'flags')
    },
    120_000,
  )
})

/** The files of a folder by name, without the manifest. */
function contentsOf(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.manifest.jsonl'))
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** The names of packages in the import statements and import() calls of the scripts of a folder. */
function packagesImportedIn(folder: string): string[] {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.js'),
  )
  const names = scripts
    // The review page is bundled with all that it needs.
    .filter((path) => !path.startsWith('review/page/'))
    .flatMap((path) => [
      ...readFileSync(join(folder, path), 'utf8').matchAll(
        /^(?:import|export) [^'"\n]*?from '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gmu,
      ),
    ])
    .map(([, fixed, called]) => (fixed ?? called)!)
    .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
  return [...new Set(names)].toSorted()
}

const PAGE = `import { clean, openLexicon } from 'jiaodui'
import languageModel from 'jiaodui/data/language-model.bin?url'
import dictionary from 'jiaodui/data/dictionary.bin?url'
import pronunciations from 'jiaodui/data/pronunciations.bin?url'
import wordShapes from 'jiaodui/data/word-shapes.bin?url'
import wordVectors from 'jiaodui/data/word-vectors.bin?url'
import renderings from 'jiaodui/data/renderings.bin?url'
import tables from 'jiaodui/data/tables.json?url'
import originModel from 'jiaodui/data/origin-model.json?url'

const addresses = {
  'language-model.bin': languageModel, 'dictionary.bin': dictionary, 'pronunciations.bin': pronunciations,
  'word-shapes.bin': wordShapes, 'word-vectors.bin': wordVectors, 'renderings.bin': renderings,
  'tables.json': tables, 'origin-model.json': originModel,
}
const load = async ([name, address]) => [name, new Uint8Array(await (await fetch(address)).arrayBuffer())]
const data = new Map(await Promise.all(Object.entries(addresses).map(load)))
const lexicon = openLexicon((name) => data.get(name))
const { findings } = clean('Amy Cole (CFO): Our growth margin was 15%, and the growth margin of last year was 14%.', { lexicon })
document.title = findings.length > 0 ? 'flags' : 'is silent'
`

/** Serves a folder on loopback and waits until its page has the title. */
async function shows(folder: string, title: string): Promise<void> {
  const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' }
  const server = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url.split('?')[0]!
    const file = join(folder, path)
    if (!existsSync(file)) return response.writeHead(404).end()
    return response
      .setHeader('content-type', types[path.split('.').at(-1)!] ?? 'application/octet-stream')
      .end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await launch()
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction(`document.title === ${JSON.stringify(title)}`, undefined, { timeout: 60_000 })
  } finally {
    await browser.close()
    server.close()
  }
}
