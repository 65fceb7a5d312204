import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseMarked } from '../../scripts/markup.js'
import { errors, linkF1, originAccuracy, switches } from '../../scripts/measures.js'
import { perfectReport } from './perfect-report.js'

const folder = join(import.meta.dirname, '../../corpora/samples')
const samples = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'marked.txt')))

describe('samples', () => {
  it('are built from their marked text', () => {
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-samples.ts', '--check'], {
      cwd: join(folder, '../..'),
      stdio: 'pipe',
    })
  })

  it('stand in the list of corpora/README.md', () => {
    const list = readFileSync(join(folder, '../README.md'), 'utf8')
    expect(samples.filter((name) => !list.includes(`| \`${name}\` |`))).toEqual([])
  })

  it.each(samples)('%s: a report that says what the annotation says measures 1', (name) => {
    const { text, gold } = parseMarked(readFileSync(join(folder, name, 'marked.txt'), 'utf8'))
    const report = perfectReport(gold)
    expect(originAccuracy(text, gold, report).accuracy).toBe(1)
    expect(switches(text, gold, report)).toMatchObject({ precision: 1, recall: 1 })
    expect(linkF1(text, gold, report).f1).toBe(1)
    const { byTier, falseAlarms } = errors(text, gold, report)
    expect(falseAlarms).toBe(0)
    for (const count of Object.values(byTier)) {
      expect(count).toMatchObject({ flagged: count.errors, corrected: count.correctable })
    }
  })
})
