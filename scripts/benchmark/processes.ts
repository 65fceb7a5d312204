import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { StageTimes } from './stages.js'

/** What one run of the built command took. */
export interface ProcessCost {
  /** From spawn to exit, in milliseconds. */
  readonly wall: number
  /** User and system time of all its threads, in milliseconds. */
  readonly cpu: number
  /** The most resident memory, in bytes. */
  readonly memory: number
}

const entry = fileURLToPath(new URL('../../dist/command/main.js', import.meta.url))

/** Tells on descriptor 3 what the process used. */
const meter = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs'
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())))`,
)}`

/** Runs `jiaodui` with these words as a process of its own. Throws Error when it cannot be run. */
export function measureProcess(words: readonly string[]): ProcessCost {
  const start = performance.now()
  const { output, status } = spawnSync(process.execPath, ['--import', meter, entry, ...words], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  })
  const wall = performance.now() - start
  if (status !== 0 && status !== 1) throw new Error(`jiaodui ${words.join(' ')} failed: run npm run build`)
  const used = JSON.parse(output[3]!) as NodeJS.ResourceUsage
  return {
    wall,
    cpu: (used.userCPUTime + used.systemCPUTime) / 1000,
    memory: used.maxRSS * 1024,
  }
}

const cold = fileURLToPath(new URL('cold.ts', import.meta.url))

/** The stages in a process of their own, in milliseconds, loading the code left out. Throws Error when it cannot be run. */
export function measureColdStages(file: string): StageTimes {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), cold, file],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as StageTimes
}
