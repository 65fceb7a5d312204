import { readFileSync } from 'node:fs'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { annotate, check } from '../../src/pipeline.js'
import { historyOf, parseDecisions, decisionLine, valueOf, type Entry } from '../../src/review/decisions.js'
import { entriesOf } from '../../src/review/entries.js'
import { decidedOn, planOf, replay, structuredBy } from '../../src/review/replay.js'
import type { Action } from '../../src/review/view.js'
import { applyEdits } from '../../src/text/edits.js'

const sample = new URL('../../corpora/samples/sulan-cosmetics-2025q3/transcript.txt', import.meta.url)
const text = readFileSync(sample, 'utf8')
const base = annotate(text)
const findings = check(base)
const nothing = decidedOn(base, findings, [])
let steps = 0

const entries = (action: Action, who = 'Lin'): Entry[] =>
  entriesOf(action, nothing, { step: `step ${steps++}`, who, when: '2026-01-02T03:04:05.000Z' })

const cleaned = (made: readonly Entry[]): string =>
  applyEdits(text, planOf(decidedOn(base, findings, made), 'none').edits)

const back = (of: string): Entry => {
  return {
    version: 1,
    type: 'undo',
    of,
    step: `step ${steps++}`,
    who: 'Lin',
    when: '2026-01-02T03:04:06.000Z',
  }
}

const someSpan = fc
  .tuple(fc.nat(text.length - 2), fc.integer({ min: 1, max: 40 }))
  .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }))
const someIds = fc.subarray(
  findings.map(({ id }) => id),
  { minLength: 1 },
)
const someAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    type: fc.constant('settle' as const),
    ids: someIds,
    verdict: fc.constantFrom('accepted', 'edited', 'rejected', 'verified', 'open'),
    text: fc.string(),
  }),
  fc.record({ type: fc.constant('correct' as const), span: someSpan, insert: fc.string() }),
  fc.record({
    type: fc.constant('rename' as const),
    from: fc.constantFrom('Operator', 'x'),
    name: fc.string(),
  }),
)

describe('decisions', () => {
  test.prop([fc.array(someAction, { maxLength: 12 })], { numRuns: 60 })(
    'come to nothing when all are undone',
    (actions) => {
      const made = actions.map((action) => entries(action)).filter((step) => step.length > 0)
      const undone = [...made.flat(), ...made.map(([first]) => back(first!.step)).toReversed()]
      expect(cleaned(undone)).toBe(text)
      expect(decidedOn(base, findings, undone).settled.size).toBe(0)
    },
  )

  test.prop([fc.array(someAction, { maxLength: 12 })], { numRuns: 60 })(
    'always make edits that fit the text, and survive being written and read',
    (actions) => {
      const made = actions.flatMap((action) => entries(action))
      const { entries: read, unreadable } = parseDecisions(made.map(decisionLine).join(''))
      expect(unreadable).toEqual([])
      expect(cleaned(read)).toBe(cleaned(made))
    },
  )

  it('give the text back when everything is rejected', () => {
    const ids = findings.map(({ id }) => id)
    expect(cleaned(entries({ type: 'settle', ids, verdict: 'rejected' }))).toBe(text)
    expect(cleaned(entries({ type: 'settle', ids, verdict: 'accepted' }))).not.toBe(text)
  })

  test.prop([someIds])('give the text back when all are accepted and then all is undone', (ids) => {
    const made = entries({ type: 'settle', ids, verdict: 'accepted' })
    expect(cleaned([...made, ...(made[0] ? [back(made[0].step)] : [])])).toBe(text)
  })

  it('hold when a word beside them has changed', () => {
    const finding = findings.find(({ suggestions, start }) => suggestions.length > 0 && start > 100)!
    const made = entries({ type: 'settle', ids: [finding.id], verdict: 'accepted' })
    const moved = { ...finding, id: 'v1:another', start: finding.start + 4, end: finding.end + 4 }
    const changed = `${text.slice(0, finding.start)}XYZ ${text.slice(finding.start)}`
    expect(decidedOn({ ...base, text: changed }, [moved], made).settled.get(moved.id)).toMatchObject({
      verdict: 'accepted',
    })
    const elsewhere = decidedOn(
      { ...base, text: `${finding.text} and nothing like it` },
      [{ ...moved, start: 0, end: finding.text.length }],
      made,
    )
    expect(elsewhere.stale).toEqual(made)
  })

  test.prop([fc.array(someAction, { maxLength: 8 }), fc.nat()])(
    'of two files are heeded in the order they were made, whichever comes first',
    (actions, cut) => {
      const made = actions
        .map((action) => entries(action))
        .flatMap((step, index) =>
          step.map((entry) => ({ ...entry, when: `2026-01-02T03:04:${10 + index}.000Z` })),
        )
      const at = made.length === 0 ? 0 : cut % made.length
      const merged = [...made.slice(at), ...made.slice(0, at)].map(decisionLine).join('')
      const stepsApart = made[at - 1]?.when !== made[at]?.when
      if (stepsApart) expect(cleaned(parseDecisions(merged).entries)).toBe(cleaned(made))
    },
  )

  it('hold when something else in the text has changed', () => {
    const finding = findings.find(({ suggestions }) => suggestions.length > 0)!
    const made = entries({ type: 'settle', ids: [finding.id], verdict: 'accepted' })
    const edited = annotate(`A new first paragraph, said by nobody.\n\n${text}`)
    expect(replay(edited, made).settled.get(finding.id)).toMatchObject({ verdict: 'accepted' })
  })

  it('leave a finding open again when it proposes something else', () => {
    const [finding] = findings.filter(({ suggestions }) => suggestions.length > 0)
    const made = entries({ type: 'settle', ids: [finding!.id], verdict: 'rejected' })
    const other = { ...finding!, suggestions: [{ text: 'something else', confidence: 1, safe: false }] }
    expect(valueOf(other)).not.toBe(valueOf(finding!))
    const { settled, stale } = decidedOn(base, [other], made)
    expect(settled.size).toBe(0)
    expect(stale).toEqual(made)
  })

  it('win over findings that they touch when made by hand', () => {
    const finding = findings.find(({ suggestions }) => suggestions.length > 0)!
    const made = [
      ...entries({ type: 'settle', ids: [finding.id], verdict: 'accepted' }),
      ...entries({ type: 'correct', span: finding, insert: 'BY HAND' }),
    ]
    expect(cleaned(made)).toContain('BY HAND')
    expect(planOf(decidedOn(base, findings, made), 'none').edits).toHaveLength(1)
  })
})

