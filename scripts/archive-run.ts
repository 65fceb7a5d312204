/**
 * Cleans a great many calls in one run, the samples over and over with their digits changed, and tells the rate and the
 * memory over the run, by tenths. Needs `npm run build`; memory is told on Linux only.
 *
 *     npx tsx scripts/archive-run.ts [--calls 1000] [--jobs 2] [--seed 1]
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { mulberry } from './random.js'

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '1000' },
    jobs: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
  },
})
const calls = Number(values.calls)
const root = fileURLToPath(new URL('..', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'jiaodui-archive-'))
const random = mulberry(Number(values.seed))

writeCalls(join(place, 'calls'))
const begin = performance.now()
const { status, memory } = await cleanAll(join(place, 'calls'), join(place, 'clean'))
const seconds = (performance.now() - begin) / 1000
const done = readdirSync(join(place, 'clean')).filter((name) => name.endsWith('.vendor.txt')).length
rmSync(place, { recursive: true })

console.log(
  `${done} of ${calls} calls in ${seconds.toFixed(1)} s with --jobs ${values.jobs}, exit status ${status}`,
)
console.log(`${(done / seconds).toFixed(2)} calls a second`)
if (memory.length > 0) {
  const tenths = Array.from({ length: 10 }, (_, tenth) => {
    const own = memory.slice(Math.floor((tenth * memory.length) / 10), ((tenth + 1) * memory.length) / 10)
    return Math.round(Math.max(0, ...own))
  })
  console.log(
    `memory: ${Math.round(Math.max(...memory))} MB at most; by tenths of the run ${tenths.join(', ')} MB`,
  )
}
process.exitCode = done === calls ? 0 : 1

/** Every sample in turn; each time other digits, so that no two calls are the same. */
function writeCalls(folder: string): void {
  const samples = join(root, 'corpora/samples')
  const texts = readdirSync(samples).map((name) =>
    readFileSync(join(samples, name, 'transcript.txt'), 'utf8'),
  )
  mkdirSync(folder)
  for (let number = 0; number < calls; number++) {
    const text = texts[number % texts.length]!
    const other = text.replaceAll(/[1-9]/gu, (digit) =>
      random() < 0.05 ? String(1 + Math.floor(9 * random())) : digit,
    )
    writeFileSync(join(folder, `call-${String(number).padStart(6, '0')}.txt`), other)
  }
}

/** The exit status, and the memory of the process in MB, a few times a second. */
function cleanAll(from: string, to: string): Promise<{ status: number | null; memory: number[] }> {
  const words = [
    join(root, 'dist/command/main.js'),
    'clean',
    from,
    '--out',
    to,
    '--summary',
    '--jobs',
    values.jobs,
  ]
  const child = spawn(process.execPath, words, { stdio: 'ignore' })
  const memory: number[] = []
  const timer = setInterval(() => {
    const size = memoryOf(child.pid!)
    if (size !== undefined) memory.push(size)
  }, 300)
  return new Promise((resolve) => {
    child.on('exit', (status) => {
      clearInterval(timer)
      resolve({ status, memory })
    })
  })
}

function memoryOf(process: number): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${process}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}
