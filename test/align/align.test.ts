import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { alignPassages } from '../../src/align/align.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import { segmentTranscript } from '../../src/segment/segment.js'
import type { Aligned, Bead, Origin, OriginSpan, Span, Turn } from '../../src/types.js'

const lexicon = defaultLexicon()

/** Each part a turn of one origin. */
function aligned(parts: readonly (readonly [Origin, string])[]): Aligned {
  let text = ''
  const turns: Turn[] = []
  const origins: OriginSpan[] = []
  parts.forEach(([origin, words], turn) => {
    const start = text.length
    const end = start + words.length
    text += `${words}\n`
    const nobody = { label: '', span: { start, end: start } }
    turns.push({ speaker: nobody, header: { start, end: start }, body: [{ start, end }] })
    origins.push({ start, end, origin, confidence: 1, turn })
  })
  const transcript = { format: 'plain' as const, text, turns, notices: [], participants: [] }
  return alignPassages({ ...segmentTranscript(transcript), origins }, lexicon)
}

const wordsOf = ({ text }: Aligned, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' … ')

const sides = (doc: Aligned): string[][] =>
  doc.beads.map(({ mandarin, interpretation }) => [wordsOf(doc, mandarin), wordsOf(doc, interpretation)])

describe('passages', () => {
  it('are aligned with the words that interpret them, sentence by sentence', () => {
    const doc = aligned([
      ['mandarin', 'The income of the season is 24.8 billion yuan. The gross interest rate is 16.3%.'],
      ['interpretation', 'Revenue in the quarter reached RMB2.48 billion. Gross margin was 16.3%.'],
    ])
    expect(sides(doc)).toEqual([
      ['The income of the season is 24.8 billion yuan.', 'Revenue in the quarter reached RMB2.48 billion.'],
      ['The gross interest rate is 16.3%.', 'Gross margin was 16.3%.'],
    ])
  })

  it('may stand in Han without punctuation', () => {
    const doc = aligned([
      [
        'mandarin',
        '三季度我们的收入是三亿两千万元同比增长百分之四十二我们的研发人员达到了四百五十人比年初增加了六十人',
      ],
      [
        'interpretation',
        'Revenue in the third quarter was RMB320 million, up 42% year over year. ' +
          'We now have 450 research staff, 60 more than at the beginning of the year.',
      ],
    ])
    expect(sides(doc)).toEqual([
      ['三季度我们的收入是三亿两千万元同比增长百分之四十二', expect.stringMatching(/^Revenue/)],
      ['我们的研发人员达到了四百五十人比年初增加了六十人', expect.stringMatching(/^We now/)],
    ])
  })

  it('keep an empty side where words were left uninterpreted, or added', () => {
    const doc = aligned([
      [
        'mandarin',
        `We built 30 hospitals this year. ${'My grandfather sat by the river. '.repeat(4)}`.trim(),
      ],
      ['interpretation', 'We built 30 hospitals this year.'],
      ['mandarin', 'Copper prices rose.'],
      [
        'interpretation',
        'Copper prices rose. Slides, transcripts, webcasts and filings are on our corporate website.',
      ],
    ])
    expect(sides(doc)).toContainEqual(['My grandfather sat by the river.', ''])
    expect(sides(doc)).toContainEqual([
      '',
      'Slides, transcripts, webcasts and filings are on our corporate website.',
    ])
  })

  it('find their interpretation when two answers are rendered in the other order', () => {
    const margin =
      'The gross margin was 38.2%, since copper and lithium became cheaper. Freight costs fell by 12%.'
    const hiring =
      'We hired 1,450 engineers in Chengdu and Xiamen. Their training in robotics takes nine months.'
    const doc = aligned([
      ['mandarin', margin],
      ['mandarin', hiring],
      ['interpretation', hiring],
      ['interpretation', margin],
    ])
    const pairs = sides(doc).filter(([mandarin, interpretation]) => mandarin && interpretation)
    expect(pairs.length).toBeGreaterThanOrEqual(2)
    for (const [mandarin, interpretation] of pairs) expect(mandarin).toBe(interpretation)
    expect(pairs.map(([mandarin]) => mandarin).join(' ')).toBe(`${margin} ${hiring}`)
  })
})

