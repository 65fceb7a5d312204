import type { Finding, Origin, Span } from '../types.js'
import { beadFragments, type Fragment } from './bead-fragments.js'
import { beadTables, type Table } from './bead-tables.js'
import { cleanTranscript, runs, type CleanNotice, type CleanTurn, type Passage } from './clean.js'
import { markedRuns, type Run } from './marked.js'
import { touches } from './ordered.js'
import { namesAnybody, UNNAMED, type Paragraph } from './paragraphs.js'
import { changesOf, type ReviewedCall } from './reviewed.js'
import { trackedTranscript, type TrackedHeading } from './tracked-headings.js'
import { vendorParagraphs } from './vendor.js'
import { verbatimParagraphs } from './verbatim.js'

/** Words with their changes and findings, and the words as corrected. */
export interface Words {
  readonly tag: string
  readonly runs: readonly Run[]
  /** Corrected. */
  readonly text: string
}

/** A part of a page, in reading order. */
export type Block =
  | { readonly kind: 'notice'; readonly lines: readonly Words[] }
  | {
      readonly kind: 'heading'
      readonly name: string
      readonly title: string
      /** As they were and are, where changes are tracked and one mends them. */
      readonly runs: readonly Run[]
      readonly titleRuns: readonly Run[]
    }
  | ({ readonly kind: 'paragraph'; readonly origin: Origin } & Words)
  | {
      readonly kind: 'table'
      readonly mandarin: readonly string[]
      readonly interpretation: readonly string[]
      readonly rows: readonly { readonly mandarin: Words; readonly interpretation: Words }[]
    }

/** How a page is laid out: as vendors do, with every word, or with the languages side by side. */
export type Manner = 'vendor' | 'verbatim' | 'bilingual'

/**
 * The call as blocks, with the changes of its plan and the findings given. Where changes are `tracked`, words
 * that go altogether have their place too.
 */
export function blocksOf(
  call: ReviewedCall,
  manner: Manner,
  { tracked = false, findings = [] }: { tracked?: boolean; findings?: readonly Finding[] } = {},
): Block[] {
  const { doc } = call
  const headers = doc.turns.map(({ header }) => header)
  const edits = call.plan.edits.filter((edit) => !tracked || touches(headers, edit))
  const clean = cleanTranscript(doc, { edits })
  const unnamed = namesAnybody(clean) ? UNNAMED : ''
  const { parts, headingOf } = tracked
    ? trackedTranscript(call, unnamed)
    : { parts: clean, headingOf: plainHeading(unnamed) }
  const fragments = beadFragments(doc, parts, edits)
  const twoSided = (passage: Passage): boolean =>
    manner === 'bilingual' && (passage.origin === 'mandarin' || passage.origin === 'interpretation')
  const words = wordsIn(call, parts, manner === 'bilingual' ? fragments : new Map(), findings)
  const paragraphs = manner === 'vendor' ? vendorParagraphs : verbatimParagraphs()
  const blocks: Block[] = []
  let waiting: Fragment[] = []
  const flush = (): void => {
    blocks.push(...beadTables(waiting).map((table) => tableBlock(table, words)))
    waiting = []
  }
  for (const part of parts) {
    if (part.kind === 'notice') {
      flush()
      blocks.push({ kind: 'notice', lines: linesOf(doc.text, part).map((line) => words([line], '')) })
      continue
    }
    const heading = headingOf(part)
    const isShown = heading.name !== '' || heading.runs.length > 0
    for (const passages of runs(part.passages, (a, b) => twoSided(a) === twoSided(b))) {
      if (twoSided(passages[0]!)) {
        waiting.push(...passages.flatMap(({ pieces }) => pieces.flatMap((piece) => fragments.get(piece)!)))
        continue
      }
      flush()
      const own = paragraphs({ ...part, passages })
      if (own.length > 0 && isShown) blocks.push({ kind: 'heading', ...heading })
      blocks.push(...own.map((paragraph) => paragraphBlock(paragraph, words, manner)))
    }
  }
  flush()
  return blocks
}

const plainHeading =
  (unnamed: string) =>
  ({ speaker, title }: CleanTurn): TrackedHeading => {
    return { name: speaker || unnamed, title, runs: [], titleRuns: [] }
  }

type WordsOf = (spans: readonly Located[], tag: string) => Words

interface Located extends Span {
  readonly text?: string
}

/** Looks up the runs of pieces, fragments and lines, all worked out at once in the order of the text. */
function wordsIn(
  call: ReviewedCall,
  parts: readonly (CleanTurn | CleanNotice)[],
  fragments: ReadonlyMap<Span, readonly Span[]>,
  findings: readonly Finding[],
): WordsOf {
  const { text } = call.doc
  const spans = parts
    .flatMap((part): Span[] =>
      part.kind === 'notice'
        ? linesOf(text, part)
        : part.passages.flatMap(({ pieces }) => pieces.flatMap((piece) => fragments.get(piece) ?? [piece])),
    )
    .toSorted((a, b) => a.start - b.start)
  const marked = markedRuns(text, spans, changesOf(call), findings)
  const byStart = new Map(spans.map(({ start }, index) => [start, marked[index]!]))
  return (own, tag) => {
    const runs = own.flatMap(({ start }, index) => [...(index > 0 ? [SPACE] : []), ...byStart.get(start)!])
    const corrected = runs.flatMap((run) => (run.kind === 'removed' ? [] : [run.text])).join('')
    return { tag, runs, text: corrected.replace(/ +/gu, ' ').trim() }
  }
}

const SPACE: Run = { kind: 'same', text: ' ', findings: [] }

function paragraphBlock({ tag, pieces }: Paragraph, words: WordsOf, manner: Manner): Block {
  const shown = manner === 'bilingual' ? '' : tag
  return { kind: 'paragraph', origin: pieces[0]?.origin ?? 'mandarin', ...words(pieces, shown) }
}

function tableBlock({ rows }: Table, words: WordsOf): Block {
  const names = (side: 'mandarin' | 'interpretation'): string[] => [
    ...new Set(rows.flatMap((row) => row[side].map(({ speaker }) => speaker)).filter((name) => name !== '')),
  ]
  return {
    kind: 'table',
    mandarin: names('mandarin'),
    interpretation: names('interpretation'),
    rows: rows.map((row) => ({
      mandarin: words(row.mandarin, ''),
      interpretation: words(row.interpretation, ''),
    })),
  }
}

function linesOf(text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(/[^\r\n]+/gu), ({ 0: line, index }) => ({
    start: start + index,
    end: start + index + line.length,
  }))
}
