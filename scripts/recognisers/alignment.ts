import { editDistance } from '../../src/text/distance.js'
import { overlaps } from '../../src/text/spans.js'
import { ngramWords, type NgramWord } from '../../src/text/tokens.js'
import type { Edit } from '../../src/types.js'

/** What a replacement does to the words around it. */
export interface Effect {
  /** Letters by which the text comes nearer to the reference; negative where it goes away from it. */
  readonly gain: number
  /** Whether the reference has the words there. */
  readonly isRight: boolean
}

/** Holds replacements in a recognised text against the reference; "gap" there is taken for a slip where GAAP is put. */
export function effectsOn(text: string, reference: string): (edit: Edit) => Effect {
  const words = ngramWords(text)
  const said = ngramWords(reference).map(({ word }) => word)
  const partner = align(
    words.map(({ word }) => word),
    said,
  )
  return (edit) => {
    const { from, to } = stretchOf(words, edit)
    let first = from
    while (first > 0 && from - first < reach && partner[first - 1]! < 0) first--
    let last = to
    while (last < words.length && last - to < reach && partner[last]! < 0) last++
    const begin = first === 0 ? 0 : partnerBefore(partner, first) + 1
    const end = last === words.length ? said.length : partnerAfter(partner, last, said.length)
    const there = lettersOf(said.slice(begin, Math.max(begin, end)).join(''))
    const lettersIn = (start: number, stop: number) =>
      lettersOf(
        words
          .slice(start, stop)
          .map(({ word }) => word)
          .join(''),
      )
    const insert = lettersOf(
      ngramWords(edit.insert)
        .map(({ word }) => word)
        .join(''),
    )
    const expected = insert.includes('gaap') ? there.replaceAll('gap', 'gaap') : there
    const [left, heard, right] = [lettersIn(first, from), lettersIn(from, to), lettersIn(to, last)]
    const gain = editDistance(left + heard + right, expected) - editDistance(left + insert + right, expected)
    const isRight = gain > 0 && 2 * gain >= editDistance(heard, insert) && expected.includes(insert)
    return { gain, isRight }
  }
}

/** Words that differ on either side of an edit, at most, that are looked at. */
const reach = 8

const lettersOf = (words: string): string => words.replace(/[^a-z0-9<>%$]/gu, '')

/** The words an edit touches. */
function stretchOf(words: readonly NgramWord[], edit: Edit): { readonly from: number; readonly to: number } {
  const from = words.findIndex(({ span }) => span.end > edit.start)
  if (from < 0) return { from: words.length, to: words.length }
  let to = from
  while (to < words.length && overlaps(words[to]!.span, edit)) to++
  return { from, to }
}

function partnerBefore(partner: Int32Array, index: number): number {
  for (let at = index - 1; at >= 0; at--) if (partner[at]! >= 0) return partner[at]!
  return -1
}

function partnerAfter(partner: Int32Array, index: number, none: number): number {
  for (let at = index; at < partner.length; at++) if (partner[at]! >= 0) return partner[at]!
  return none
}

/** Extra width of the band that the path is looked for in. */
const slack = 600

/**
 * The index in `b` that each word of `a` is equal to on a path of fewest edits, −1 for none. Looked for in a
 * band about the diagonal, wide enough for a stretch that only one of them has.
 */
export function align(a: readonly string[], b: readonly string[]): Int32Array {
  const half = Math.abs(a.length - b.length) + slack
  const width = 2 * half + 1
  const centre = (row: number) => Math.round((row * b.length) / Math.max(1, a.length))
  const steps = new Uint8Array((a.length + 1) * width)
  const far = 1 << 29
  let above = new Int32Array(b.length + 2).fill(far)
  let row = new Int32Array(b.length + 2).fill(far)
  for (let i = 0; i <= a.length; i++) {
    const low = Math.max(0, centre(i) - half)
    const high = Math.min(b.length, centre(i) + half)
    row.fill(far)
    for (let j = low; j <= high; j++) {
      const across = j > 0 ? row[j - 1]! + 1 : far
      const down = i > 0 ? above[j]! + 1 : far
      const same = i > 0 && j > 0 && a[i - 1] === b[j - 1]
      const both = i > 0 && j > 0 ? above[j - 1]! + (same ? 0 : 1) : far
      const best = Math.min(across, down, both, i + j === 0 ? 0 : far)
      row[j] = best
      steps[i * width + j - centre(i) + half] = best === both ? (same ? 3 : 2) : best === down ? 1 : 0
    }
    ;[above, row] = [row, above]
  }
  return walkBack(a.length, b.length, (i, j) => steps[i * width + j - centre(i) + half]!)
}

function walkBack(i: number, j: number, stepAt: (i: number, j: number) => number): Int32Array {
  const partner = new Int32Array(i).fill(-1)
  while (i > 0) {
    const step = j === 0 ? 1 : stepAt(i, j)
    if (step === 3) partner[i - 1] = j - 1
    if (step > 0) i--
    if (step !== 1) j--
  }
  return partner
}
