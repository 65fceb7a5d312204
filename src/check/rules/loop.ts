import { textOf } from '../../text/spans.js'
import type { Aligned, Found, Origin, Span, Turn } from '../../types.js'
import type { Check } from '../check.js'
import { doubledWords } from '../noise/doubled-words.js'
import { fillerRunsOf, fillerSpan, isHesitation } from '../noise/filler-runs.js'
import { surplusProbability } from '../noise/loops.js'
import { repetitionsOf, type Repetition } from '../noise/repetitions.js'
import { stockPhraseFinder } from '../noise/stock-phrases.js'
import { unitsOf, type Stretch, type Unit } from '../noise/units.js'
import { firstIndex } from '../../text/bisect.js'

export const loop: Check = {
  id: 'loop',
  summary: 'Words said over and over, runs of hesitation, and stock phrases that recognisers invent.',
  explanation: `
On silence, noise or hesitation a recogniser loops: it writes a word, a clause or a sentence again and again,
strings of "uh", rows of full stops, or the closing words of a video ("thank you for watching"). The check looks for

- a phrase of up to forty words said three times or more, or twice without a pause, or a long sentence twice;
- in Mandarin rendered as English also one word joined to itself ("depth and depth");
- two hesitations or more in a row;
- full stops with spaces between them;
- the stock phrases of corpora/lexicon/hallucinations.tsv: those of videos anywhere, others as a sentence of their own.

The surplus is to be deleted. Left alone are emphasis and courtesy (very, very; thank you, thank you; bye-bye),
fixed pairs (more and more, year over year), figures, what an operator says twice in sentences of their own, single
hesitations, and, in a transcript that keeps false starts throughout, a phrase said just twice.
`,
  category: 'repetition',
  severity: 'error',
  examples: [
    {
      text: `Chen Lu (CEO): <m>{We will cut the cost. We will cut the cost. We will cut the cost=>We will cut the cost|repetition|A}. Next year
the stores will be more.</m>`,
      why: 'A sentence three times.',
    },
    {
      text: `Chen Lu (CEO): <m>It depends on {the number of the number of=>the number of|repetition|A} new stores that we can open.</m>`,
      why: 'A phrase twice without a pause.',
    },
    {
      text: `Chen Lu (CEO): <m>We rely on the {depth and depth=>depth|repetition|B} of the channel.</m>`,
      why: 'A word joined to itself in machine English.',
    },
    {
      text: `Ann Price (CFO): We opened, {uh, uh, uh,=>|noise|A} forty stores. {Uh, uh, uh, uh.=>|noise|A} Costs were flat {. . .=>|noise|A}`,
      why: 'Hesitation, and a row of full stops.',
    },
    {
      text: `Chen Lu (CEO): <m>The factory, {thank you for watching=>|noise|A}, the factory will open in May.</m>`,
      why: 'The closing words of a video, invented on silence.',
    },
    {
      text: `Chen Lu (CEO): <m>謝謝大家。{請不吝點贊訂閱轉發=>|noise|A} 工廠五月開工。</m>`,
      why: 'The same in Traditional characters.',
    },
    {
      text: `Operator: Please stand by while we reconnect the speakers. Please stand by while we reconnect the speakers.
Thank you. Thank you. Please press star 1 1.

Ann Price (CFO): We are very, very pleased: revenue grew year over year, more and more customers came, and they had
had a good year. Yes. Yes. Stores, logistics, et cetera, et cetera. Thank you, thank you very much. Bye-bye.`,
      why: 'Emphasis, courtesy, fixed pairs and an instruction given twice.',
    },
    {
      text: `Ann Price (CFO): We, uh, opened forty stores... and, you know, costs were flat.`,
      why: 'Single hesitations.',
    },
  ],
  *run(doc, { tables, languageModel }) {
    const stockPhrases = stockPhraseFinder(tables.hallucinations, languageModel)
    const fillers = new Set(tables.fillers.map(({ phrase }) => phrase))
    const paragraphs = paragraphsOf(doc)
    const style = styleOf(paragraphs)
    const originAt = originReader(doc)
    for (const { units, repetitions, body, turn } of paragraphs) {
      const claim = claimer(units.length)
      for (const match of stockPhrases(units))
        if (claim(match)) yield invented(doc.text, spanOf(units, match))
      for (const match of fillerRunsOf(units)) {
        if (claim(match)) yield hesitant(fillerSpan(doc.text, units, match), match, style)
      }
      yield* rowsOfStops(doc.text, body)
      for (const repetition of repetitions) {
        const origin = originAt(units[repetition.from]!.start)
        const operator = isOperator(turn) || instruction.test(textOf(doc.text, spanOf(units, repetition)))
        const setting = { origin, operator, verbatim: style.keepsRestarts }
        const probability = surplusProbability(units, repetition, setting, fillers)
        if (probability > 0 && claim(repetition)) yield repeated(doc.text, units, repetition, probability)
      }
      for (const match of doubledWords(units, languageModel)) {
        const inMandarin = originAt(units[match.from]!.start) === 'mandarin'
        if (inMandarin && claim(match)) yield joined(doc.text, units, match)
      }
    }
  },
}