describe('links', () => {
  it('tell the factor between amounts', () => {
    const doc = aligned([
      ['mandarin', 'The income was 24.8 billion yuan.'],
      ['interpretation', 'Revenue was RMB2.48 billion.'],
    ])
    const amounts = doc.beads[0]!.links.filter(({ kind }) => kind === 'amount')
    expect(amounts.map(({ factor }) => factor)).toEqual([0.1])
  })

  it('join a machine rendering with the term of the trade', () => {
    const doc = aligned([
      ['mandarin', 'The gross interest rate improved.'],
      ['interpretation', 'Our gross margin improved.'],
    ])
    const words = doc.beads[0]!.links.map((link) => [
      doc.text.slice(link.mandarin.start, link.mandarin.end),
      doc.text.slice(link.interpretation.start, link.interpretation.end),
    ])
    expect(words.filter(([, word]) => word === 'margin')).toHaveLength(1)
  })
})

test('without interpretation, or without Mandarin, every sentence stands alone', () => {
  expect(sides(aligned([['mandarin', 'We grew. Costs fell.']]))).toEqual([
    ['We grew.', ''],
    ['Costs fell.', ''],
  ])
  expect(sides(aligned([['interpretation', 'We grew.']]))).toEqual([['', 'We grew.']])
  expect(aligned([['english', 'We grew.']]).beads).toEqual([])
  expect(aligned([]).beads).toEqual([])
})

describe('laws', () => {
  const sentence = fc.constantFrom(
    'Revenue was 2.48 billion.',
    'The income is 24.8 billion yuan',
    '三季度收入二十四点八亿元',
    '我们的毛利率是16.3%。',
    'Gross margin was 16.3%.',
    'thank you everyone',
    'We, of course, hired 30 people!',
    'Uh, uh.',
  )
  const part = fc.tuple(
    fc.constantFrom<Origin>('mandarin', 'interpretation', 'english'),
    fc.array(sentence, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  )
  const call = fc.array(part, { maxLength: 8 }).map(aligned)

  const spansOf = (beads: readonly Bead[], side: 'mandarin' | 'interpretation'): Span[] =>
    beads.flatMap((bead) => bead[side]).sort((a, b) => a.start - b.start)

  test('every letter of Mandarin and interpretation is in exactly one bead, on its own side', () => {
    fc.assert(
      fc.property(call, (doc) => {
        for (const side of ['mandarin', 'interpretation'] as const) {
          const covered = spansOf(doc.beads, side)
          covered.slice(1).forEach((span, at) => {
            expect(span.start).toBeGreaterThanOrEqual(covered[at]!.end)
          })
          const spoken = doc.origins.filter(({ origin }) => origin === side)
          const letters = (spans: readonly Span[]) =>
            spans.map(({ start, end }) => doc.text.slice(start, end).replace(/[^\p{L}\p{N}]/gu, '')).join('')
          expect(letters(covered)).toBe(letters(spoken))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('beads are in the order of the text, scores are probabilities, links lie inside their bead', () => {
    fc.assert(
      fc.property(call, (doc) => {
        const starts = doc.beads.map((bead) => (bead.mandarin[0] ?? bead.interpretation[0])!.start)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
        for (const bead of doc.beads) {
          expect(bead.score).toBeGreaterThanOrEqual(0)
          expect(bead.score).toBeLessThanOrEqual(1)
          for (const link of bead.links) {
            for (const side of ['mandarin', 'interpretation'] as const) {
              const { start, end } = link[side]
              expect(bead[side].some((span) => span.start <= start && end <= span.end)).toBe(true)
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('a passage of three thousand sentences is paired by its figures', () => {
  const topics = 'hospitals schools bridges ships tractors turbines batteries cameras carpets violins'.split(
    ' ',
  )
  const say = (count: number, form: (count: number, topic: string) => string): string =>
    Array.from({ length: count }, (_, at) => form(1000 + at * 7, topics[at % topics.length]!)).join(' ')
  const align = (count: number): Aligned =>
    aligned([
      ['mandarin', say(count, (number, topic) => `This season we sold ${number} sets of ${topic}.`)],
      [
        'interpretation',
        say(count, (number, topic) => `${number} units of ${topic} were sold in the quarter.`),
      ],
    ])
  const { beads } = align(3000)
  expect(beads.filter(({ links }) => links.some(({ kind }) => kind === 'amount')).length).toBeGreaterThan(
    2900,
  )
})
