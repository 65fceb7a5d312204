import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { reportSchema } from '../../scripts/generated/schemas.js'
import { annotate, check } from '../../src/pipeline.js'
import { reportOf } from '../../src/render/report-json.js'
import { rosterOf } from '../../src/speakers/roster.js'

it.each([
  'lanyue-auto-2025q3',
  'qingmu-education-2026q1',
  'heqiao-technology-2025q3',
  'tidewell-leasing-2025q3',
])('the report of %s is what its schema says', (name) => {
  const doc = annotate(readFileSync(`corpora/samples/${name}/transcript.txt`, 'utf8'))
  const roster = rosterOf(doc).people
  const report = reportOf(doc, check(doc), { path: 'call.txt', sha256: '0'.repeat(64) })
  expect(reportSchema.safeParse(JSON.parse(JSON.stringify({ ...report, roster }))).error).toBeUndefined()
})
