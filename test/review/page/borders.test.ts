import { describe, expect, it } from 'vitest'
import { bordersOf, movedByWord, movedTo, nearestBorder } from '../../../src/review/page/borders.js'
import { layoutOf } from '../../../src/review/layout.js'
import { alignedFrom } from '../../support/aligned.js'

const doc = alignedFrom(`Operator: Please go ahead.

Lin Tao: <m><1>This season the income is 24.8 billion.</m> <i><1>Revenue was RMB 2.48 billion.</i>

Lin Tao: <i><1>Thank you all.</i> <m><0>毛利率是百分之二十。</m>`)
const { text } = doc
const borders = bordersOf(layoutOf(doc, []))
const [first, second, third] = borders
const words = (move: ReturnType<typeof movedTo>) =>
  move && [text.slice(move.span.start, move.span.end), move.origin]

describe('the borders of origins', () => {
  it('stand where the origin changes, in the order of the text', () => {
    expect(borders.map(({ before, after }) => [before, after])).toEqual([
      ['english', 'mandarin'],
      ['mandarin', 'interpretation'],
      ['interpretation', 'mandarin'],
    ])
    expect(second!.at).toBe(text.indexOf('Revenue'))
  })

  it('move a word on or back', () => {
    expect(words(movedByWord(text, second!, 1))).toEqual(['Revenue', 'mandarin'])
    expect(words(movedByWord(text, second!, -1))).toEqual(['billion.', 'interpretation'])
    expect(words(movedByWord(text, third!, 1))).toEqual(['毛', 'interpretation'])
  })

  it('move over the header of a turn, which is nobody’s words', () => {
    expect(words(movedByWord(text, first!, -1))).toEqual(['ahead.', 'mandarin'])
  })

  it('move to the beginning of a word, as far as the origins reach', () => {
    expect(words(movedTo(text, second!, text.indexOf('2.48') + 2))).toEqual(['Revenue was RMB', 'mandarin'])
    expect(words(movedTo(text, second!, text.indexOf('24.8') + 1))).toEqual([
      '24.8 billion.',
      'interpretation',
    ])
    expect(words(movedTo(text, second!, 0))![0]).toBe('This season the income is 24.8 billion.')
    expect(movedTo(text, second!, second!.at)).toBeUndefined()
  })

  it('are found from the words next to them', () => {
    const start = text.indexOf('billion.')
    expect(nearestBorder(borders, { start, end: start + 8 })).toBe(second)
    expect(nearestBorder([], { start, end: start + 8 })).toBeUndefined()
  })
})
