import type { Identified, Origin } from '../types.js'

/** What takes part in alignment: a sentence of one side, or a clause where sentences are not marked. */
export interface Unit {
  /** Indices into the segments. */
  readonly segments: readonly number[]
  /** A passage is a stretch of Mandarin with the interpretation that follows before the next Mandarin. */
  readonly passage: number
  /** Letters of English it amounts to. */
  readonly length: number
}

/** Mandarin units as rows, units of interpretation as columns, both in the order of the text. */
export interface Sides {
  readonly rows: readonly Unit[]
  readonly columns: readonly Unit[]
}

export function splitSides(doc: Identified): Sides {
  const rows: Unit[] = []
  const columns: Unit[] = []
  let passage = 0
  let interpreted = true
  const origins = originsOfSegments(doc)
  doc.segments.forEach((_, index) => {
    if (origins[index] === 'mandarin') {
      if (interpreted) passage++
      interpreted = false
      addSegment(doc, rows, index, passage)
    } else if (origins[index] === 'interpretation') {
      interpreted = true
      addSegment(doc, columns, index, passage)
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

function addSegment(doc: Identified, units: Unit[], index: number, passage: number): void {
  const last = units.at(-1)
  const length = lengthOf(doc, index)
  if (last?.passage === passage && isSameSentence(doc, last.segments.at(-1)!, index)) {
    units[units.length - 1] = { passage, segments: [...last.segments, index], length: last.length + length }
  } else units.push({ passage, segments: [index], length })
}

/**
 * A sentence in Latin letters is whole, up to the first stop: recognisers end those fairly well, but hardly
 * any in Han.
 */
function isSameSentence({ segments, text }: Identified, before: number, index: number): boolean {
  const previous = segments[before]!
  const here = segments[index]!
  return (
    before === index - 1 &&
    here.script === 'latin' &&
    previous.script === 'latin' &&
    previous.sentence === here.sentence &&
    !/[.?!]/u.test(text[previous.end - 1]!)
  )
}

/** A Han character says about as much as three letters. */
function lengthOf({ text, segments }: Identified, index: number): number {
  const { start, end } = segments[index]!
  let length = 0
  for (let at = start; at < end; at++) length += text.charCodeAt(at) >= 0x3400 ? 3 : 1
  return length
}
