import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { loadInput } from '../../src/cli/load.js'
import { reviewedCall } from '../../src/cli/reviewed.js'
import { settingsOf } from '../../src/cli/settings.js'
import { annotate, check } from '../../src/pipeline.js'
import { decisionLine, valueOf, type Entry } from '../../src/review/decisions.js'
import { decisionsPath } from '../../src/review/decisions-path.js'
import { applyEdits } from '../../src/text/edits.js'

const folder = mkdtempSync(join(tmpdir(), 'jiaodui-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const path = join(folder, 'call.txt')
const text = readFileSync(
  new URL('../../corpora/samples/lanyue-auto-2025q3/transcript.txt', import.meta.url),
  'utf8',
)
writeFileSync(path, text)
const findings = check(annotate(text))
const verdicts = ['accepted', 'edited', 'rejected', 'verified'] as const
const common = { version: 1, who: 'Mei', when: '2026-01-02T03:04:05.000Z' } as const

const settle = (index: number, verdict: (typeof verdicts)[number]): Entry => {
  const finding = findings[index]!
  const text =
    verdict === 'edited' ? 'other words' : verdict === 'accepted' ? finding.suggestions[0]?.text : undefined
  return {
    ...common,
    type: 'settle',
    step: `s${index}`,
    finding: finding.id,
    check: finding.check,
    quote: finding.text,
    value: valueOf(finding),
    verdict,
    ...(text === undefined ? {} : { text }),
  }
}
const undo = (index: number): Entry => ({ ...common, type: 'undo', step: `u${index}`, of: `s${index}` })

async function textAfter(entries: readonly Entry[]): Promise<string> {
  writeFileSync(decisionsPath(path), entries.map(decisionLine).join(''))
  const settings = await settingsOf({ quiet: true, apply: 'none' })
  const { doc, plan } = await reviewedCall(await loadInput({ path, name: 'call' }), settings)
  return applyEdits(doc.text, plan.edits)
}

const all = findings.map((_, index) => index)

it('rejecting everything gives the original back', async () => {
  expect(await textAfter(all.map((index) => settle(index, 'rejected')))).toBe(text)
})

it('accepting all and undoing all gives the original back', async () => {
  expect(await textAfter(all.map((index) => settle(index, 'accepted')))).not.toBe(text)
  expect(await textAfter([...all.map((index) => settle(index, 'accepted')), ...all.map(undo)])).toBe(text)
})

it('so does whatever was decided, once it is all undone', async () => {
  const decisions = fc.array(fc.tuple(fc.nat(findings.length - 1), fc.constantFrom(...verdicts)))
  await fc.assert(
    fc.asyncProperty(decisions, async (decided) => {
      const entries = decided.map(([index, verdict]) => settle(index, verdict))
      expect(await textAfter([...entries, ...decided.map(([index]) => undo(index))])).toBe(text)
    }),
    { numRuns: 4 },
  )
})
