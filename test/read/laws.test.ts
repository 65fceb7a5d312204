import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../src/read/read.js'
import type { Format, Span, Transcript } from '../../src/types.js'
import { fixture, fixtureNames, FORMATS } from './fixtures.js'

/** Pieces that look like transcripts, so that random texts meet every branch. */
const piece = fc.constantFrom(
  ...[
    'speaker\n',
    'Operator',
    'Sun Wei',
    '**Sun Wei**',
    ' -- *CEO*',
    ' - CEO',
    ': ',
    '：',
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    '. ',
    '。',
  ],
  ...[
    'Company Participants\n',
    'Participants:\n',
    '## Q&A',
    '[0] ',
    '[spk1] ',
    '[00:01:02] ',
    '[Foreign Language]',
    '（ph）',
    '【中文】',
  ],
  ...[
    'Disclaimer\n\n',
    'All rights reserved',
    'please go ahead. ',
    'turn the call over to ',
    'our next question comes from ',
    'Thank you. ',
  ],
  ...[
    '主持人',
    '孙伟',
    'Q - ',
    'Y.C.\n\n',
    'Inc., Research Division',
    '\ud800',
    '\udc00',
    '\0',
    '-----\n',
    '...',
    '\ufeff',
    '\u2028',
    '[',
    '(',
  ],
  ...[
    '[Portions of this transcript that are marked [Interpreted] were spoken by an interpreter.]',
    'words and more words that go on',
  ],
)
const layout = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: piece },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  ),
  { maxLength: 40 },
)
const text = fc.oneof(
  layout.map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
)
const format = fc.constantFrom<Format | undefined>(...FORMATS, undefined)

const readAs = (words: string, forced: Format | undefined): Transcript =>
  readTranscript(words, forced === undefined ? {} : { format: forced })

describe('readTranscript, on any text and by any format', () => {
  it('gives spans in range, in order, not overlapping, trimmed', () => {
    fc.assert(
      fc.property(text, format, (words, forced) => {
        expectOrder(readAs(words, forced))
      }),
      { numRuns: 3000 },
    )
  })

  it('covers every character but white space by a header, a body or a notice', () => {
    fc.assert(
      fc.property(text, format, (words, forced) => {
        expect(uncovered(readAs(words, forced))).toBe('')
      }),
      { numRuns: 3000 },
    )
  })

  it.each(fixtureNames)('holds on %s by every format', (name) => {
    for (const forced of [...FORMATS, undefined]) {
      const transcript = readAs(fixture(name), forced)
      expectOrder(transcript)
      expect(uncovered(transcript)).toBe('')
    }
  })

  it.each(fixtureNames)('reads %s with CRLF as the same turns', (name) => {
    const lf = readTranscript(fixture(name))
    const crlf = readTranscript(fixture(name).replaceAll('\n', '\r\n'))
    expect(described(crlf)).toEqual(described(lf))
  })
})

function expectOrder(transcript: Transcript): void {
  const inText = (span: Span): boolean =>
    span.start >= 0 && span.start <= span.end && span.end <= transcript.text.length
  let cursor = 0
  for (const { header, body, speaker } of transcript.turns) {
    for (const span of [header, ...body]) {
      expect(inText(span) && span.start >= cursor).toBe(true)
      cursor = span.end
    }
    expect(inText(speaker.span)).toBe(true)
    expect(speaker.label).toBe(
      transcript.text.slice(speaker.span.start, speaker.span.end).replace(/\s+/g, ' '),
    )
    for (const span of [header, ...body]) expect(trimmed(transcript, span)).toBe(true)
    for (const span of body) expect(span.end).toBeGreaterThan(span.start)
    expect(body.length > 0 || header.end > header.start).toBe(true)
  }
  for (const [index, notice] of transcript.notices.entries()) {
    expect(
      inText(notice) &&
        trimmed(transcript, notice) &&
        notice.start >= (transcript.notices[index - 1]?.end ?? 0),
    ).toBe(true)
    const inBody = transcript.turns.some(({ body }) =>
      body.some((span) => span.start <= notice.start && notice.end <= span.end),
    )
    expect(inBody).toBe(notice.kind === 'remark')
  }
  for (const { span, name } of transcript.participants) {
    expect(inText(span)).toBe(true)
    expect(name).toBe(transcript.text.slice(span.start, span.end).replace(/\s+/g, ' '))
  }
}

const trimmed = (transcript: Transcript, span: Span): boolean => {
  const words = transcript.text.slice(span.start, span.end)
  return words === words.trim()
}

function uncovered(transcript: Transcript): string {
  const units = transcript.text.split('')
  const spans = [...transcript.notices, ...transcript.turns.flatMap(({ header, body }) => [header, ...body])]
  for (const { start, end } of spans) units.fill(' ', start, end)
  return units.join('').trim()
}

const described = (transcript: Transcript): unknown => {
  const words = (span: Span): string => transcript.text.slice(span.start, span.end).replaceAll('\r\n', '\n')
  return {
    turns: transcript.turns.map(({ speaker, header, body }) => [
      speaker.label,
      speaker.title,
      speaker.firm,
      words(header),
      body.map(words),
    ]),
    notices: transcript.notices.map((notice) => [notice.kind, words(notice)]),
    participants: transcript.participants.map(({ name, title, firm }) => [name, title, firm]),
  }
}
