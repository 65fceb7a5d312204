import type { Lexicon } from '../lexicon/lexicon.js'
import { likelihoodOf, type Band } from '../similarity/likelihood.js'
import { similarityOf } from '../similarity/similarity.js'
import type { Aligned, Bead, Identified, Origin, Segment, Span } from '../types.js'
import { pairUnits, type Pairing } from './lattice.js'
import { linksOf } from './links.js'
import { joinSentences } from './sentences.js'
import { interpreting } from './weights.js'

/**
 * Aligns every Mandarin-derived passage with the words that interpret it, clause by clause. One
 * lattice runs over the whole call, so that a late interpretation, an omission or two answers
 * rendered as one find their place; its band keeps a passage to the interpretation that follows it
 * and the one after.
 */
export function alignPassages(doc: Identified, lexicon: Lexicon): Aligned {
  const { rows, columns } = splitSides(doc)
  const sentencesOf = (units: readonly Unit[]) =>
    units.map(({ index }) => sentenceOf(doc.segments[index]!, index))
  const pairings = joinSentences(
    pairSides(doc, lexicon, rows, columns),
    sentencesOf(rows),
    sentencesOf(columns),
  )
  const similarity = similarityOf(doc, lexicon)
  const beads = pairings.map((pairing): Bead => {
    const mandarin = rows.slice(pairing.rows.from, pairing.rows.to).map(({ index }) => index)
    const interpretation = columns.slice(pairing.columns.from, pairing.columns.to).map(({ index }) => index)
    return {
      mandarin: joinSegments(doc, mandarin),
      interpretation: joinSegments(doc, interpretation),
      score: pairing.score,
      links: linksOf(similarity, mandarin, interpretation),
    }
  })
  return { ...doc, beads: beads.sort((a, b) => startOf(a) - startOf(b)) }
}

const startOf = (bead: Bead): number => (bead.mandarin[0] ?? bead.interpretation[0])!.start

/** Recognisers end Latin sentences fairly well, but hardly any in Han: there a clause stands for itself. */
const sentenceOf = ({ script, sentence }: Segment, index: number): number =>
  script === 'latin' ? sentence : -index

/** A segment of one side, with the number of the passage it stands in. */
interface Unit {
  /** Index into the segments. */
  readonly index: number
  readonly passage: number
}

/** A passage is a stretch of Mandarin with the interpretation that follows before the next Mandarin. */
function splitSides(doc: Identified): { rows: Unit[]; columns: Unit[] } {
  const rows: Unit[] = []
  const columns: Unit[] = []
  let passage = 0
  let interpreted = true
  const origins = originsOfSegments(doc)
  doc.segments.forEach((_, index) => {
    if (origins[index] === 'mandarin') {
      if (interpreted) passage++
      interpreted = false
      rows.push({ index, passage })
    } else if (origins[index] === 'interpretation') {
      interpreted = true
      columns.push({ index, passage })
    }
  })
  return { rows, columns }
}

/** The origin under each segment's middle. */
function originsOfSegments({ segments, origins }: Identified): (Origin | undefined)[] {
  let at = 0
  return segments.map(({ start, end }) => {
    const middle = (start + end) / 2
    while (at < origins.length && origins[at]!.end <= middle) at++
    const origin = origins[at]
    return origin && origin.start <= middle ? origin.origin : undefined
  })
}

/** Linking a passage to the interpretation after the next Mandarin, in natural logs. */
const latePenalty = -6

function pairSides(
  doc: Identified,
  lexicon: Lexicon,
  rows: readonly Unit[],
  columns: readonly Unit[],
): Pairing[] {
  if (rows.length === 0 || columns.length === 0) return withoutPartner(rows.length, columns.length)
  const { vocabulary, relations } = similarityOf(doc, lexicon)
  const bands = passageBands(rows, columns)
  const terms = (units: readonly Unit[]) => units.map(({ index }) => vocabulary.terms[index]!)
  const lengths = (units: readonly Unit[]) => units.map(({ index }) => lengthOf(doc, doc.segments[index]!))
  return pairUnits(
    {
      rowLengths: lengths(rows),
      columnLengths: lengths(columns),
      bands,
      likelihood: likelihoodOf(terms(rows), terms(columns), bands, {
        vocabulary,
        relations,
        lambda: interpreting.lambda,
        depth: 7,
      }),
      prior: (row, column) => (rows[row]!.passage === columns[column]!.passage ? 0 : latePenalty),
    },
    interpreting,
  )
}

const withoutPartner = (rows: number, columns: number): Pairing[] => [
  ...Array.from({ length: rows }, (_, at) => ({
    rows: { from: at, to: at + 1 },
    columns: { from: 0, to: 0 },
    score: 1,
  })),
  ...Array.from({ length: columns }, (_, at) => ({
    rows: { from: 0, to: 0 },
    columns: { from: at, to: at + 1 },
    score: 1,
  })),
]

/** A row may meet the interpretation of its own passage and of the next. */
function passageBands(rows: readonly Unit[], columns: readonly Unit[]): Band[] {
  const firstColumn = (passage: number): number => {
    let low = 0
    let high = columns.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (columns[middle]!.passage < passage) low = middle + 1
      else high = middle
    }
    return low
  }
  return rows.map(({ passage }) => ({ from: firstColumn(passage), to: firstColumn(passage + 2) }))
}

/** Letters of English an utterance amounts to: a Han character says about as much as three. */
function lengthOf({ text }: Identified, { start, end }: Span): number {
  let length = 0
  for (let at = start; at < end; at++) length += text.charCodeAt(at) >= 0x3400 ? 3 : 1
  return length
}

/** Neighbouring segments of one paragraph become one span. */
function joinSegments({ segments, turns }: Identified, indices: readonly number[]): Span[] {
  const spans: Span[] = []
  indices.forEach((index, at) => {
    const { start, end, turn } = segments[index]!
    const previous = spans.at(-1)
    const joins =
      previous &&
      indices[at - 1] === index - 1 &&
      turns[turn]!.body.some((paragraph) => paragraph.start <= previous.start && end <= paragraph.end)
    if (joins) spans[spans.length - 1] = { start: previous.start, end }
    else spans.push({ start, end })
  })
  return spans
}
