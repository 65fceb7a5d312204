import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../src/read/read.js'
import { processorSeconds } from '../support/processor-time.js'
import { FORMATS, textsOf } from './fixtures.js'

/** Seconds: some twenty times what linear work takes, a small part of what quadratic would. */
const patience = 15

describe.each(FORMATS)('%s on odd input', (format) => {
  const read = (text: string) => readTranscript(text, { format })

  it('reads an empty text and white space as nothing', () => {
    for (const text of ['', ' \r\n\t\n', '\ufeff'])
      expect(read(text)).toMatchObject({ turns: [], notices: [], participants: [] })
  })

  it('reads words without a speaker as one unnamed turn', () => {
    for (const text of [
      'We grew in every market last year.',
      '本季度收入增长很快毛利率也有改善',
      'lone \ud800 and \udc00 halves',
      'nul \0 inside',
    ]) {
      const transcript = read(text)
      expect(transcript.turns.map(({ speaker }) => speaker.label)).toEqual([''])
      expect(textsOf(transcript, transcript.turns[0]!.body)).toEqual([text])
    }
  })

  it('keeps punctuation alone out of the turns', () => {
    expect(read('... --- ???').turns).toEqual([])
    expect(read('... --- ???').notices).toHaveLength(1)
  })

  it.each([
    ['words', 'and revenue grew by ten percent in the quarter, '],
    ['sentences', 'Good day. Thank you. Please go ahead. '],
    [
      'hand-overs',
      'I will turn the call over to Sun Wei. Our next question comes from Amy Cole. Thank you. ',
    ],
    [
      'labels',
      'We grew in every region and in every line. '.repeat(10) +
        'Thank you. Operator: our next question. Amy Cole: thanks. ',
    ],
    ['brackets', '[( <'],
    ['colons', 'A: '],
    ['capitals', 'Sun Wei '],
    ['Han', '本季度收入增长很快。'.repeat(20) + '主持人：'],
    ['white space', ' \t'],
    ['asterisks', '**'],
    ['initials', 'A. '],
  ])('reads 5 MB of %s on one line in time linear in its length', (_, unit) => {
    const text = unit.repeat(Math.ceil(5_000_000 / unit.length))
    expect(processorSeconds(() => read(text))).toBeLessThan(patience)
  })
})

it('chooses a format for 5 MB on one line in time linear in its length', () => {
  const text =
    'Thank you. Our next question comes from Amy Cole with Acme. Please go ahead. Hi, two questions. '.repeat(
      52_000,
    )
  expect(processorSeconds(() => readTranscript(text))).toBeLessThan(patience)
  expect(readTranscript(text).format).toBe('plain')
})
