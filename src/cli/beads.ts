import type { Paint } from '../render/report-text.js'
import { displayWidth, visible } from '../render/visible.js'
import type { Aligned, Bead, Span } from '../types.js'
import { tsvCell } from '../render/table.js'

/** Beads side by side for people: number, probability, Mandarin on the left, interpretation on the right. */
export function beadsText(
  path: string,
  { text, beads }: Aligned,
  { width, paint }: { readonly width: number; readonly paint: Paint },
): string {
  const digits = String(beads.length).length
  const column = Math.max(20, (width - digits - 11) >> 1)
  const rows = beads.flatMap((bead, index) => {
    const left = wrap(wordsOf(text, bead.mandarin), column)
    const right = wrap(wordsOf(text, bead.interpretation), column)
    const number = `${String(index + 1).padStart(digits)}  ${bead.score.toFixed(2)}`
    return Array.from({ length: Math.max(left.length, right.length) }, (_, line) => {
      const margin = line === 0 ? number : ' '.repeat(number.length)
      const words = left[line] ?? ''
      const cell = words + ' '.repeat(Math.max(0, column - displayWidth(words)))
      return `${paint('quiet', margin)}  ${cell} ${paint('quiet', '│')} ${right[line] ?? ''}`.trimEnd()
    })
  })
  const count = `${beads.length} ${beads.length === 1 ? 'bead' : 'beads'}`
  return `${[`${paint('place', visible(path))}: ${count}`, ...rows].join('\n')}\n`
}

/** Beads with the words of their spans; links as the alignment found them. */
export function beadsJson(path: string, { text, beads }: Aligned, indented: boolean): string {
  const quoted = ({ start, end }: Span) => ({ start, end, text: text.slice(start, end) })
  const object = {
    version: 1,
    path,
    beads: beads.map(({ mandarin, interpretation, score, links }) => {
      return { mandarin: mandarin.map(quoted), interpretation: interpretation.map(quoted), score, links }
    }),
  }
  return `${JSON.stringify(object, undefined, indented ? 2 : 0)}\n`
}

/** A line a bead; spans as `start-end`, several apart by a space. */
export function beadsTsv(path: string, { text, beads }: Aligned, withHeader: boolean): string {
  const spans = (side: readonly Span[]) => side.map(({ start, end }) => `${start}-${end}`).join(' ')
  const row = ({ mandarin, interpretation, score }: Bead, index: number) => [
    path,
    index + 1,
    score,
    spans(mandarin),
    spans(interpretation),
    wordsOf(text, mandarin),
    wordsOf(text, interpretation),
  ]
  const header = withHeader ? [COLUMNS] : []
  return [...header, ...beads.map(row)].map((cells) => `${cells.map(tsvCell).join('\t')}\n`).join('')
}

const COLUMNS = ['file', 'bead', 'score', 'mandarin_at', 'interpretation_at', 'mandarin', 'interpretation']

function wordsOf(text: string, side: readonly Span[]): string {
  return side.map(({ start, end }) => visible(text.slice(start, end).replace(/\s+/gu, ' '))).join(' … ')
}

/** Lines of at most `width` columns, broken at spaces and beside Han; a longer word is cut. */
function wrap(words: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const [unit] of words.matchAll(UNIT)) {
    for (const piece of displayWidth(unit) > width ? Array.from(unit) : [unit]) {
      const taken = displayWidth(piece.trimEnd())
      if (used + taken > width && used > 0) {
        lines.push(line.trimEnd())
        line = ''
        used = 0
      }
      line += piece
      used += displayWidth(piece)
    }
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** A Han character or a word, with the punctuation and spaces after it. */
const UNIT = /\p{Script=Han}[\p{P}\s]*|[^\p{Script=Han}\s]+\s*|\s+/gu
