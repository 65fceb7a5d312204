import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose, type Extracted } from '../../src/read/containers/compose.js'
import { extractText } from '../../src/read/containers/extract.js'
import { readTranscript } from '../../src/read/read.js'
import { fixture } from './fixtures.js'

const extracted = (name: string): Extracted => extractText(fixture(`containers/${name}`))!

const wordsOf = ({ text, timed }: Extracted) =>
  timed.map(({ start, end, from, to, confidence }) => [text.slice(start, end), from, to, confidence])

const SPOKEN = 'Good morning.\n\n{1}: Thank you.\n'

describe('extractText', () => {
  it('reads SubRip: names before a colon open turns, tags and entities are resolved', () => {
    const captions = extracted('captions.srt')
    expect(captions.text).toBe(
      'Operator: Good morning, and welcome to the third quarter call. Please go ahead.\n\nGrace Lin: Thank you, operator. & hello. 大家好，欢迎参加电话会议。\n',
    )
    expect(wordsOf(captions)[0]).toEqual([
      'Good morning, and welcome to the third quarter call.',
      1,
      4.5,
      undefined,
    ])
  })

  it('reads WebVTT: voices, without notes, styles, cue ids and settings', () => {
    const captions = extracted('captions.vtt')
    expect(captions.text).toBe(
      'Operator: Good morning, and welcome.\n\nGrace Lin: Thank you, operator.\n\nSun Wei: We grew. And more.\n',
    )
    expect(captions.timed.at(-1)).toMatchObject({ from: 3609, to: 3612 })
  })

  it('reads Whisper: words with their times and sureness', () => {
    const call = extracted('whisper.json')
    expect(call.text).toBe('Good morning, and welcome. We opened twenty-five shops.\n')
    expect(wordsOf(call).slice(-2)).toEqual([
      ['-five', 3.6, 4, 0.6],
      ['shops.', 4, 5, 0.31],
    ])
  })

  it('reads Whisper’s segments where words have no times', () => {
    const segments = [
      { start: 0, end: 2, text: ' Good morning.', no_speech_prob: 0.1 },
      { start: 9, end: 11, text: ' Thank you.' },
    ]
    const call = extractText(JSON.stringify({ text: '', segments }))!
    expect(call.text).toBe('Good morning.\n\nThank you.\n')
    expect(call.timed.map(({ from }) => from)).toEqual([0, 9])
  })

  it('reads WhisperX: speakers, and words without times', () => {
    const call = extracted('whisperx.json')
    expect(call.text).toBe('SPEAKER_00: Good morning.\n\nSPEAKER_01: 我们 2025 年增长。\n')
    expect(wordsOf(call)).toHaveLength(7)
  })

  it.each([
    ['deepgram.json', 'Speaker 0', 'Speaker 1', 4],
    ['assemblyai.json', 'Speaker A', 'Speaker B', 4],
    ['aws.json', 'spk_0', 'spk_1', 4],
    ['tokens.nlp', 'Speaker 0', 'Speaker 1', 3],
  ])('reads %s: speakers, times and sureness', (name, first, second, timed) => {
    const call = extracted(name)
    expect(call.text).toBe(`${first}: ${SPOKEN.replace('{1}', second)}`)
    expect(call.timed).toHaveLength(timed)
    expect(call.timed[0]).toMatchObject({ from: 0.1, to: 0.4 })
    if (name.endsWith('.json')) expect(call.timed.at(-1)!.confidence).toBe(0.45)
  })

  it('reads turns of a data service, with titles', () => {
    const call = extracted('turns.json')
    expect(call.text).toBe(
      'Operator: Good morning.\n\nGrace Lin (Chief Financial Officer): Thank you. We grew.\n',
    )
    expect(readTranscript(fixture('containers/turns.json')).turns[1]!.speaker.title).toBe(
      'Chief Financial Officer',
    )
  })

  it('reads a text that JSON wraps whole', () => {
    expect(extractText('[{"symbol": "HLTN", "content": "Operator: Hi.\\nSun Wei: \\u0000Yes."}]')!.text).toBe(
      'Operator: Hi.\nSun Wei:  Yes.',
    )
  })

  it('leaves text alone', () => {
    for (const text of [
      '',
      '[Operator] Good morning.',
      '{music} We grew.',
      'Operator: 00:01 --> 00:02',
      '[]',
    ])
      expect(extractText(text)).toBeUndefined()
  })

  it.each([
    ['{"segments": [', /broken or cut off; export the transcript again\.$/u],
    ['{"a": 1}\n{"a": 2}', /several JSON documents, one a line; give each a file of its own\.$/u],
    ['{"a": 1}', /no recogniser that is known .* export the transcript as text, SRT or VTT\.$/u],
    ['{"segments": []}', /No words are in this JSON; export the transcript again\.$/u],
    ['WEBVTT\n\n', /No words are in these captions; /u],
    ['token|speaker|ts\n', /No words are in this table; /u],
  ])('says what to do about %s', (content, message) => {
    expect(() => extractText(content)).toThrow(message)
    expect(readTranscript(content).text).toBe(content)
  })

  it('gives spans in order and times in range for words of any kind', () => {
    const number = fc.option(fc.double(), { nil: undefined })
    const word = fc.record({
      text: fc.string({ unit: 'binary' }),
      from: number,
      to: number,
      confidence: number,
    })
    const utterance = fc.record({
      speaker: fc.option(fc.string(), { nil: undefined }),
      words: fc.array(word, { maxLength: 5 }),
    })
    fc.assert(
      fc.property(fc.array(utterance), (utterances) => {
        const { text, timed } = compose(utterances)
        let cursor = 0
        for (const { start, end, from, to, confidence = 0 } of timed) {
          expect(start >= cursor && end > start && end <= text.length).toBe(true)
          expect(from >= 0 && to >= from && confidence >= 0 && confidence <= 1).toBe(true)
          cursor = end
        }
      }),
    )
  })

  it('reads JSON of any shape or says why not', () => {
    const key = fc.constantFrom(
      'segments',
      'words',
      'text',
      'results',
      'items',
      'channels',
      'transcript',
      'word',
    )
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.string(),
        fc.double(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 3 }),
      ),
    }))
    fc.assert(
      fc.property(value, (json) => {
        const content = JSON.stringify({ segments: json })
        try {
          extractText(content)
        } catch (error) {
          expect((error as Error).name).toBe('ReadError')
        }
      }),
    )
  })
})

describe('readTranscript', () => {
  it('keeps the times beside the text that offsets refer to', () => {
    const { text, turns, timed } = readTranscript(fixture('containers/captions.vtt'))
    expect(turns.map(({ speaker }) => speaker.label)).toEqual(['Operator', 'Grace Lin', 'Sun Wei'])
    expect(timed!.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Good morning, and welcome.',
      'Thank you, operator.',
      'We grew.',
      'And more.',
    ])
  })

  it('reads a text that was made of a container as it is', () => {
    expect(readTranscript('{"text": "Hi."}', { timed: [] })).not.toHaveProperty('timed')
    expect(readTranscript('{"text": "Hi."}', { timed: [] }).text).toBe('{"text": "Hi."}')
  })
})
