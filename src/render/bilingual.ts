import type { Aligned, Plan } from '../types.js'
import { beadFragments, type Fragment } from './bead-fragments.js'
import { beadTables, type Row, type Table } from './bead-tables.js'
import {
  cleanTranscript,
  headingOf,
  paragraphsOf,
  runs,
  wordsOf,
  type CleanTurn,
  type Passage,
} from './clean.js'
import { escapeMarkdown } from './markdown.js'

/**
 * Markdown: English across the page under its speaker; each Mandarin passage and what interprets it as
 * a table, bead beside bead. Where English stands between the sides of a bead, each has a row of its own.
 */
export function renderBilingual(doc: Aligned, plan: Pick<Plan, 'edits'>): string {
  const parts = cleanTranscript(doc, plan)
  const fragments = beadFragments(doc, parts, plan.edits)
  const stretches = parts.flatMap((part): Stretch[] =>
    part.kind === 'notice'
      ? [{ lines: part.text.split('\n') }]
      : part.passages.map((passage) =>
          isTwoSided(passage)
            ? { fragments: passage.pieces.flatMap((piece) => fragments.get(piece)!) }
            : { turn: part, passage },
        ),
  )
  const blocks = runs(stretches, (a, b) => together(a, b)).flatMap(renderRun)
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : ''
}

/** A notice, words in two languages, or a passage across the page. */
type Stretch =
  | { readonly lines: readonly string[] }
  | { readonly fragments: readonly Fragment[] }
  | { readonly turn: CleanTurn; readonly passage: Passage }

const isTwoSided = ({ origin }: Passage): boolean => origin === 'mandarin' || origin === 'interpretation'

function together(a: Stretch, b: Stretch): boolean {
  if ('fragments' in a) return 'fragments' in b
  return 'turn' in a && 'turn' in b && a.turn === b.turn
}

function renderRun(run: readonly Stretch[]): string[] {
  const sided = run.flatMap((stretch) => ('fragments' in stretch ? stretch.fragments : []))
  if (sided.length > 0) return beadTables(sided).map(renderTable)
  return run.flatMap((stretch, index) => {
    if ('lines' in stretch)
      return [
        stretch.lines
          .map(escapeMarkdown)
          .join('\\\n')
          .replace(/^(?:\\\n)+/u, ''),
      ]
    if (!('turn' in stretch)) return []
    const paragraphs = paragraphsOf(stretch.passage).map(wordsOf).map(escapeMarkdown)
    const heading = index > 0 ? '' : headingOf(stretch.turn, (name, title) => `${name}\n${title}`)
    const [name = '', title] = heading.split('\n').map(escapeMarkdown)
    if (name === '') return paragraphs
    return [title === undefined ? `**${name}**` : `**${name}** — *${title}*`, ...paragraphs]
  })
}

function renderTable({ rows }: Table): string {
  const head = [titleOf('Mandarin', rows, 'mandarin'), titleOf('Interpretation', rows, 'interpretation')]
  const left = cells(rows, 'mandarin')
  const right = cells(rows, 'interpretation')
  return [head, ['---', '---'], ...rows.map((_, index) => [left[index]!, right[index]!])]
    .map((columns) => `| ${columns.join(' | ')} |`)
    .join('\n')
}

function titleOf(title: string, rows: readonly Row[], side: keyof Row): string {
  const names = speakersOf(rows, side).filter((name) => name !== '')
  return names.length > 0 ? `${title}: ${names.map(escapeMarkdown).join(', ')}` : title
}

/** The cells of one side; where several speak, a name stands where the speaker changes. */
function cells(rows: readonly Row[], side: keyof Row): string[] {
  const several = speakersOf(rows, side).length > 1
  let last: string | undefined
  return rows.map((row) =>
    runs(row[side], (a, b) => a.speaker === b.speaker)
      .map((own) => {
        const { speaker } = own[0]!
        const name = several && speaker !== last && speaker !== '' ? `**${escapeMarkdown(speaker)}:** ` : ''
        last = speaker
        return name + escapeMarkdown(own.map(({ text }) => text).join(' '))
      })
      .join(' '),
  )
}

function speakersOf(rows: readonly Row[], side: keyof Row): string[] {
  return [...new Set(rows.flatMap((row) => row[side].map(({ speaker }) => speaker)))]
}
