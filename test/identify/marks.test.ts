import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isForeignPassage } from '../../src/identify/marks.js'

/** Of the bracketed remark in the text. */
const isPassage = (text: string): boolean =>
  isForeignPassage(text, { start: text.indexOf('['), end: text.indexOf(']') + 1 })

describe('remarks of a foreign language', () => {
  it.each([
    '[Foreign language]',
    '[Foreign Language] Thank you for the question.',
    'Thank you. [Speaking in Mandarin]',
    'Please go ahead, Chairman. [Chinese spoken] So the CEO said',
    'Let me ask first. [non-English speech] Thank you.',
    '[中文]',
  ])('stand for a passage: %s', (text) => {
    expect(isPassage(text)).toBe(true)
  })

  it.each([
    'I will hand over to our chairman, [Foreign language], to go on.',
    'We call it [Chinese] and it sells well.',
    'This is [Foreign language] Robotics.',
    'our brand [Foreign language], which we opened',
    '[Operator Instructions]',
    '[Interpreted] Thank you.',
    '[indiscernible]',
  ])('stand for no passage: %s', (text) => {
    expect(isPassage(text)).toBe(false)
  })

  it('are judged by the words right beside them', () => {
    const far = fc.stringMatching(/^[\p{L}\p{N} ,.]*$/u)
    fc.assert(
      fc.property(far, far, fc.constantFrom('. ', ', ', ' and '), (before, after, joint) => {
        const near = `a few words${joint}[Foreign language]${joint}and a few words`
        expect(isPassage(`${before} ${near} ${after}`)).toBe(isPassage(near))
      }),
    )
  })
})
