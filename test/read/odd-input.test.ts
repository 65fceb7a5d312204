import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../src/read/read.js'
import { FORMATS, textsOf } from './fixtures.js'

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
})

it('takes sentences without labels on one line for plain', () => {
  const text = 'Thank you. Our next question comes from Amy Cole with Acme. Please go ahead. Hi. '.repeat(20)
  expect(readTranscript(text).format).toBe('plain')
})
