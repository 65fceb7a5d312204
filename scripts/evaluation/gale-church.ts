import type { Aligned, Bead, Origin, Span } from '../../src/types.js'

/** How far a passage is aligned at a time: the whole call, or Mandarin with the interpretation that follows it. */
export type Stretch = 'call' | 'passage'

/**
 * Beads by the lengths of sentences alone (Gale and Church, A Program for Aligning Sentences in Bilingual Corpora,
 * 1993), from the origins of the call: what a user would take for want of anything better.
 */
export function alignByLength(doc: Aligned, stretch: Stretch): Bead[] {
  const units = unitsOf(doc)
  const blocks = stretch === 'call' ? [units] : passagesOf(units)
  const total = (origin: Origin): number =>
    units.filter((unit) => unit.origin === origin).reduce((sum, { length }) => sum + length, 0)
  const ratio = total('interpretation') / Math.max(1, total('mandarin'))
  return blocks.flatMap((block) => {
    const [mandarin, interpretation] = (['mandarin', 'interpretation'] as const).map((origin) =>
      block.filter((unit) => unit.origin === origin),
    ) as [Unit[], Unit[]]
    return pathOf(mandarin, interpretation, ratio).map(([rows, columns]) => {
      return { mandarin: rows, interpretation: columns, score: 1, links: [] }
    })
  })
}

/** Clauses of one sentence and one origin. */
interface Unit extends Span {
  readonly origin: Origin
  readonly sentence: number
  /** Letters and digits. */
  readonly length: number
}

function unitsOf({ text, segments, origins }: Aligned): Unit[] {
  const units: Unit[] = []
  let at = 0
  for (const { start, end, sentence } of segments) {
    const middle = (start + end) / 2
    while (at < origins.length && origins[at]!.end <= middle) at++
    const origin = origins[at] && origins[at]!.start <= middle ? origins[at]!.origin : 'english'
    if (origin !== 'mandarin' && origin !== 'interpretation') continue
    const length = text.slice(start, end).match(/[\p{L}\p{N}]/gu)?.length ?? 0
    const last = units.at(-1)
    if (last?.sentence === sentence && last.origin === origin)
      units[units.length - 1] = { ...last, end, length: last.length + length }
    else units.push({ start, end, origin, sentence, length })
  }
  return units
}

function passagesOf(units: readonly Unit[]): Unit[][] {
  const passages: Unit[][] = []
  units.forEach((unit, index) => {
    if (index === 0 || (unit.origin === 'mandarin' && units[index - 1]!.origin === 'interpretation'))
      passages.push([])
    passages.at(-1)!.push(unit)
  })
  return passages
}

/** Natural logarithms of how often so many sentences are rendered by so many. */
const STEPS: readonly (readonly [rows: number, columns: number, cost: number])[] = [
  [1, 1, -Math.log(0.89)],
  [1, 0, -Math.log(0.0099)],
  [0, 1, -Math.log(0.0099)],
  [2, 1, -Math.log(0.0445)],
  [1, 2, -Math.log(0.0445)],
  [2, 2, -Math.log(0.011)],
]

function pathOf(rows: readonly Unit[], columns: readonly Unit[], ratio: number): [Unit[], Unit[]][] {
  const width = columns.length + 1
  const costs = new Float64Array((rows.length + 1) * width).fill(Infinity)
  const steps = new Int8Array(costs.length)
  costs[0] = 0
  for (let row = 0; row <= rows.length; row++)
    for (let column = 0; column <= columns.length; column++)
      STEPS.forEach(([down, right, prior], step) => {
        if (row < down || column < right) return
        const lengths = [rows.slice(row - down, row), columns.slice(column - right, column)].map(lengthOf)
        const cost =
          costs[(row - down) * width + column - right]! + prior + mismatch(lengths[0]!, lengths[1]!, ratio)
        if (cost >= costs[row * width + column]!) return
        costs[row * width + column] = cost
        steps[row * width + column] = step
      })
  const path: [Unit[], Unit[]][] = []
  for (let row = rows.length, column = columns.length; row + column > 0;) {
    const [down, right] = STEPS[steps[row * width + column]!]!
    path.unshift([rows.slice(row - down, row), columns.slice(column - right, column)])
    row -= down
    column -= right
  }
  return path
}

const lengthOf = (units: readonly Unit[]): number => units.reduce((sum, { length }) => sum + length, 0)

/** Variance of a letter's letters in the other language. */
const VARIANCE = 6.8

/** Minus the logarithm of the probability that the lengths differ so much. */
function mismatch(length: number, other: number, ratio: number): number {
  if (length === 0 && other === 0) return 0
  const mean = (length + other / ratio) / 2
  const delta = Math.abs(other - length * ratio) / Math.sqrt(VARIANCE * mean)
  return -Math.log(Math.max(Number.MIN_VALUE, 2 * (1 - normal(delta))))
}

/** The normal distribution (Abramowitz and Stegun 26.2.17), for z ≥ 0. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail
}
