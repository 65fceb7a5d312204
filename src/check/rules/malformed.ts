import { claimsOf } from '../../numbers/claims.js'
import { figuresOf, significance, type Figure } from '../../numbers/figures.js'
import { spell } from '../../text/amounts/write.js'
import { textOf } from '../../text/spans.js'
import type { Aligned, Found } from '../../types.js'
import { figurePairs } from '../numbers/told/pairs.js'
import { inWordsOf } from '../numbers/report/replacement.js'
import type { Check } from '../check.js'

export const malformed: Check = {
  id: 'malformed',
  summary: 'Digits that make no figure: a separator in the wrong place, two decimal points.',
  explanation: `
"2873,000" and "1,78.5" can be read in more than one way. What they may have meant is proposed, likeliest
first, as a guess. Where the aligned passage has the figure, the check \`scale\` reports it with that value. Ones that were
written as a word of the same sound ("20 for percent") are proposed as one figure, and so is a teen with a digit after it
("sixteen eight point five": sixty-eight).
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
    {
      text: 'Li Na: Gross margin is around {forty to percent=>forty-two percent} in the Middle East.',
      why: 'The same in words.',
    },
    {
      text: 'Li Na: Revenue from overseas was {sixteen eight=>sixty-eight} point eight million.',
      why: 'Nobody says a teen and a digit.',
    },
    {
      text: 'Li Na: Same hotel RevPAR was negative {free=>three} percent.',
      why: 'Three, as a word was heard.',
    },
    {
      text: 'Li Na: Basic earnings per share were RMB {0.60 5=>0.65}.',
      why: 'Sixty-five, written as it was said.',
    },
    { text: 'Li Na: The renewal rate is {942=>94.2}%.', why: 'No more than all can renew.' },
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
    yield* teensForTens(doc)
    yield* threesAsWords(doc)
    yield* splitDecimals(doc)
    yield* impossibleRates(doc)
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
    const said = /^\d/u.test(tens!)
      ? `${Number(tens) + place}${unit === ' percent' ? '%' : unit!}`
      : `${tens!}-${spell(place)}${unit!}`
    yield {
      start: match.index,
      end: match.index + words.length,
      message: `"${words}" may be one figure: ${said}?`,
      confidence: 0.85,
      evidence: [{ kind: 'structure', note: `"${ones!}" sounds like ${place}` }],
      suggestions: [{ text: said, confidence: 0.85, safe: false }],
    }
  }
}

/** "Sixteen eight point five": sixty heard as sixteen. */
function* teensForTens({ text }: Aligned): Generator<Found> {
  for (const { index, 0: words, 1: stem, 2: ones } of text.matchAll(TEENS)) {
    const tens = stem!.toLowerCase() === 'four' ? 'for' : stem!
    const said = `${tens}ty-${ones!}`
    yield {
      start: index,
      end: index + words.length,
      message: `"${words}" is no figure: ${said}?`,
      confidence: 0.9,
      evidence: [{ kind: 'structure', note: 'a teen has no digit after it' }],
      suggestions: [{ text: said, confidence: 0.9, safe: false }],
    }
  }
}

const TEENS =
  /\b(thir|four|fif|six|seven|eigh|nine)teen (one|two|three|four|five|six|seven|eight|nine)(?= point (?:oh|zero|one|two|three|four|five|six|seven|eight|nine)\b)/giu

/** "Negative free percent". */
function* threesAsWords(doc: Aligned): Generator<Found> {
  for (const { index, 0: words, 1: word } of doc.text.matchAll(LONE)) {
    const value = SOUNDS.get(word!.toLowerCase())!
    yield {
      start: index,
      end: index + word!.length,
      message: `"${words}" may be a figure: ${value}?`,
      confidence: 0.85,
      evidence: [{ kind: 'structure', note: `"${word!}" sounds like ${value}` }],
      suggestions: [{ text: spell(value), confidence: 0.85, safe: false }],
    }
  }
}

const LONE =
  /(?<!\b(?:for|of|per|a|the|point|\d) )\b(free|tree|ate|sex)(?= (?:percent|percentage points?|basis points)\b)/giu

/** "RMB 0.60 5": a decimal and its last digit, written apart. */
function* splitDecimals({ text }: Aligned): Generator<Found> {
  for (const { index, 0: words, 1: decimal, 2: ones } of text.matchAll(SPLIT)) {
    const joined = `${decimal!}${ones!}`
    const said = /0$/u.test(decimal!) ? [`${decimal!.slice(0, -1)}${ones!}`, joined] : [joined]
    yield {
      start: index,
      end: index + words.length,
      message: `"${words}" may be one figure: ${said[0]!}?`,
      confidence: 0.85,
      evidence: [{ kind: 'structure', note: 'a decimal is followed by a lone digit' }],
      suggestions: said.map((figure, place) => ({
        text: figure,
        confidence: place === 0 ? 0.85 : 0.3,
        safe: false,
      })),
    }
  }
}

const SPLIT = /(?<![\d.,])(\d{1,4}\.\d{1,3}) ([1-9])(?=[,;]\s|\.(?:\s|$))/gu

/** "The survival rate is 942%": of what is no more than all there is. */
function* impossibleRates(doc: Aligned): Generator<Found> {
  for (const { figure, role, metric } of claimsOf(doc)) {
    if (figure.unit.kind !== 'percent' || role !== 'level' || figure.value < 200 || !metric) continue
    if (significance(figure) < 3 || figure.value >= 1000) continue
    if (!/margin$/u.test(metric.head ?? '') && !metric.words.some((word) => PART_OF_ALL.has(word))) continue
    const said = `${Number((figure.value / 10).toPrecision(6))}`
    yield {
      start: figure.figure.start,
      end: figure.unit.written.start,
      message: `${textOf(doc.text, figure)} is more than all there is: ${said}%?`,
      confidence: 0.9,
      evidence: [{ kind: 'structure', note: 'such a rate is at most 100%' }],
      suggestions: [{ text: said, confidence: 0.9, safe: false }],
    }
  }
}

const PART_OF_ALL: ReadonlySet<string> = new Set(
  'survival occupancy utilization utilisation retention renewal yield pass attendance coverage accuracy satisfaction availability success seat load vacancy delinquency churn'.split(
    ' ',
  ),
)

const SOUNDS: ReadonlyMap<string, number> = new Map([
  ['won', 1],
  ['to', 2],
  ['too', 2],
  ['free', 3],
  ['tree', 3],
  ['sex', 6],
  ['for', 4],
  ['ate', 8],
])
const ONES =
  /(?<![\p{L}\d.,])([2-9]0|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (won|to|too|free|for|ate)( (?:percent|basis points|million|billion))\b/giu

const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 })
