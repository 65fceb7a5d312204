import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { segmentTranscript } from '../../src/segment/segment.js'
import type { Notice, Segmented, Span, Transcript } from '../../src/types.js'

const NOBODY = { label: '', span: { start: 0, end: 0 } }

/** One turn a line; bracketed text is a remark. */
function transcriptOf(text: string): Transcript {
  const lines = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => spanOf(text, index, line.length))
  const notices = [...text.matchAll(/\[[^\]\n]*\]/g)].map(({ index, 0: remark }): Notice => ({
    start: index,
    end: index + remark.length,
    kind: 'remark',
  }))
  const turns = lines
    .filter(({ start, end }) => start < end)
    .map((body) => ({ speaker: NOBODY, header: { start: body.start, end: body.start }, body: [body] }))
  return { format: 'plain', text, turns, notices, participants: [] }
}

function spanOf(text: string, index: number, length: number): Span {
  const line = text.slice(index, index + length)
  const start = index + line.length - line.trimStart().length
  return { start, end: Math.max(start, index + line.trimEnd().length) }
}

/** Sentences joined by " ‖ ", clauses inside them by " | ". */
function cut(text: string): string {
  const { segments } = segmentTranscript(transcriptOf(text))
  return segments
    .map(({ start, end, sentence }, index) => {
      const border = index === 0 ? '' : segments[index - 1]!.sentence === sentence ? ' | ' : ' ‖ '
      return border + text.slice(start, end)
    })
    .join('')
}

/** The text with its borders marked must come out as marked. */
const cutsAsMarked = (marked: string, joint = ' '): void => {
  const text = marked.replaceAll(/ ‖ | \| /g, joint)
  expect(cut(text)).toBe(marked)
}

describe('sentences', () => {
  it.each([
    'We met Mr. Zhou and Ms. Li. ‖ Dr. Wang joined.',
    'Sales in the U.S. were flat. ‖ We grew in the U.S. ‖ We also grew abroad.',
    'Acme Inc. reported results. ‖ It was acquired by Acme Ltd. ‖ The deal closed.',
    'Some costs, e.g. rent, i.e. fixed costs, rose vs. last year.',
    'It is our No. 1 market, and approx. 20% of sales.',
    'As of Jan. 31 it was J. P. Morgan who led.',
    'The call is at 8 p.m. Eastern time.',
    'It rose to 2.48 billion in Q3. ‖ In all, 3.5 times. ‖ Thank you.',
    'Are you there? ‖ Yes! ‖ Good.',
    'He said "we are ready." ‖ Then we went (as planned.) ‖ Fine.',
    'It is what it is... ‖ Next question. . . . ‖ Thank you.',
  ])('%s', (marked) => {
    cutsAsMarked(marked)
  })

  it('finds a sentence after a stop that lost its space', () => {
    cutsAsMarked('For information only. ‖ The company disagrees.', '')
  })

  it('keeps a sentence together that a full stop cut too early', () => {
    cutsAsMarked('It drives the innovation of technology. | drive the acceleration of computing.')
  })

  it('ends sentences at full stops in text without capitals', () => {
    cutsAsMarked('we grew this year. ‖ costs fell.')
  })
})

describe('lost sentence ends', () => {
  it.each([
    'The ratio increased to 28% ‖ In September 2025, revenue was 18.2 billion yuan ‖ We expect more',
    'It is the first time in history ‖ Finally This quarter, profit rose.',
    'There is also a part that is from ‖ So basically, the core reason is demand.',
    'We have grown our revenue ‖ Second, our costs fell.',
    'It is thanks to our customers ‖ The growth continues.',
  ])('%s', (marked) => {
    cutsAsMarked(marked)
  })

  it.each([
    'Revenue in the Second Quarter was strong.',
    'It was listed by The New York Stock Exchange.',
    'I think I will be brief.',
    'We welcome the team of Our Home Group.',
  ])('are not found in: %s', (sentence) => {
    cutsAsMarked(sentence)
  })
})

describe('switch cues', () => {
  it.each([
    'in terms of the usage of our training cards, ‖ Thank you, management, for taking my question.',
    'this is the way we see the trend ‖ let me translate my question',
    'we think the demand is there ‖ so basically the core reason is price',
    'what is the outlook for margins ‖ I will quickly translate my question.',
    'that was our answer ‖ and now I would like to walk you through the numbers.',
  ])('%s', (marked) => {
    cutsAsMarked(marked)
  })

  it.each([
    'Hello, everyone, and thank you for joining.',
    'I would like to thank you all.',
    'That’s my first question.',
  ])('do not cut: %s', (sentence) => {
    cutsAsMarked(sentence)
  })
})

describe('clauses', () => {
  it('cuts at a comma between long halves only', () => {
    cutsAsMarked(
      'In the era of artificial intelligence entering every industry, | ' +
        'we have made adequate reserves for the growth of inference.',
    )
    cutsAsMarked('First, costs, prices and taxes rose.')
  })

  it('cuts before a second question', () => {
    cutsAsMarked(
      'Could you share the pricing of these two kinds of demand | and what has been the pricing trend this year?',
    )
  })
})

