import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fc, test } from '@fast-check/vitest'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openCall, type Call } from '../../src/review/call.js'
import { openDecisions } from '../../src/review/decisions-file.js'
import type { Step } from '../../src/review/protocol.js'
import type { Action, CallView } from '../../src/review/view.js'
import { applyEdits } from '../../src/text/edits.js'

const text = `Operator: Good day, and welcome to the third quarter earnings conference call.

Zhao Min, Chief Financial Officer: Thank you. Total revenues were RMB 775.7 million, an increase of 50% from RMB 673.8 million in the same quarter of last year. Growth margin was 78.2%. Net income excludes sharpest compensation expenses.

Qian Wei, Chief Executive Officer: Okay, the double eleven this year is longer than before, the first wave started in the middle of October. 全年我们开了二十四家新店。 Double 11 started earlier this year, in mid-October, and it ran for longer. We opened 42 new stores in the full year.

Zhao Min: The fee rate, I think it must go down. Now it is about 62, next year we hope to be within 58. The ratio has to decline, it's about 62% today and we want it under 58% next year.

Operator: Thank you. That concludes today's call.
`
const folder = mkdtempSync(join(tmpdir(), 'jiaodui-laws-'))
const path = join(folder, 'call.decisions.jsonl')
const open = (): Call =>
  openCall({
    id: 'one',
    name: 'call.txt',
    path: 'call.txt',
    text,
    sha256: '',
    // The rest of the checks says the same of the law and takes its time.
    checks: { only: ['term', 'fixed-wording', 'percent-change', 'mention', 'untranslated'] },
    who: 'Lin',
    decisions: openDecisions(path),
  })
const live = open()
const untouched = live.view()
const ids = untouched.findings.map(({ id }) => id)

