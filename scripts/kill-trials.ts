/**
 * Kills runs of `jiaodui clean` (kill -9) at moments drawn at random and takes them up again with --resume: what
 * comes of it must be, byte for byte, what an undisturbed run makes, with nothing beside it. Needs `npm run build`.
 *
 *     npx tsx scripts/kill-trials.ts [--trials 200] [--seed 1]
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { MANIFEST_NAME } from '../src/cli/files.js'
import { mulberry } from './random.js'

const { values } = parseArgs({
  options: { trials: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
})
const entry = fileURLToPath(new URL('../dist/command/main.js', import.meta.url))
const random = mulberry(Number(values.seed))
const place = mkdtempSync(join(tmpdir(), 'jiaodui-kill-'))
const inputs = join(place, 'calls')
mkdirSync(inputs)
for (let number = 10; number < 22; number++)
  writeFileSync(
    join(inputs, `call-${number}.txt`),
    `Ann Price (CFO): Revenue was RMB ${number}.5 million, and growth margin was ${number}% in the quarter.\n`.repeat(
      20,
    ),
  )

const whole = join(place, 'whole')
const begin = performance.now()
clean(whole)
const undisturbed = performance.now() - begin
const wanted = contentsOf(whole)

let faults = 0
let cutShort = 0
for (let trial = 0; trial < Number(values.trials); trial++) {
  const out = join(place, `trial-${trial}`)
  const jobs = 1 + Math.floor(random() * 2)
  await killAfter(undisturbed * (0.3 + 0.8 * random()), out, jobs)
  const before = contentsOf(out)
  if (before.size < wanted.size) cutShort++
  clean(out, '--resume', '--jobs', String(jobs))
  const fault = differenceOf(contentsOf(out))
  if (fault !== undefined) {
    faults++
    console.log(`trial ${trial}: ${fault}`)
  }
  rmSync(out, { recursive: true, force: true })
}
rmSync(place, { recursive: true })
console.log(
  `${values.trials} runs killed, ${cutShort} of them before they were done; ${faults} lost or mixed something`,
)
process.exitCode = faults > 0 ? 1 : 0

function clean(out: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [entry, 'clean', inputs, '--out', out, ...words], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`an undisturbed run failed: ${stderr}`)
}

function killAfter(milliseconds: number, out: string, jobs: number): Promise<void> {
  return new Promise((resolve) => {
    const words = [entry, 'clean', inputs, '--out', out, '--jobs', String(jobs)]
    const child = spawn(process.execPath, words, { stdio: 'ignore' })
    setTimeout(() => child.kill('SIGKILL'), milliseconds)
    child.once('exit', () => {
      resolve()
    })
  })
}

/** Of the files of a folder, by name, but for the manifest. */
function contentsOf(folder: string): Map<string, string> {
  if (!statSync(folder, { throwIfNoEntry: false })) return new Map()
  const names = readdirSync(folder).filter((name) => name !== MANIFEST_NAME)
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

function differenceOf(found: ReadonlyMap<string, string>): string | undefined {
  const [lost] = [...wanted].filter(([name, content]) => found.get(name) !== content)
  if (lost) return `${lost[0]} is ${found.has(lost[0]) ? 'another' : 'absent'}`
  const [surplus] = [...found.keys()].filter((name) => !wanted.has(name))
  return surplus === undefined ? undefined : `${surplus} is left over`
}
