import { contains, overlaps, textOf, trimSpan } from '../../text/spans.js'
import { tokenize } from '../../text/tokens.js'
import type { Aligned, Bead, Evidence, Span, Suggestion } from '../../types.js'
import type { Check } from '../check.js'

export const untranslated: Check = {
  id: 'untranslated',
  summary: 'Chinese characters left in speech that is otherwise written in English.',
  explanation: `
A recogniser made to write English now and then leaves a run of Chinese characters: a reader of the English
transcript cannot use it, and the words are often misheard as well. The words of the interpretation that answer
the run are shown as evidence; they are proposed where they answer the run and nothing else.

It is silent where the transcript keeps Mandarin in characters throughout, which is a vendor's style and no
error; it decides by how much of the call's Mandarin is written in characters, and whether in sentences of their own. It leaves alone a single
character, characters in brackets (a name explained) and notices.
`,
  category: 'untranslated',
  severity: 'error',
  examples: [
    {
      text: `Chen Lu (CEO): <m><1>The pilot project of the second batch of stores{门店扩张的计划=>|untranslated|A}, we
will continue to push it next year.</m>
<i><1>After the pilot of the second batch of stores, we will carry on with store expansion next year.</i>`,
      why: 'Characters inside Mandarin that the recogniser rendered in English.',
    },
    {
      text: `Ann Price (CFO): Gross margin was 31.5%, thanks to {产品结构=>|untranslated|A} and lower freight costs
in all of our regions, and operating expenses were well under control throughout the quarter. We expect margin to
stay at this level in the coming quarters, while we continue to invest in our brand and in our people.`,
      why: 'Characters inside English speech.',
    },
    {
      text: `Chen Lu (CEO): <m>大家好，欢迎参加我们第三季度的业绩电话会。本季度总收入达到二十亿元，同比增长百分之十。</m>

<i>Hello, everyone, and welcome to our third quarter call. Total revenue reached RMB 2 billion, up 10%.</i>`,
      why: 'Mandarin kept in characters.',
    },
    {
      text: `Ann Price (CFO): Our new brand Morning Lake (晨湖) opened forty stores in the quarter.`,
      why: 'A name explained in brackets.',
    },
  ],
  *run(doc) {
    const runs = hanRuns(doc)
    if (runs.length === 0) return
    for (const run of mandarinIsKeptInHan(doc, runs) ? strayRuns(doc, runs) : runs) {
      const beads = doc.beads.filter((bead) => bead.mandarin.some((span) => overlaps(span, run)))
      yield {
        ...run,
        message: `Chinese characters stand in English text: "${shortened(textOf(doc.text, run))}".`,
        confidence: 0.93,
        evidence: [inEnglish, ...beads.flatMap((bead) => partnerOf(doc.text, bead))],
        suggestions: beads.flatMap((bead) => soleAnswer(doc.text, bead, run)),
      }
    }
  },
}

/** Two or more Han characters, with the Chinese punctuation between them; none in brackets. */
const run = /\p{Script=Han}(?:[，。、；：？！“”《》\s]*\p{Script=Han})+/gu

function hanRuns({ text, turns, notices }: Aligned): Span[] {
  let next = 0
  return turns
    .flatMap(({ body }) => body)
    .flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(run)].map(({ index, 0: { length } }) => ({
        start: start + index,
        end: start + index + length,
      })),
    )
    .filter((span) => {
      while (next < notices.length && notices[next]!.end <= span.start) next++
      const notice = notices[next]
      return !(notice && overlaps(notice, span)) && !inBrackets(text, span)
    })
}

const inBrackets = (text: string, { start, end }: Span): boolean =>
  /[([（【"“]\s*$/u.test(text.slice(Math.max(0, start - 3), start)) ||
  /^\s*[)\]）】]/u.test(text.slice(end, end + 3))

/** English words that a Han character is worth. */
const wordsPerCharacter = 0.6
/** Share of the Mandarin in characters from which on characters are the transcript's way of writing it. */
const keptShare = 0.3

function mandarinIsKeptInHan(doc: Aligned, runs: readonly Span[]): boolean {
  const { text, origins } = doc
  const han = hanWeight(text, runs)
  const latin = origins
    .filter(({ origin }) => origin === 'mandarin')
    .reduce((sum, span) => sum + latinWords(text, span), 0)
  return han >= keptShare * (han + latin) && hanInEnglishSentences(doc) < han / 2
}

/** Weight of the characters in sentences that have at least half as much English. */
function hanInEnglishSentences({ text, segments }: Aligned): number {
  let weight = 0
  for (let from = 0, to = 0; from < segments.length; from = to) {
    while (to < segments.length && segments[to]!.sentence === segments[from]!.sentence) to++
    const sentence = { start: segments[from]!.start, end: segments[to - 1]!.end }
    const han = hanWeight(text, [sentence])
    if (han > 0 && latinWords(text, sentence) > han / 2) weight += han
  }
  return weight
}

const hanWeight = (text: string, spans: readonly Span[]): number =>
  spans.reduce(
    (sum, span) => sum + wordsPerCharacter * (textOf(text, span).match(/\p{Script=Han}/gu)?.length ?? 0),
    0,
  )

const latinWords = (text: string, span: Span): number =>
  tokenize(text, span).filter(({ kind }) => kind === 'word').length

/** Share of the call's words up to which characters are too few to be its Mandarin. */
const strayShare = 0.02

/** In an English call with a few characters: the runs that are a small part of an English paragraph. */
function strayRuns({ text, turns }: Aligned, runs: readonly Span[]): Span[] {
  const paragraphs = turns.flatMap(({ body }) => body)
  const words = paragraphs.reduce((sum, span) => sum + latinWords(text, span), 0)
  if (hanWeight(text, runs) > Math.max(10, strayShare * words)) return []
  return paragraphs.flatMap((paragraph) => {
    const inside = runs.filter((span) => contains(paragraph, span))
    const latin = inside.length > 0 ? latinWords(text, paragraph) : 0
    return latin >= 20 && hanWeight(text, inside) <= 0.25 * latin ? inside : []
  })
}

const inEnglish: Evidence = { kind: 'structure', note: 'the words around it are written in English' }

function partnerOf(text: string, bead: Bead): Evidence[] {
  return bead.interpretation.map((span) => ({
    kind: 'aligned',
    ...span,
    note: `the interpretation: "${shortened(textOf(text, span))}"`,
  }))
}

/** The interpretation's words where they answer the run and nothing else. */
function soleAnswer(text: string, { mandarin, interpretation, score }: Bead, span: Span): Suggestion[] {
  const [mandarinPiece, ...more] = mandarin
  const [answer, ...others] = interpretation
  if (!mandarinPiece || !answer || more.length > 0 || others.length > 0 || score < 0.5) return []
  const around = trimSpan(text, mandarinPiece)
  if (!/^\P{L}*$/u.test(text.slice(around.start, span.start) + text.slice(span.end, around.end))) return []
  return [{ text: textOf(text, answer), confidence: 0.5, safe: false }]
}

const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 79)}…` : words)
