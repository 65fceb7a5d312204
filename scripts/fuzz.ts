/**
 * Damaged inputs, by bytes, stretches and words, through the readers and the whole pipeline: nothing may
 * crash or hang, and what is said in scripts/fuzz/invariants.ts must hold. Every tenth goes through the
 * whole pipeline. Exits 1 after the first ten failures; each is printed with the number that makes it
 * again (`--seed SEED --from NUMBER --inputs 1`) and kept as a file in the folder `--keep`.
 *
 *     npx tsx scripts/fuzz.ts [--inputs 200000] [--seed N] [--from 0] [--keep DIR]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cleansWell, readsWell, type Outcome } from './fuzz/invariants.js'
import { mutantOf } from './fuzz/mutate.js'
import { seedInputs } from './fuzz/seeds.js'

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    keep: { type: 'string' },
  },
})
const [inputs, seed, from] = [Number(values.inputs), Number(values.seed), Number(values.from)]

/** Milliseconds that an input may take, on a busy machine too: a thousand times what most take. */
const PATIENCE = 10_000
const MOST_FAILURES = 10

const seeds = seedInputs()
const outcomes: Record<Outcome, number> = { refused: 0, read: 0 }
let whole = 0
let bytes = 0
let failures = 0
let slowest = { ms: 0, number: 0, length: 0 }
const begin = performance.now()
for (let number = from; number < from + inputs && failures < MOST_FAILURES; number++) {
  const input = mutantOf(seeds, seed, number)
  const isWhole = number % 10 === 0
  const start = performance.now()
  try {
    outcomes[isWhole ? cleansWell(input) : readsWell(input)]++
    const ms = performance.now() - start
    if (ms > slowest.ms) slowest = { ms, number, length: input.length }
    if (ms > PATIENCE) throw new Error(`${(ms / 1000).toFixed(1)} s for ${input.length} bytes`)
  } catch (error) {
    fail(number, input, error)
  }
  whole += Number(isWhole)
  bytes += input.length
  if ((number + 1) % 10_000 === 0) console.log(`${number + 1} inputs, ${failures} failures, ${seconds()} s`)
}
const total = outcomes.read + outcomes.refused
console.log(
  `seed ${seed}: ${total} inputs without a fault (${outcomes.refused} refused, ${whole} through the whole pipeline), ${(bytes / 2 ** 20).toFixed(0)} MB, ${failures} failures, ${seconds()} s`,
)
console.log(
  `slowest: number ${slowest.number}, ${slowest.length} bytes in ${slowest.ms.toFixed(0)} ms (the first one loads the tables)`,
)
process.exitCode = failures > 0 ? 1 : 0

function fail(number: number, input: Uint8Array, error: unknown): void {
  failures++
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  console.log(
    `number ${number}: ${message}\n${stack
      .split('\n')
      .filter((line) => line.includes('/src/'))
      .slice(0, 4)
      .join('\n')}`,
  )
  if (values.keep === undefined) return
  mkdirSync(values.keep, { recursive: true })
  writeFileSync(join(values.keep, `${seed}-${number}.bin`), input)
}

function seconds(): string {
  return ((performance.now() - begin) / 1000).toFixed(0)
}