describe('run-ons', () => {
  it('are cut before subjects, discourse words and after amounts', () => {
    cutsAsMarked(
      'the ordering income increased by 31 points ‖ the gross interest rate was 57.9% ‖ it is an increase of nearly ' +
        'four points ‖ more importantly after two years of investment ‖ our platform has been landed in 140 ' +
        'customers ‖ the number of daily calls has reached 46 million times ‖ I think this is not accidental ‖ the ' +
        'customer only needs to check ‖ and the accuracy rate of compliance is 96 points',
    )
  })

  it.each([
    ['an adverbial of time that leads up to a subject', 'in the third season we entered the county towns'],
    ['a question', 'how does this affect the margin of the business'],
    ['what has a verb, after an amount', 'partner stores were flat and the others better'],
  ])('are cut before %s (%s)', (_, sentence) => {
    const before = 'we kept doing what is right for the company and its people and the stores grew by 28%'
    expect(cut(`${before} ${sentence} `.repeat(3))).toMatch(new RegExp(`28% [|‖] ${sentence.slice(0, 9)}`))
  })

  it('are never cut within "year over year" or before the quarter that an ordinal counts', () => {
    const text =
      'profit of the company grew 33% year over year and the second quarter and the last year '.repeat(20)
    expect(cut(text)).not.toMatch(/year [|‖] over|over [|‖] year|second [|‖] quarter|the [|‖] second/)
  })

  it('are cut into pieces of some five to thirty words', () => {
    const text =
      'we grew the business and we saw demand because customers in the region bought more of it '.repeat(40)
    const { segments } = segmentTranscript(transcriptOf(text))
    const lengths = segments.map(({ start, end }) => text.slice(start, end).split(' ').length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(30)
    expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThanOrEqual(4)
  })

  it('are not seen in long sentences with stops, which only fall into clauses', () => {
    cutsAsMarked(
      'We expect demand for the services | that the company offers to customers | in the region to grow | in the ' +
        'second half of the year | as the new plants that we built go into operation.',
    )
  })

  it('of Han are cut before subjects and topics, after amounts', () => {
    cutsAsMarked(
      '三季度总收入达到3.264亿元同比增长41.8% | 其中核心产品的销售收入是2.815亿元 | 我们的销售团队现在是620人 | ' +
        '目前已经覆盖了全国1850家医院',
      '',
    )
  })
})

describe('Han', () => {
  it('ends sentences at Han punctuation', () => {
    cutsAsMarked('本季度收入增长。 ‖ 利润提升！ ‖ 谢谢', '')
    cutsAsMarked('他说：“很好。” ‖ 大家都同意。', '')
  })

  it('cuts at commas between long halves only', () => {
    cutsAsMarked(
      '首先，本季度我们的收入达到二十四点八亿元， | 同比增速由上季度的百分之二十四提升到百分之三十一',
      '',
    )
    cutsAsMarked('首先，收入增长', '')
  })

  it('cuts before discourse words where there is no punctuation', () => {
    cutsAsMarked(
      '这个季度我们的收入继续保持快速的增长 | 所以利润率也有明显的提升好吧 | 当然没有具体的目标',
      '',
    )
    cutsAsMarked('這個季度我們的收入繼續保持快速的增長 | 然後利潤率也有明顯的提升', '')
  })

  it('leaves short Latin words inside Han, and short Han inside English', () => {
    cutsAsMarked('我们的AI业务和EBITDA利润率都有提升', '')
    cutsAsMarked('The word 算力 means computing power.')
  })

  it('cuts at the borders of longer runs', () => {
    cutsAsMarked(
      'the benchmark project in the bank | 受信报告智能生成项目落地后, | we will continue to push',
      ' ',
    )
  })
})

test('remarks are in no segment and do not end a sentence', () => {
  expect(cut('in the prepared [indiscernible] and the session. [Foreign Language] Thank you')).toBe(
    'in the prepared | and the session. ‖ Thank you',
  )
})

test('a paragraph of punctuation has no segment', () => {
  expect(cut('. . .\n-\nWell. . .')).toBe('Well. . .')
})

test('segments know their turn and script', () => {
  const { segments } = segmentTranscript(transcriptOf('Hello.\n本季度收入增长。\n2025'))
  expect(segments.map(({ turn, script }) => [turn, script])).toEqual([
    [0, 'latin'],
    [1, 'han'],
    [2, 'none'],
  ])
})

describe('laws', () => {
  const fragment = fc.constantFrom(
    ...'we|So|The|thank you|Mr.|U.S.|e.g.|28%|2.5|RMB2,478|Q3|,|, and what|;|:|. |?|!|...|…|--|"|)|('.split(
      '|',
    ),
    ...'[Interpreted]|所以|我们的收入|AI|，|。|好吧|\u{20021}|é|\ud800|\u0000|\n|\t|a.b.c|10-K|1'.split('|'),
  )
  const anyText = fc.oneof(
    fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(' ')),
    fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )

  test('segments are in order, apart, trimmed, inside a paragraph and hold a letter or digit', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const segmented = segmentTranscript(transcriptOf(text))
        let from = 0
        let sentence = 0
        for (const segment of segmented.segments) {
          const words = text.slice(segment.start, segment.end)
          expect(segment.start).toBeGreaterThanOrEqual(from)
          expect(words).toBe(words.trim())
          expect(words).toMatch(/[\p{L}\p{N}]/u)
          expect(isInside(segmented, segment.turn, segment)).toBe(true)
          expect(segment.sentence).toBeGreaterThanOrEqual(sentence)
          from = segment.end
          sentence = segment.sentence
        }
      }),
    )
  })

  test('every spoken letter and digit is in a segment, no remark is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { segments, notices } = segmentTranscript(transcriptOf(text))
        const spoken = transcriptOf(text).turns.flatMap(({ body }) => body)
        for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu)) {
          const isSpoken = covered(spoken, index) && !covered(notices, index)
          expect(covered(segments, index)).toBe(isSpoken)
        }
      }),
    )
  })

  const covered = (spans: readonly Span[], index: number): boolean =>
    spans.some(({ start, end }) => start <= index && index < end)

  const isInside = ({ turns }: Segmented, turn: number, { start, end }: Span): boolean =>
    turns[turn]!.body.some((paragraph) => paragraph.start <= start && end <= paragraph.end)
})