beforeEach(() => {
  rmSync(path, { force: true })
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** What the page shows. */
const stateOf = (call: Call): Partial<CallView> => ({ ...call.view(), revision: '' })
const cleaned = ({ decisions }: CallView): string => applyEdits(text, decisions.edits)
const startAnew = (): void => {
  rmSync(path, { force: true })
}
const take = (steps: readonly (Action | Step)[]): void => {
  for (const step of steps) live.take(step)
}
const undoAll = (): number => {
  let count = 0
  while (live.take({ type: 'undo' })) count++
  return count
}
const stateWithoutRedo = (): object => {
  const state = stateOf(live)
  return { ...state, decisions: { ...state.decisions!, redo: undefined } }
}

const spanIn = (length: number) =>
  fc.tuple(fc.nat(text.length - 2), fc.integer({ min: 1, max: length })).map(([start, wanted]) => {
    return { start, end: Math.min(text.length, start + wanted) }
  })
const words = fc.oneof(
  fc.constant(''),
  fc.constantFrom('a word', '两个词', '😀', '='),
  fc.string({ maxLength: 12 }),
)
const name = fc.constantFrom('Zhao Min', 'Qian Wei', 'Operator', 'Somebody Else', 'Zhào Mǐn 赵敏')
const settling: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    type: fc.constant('settle' as const),
    ids: fc.subarray(ids, { minLength: 1 }),
    verdict: fc.constantFrom('accepted', 'edited', 'rejected', 'verified', 'open'),
    text: words,
  }),
  fc.record({
    type: fc.constant('settle' as const),
    ids: fc.subarray(ids, { minLength: 1 }),
    verdict: fc.constantFrom('accepted', 'rejected', 'verified', 'open'),
    reason: fc.string({ maxLength: 12 }),
  }),
)
const byHand: fc.Arbitrary<Action> = fc.record({
  type: fc.constant('correct' as const),
  span: spanIn(40),
  insert: words,
})
const naming: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ type: fc.constant('rename' as const), from: name, name }),
  fc.record({
    type: fc.constant('speaker' as const),
    turns: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 3 }),
    name,
  }),
)
const shaping: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    type: fc.constant('origin' as const),
    span: spanIn(120),
    origin: fc.constantFrom('english', 'mandarin', 'interpretation', 'notice'),
  }),
  fc.record({
    type: fc.constant('beads' as const),
    beads: fc.array(
      fc.record({
        mandarin: fc.array(spanIn(60), { maxLength: 2 }),
        interpretation: fc.array(spanIn(60), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({ type: fc.constant('turn' as const), at: fc.nat(text.length - 1), name }),
)
const back: fc.Arbitrary<Step> = fc.record({ type: fc.constantFrom('undo', 'redo') })
const deciding = fc.array(fc.oneof(settling, byHand, naming), { maxLength: 14 })
const wandering = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: settling },
    { weight: 3, arbitrary: byHand },
    { weight: 2, arbitrary: naming },
    { weight: 1, arbitrary: shaping },
    { weight: 3, arbitrary: back },
  ),
  { maxLength: 14 },
)

describe('whatever was decided', () => {
  test.prop([wandering], { numRuns: 100 })('is the same when it is read anew from its file', (steps) => {
    startAnew()
    take(steps)
    expect(stateOf(open())).toEqual(stateOf(live))
    expect(live.view().decisions.warnings.filter((warning) => warning.includes('line'))).toEqual([])
  })

  test.prop([wandering], { numRuns: 150 })(
    'comes to nothing when all is undone, and comes again',
    (steps) => {
      startAnew()
      take(steps)
      const made = stateWithoutRedo()
      const count = undoAll()
      expect(stateWithoutRedo()).toEqual({ ...untouched, revision: '' })
      for (let step = 0; step < count; step++) live.take({ type: 'redo' })
      expect(stateWithoutRedo()).toEqual(made)
    },
  )

  test.prop([wandering], { numRuns: 100 })(
    'keeps edits, origins and turns in order and inside the text',
    (steps) => {
      startAnew()
      take(steps)
      const { decisions, rows, turns } = live.view()
      let end = 0
      for (const edit of decisions.edits) {
        expect(edit.start).toBeGreaterThanOrEqual(end)
        expect(edit.end).toBeLessThanOrEqual(text.length)
        end = edit.end
      }
      expect(rows.length).toBeGreaterThan(0)
      expect(turns.map(({ start }) => start)).toEqual(
        turns.map(({ start }) => start).toSorted((a, b) => a - b),
      )
    },
  )
})

describe('the original', () => {
  test.prop([deciding], { numRuns: 100 })(
    'is there byte for byte when everything is rejected in the end',
    (steps) => {
      startAnew()
      take(steps.filter(({ type }) => type === 'settle'))
      live.take({ type: 'settle', ids, verdict: 'rejected' })
      expect(Buffer.from(cleaned(live.view()))).toEqual(Buffer.from(text))
    },
  )

  test.prop([fc.shuffledSubarray(ids)], { numRuns: 100 })(
    'is there byte for byte when all is accepted, one by one in any order, and undone',
    (order) => {
      startAnew()
      take(order.map((id) => ({ type: 'settle', ids: [id], verdict: 'accepted' })))
      undoAll()
      expect(Buffer.from(cleaned(live.view()))).toEqual(Buffer.from(text))
    },
  )
})

describe('the exports', () => {
  const plainly: fc.Arbitrary<Action> = fc.record({
    type: fc.constant('correct' as const),
    span: spanIn(40),
    insert: fc.constantFrom('', 'a word', '两个词', 'x < y & z', '*starred*', '=1+1'),
  })
  const accepted: fc.Arbitrary<Action> = fc.record({
    type: fc.constant('settle' as const),
    ids: fc.subarray(ids, { minLength: 1 }),
    verdict: fc.constantFrom('accepted', 'rejected', 'open'),
  })
  const steps = fc.array(fc.oneof(accepted, plainly, naming), { maxLength: 8 })

  const contentOf = async (kind: string): Promise<string | Uint8Array> => (await live.exported(kind))!.content
  const textOf = async (kind: string): Promise<string> => {
    const content = await contentOf(kind)
    if (typeof content === 'string') return content
    return (await mammoth.extractRawText({ buffer: Buffer.from(content) })).value
  }
  const signs = (content: string): string => content.replace(/[^\p{L}\p{N}]+/gu, '')
  const untagged = (content: string): string =>
    signs(content.replace(/\[(?:Mandarin|Interpretation|English)\]/gu, ''))
  const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
  const unescaped = (xml: string): string =>
    xml
      .replace(/<[^>]*>/gu, '')
      .replace(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code)))
      .replace(/&\w+;/gu, (entity) => entities[entity] ?? '')
  const contentsOf = (xml: string, tag: string): string[] =>
    Array.from(xml.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gsu')), ([, own]) =>
      signs(unescaped(own!)),
    )

  test.prop([steps], { numRuns: 40 })('say the same clean words', async (made) => {
    startAnew()
    take(made)
    const vendor = signs(await textOf('vendor'))
    expect(signs(await textOf('md'))).toBe(vendor)
    expect(signs(await textOf('docx'))).toBe(vendor)
    expect(untagged(await textOf('tracked-docx'))).toBe(untagged(await textOf('verbatim')))
  })

  test.prop([steps], { numRuns: 40 })(
    'have the same beads, of words of the clean transcript',
    async (made) => {
      startAnew()
      take(made)
      const tmx = contentsOf((await contentOf('tmx')) as string, 'seg')
      const xliff = (await contentOf('xliff')) as string
      const [sources, targets] = [contentsOf(xliff, 'source'), contentsOf(xliff, 'target')]
      expect(tmx).toEqual(sources.flatMap((source, index) => [source, targets[index]]))
      const verbatim = untagged(await textOf('verbatim'))
      for (const side of tmx) expect(verbatim).toContain(side)
    },
  )

  test.prop([steps], { numRuns: 40 })('keep the original in the tracked changes', async (made) => {
    startAnew()
    const original = signs(await textOf('verbatim'))
    take(made)
    const zip = unzipSync((await contentOf('tracked-docx')) as Uint8Array)
    const xml = strFromU8(zip['word/document.xml']!)
    const rejected = xml.replace(/<w:ins [^>]*>.*?<\/w:ins>/gsu, '').replace(/w:delText/gu, 'w:t')
    expect(
      Array.from(rejected.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gsu), ([, own]) =>
        signs(unescaped(own!)),
      ).join(''),
    ).toBe(original)
  })

  it('have something to compare', async () => {
    expect(signs(await textOf('vendor')).length).toBeGreaterThan(500)
    expect((await contentOf('tmx')) as string).toContain('<seg>')
    expect(untouched.findings.length).toBeGreaterThan(3)
  })
})
