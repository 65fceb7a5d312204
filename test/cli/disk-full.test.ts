import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { cleanCommand } from '../../src/cli/commands/clean.js'
import { STATUS } from '../../src/cli/status.js'
import { folderWith } from './folder.js'

const call = 'Ann Price (CFO): Our margin was 31%, and revenue was RMB 2 billion.\n'.repeat(100)

test('a full disk stops the run with a sentence, and leaves nothing half-written', async (context) => {
  const at = folderWith({ 'calls/a.txt': call, 'calls/b.txt': call })
  mkdirSync(at('out'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24k', 'tmpfs', at('out')]).status !== 0)
    context.skip('no small disk can be mounted here')
  onTestFinished(() => {
    execFileSync('umount', [at('out')])
  })
  const told: string[] = []
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((words) => told.push(String(words)) > 0)
  const status = await cleanCommand([at('calls')], { out: at('out'), jobs: 1 })
  stderr.mockRestore()
  expect(status).toBe(STATUS.failed)
  expect(told.join('')).toMatch(/a\.txt: .*(?:space|full)/u)
  expect(told.join('')).not.toContain('b.txt')
  expect(readdirSync(at('out'))).toEqual([])
})
