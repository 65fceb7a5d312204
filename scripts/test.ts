/**
 * Everything that must hold, one step after the other: `npm test`. A step counts as one, the tests of
 * vitest each as one; the last line says how many passed and failed. Exits 1 when something failed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

interface Count {
  readonly passed: number
  readonly failed: number
  /** What failed, a line each: told again at the end, where it is looked for. */
  readonly failures: readonly string[]
}

interface Step {
  readonly name: string
  readonly command: readonly string[]
  /** Counts what the command did, where it is more than one thing. */
  readonly count?: () => Count | undefined
}

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')
const scratch = mkdtempSync(join(tmpdir(), 'jiaodui-test-'))
const testReport = join(scratch, 'tests.json')

const steps: readonly Step[] = [
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json', '--noEmit'] },
  { name: 'types of the review page', command: ['tsc', '-p', 'src/review/page', '--noEmit'] },
  { name: 'build', command: ['tsc', '-p', 'tsconfig.build.json'] },
  { name: 'build of the review page', command: ['vite', 'build', '--logLevel', 'warn'] },
  {
    name: 'build of the command',
    command: ['vite', 'build', '--config', 'vite.command.config.ts', '--logLevel', 'warn'],
  },
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'pages of checks in step', command: ['tsx', 'scripts/docs.ts', '--check'] },
  { name: 'samples in step', command: ['tsx', 'scripts/build-samples.ts', '--check'] },
  {
    name: 'tests',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${testReport}`],
    count: countTests,
  },
  { name: 'quality above the floors', command: ['tsx', 'scripts/evaluate.ts', '--floors'] },
]

const counts = steps.map(run)
rmSync(scratch, { recursive: true })
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
console.log(
  ['', ...counts.flatMap(({ failures }) => failures), `${passed} passed, ${failed} failed`].join('\n'),
)
process.exitCode = failed > 0 ? 1 : 0

function run({ name, command: [program, ...words], count }: Step): Count {
  console.log(`\n── ${name}`)
  const start = performance.now()
  const { status } = spawnSync(join(bin, program!), words, { cwd: root, stdio: 'inherit' })
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
  const counted = count?.()
  if (counted && (status === 0 || counted.failed > 0)) return counted
  return status === 0
    ? { passed: 1, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: [`Failed: ${name}`] }
}

interface TestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly TestFile[]
}

interface TestFile {
  readonly name: string
  readonly status: string
  readonly assertionResults: readonly TestResult[]
}

interface TestResult {
  readonly fullName: string
  readonly status: string
  readonly failureMessages: readonly string[]
}

/** Tests, and files that could not be run at all. */
function countTests(): Count | undefined {
  if (!existsSync(testReport)) return undefined
  const report = JSON.parse(readFileSync(testReport, 'utf8')) as TestReport
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    failures: [
      ...broken.map(({ name }) => `Failed: ${relative(root, name)} could not be run`),
      ...report.testResults.flatMap(failuresOf),
    ],
  }
}

function failuresOf({ name, assertionResults }: TestFile): string[] {
  return assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => {
      const message = stripVTControlCharacters(failureMessages[0] ?? '').slice(0, 1000)
      return `Failed: ${relative(root, name)}: ${fullName}\n${message}`
    })
}