describe('names', () => {
  it('go to every turn of a speaker, and merge two', () => {
    const [first, second] = [...new Set(base.turns.map(({ speaker }) => speaker.label))]
    const merged = entries({ type: 'rename', from: first!, name: second! })
    const { corrections } = decidedOn(base, findings, merged)
    const turns = base.turns.filter(({ speaker }) => speaker.label === first)
    expect(corrections.map(({ start }) => start)).toEqual(turns.map(({ speaker }) => speaker.span.start))
    expect(corrections.every(({ insert }) => insert === second)).toBe(true)
  })

  it('follow one another', () => {
    const first = base.turns[0]!.speaker.label
    const made = [
      ...entries({ type: 'rename', from: first, name: 'Somebody' }),
      ...entries({ type: 'rename', from: 'Somebody', name: 'Somebody Else' }),
      ...entries({ type: 'speaker', turns: [0], name: 'The first' }),
    ]
    const names = decidedOn(base, findings, made).corrections.map(({ insert }) => insert)
    expect(names[0]).toBe('The first')
    expect(new Set(names.slice(1))).toEqual(new Set(['Somebody Else']))
  })
})

describe('the history', () => {
  it('is that of one person: others keep their steps', () => {
    const mine = entries({ type: 'correct', span: { start: 0, end: 3 }, insert: 'x' })
    const theirs = entries({ type: 'correct', span: { start: 5, end: 8 }, insert: 'y' }, 'Wang')
    expect(historyOf([...mine, ...theirs], 'Lin').done).toEqual([mine[0]!.step])
    expect(historyOf([...mine, ...theirs, back(mine[0]!.step)], 'Lin')).toEqual({
      done: [],
      undone: [mine[0]!.step],
    })
  })
})

describe('a file of decisions', () => {
  const line = decisionLine(entries({ type: 'rename', from: 'a', name: 'b' })[0]!)

  it('may end in a line that was cut off', () => {
    expect(parseDecisions(line + line.slice(0, 30))).toMatchObject({
      unreadable: [],
      entries: [{ from: 'a' }],
    })
  })

  it('names lines that are no decisions', () => {
    const { unreadable } = parseDecisions(`<<<<<<< mine\n${line}{"version":2}\n`)
    expect(unreadable.map((one) => one.line)).toEqual([1, 3])
    expect(unreadable[0]!.message).toContain('merge')
  })
})

describe('structure', () => {
  const words = (origin: string): number =>
    structured.origins
      .filter((one) => one.origin === origin)
      .reduce((sum, { start, end }) => sum + (end - start), 0)
  const mandarin = base.origins.find(({ origin }) => origin === 'mandarin')!
  const span = { start: mandarin.start, end: text.indexOf(' ', mandarin.start + 30) }
  const moved = entries({ type: 'origin', span, origin: 'english' })
  let structured = structuredBy(base, moved)

  it('moves a border: origins stay in order and every bead keeps to its side', () => {
    const before = base.origins.filter(({ origin }) => origin === 'mandarin')
    expect(words('mandarin')).toBeLessThan(before.reduce((sum, { start, end }) => sum + (end - start), 0))
    for (const [index, one] of structured.origins.entries())
      expect(one.start).toBeGreaterThanOrEqual(structured.origins[index - 1]?.end ?? 0)
    const beadSpans = structured.beads.flatMap((bead) => bead.mandarin)
    expect(beadSpans.filter((one) => one.start < span.end && span.start < one.end)).toEqual([])
    expect(structuredBy(base, [...moved, back(moved[0]!.step)])).toBe(base)
  })

  it('makes two beads one', () => {
    const [one, two] = base.beads.filter(
      ({ mandarin: own, interpretation }) => own.length > 0 && interpretation.length > 0,
    )
    const made = entries({
      type: 'beads',
      beads: [
        {
          mandarin: [...one!.mandarin, ...two!.mandarin],
          interpretation: [...one!.interpretation, ...two!.interpretation],
        },
      ],
    })
    structured = structuredBy(base, made)
    expect(structured.beads).toHaveLength(base.beads.length - 1)
  })

  it('begins a turn inside another', () => {
    const turn = base.turns.find(({ body }) => body[0]!.end - body[0]!.start > 200)!
    const at = text.indexOf(' ', turn.body[0]!.start + 100) + 1
    structured = structuredBy(base, entries({ type: 'turn', at, name: 'Somebody' }))
    expect(structured.turns).toHaveLength(base.turns.length + 1)
    const added = structured.turns.find(({ speaker }) => speaker.label === 'Somebody')!
    expect(added.body[0]!.start).toBe(at)
    for (const { start, end, turn: index } of structured.segments)
      expect(structured.turns[index]!.body.some((body) => body.start <= start && end <= body.end)).toBe(true)
  })
})
