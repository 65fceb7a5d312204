import { bandsBetween } from '../../src/align/bands.js'
import { pairUnits, type Pairing } from '../../src/align/pair.js'
import { largest } from '../../src/align/lattice.js'
import { faithful } from '../../src/align/weights.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import { segmentTranscript } from '../../src/segment/segment.js'
import { likelihoodOf } from '../../src/similarity/likelihood.js'
import { similarityOf } from '../../src/similarity/similarity.js'
import type { Segmented, Span } from '../../src/types.js'

/** How well a written translation is aligned, by sentences. */
export interface TranslationAlignment {
  readonly name: string
  readonly sentences: readonly [source: number, target: number]
  /** F1 of exact beads, 0 to 1. */
  readonly strict: number
  /** F1 of beads that overlap a gold bead on both sides, 0 to 1. */
  readonly lax: number
  readonly milliseconds: number
}

/** A text aligned by hand: each row holds sentences of one side, a tab, and their translation. */
export function measureTranslation(name: string, table: string): TranslationAlignment {
  const rows = table.split(/\r?\n/u).filter((row) => row.includes('\t'))
  const cells = rows.map((row) => row.split('\t'))
  const { doc, starts } = documentOf([cells.map((row) => row[0]!), cells.map((row) => row[1]!)])
  const source = sentencesOf(doc, 0, starts[0]!)
  const target = sentencesOf(doc, 1, starts[1]!)
  const started = performance.now()
  const pairings = pairSentences(doc, source, target)
  return {
    name,
    sentences: [source.units.length, target.units.length],
    ...scores(goldBeads(source, target, rows.length), pairings.map(beadOf)),
    milliseconds: performance.now() - started,
  }
}

/** Each side a turn, each cell a paragraph: no sentence runs over a row's border. With each cell's offset. */
function documentOf(sides: readonly (readonly string[])[]): { doc: Segmented; starts: number[][] } {
  const text = sides.map((cells) => cells.join('\n')).join('\n')
  let at = 0
  const starts: number[][] = []
  const turns = sides.map((cells) => {
    const body: Span[] = []
    const ofSide: number[] = []
    starts.push(ofSide)
    for (const cell of cells) {
      ofSide.push(at)
      if (cell.trim() !== '') body.push({ start: at, end: at + cell.length })
      at += cell.length + 1
    }
    const start = body[0]?.start ?? at
    return { speaker: { label: '', span: { start, end: start } }, header: { start, end: start }, body }
  })
  return { doc: segmentTranscript({ format: 'plain', text, turns, notices: [], participants: [] }), starts }
}

/** The sentences of a side as indices of segments, and the row each stands in. */
interface Sentences {
  readonly units: readonly (readonly number[])[]
  readonly rows: readonly number[]
}

function sentencesOf({ segments }: Segmented, turn: number, starts: readonly number[]): Sentences {
  const units: number[][] = []
  const rows: number[] = []
  let row = 0
  segments.forEach((segment, index) => {
    if (segment.turn !== turn) return
    if (segments[index - 1]?.sentence === segment.sentence) units.at(-1)!.push(index)
    else {
      while (row + 1 < starts.length && starts[row + 1]! <= segment.start) row++
      units.push([index])
      rows.push(row)
    }
  })
  return { units, rows }
}

function pairSentences(doc: Segmented, source: Sentences, target: Sentences): Pairing[] {
  const { vocabulary, relations } = similarityOf(doc, defaultLexicon())
  const termsOf = ({ units }: Sentences) =>
    units.map((segments) => segments.flatMap((index) => vocabulary.terms[index]!))
  const lengthsOf = ({ units }: Sentences) =>
    units.map((segments) =>
      segments.reduce((sum, index) => sum + doc.segments[index]!.end - doc.segments[index]!.start, 0),
    )
  const bands = bandsBetween(termsOf(source), termsOf(target), relations)
  const [rowLengths, columnLengths] = [lengthsOf(source), lengthsOf(target)]
  const sum = (lengths: readonly number[]) => lengths.reduce((total, length) => total + length, 0)
  return pairUnits(
    {
      rowLengths,
      columnLengths,
      ratio: sum(columnLengths) / sum(rowLengths),
      bands,
      likelihood: likelihoodOf(termsOf(source), termsOf(target), bands, {
        vocabulary,
        relations,
        lambda: faithful.lambda,
        depth: largest - 1,
      }),
    },
    faithful,
  )
}

type Bead = readonly [source: readonly number[], target: readonly number[]]

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)

const beadOf = ({ rows, columns }: Pairing): Bead => [
  range(rows.from, rows.to),
  range(columns.from, columns.to),
]

const goldBeads = (source: Sentences, target: Sentences, rows: number): Bead[] =>
  range(0, rows).map((row) => [unitsIn(source, row), unitsIn(target, row)])

const unitsIn = ({ rows }: Sentences, row: number): number[] =>
  rows.flatMap((other, unit) => (other === row ? [unit] : []))

/** As vecalign's score.py counts (Thompson & Koehn 2019): recall leaves out beads with an empty side. */
function scores(gold: readonly Bead[], found: readonly Bead[]): { strict: number; lax: number } {
  const whole = (beads: readonly Bead[]) => beads.filter(([a, b]) => a.length > 0 && b.length > 0)
  const precision = shares(gold, found)
  const recall = shares(whole(found), whole(gold))
  const harmonic = (a: number, b: number): number => (a + b > 0 ? (2 * a * b) / (a + b) : 0)
  return {
    strict: harmonic(precision.strict, recall.strict),
    lax: harmonic(precision.lax, recall.lax),
  }
}

/** Which shares of the tested beads are right. */
function shares(gold: readonly Bead[], tested: readonly Bead[]): { strict: number; lax: number } {
  const known = new Set(gold.map(keyOf))
  const partners = new Map<number, readonly number[]>()
  for (const [source, target] of gold) for (const unit of source) partners.set(unit, target)
  let strict = 0
  let lax = 0
  for (const bead of tested) {
    const exact = known.has(keyOf(bead))
    const overlaps = bead[0].some((unit) => bead[1].some((other) => partners.get(unit)?.includes(other)))
    if (exact) strict++
    if (exact || overlaps) lax++
  }
  return { strict: strict / Math.max(1, tested.length), lax: lax / Math.max(1, tested.length) }
}

const keyOf = ([source, target]: Bead): string => `${source.join()}|${target.join()}`

export function translationTable(results: readonly TranslationAlignment[]): string {
  const row = (name: string, strict: number, lax: number, rest = '') =>
    `${name.padEnd(34)}${strict.toFixed(3).padStart(9)}${lax.toFixed(3).padStart(9)}${rest}`
  const mean = (of: (result: TranslationAlignment) => number) =>
    results.reduce((sum, result) => sum + of(result), 0) / Math.max(1, results.length)
  return [
    `${'written translations'.padEnd(34)}   strict      lax  sentences        ms`,
    ...results.map(({ name, sentences, strict, lax, milliseconds }) =>
      row(name, strict, lax, `${sentences.join(' : ').padStart(11)}${milliseconds.toFixed(0).padStart(10)}`),
    ),
    row(
      'mean',
      mean(({ strict }) => strict),
      mean(({ lax }) => lax),
    ),
  ].join('\n')
}
