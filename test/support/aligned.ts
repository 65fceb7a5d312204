import { parseMarked, type GoldOrigin } from '../../scripts/markup.js'
import type { Aligned, Notice, OriginSpan, Participant, Segment, Span, Turn } from '../../src/types.js'

/**
 * An aligned transcript from marked text (corpora/README.md): `Name (Title): words` opens a turn, a
 * blank line a paragraph, `[…]` on a line of its own before the first turn is front matter. Origins and
 * beads are those marked, so that a test depends on no stage.
 */
export function alignedFrom(marked: string): Aligned {
  const { text, gold } = parseMarked(marked, (plain) => ({ turns: turnsOf(plain) }))
  const turns = turnsOf(text)
  return {
    format: 'colon',
    text,
    turns,
    notices: noticesOf(text, turns),
    participants: participantsOf(turns),
    segments: turns.flatMap(({ body }, turn) =>
      body.map((span, sentence): Segment => ({ ...span, turn, sentence, script: 'latin' })),
    ),
    origins: originsOf(gold.origin, turns),
    beads: gold.alignment.map((bead) => ({ ...bead, score: 1, links: [] })),
  }
}

/** Marked origins, the first where several are right, as the identify stage gives them. */
export function originsOf(marked: readonly GoldOrigin[], turns: readonly Turn[]): OriginSpan[] {
  const merged: OriginSpan[] = []
  for (const { start, end, origin: allowed } of marked) {
    const turn = turns.findIndex(({ body }) => body.some((span) => span.start <= start && end <= span.end))
    const origin = allowed[0]!
    const last = merged.at(-1)
    if (last?.turn === turn && last.origin === origin) merged[merged.length - 1] = { ...last, end }
    else merged.push({ start, end, origin, confidence: 1, turn })
  }
  return merged
}

/** The span of the words' only, or n-th, occurrence in the text. */
export function spanOf(text: string, words: string, occurrence = 0): Span {
  let start = -1
  for (let count = 0; count <= occurrence; count++) {
    start = text.indexOf(words, start + 1)
    if (start < 0) throw new Error(`"${words}" does not occur ${occurrence + 1} times in the text`)
  }
  return { start, end: start + words.length }
}

const paragraph = /[^\s](?:.|\n(?!\n))*/g
const opening = /^([^\n:()[\].?]{0,60})(?: \(([^\n)]*)\))?: ?/

function turnsOf(text: string): Turn[] {
  const turns: { speaker: Turn['speaker']; header: Span; body: Span[] }[] = []
  for (const { 0: words, index } of text.matchAll(paragraph)) {
    const match = opening.exec(words)
    if (match) {
      const [{ length }, label = '', title] = match
      const span = { start: index, end: index + label.length }
      const speaker = { label, span, ...(title === undefined ? {} : { title }) }
      turns.push({ speaker, header: { start: index, end: index + length }, body: [] })
    }
    const start = index + (match?.[0].length ?? 0)
    const end = index + words.trimEnd().length
    if (start < end) turns.at(-1)?.body.push({ start, end })
  }
  return turns
}

function noticesOf(text: string, turns: readonly Turn[]): Notice[] {
  const front = text.slice(0, turns[0]?.header.start ?? text.length).trimEnd()
  const remarks = turns
    .flatMap(({ body }) => body)
    .flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/\[[^\]]*\]/g)].map((match): Notice => {
        return { start: start + match.index, end: start + match.index + match[0].length, kind: 'remark' }
      }),
    )
  return [...(front ? [{ start: 0, end: front.length, kind: 'front-matter' as const }] : []), ...remarks]
}

function participantsOf(turns: readonly Turn[]): Participant[] {
  return turns
    .map(({ speaker }) => speaker)
    .filter(({ title }) => title !== undefined)
    .map(({ label, span, title }) => ({ name: label, span, title: title! }))
}
