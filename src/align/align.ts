import type { Lexicon } from '../lexicon/lexicon.js'
import { likelihoodOf, type Band } from '../similarity/likelihood.js'
import { similarityOf } from '../similarity/similarity.js'
import type { Aligned, Bead, Identified, Span } from '../types.js'
import { bandsBetween } from './bands.js'
import { pairCrossing } from './crossings.js'
import { largest } from './lattice.js'
import { linksOf } from './links.js'
import { pairUnits, type Pairing } from './pair.js'
import { splitSides, type Sides, type Unit } from './units.js'
import { interpreting } from './weights.js'
import { firstIndex } from '../text/bisect.js'

/**
 * Aligns every Mandarin-derived passage with the words that interpret it, sentence by sentence. One lattice
 * runs over the whole call, so that a late interpretation, an omission or two answers rendered as one find
 * their place; a passage may meet the interpretation that follows it and the one after. What is rendered in
 * another order is paired afterwards. Every unit is in exactly one bead; time is linear in long texts.
 */
export function alignPassages(doc: Identified, lexicon: Lexicon): Aligned {
  const { rows, columns } = splitSides(doc)
  const similarity = similarityOf(doc, lexicon)
  const paragraphs = paragraphsOfSegments(doc)
  const beads = pairSides({ rows, columns }, similarity).map((pairing): Bead => {
    const mandarin = segmentsIn(rows, pairing.rows)
    const interpretation = segmentsIn(columns, pairing.columns)
    return {
      mandarin: joinSegments(doc, paragraphs, mandarin),
      interpretation: joinSegments(doc, paragraphs, interpretation),
      score: pairing.score,
      links: linksOf(similarity, mandarin, interpretation),
    }
  })
  return { ...doc, beads: beads.sort((a, b) => startOf(a) - startOf(b)) }
}

const startOf = (bead: Bead): number => (bead.mandarin[0] ?? bead.interpretation[0])!.start

const segmentsIn = (units: readonly Unit[], { from, to }: Band): number[] =>
  units.slice(from, to).flatMap(({ segments }) => segments)

/** Runs of units without partners are compared up to so many pairs of units. */
const largestCrossing = 4096

/** Interpretations are about as long as what they render; so many letters of such a call are taken as seen. */
const usual = 2000

const lengthOf = (units: readonly Unit[]): number => units.reduce((sum, { length }) => sum + length, 0)

function pairSides({ rows, columns }: Sides, { vocabulary, relations }: Similarity): Pairing[] {
  if (rows.length === 0 || columns.length === 0) return [...alone(rows, 'rows'), ...alone(columns, 'columns')]
  const termsOf = (units: readonly Unit[]) =>
    units.map(({ segments }) => segments.flatMap((index) => vocabulary.terms[index]!))
  const terms = { rows: termsOf(rows), columns: termsOf(columns) }
  const ratio = (lengthOf(columns) + usual) / (lengthOf(rows) + usual)
  const pair = (x: Band, y: Band, bands: readonly Band[]): Pairing[] => {
    const [xs, ys] = [rows.slice(x.from, x.to), columns.slice(y.from, y.to)]
    const likelihood = likelihoodOf(
      terms.rows.slice(x.from, x.to),
      terms.columns.slice(y.from, y.to),
      bands,
      { vocabulary, relations, lambda: interpreting.lambda, depth: largest - 1 },
    )
    const input = {
      rowLengths: xs.map(({ length }) => length),
      columnLengths: ys.map(({ length }) => length),
      ratio,
      rowMerges: mergesOf(xs),
      columnMerges: mergesOf(ys),
      bands,
      likelihood,
      prior: (row: number, column: number) =>
        xs[row]!.passage === ys[column]!.passage ? 0 : interpreting.late,
    }
    return pairUnits(input, interpreting).map((pairing) => moved(pairing, x.from, y.from))
  }
  const all = (units: readonly Unit[]): Band => ({ from: 0, to: units.length })
  const straight = pair(all(rows), all(columns), passageBands({ rows, columns }, terms, relations))
  return pairCrossing(straight, {
    passages: { rows: rows.map(({ passage }) => passage), columns: columns.map(({ passage }) => passage) },
    pair: (x, y) => {
      const width = y.to - y.from
      if ((x.to - x.from) * width > largestCrossing) return []
      return pair(
        x,
        y,
        Array.from({ length: x.to - x.from }, () => ({ from: 0, to: width })),
      )
    },
    threshold: interpreting.crossing,
  })
}

type Similarity = ReturnType<typeof similarityOf>

/** Every unit by itself. */
const alone = (units: readonly Unit[], side: 'rows' | 'columns'): Pairing[] =>
  units.map((_, at) => ({
    rows: { from: 0, to: 0 },
    columns: { from: 0, to: 0 },
    [side]: { from: at, to: at + 1 },
    score: 1,
    gain: 0,
  }))

/** What joining each unit to the one before costs: passages stay apart. */
const mergesOf = (units: readonly Unit[]): number[] =>
  units.map(({ passage }, at) =>
    units[at - 1]?.passage === passage ? interpreting.merge : interpreting.passage,
  )

const moved = (pairing: Pairing, row: number, column: number): Pairing => ({
  ...pairing,
  rows: { from: pairing.rows.from + row, to: pairing.rows.to + row },
  columns: { from: pairing.columns.from + column, to: pairing.columns.to + column },
})

/** How far into the next passage's interpretation a passage may reach, in units. */
const latest = 60

/** A row may meet the interpretation of its own passage and the beginning of the next one's. */
function passageBands(
  { rows, columns }: Sides,
  terms: Record<keyof Sides, Parameters<typeof bandsBetween>[0]>,
  relations: Parameters<typeof bandsBetween>[2],
): Band[] {
  const bands: Band[] = []
  const columnsFrom = (passage: number): number => firstIndex(columns, (column) => column.passage >= passage)
  for (let first = 0; first < rows.length;) {
    const { passage } = rows[first]!
    const last = firstIndex(rows, (row) => row.passage > passage)
    const from = columnsFrom(passage)
    const own = columnsFrom(passage + 1)
    const to = Math.min(columnsFrom(passage + 2), own + latest)
    const inside = bandsBetween(terms.rows.slice(first, last), terms.columns.slice(from, to), relations)
    for (const band of inside) {
      const before = bands.at(-1)
      bands.push({ from: from + band.from, to: Math.max(before?.to ?? 0, from + band.to) })
    }
    first = last
  }
  return bands
}

/** A running number of the paragraph each segment stands in. */
function paragraphsOfSegments({ segments, turns }: Identified): Int32Array {
  const paragraphs = turns.flatMap(({ body }) => body)
  let at = 0
  return Int32Array.from(segments, ({ start }) => {
    while (at < paragraphs.length - 1 && paragraphs[at]!.end <= start) at++
    return at
  })
}

/** Neighbouring segments of one paragraph become one span. */
function joinSegments({ segments }: Identified, paragraphs: Int32Array, indices: readonly number[]): Span[] {
  const spans: Span[] = []
  indices.forEach((index, at) => {
    const { start, end } = segments[index]!
    const previous = spans.at(-1)
    const joins = indices[at - 1] === index - 1 && paragraphs[index] === paragraphs[index - 1]
    if (previous && joins) spans[spans.length - 1] = { start: previous.start, end }
    else spans.push({ start, end })
  })
  return spans
}
