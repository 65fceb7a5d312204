/**
 * Each folder of cases/ is a run of the command line: `command` (a line or more of shell, where `batch` is
 * scripts/clean.ts) is run in a copy of `files/`; `stdout`, `stderr` and `status` hold what must come of it. UPDATE=1 rewrites them.
 */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const cases = fileURLToPath(new URL('cases/', import.meta.url))
const entry = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const batch = fileURLToPath(new URL('../../scripts/clean.ts', import.meta.url))
const loader = import.meta.resolve('tsx')

interface Result {
  readonly stdout: string
  readonly stderr: string
  readonly status: string
}

describe.concurrent('the command line', () => {
  test.each(readdirSync(cases))('%s', async (name) => {
    const folder = join(cases, name)
    const result = await runCase(folder)
    if (process.env['UPDATE']) keep(folder, result)
    expect(result).toEqual(expected(folder))
  })
})

async function runCase(folder: string): Promise<Result> {
  const place = mkdtempSync(join(tmpdir(), 'jiaodui-'))
  try {
    if (existsSync(join(folder, 'files'))) cpSync(join(folder, 'files'), place, { recursive: true })
    return await shell(readFileSync(join(folder, 'command'), 'utf8'), place)
  } finally {
    rmSync(place, { recursive: true })
  }
}

function shell(command: string, cwd: string): Promise<Result> {
  const run = `'${process.execPath}' --import '${loader}'`
  const script = `jiaodui() { ${run} '${entry}' "$@"; }
batch() { ${run} '${batch}' "$@"; }
${command}`
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] }
  return new Promise((resolve) => {
    const child = execFile('bash', ['--norc', '-c', script], { cwd, env }, (_error, stdout, stderr) => {
      resolve({ stdout, stderr, status: String(child.exitCode) })
    })
    child.stdin?.end()
  })
}

const parts = ['stdout', 'stderr', 'status'] as const

function expected(folder: string): Result {
  const [stdout, stderr, status] = parts.map((part) => {
    const path = join(folder, part)
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  })
  return { stdout: stdout!, stderr: stderr!, status: status!.trim() || '0' }
}

/** Empty output and the status 0 have no file. */
function keep(folder: string, result: Result): void {
  for (const part of parts) {
    const content = part === 'status' ? (result.status === '0' ? '' : `${result.status}\n`) : result[part]
    if (content === '') rmSync(join(folder, part), { force: true })
    else writeFileSync(join(folder, part), content)
  }
}
