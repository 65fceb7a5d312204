import { z } from 'zod'

const offset = z.int().min(0)
const span = z
  .strictObject({ start: offset, end: offset })
  .refine(({ start, end }) => start < end, 'a span must hold words')
const words = z.string().max(10_000)
const name = z.string().trim().min(1).max(300)
const id = z.string().max(100)

/** The body of a request that changes a call. */
export const requestSchema = z.strictObject({
  revision: z.string().max(200),
  step: z.discriminatedUnion('type', [
    z.strictObject({ type: z.enum(['undo', 'redo']) }),
    z.strictObject({
      type: z.literal('settle'),
      ids: z.array(id).min(1).max(100_000),
      verdict: z.enum(['accepted', 'edited', 'rejected', 'verified', 'open']),
      text: words.exactOptional(),
      reason: z.string().max(2000).exactOptional(),
    }),
    z.strictObject({ type: z.literal('correct'), span, insert: words }),
    z.strictObject({
      type: z.literal('origin'),
      span,
      origin: z.enum(['english', 'mandarin', 'interpretation', 'notice']),
    }),
    z.strictObject({
      type: z.literal('beads'),
      beads: z
        .array(z.strictObject({ mandarin: z.array(span).max(1000), interpretation: z.array(span).max(1000) }))
        .min(1)
        .max(1000),
    }),
    z.strictObject({ type: z.literal('rename'), from: z.string().max(300), name }),
    z.strictObject({ type: z.literal('speaker'), turns: z.array(offset).min(1).max(100_000), name }),
    z.strictObject({ type: z.literal('turn'), at: offset, name }),
  ]),
})
