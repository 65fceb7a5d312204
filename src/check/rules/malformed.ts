import { figuresOf, type Figure } from '../../numbers/figures.js'
import { textOf } from '../../text/spans.js'
import type { Aligned, Found } from '../../types.js'
import { figurePairs } from '../numbers/aligned.js'
import { inWordsOf } from '../numbers/replacement.js'
import type { Check } from '../check.js'

export const malformed: Check = {
  id: 'malformed',
  summary: 'Digits that make no figure: a separator in the wrong place, two decimal points.',
  explanation: `
"2873,000" and "1,78.5" can be read in more than one way. What they may have meant is proposed, likeliest
first, as a guess. Where the aligned passage has the figure, the check \`scale\` reports it with that value. Ones that were
written as a word of the same sound ("20 for percent") are proposed as one figure.
`,
  category: 'number',
  severity: 'warning',
  examples: [
    { text: 'Li Na: Net profit was RMB {2873,000=>2,873,000}.', why: 'A comma is missing.' },
    {
      text: 'Li Na: At the end of September we had {16,000 420=>16,420} stores.',
      why: 'One number, written as it was said.',
    },
    {
      text: 'Li Na: Membership revenue was up {20 for percent=>24%}.',
      why: 'Twenty-four, as two words were heard.',
    },
    { text: 'Li Na: Net profit was RMB 2,873,000, or RMB 1.78 per share.', why: 'Figures in order.' },
  ],
  *run(doc) {
    const read = new Set(
      figurePairs(doc)
        .filter(({ relation }) => relation === 'unread')
        .map(({ mandarin }) => mandarin),
    )
    for (const figure of figuresOf(doc)) {
      if (figure.malformed !== undefined && !read.has(figure)) yield found(doc, figure, figure.malformed)
    }
    yield* onesAsWords(doc)
  },
}

function found({ text }: Aligned, figure: Figure, fault: string): Found {
  const readings = (figure.candidates ?? []).map((value) =>
    figure.scale ? inWordsOf(text, figure, value) : grouped(value),
  )
  return {
    start: figure.figure.start,
    end: figure.figure.end,
    message: `"${textOf(text, figure.figure)}" is no figure: ${fault}.`,
    confidence: 0.85,
    evidence: [{ kind: 'structure', note: fault }],
    suggestions: readings.map((words, place) => ({
      text: words,
      confidence: place === 0 ? 0.5 : 0.2,
      safe: false,
    })),
  }
}

/** "20 for percent": the ones written as the word that sounds like them. */
function* onesAsWords(doc: Aligned): Generator<Found> {
  for (const match of doc.text.matchAll(ONES)) {
    const [words, tens, ones, unit] = match
    const place = SOUNDS.get(ones!.toLowerCase())!
    yield {
      start: match.index,
      end: match.index + words.length,
      message: `"${words}" may be one figure: ${Number(tens) + place}?`,
      confidence: 0.85,
      evidence: [{ kind: 'structure', note: `"${ones!}" sounds like ${place}` }],
      suggestions: [
        {
          text: `${Number(tens) + place}${unit === ' percent' ? '%' : unit!}`,
          confidence: 0.85,
          safe: false,
        },
      ],
    }
  }
}

const SOUNDS: ReadonlyMap<string, number> = new Map([
  ['won', 1],
  ['to', 2],
  ['too', 2],
  ['free', 3],
  ['for', 4],
  ['ate', 8],
])
const ONES =
  /(?<![\p{L}\d.,])([2-9]0) (won|to|too|free|for|ate)( (?:percent|basis points|million|billion))\b/giu

const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 })
