import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, invertEdits, mapOffset } from '../../src/text/edits.js'
import type { Edit } from '../../src/types.js'

const text = fc.string({ unit: 'binary', maxLength: 60 })

/** A text and edits that fit it, adjacent and empty ones among them. */
const edited = text.chain((original) =>
  fc
    .array(fc.tuple(fc.nat(original.length), fc.nat(original.length), fc.string({ maxLength: 5 })), {
      maxLength: 8,
    })
    .map((drafts): { original: string; edits: Edit[] } => {
      const offsets = drafts.flatMap(([a, b]) => [a, b]).sort((a, b) => a - b)
      const edits = drafts.map(([, , insert], index) => ({
        start: offsets[2 * index]!,
        end: offsets[2 * index + 1]!,
        insert,
      }))
      return { original, edits }
    }),
)

describe('applyEdits', () => {
  it('replaces, deletes and inserts in the coordinates of the original', () => {
    const edits = [
      { start: 0, end: 3, insert: 'Our' },
      { start: 4, end: 4, insert: 'total ' },
      { start: 11, end: 14, insert: '' },
    ]
    expect(applyEdits('The revenue uh rose', edits)).toBe('Our total revenue rose')
  })

  it('leaves the text alone when there are no edits', () => {
    fc.assert(fc.property(text, (original) => applyEdits(original, []) === original))
  })

  it('refuses edits that are out of order, overlap or do not fit', () => {
    const apply =
      (...edits: Edit[]) =>
      () =>
        applyEdits('abcdef', edits)
    const edit = (start: number, end: number): Edit => ({ start, end, insert: 'x' })
    expect(apply(edit(3, 4), edit(0, 1))).toThrow(RangeError)
    expect(apply(edit(0, 3), edit(2, 4))).toThrow(RangeError)
    expect(apply(edit(5, 7))).toThrow(RangeError)
    expect(apply(edit(-1, 2))).toThrow(RangeError)
    expect(apply(edit(3, 2))).toThrow(RangeError)
    expect(apply(edit(0.5, 2))).toThrow(RangeError)
    expect(apply(edit(0, 3), edit(3, 4))).not.toThrow()
  })

  it('gives the same when a list is applied in two parts', () => {
    fc.assert(
      fc.property(edited, fc.nat(8), ({ original, edits }, cut) => {
        const first = edits.slice(0, cut)
        const rest = edits.slice(cut)
        const moved = rest.map((edit) => ({
          start: mapOffset(first, edit.start, 'after'),
          end: mapOffset(first, edit.end, 'after'),
          insert: edit.insert,
        }))
        const whole = applyEdits(original, edits)
        expect(applyEdits(applyEdits(original, first), moved)).toBe(whole)
        expect(applyEdits(applyEdits(original, rest), first)).toBe(whole)
      }),
    )
  })
})

describe('invertEdits', () => {
  it('gives the original back code unit for code unit', () => {
    fc.assert(
      fc.property(edited, ({ original, edits }) => {
        expect(applyEdits(applyEdits(original, edits), invertEdits(original, edits))).toBe(original)
      }),
    )
  })

  it('inverts to the edits themselves when done twice', () => {
    fc.assert(
      fc.property(edited, ({ original, edits }) => {
        expect(invertEdits(applyEdits(original, edits), invertEdits(original, edits))).toEqual(edits)
      }),
    )
  })
})

describe('mapOffset', () => {
  const edits = [
    { start: 2, end: 4, insert: 'xyz' },
    { start: 6, end: 6, insert: '!' },
  ]

  it('moves offsets behind an edit and keeps those before it', () => {
    expect([0, 2, 4, 5, 7].map((offset) => mapOffset(edits, offset, 'after'))).toEqual([0, 2, 5, 6, 9])
  })

  it('lets the caller choose the side of new words', () => {
    expect([mapOffset(edits, 3, 'before'), mapOffset(edits, 3, 'after')]).toEqual([2, 5])
    expect([mapOffset(edits, 6, 'before'), mapOffset(edits, 6, 'after')]).toEqual([7, 8])
  })

  it('cuts the result where it cuts the original', () => {
    fc.assert(
      fc.property(edited, fc.nat(60), ({ original, edits }, at) => {
        const offset = Math.min(at, original.length)
        if (edits.some(({ start, end }) => start < offset && offset < end)) return
        const behind = edits.filter((edit) => edit.start >= offset)
        const ahead = edits.filter((edit) => edit.start < offset)
        expect(applyEdits(original, edits).slice(0, mapOffset(edits, offset, 'before'))).toBe(
          applyEdits(original.slice(0, offset), ahead),
        )
        expect(behind.length + ahead.length).toBe(edits.length)
      }),
    )
  })
})