interface Paragraph {
  readonly turn: Turn
  readonly body: Span
  readonly units: readonly Unit[]
  readonly repetitions: readonly Repetition[]
}

function paragraphsOf({ text, turns }: Aligned): Paragraph[] {
  return turns.flatMap((turn) =>
    turn.body.map((body) => {
      const units = unitsOf(text, body)
      return { turn, body, units, repetitions: repetitionsOf(units) }
    }),
  )
}

/** What a transcript keeps of natural speech, so that it is no mistake of the recogniser. */
interface Style {
  readonly keepsRestarts: boolean
  readonly keepsFillers: boolean
}

function styleOf(paragraphs: readonly Paragraph[]): Style {
  let words = 0
  let restarts = 0
  let fillers = 0
  for (const { units, repetitions } of paragraphs) {
    words += units.length
    restarts += repetitions.filter((repetition) => isRestart(units, repetition)).length
    fillers += units.filter(({ form }) => isHesitation(form)).length
  }
  return {
    keepsRestarts: restarts >= 5 && restarts > words / 700,
    keepsFillers: fillers >= 20 && fillers > words / 125,
  }
}

/** A word or a short phrase begun anew. */
const isRestart = (units: readonly Unit[], { from, period, copies }: Repetition): boolean =>
  period < 5 &&
  copies === 2 &&
  units.slice(from + 1, from + 2 * period).every(({ after, kind }) => after !== 'stop' && kind === 'word')

/** The origin at an offset; asked in any order within a paragraph. */
function originReader({ origins }: Aligned): (offset: number) => Origin {
  return (offset) => origins[firstIndex(origins, ({ end }) => end > offset)]?.origin ?? 'english'
}

const isOperator = ({ speaker: { label, title = '' } }: Turn): boolean =>
  /\b(?:operator|moderator|coordinator)\b|主持人|接线员|接線生/iu.test(`${label} ${title}`)

const instruction = /\bplease (?:stand by|hold|wait|press|go ahead)\b|\bpress star\b/iu

/** Lets each unit be reported once. */
function claimer(size: number): (stretch: Stretch) => boolean {
  const taken = new Uint8Array(size)
  return ({ from, to }) => {
    if (taken.subarray(from, to).includes(1)) return false
    taken.fill(1, from, to)
    return true
  }
}

const spanOf = (units: readonly Unit[], { from, to }: Stretch): Span => ({
  start: units[from]!.start,
  end: units[to - 1]!.end,
})

function invented(text: string, span: Span): Found {
  return {
    ...span,
    message: `"${textOf(text, span)}" is a stock phrase that recognisers invent on silence or noise.`,
    confidence: 0.92,
    category: 'noise',
    evidence: [{ kind: 'structure', note: 'stock phrase of video captions' }],
    suggestions: [{ text: '', confidence: 0.9, safe: false }],
  }
}

function hesitant(span: Span, { from, to }: Stretch, { keepsFillers }: Style): Found {
  const count = to - from
  const confidence = count >= 4 ? 0.95 : keepsFillers ? 0.5 : count === 3 ? 0.92 : 0.7
  return {
    ...span,
    message: `${count} hesitations in a row carry no meaning.`,
    confidence,
    category: 'noise',
    evidence: [{ kind: 'structure', note: `${count} hesitations in a row` }],
    suggestions: [{ text: '', confidence, safe: count >= 3 }],
  }
}

const rowOfStops = /\.(?:[ \t]+\.){2,}/gu

function rowsOfStops(text: string, { start, end }: Span): Found[] {
  return [...text.slice(start, end).matchAll(rowOfStops)].map(({ index, 0: stops }) => {
    // The first may end a sentence: "I don't know. . . ."
    const lead = /[\p{L}\p{N}]/u.test(text[start + index - 1] ?? '') ? /^\.[ \t]+/u.exec(stops)![0].length : 0
    return {
      start: start + index + lead,
      end: start + index + stops.length,
      message: 'Full stops without words between them.',
      confidence: 0.93,
      category: 'noise',
      evidence: [{ kind: 'structure', note: 'full stops without words between them' }],
      suggestions: [{ text: '', confidence: 0.93, safe: true }],
    }
  })
}

function repeated(text: string, units: readonly Unit[], repetition: Repetition, confidence: number): Found {
  const { from, period, copies } = repetition
  const phrase = textOf(text, spanOf(units, { from, to: from + period }))
  return {
    ...spanOf(units, repetition),
    message: `"${phrase}" stands here ${copies === 2 ? 'twice' : `${copies} times`} in a row.`,
    confidence,
    evidence: [{ kind: 'structure', note: `said ${copies === 2 ? 'twice' : `${copies} times`} in a row` }],
    suggestions: [{ text: phrase, confidence, safe: false }],
  }
}

function joined(text: string, units: readonly Unit[], match: Stretch): Found {
  const phrase = textOf(text, spanOf(units, { from: match.from, to: (match.from + match.to) >> 1 }))
  return {
    ...spanOf(units, match),
    message: `"${phrase}" is joined to itself: a loop of the recogniser?`,
    confidence: 0.65,
    evidence: [{ kind: 'structure', note: 'joined to itself' }],
    suggestions: [{ text: phrase, confidence: 0.5, safe: false }],
  }
}
