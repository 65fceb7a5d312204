import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { annotate, check, clean, renderReportText, reportOf } from '../src/index.js'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const readme = readFileSync(at('README.md'), 'utf8')
const scratch = mkdtempSync(join(tmpdir(), 'jiaodui-readme-'))

afterAll(() => {
  rmSync(scratch, { recursive: true })
})

describe('the documentation', () => {
  const sample = 'corpora/samples/lanyue-auto-2025q3/transcript.txt'
  const text = readFileSync(at(sample), 'utf8')

  it('shows findings as they are reported', () => {
    const doc = annotate(text)
    const report = renderReportText(reportOf(doc, check(doc), { path: sample, sha256: '' }), text)
    const [, shown] = /```text\n(corpora\/.*?)\n```/su.exec(readme)!
    for (const finding of shown!.split('\n\n')) expect(report).toContain(finding)
  })

  it('shows clean transcripts as they are written', () => {
    const vendor = clean(text, { style: 'vendor' }).text
    const [, passage] = /```text\n(Shen .*?)\n```/su.exec(readme)!
    expect(vendor).toContain(passage)
    const bilingual = rowsOf(clean(text, { style: 'bilingual' }).text)
    const rows = rowsOf(readme).filter((row) => row.startsWith('| T'))
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(bilingual).toContain(row)
  })

  it.each(['README.md', 'docs/library.md'])('has an example that prints what it says: %s', (page) => {
    const [, example, printed] = EXAMPLE.exec(readFileSync(at(page), 'utf8'))!
    const file = join(scratch, 'example.mts')
    writeFileSync(file, example!.replace("'jiaodui'", `'${at('src/index.ts')}'`))
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), file], {
      encoding: 'utf8',
    })
    expect({ stdout: stdout.trimEnd(), stderr }).toEqual({ stdout: printed!.trimEnd(), stderr: '' })
  })

  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { scripts: object }
    const named = Array.from(readme.matchAll(/npm (?:run )?(test|demo|build)\b/gu), ([, name]) => name!)
    expect(new Set(named)).toEqual(new Set(['test', 'demo', 'build']))
    for (const name of named) expect(scripts).toHaveProperty(name)
  })
})

const EXAMPLE = /```ts\n(.*?)```\n\nprints\n\n```text\n(.*?)```/su

/** The rows of Markdown tables, without the blanks that line up their columns. */
function rowsOf(markdown: string): string[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.replace(/ +/gu, ' '))
}
