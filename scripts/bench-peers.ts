/**
 * What else an editor would run over a transcript, on the same annotated calls: whole processes, how much of
 * what is wrong each flags, and how much besides. Peers that are not installed are said to be absent.
 *
 *     npm install --prefix PEERS harper.js cspell textlint textlint-rule-{write-good,terminology}
 *     npm run build && npx tsx scripts/bench-peers.ts --peers PEERS [--runs 5] [FOLDER…]
 *
 * aspell and hunspell are those of the system.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { overlaps } from '../src/text/spans.js'
import type { Span } from '../src/types.js'
import { markdownTable } from './markdown-table.js'

interface Gold {
  readonly errors: readonly (Span & { readonly tier: string })[]
}

/** A program, and the spans it flags as its output tells them. */
interface Peer {
  readonly name: string
  readonly command: (file: string) => readonly string[]
  readonly isThere: () => boolean
  readonly flagged: (output: string, text: string) => readonly Span[]
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { peers: { type: 'string', default: 'peers' }, runs: { type: 'string', default: '5' } },
})
const runs = Number(values.runs)
const installed = resolve(values.peers)
const scratch = mkdtempSync(join(tmpdir(), 'jiaodui-peers-'))
const entry = fileURLToPath(new URL('../dist/command/main.js', import.meta.url))
const folders =
  positionals.length > 0
    ? positionals
    : ['corpora/samples/lanyue-auto-2025q3', '../shared/corpora/kingsoft-cloud-2025q3'].filter((folder) =>
        existsSync(folder),
      )

const harper = join(scratch, 'harper.mjs')
writeFileSync(
  harper,
  `import { LocalLinter } from ${JSON.stringify(join(installed, 'node_modules/harper.js/dist/index.js'))}
import { binaryInlined } from ${JSON.stringify(join(installed, 'node_modules/harper.js/dist/binaryInlined.js'))}
import { readFileSync } from 'node:fs'
const linter = new LocalLinter({ binary: binaryInlined })
const lints = await linter.lint(readFileSync(process.argv[2], 'utf8'), { language: 'plaintext' })
console.log(JSON.stringify(lints.map((lint) => ({ start: lint.span().start, end: lint.span().end }))))
`,
)
const module = (name: string): boolean => existsSync(join(installed, 'node_modules', name))
const onPath = (name: string): boolean => spawnSync('which', [name]).status === 0
const node = process.execPath
const binary = (name: string): string => join(installed, 'node_modules/.bin', name)

const peers: readonly Peer[] = [
  {
    name: 'jiaodui check',
    command: (file) => [
      node,
      entry,
      'check',
      file,
      '--format',
      'json',
      '--fail-on',
      'never',
      '--no-decisions',
    ],
    isThere: () => existsSync(entry),
    flagged: (output) => {
      const { findings } = JSON.parse(output) as { findings: (Span & { severity: string })[] }
      return findings.filter(({ severity }) => severity !== 'info')
    },
  },
  {
    name: 'Harper',
    command: (file) => [node, harper, file],
    isThere: () => module('harper.js'),
    flagged: (output) => JSON.parse(output) as Span[],
  },
  {
    name: 'cspell',
    command: (file) => [
      binary('cspell'),
      '--no-progress',
      '--no-summary',
      '--words-only',
      '--unique',
      '--root',
      scratch,
      file,
    ],
    isThere: () => module('cspell'),
    flagged: wordsOf,
  },
  {
    name: 'textlint (write-good, terminology)',
    command: (file) => [
      ...[
        'sh',
        '-c',
        'cd "$0" && node_modules/.bin/textlint --format json --rule write-good --rule terminology "$1"',
      ],
      ...[installed, file],
    ],
    isThere: () => module('textlint'),
    flagged: (output) => {
      const [{ messages }] = JSON.parse(output) as [{ messages: { range: [number, number] }[] }]
      return messages.map(({ range: [start, end] }) => ({ start, end }))
    },
  },
  {
    name: 'aspell',
    command: (file) => ['sh', '-c', 'aspell list --lang=en_US < "$0"', file],
    isThere: () => spawnSync('aspell', ['list', '--lang=en_US'], { input: '' }).status === 0,
    flagged: wordsOf,
  },
  {
    name: 'hunspell',
    command: (file) => ['hunspell', '-d', 'en_US', '-l', file],
    isThere: () => onPath('hunspell'),
    flagged: wordsOf,
  },
]

/** Where the words of a list, one a line, stand in the text. */
function wordsOf(output: string, text: string): Span[] {
  const words = new Set(output.split('\n').filter((word) => word.trim() !== ''))
  return [...text.matchAll(/[\p{L}\p{M}'’]+/gu)]
    .filter(([word]) => words.has(word))
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
}

console.log(
  `${cpus().length} × ${cpus()[0]!.model}, Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(1)} before the run\n`,
)
for (const folder of folders) {
  const text = readFileSync(join(folder, 'transcript.txt'), 'utf8')
  const { errors } = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold
  const file = join(scratch, `${basename(folder)}.txt`)
  writeFileSync(file, text)
  const counted = errors.filter(({ tier }) => tier !== 'D')
  const rows = peers.map((peer) =>
    peer.isThere() ? rowOf(peer, file, text, counted, errors) : [peer.name, 'absent, not measured'],
  )
  console.log(
    markdownTable([
      [
        basename(folder),
        `ms, median of ${runs}`,
        'peak MB',
        `flagged of ${counted.length} errors`,
        'flagged besides',
      ],
      ...rows,
    ]),
  )
}

function rowOf(
  { name, command, flagged }: Peer,
  file: string,
  text: string,
  counted: Gold['errors'],
  errors: Gold['errors'],
): string[] {
  const measured = Array.from({ length: runs }, () => measure(command(file)))
  const spans = flagged(measured[0]!.output, text)
  const found = counted.filter((error) => spans.some((span) => overlaps(span, error))).length
  const besides = spans.filter((span) => !errors.some((error) => overlaps(span, error))).length
  const middle = (of: (one: Measured) => number): number =>
    measured.map(of).toSorted((a, b) => a - b)[runs >> 1]!
  return [
    name,
    middle(({ wall }) => wall).toFixed(0),
    middle(({ memory }) => memory).toFixed(0),
    String(found),
    String(besides),
  ]
}

interface Measured {
  readonly wall: number
  readonly memory: number
  readonly output: string
}

/** A run as a process of its own; its most memory, in MB, is read by GNU time. */
function measure(words: readonly string[]): Measured {
  const start = performance.now()
  const { stdout, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return {
    wall: performance.now() - start,
    memory: Number(stderr.trim().split('\n').at(-1)) / 1024,
    output: stdout,
  }
}
