import { z } from 'zod'
import { categories } from '../../src/check/categories.js'
import { configSchema } from '../../src/cli/config-schema.js'
import { glossarySchema } from '../../src/cli/glossary-schema.js'
import type { Report } from '../../src/render/report-json.js'

/** The JSON Schemas (draft 2020-12) of what the program writes and reads, by file name. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries({ config: configSchema, glossary: glossarySchema, report: reportSchema }).map(
      ([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`],
    ),
  )
}

const offset = z.int().min(0)
const span = z.strictObject({ start: offset, end: offset })
const share = z.number().min(0).max(1)
const count = z.int().min(0)
const origin = z.enum(['english', 'mandarin', 'interpretation', 'notice'])
const severity = z.enum(['error', 'warning', 'info'])

const evidence = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('arithmetic'),
    expression: z.string(),
    computed: z.number(),
    stated: z.number(),
  }),
  z.strictObject({ kind: z.literal('aligned'), ...span.shape, note: z.string() }),
  z.strictObject({ kind: z.literal('mention'), ...span.shape, note: z.string() }),
  z.strictObject({
    kind: z.literal('sound'),
    heard: z.string(),
    said: z.string(),
    distance: z.number().min(0),
    odds: z.number().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('wording'), expected: z.string(), source: z.string() }),
  z.strictObject({ kind: z.literal('reference'), document: z.string(), quote: z.string() }),
  z.strictObject({ kind: z.literal('pinyin'), pinyin: z.string(), note: z.string() }),
  z.strictObject({ kind: z.literal('structure'), note: z.string() }),
])

const finding = z.strictObject({
  id: z.string().regex(/^v1:/u),
  check: z.string(),
  category: z.enum(categories),
  severity,
  confidence: share,
  ...span.shape,
  text: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  message: z.string(),
  suggestions: z.array(z.strictObject({ text: z.string(), confidence: share, safe: z.boolean() })),
  evidence: z.array(evidence),
  group: z.string(),
  status: z.enum(['open', 'accepted', 'edited', 'rejected']),
  known: z.boolean().exactOptional(),
})

const person = z.strictObject({
  name: z.string(),
  role: z.enum(['operator', 'ir', 'executive', 'analyst', 'interpreter', 'unknown']),
  title: z.string().exactOptional(),
  firm: z.string().exactOptional(),
  turns: z.array(count),
  letters: z.record(origin, count),
  evidence: z.array(
    z.strictObject({ ...span.shape, kind: z.enum(['listed', 'label', 'called', 'handed', 'self']) }),
  ),
})

/** The report of `jiaodui check --format json`, version 1. */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  source: z.strictObject({
    path: z.string(),
    format: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    length: count,
  }),
  turns: z.array(
    z.strictObject({
      index: count,
      header: span,
      speaker: z.strictObject({
        label: z.string(),
        ...span.shape,
        title: z.string().exactOptional(),
        resolved: z.string(),
      }),
      body: z.array(span),
    }),
  ),
  origins: z.array(z.strictObject({ ...span.shape, origin, confidence: share, speaker: z.string() })),
  alignment: z.array(
    z.strictObject({ mandarin: z.array(span), interpretation: z.array(span), score: share }),
  ),
  findings: z.array(finding),
  roster: z.array(person).exactOptional(),
  summary: z.strictObject({
    words: count,
    byOrigin: z.record(origin, count),
    bySeverity: z.record(severity, count),
    figures: z.strictObject({ total: count, checked: count, contradicted: count }).exactOptional(),
  }),
}) satisfies z.ZodType<Report>
