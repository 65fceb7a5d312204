import type * as DocxModule from 'docx'
import type { ICommentOptions, IRunOptions, ParagraphChild } from 'docx'
import type { Finding } from '../types.js'
import { printable } from './escape.js'
import { evidenceLines } from './evidence.js'
import { titleOf } from './html.js'
import type { Run } from './marked.js'
import { blocksOf, type Block, type Words } from './pages.js'
import { openFindings, type ReviewedCall } from './reviewed.js'

/** The clean transcript as vendors deliver it, for Word. */
export async function renderDocx(call: ReviewedCall): Promise<Uint8Array> {
  return writeDocument(call, blocksOf(call, 'vendor'), [])
}

/** Both languages side by side in a table, for Word. */
export async function renderBilingualDocx(call: ReviewedCall): Promise<Uint8Array> {
  return writeDocument(call, blocksOf(call, 'bilingual'), [])
}

/**
 * Every spoken word, for Word: edits as tracked changes with author and date, to accept or reject there;
 * open errors and warnings as comments with their evidence.
 */
export async function renderTrackedDocx(call: ReviewedCall): Promise<Uint8Array> {
  const open = openFindings(call)
  return writeDocument(call, blocksOf(call, 'verbatim', { tracked: true, findings: open }), open, true)
}

type Docx = typeof DocxModule

const BOLD: IRunOptions = { bold: true }
const ITALIC: IRunOptions = { italics: true }

async function writeDocument(
  call: ReviewedCall,
  blocks: readonly Block[],
  commented: readonly Finding[],
  tracked = false,
): Promise<Uint8Array> {
  const docx = await import('docx')
  const ids = new Map(commented.map(({ id }, index) => [id, index]))
  const wordsOf = tracked ? trackedWords(docx, ids) : cleanWords(docx)
  const document = new docx.Document({
    creator: 'jiaodui',
    title: printable(titleOf(call)),
    styles: { default: { document: { run: { size: 22, font: FONTS } } } },
    features: { trackRevisions: tracked },
    comments: { children: commented.map((finding, id) => commentOf(docx, call, finding, id)) },
    sections: [{ children: blocks.flatMap((block) => blockParts(docx, block, wordsOf)) }],
  })
  const base64 = await docx.Packer.toBase64String(document)
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}

const FONTS = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'SimSun' }

type WordsToRuns = (words: Words, style?: IRunOptions) => ParagraphChild[]

function blockParts(docx: Docx, block: Block, wordsOf: WordsToRuns) {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const paragraph = (children: readonly ParagraphChild[]) =>
    new Paragraph({ children, spacing: { after: 120 } })
  switch (block.kind) {
    case 'notice':
      return block.lines.map((line) => paragraph(wordsOf(line)))
    case 'heading': {
      const name = wordsOf({ tag: '', text: block.name, runs: runsOr(block.runs, block.name) }, BOLD)
      const title = runsOr(block.titleRuns, block.title).flatMap((run) => {
        const text = run.text === '' ? '' : ` – ${run.text}`
        return wordsOf({ tag: '', text, runs: [{ ...run, text }] })
      })
      return [
        new Paragraph({ children: [...name, ...title], keepNext: true, spacing: { before: 240, after: 60 } }),
      ]
    }
    case 'paragraph':
      return [paragraph(wordsOf(block))]
    case 'table': {
      const cell = (children: readonly ParagraphChild[]) =>
        new TableCell({ children: [paragraph(children)], width: { size: 50, type: WidthType.PERCENTAGE } })
      const head = (side: string, names: readonly string[]) =>
        cell([new TextRun({ text: printable([side, names.join(', ')].filter(Boolean).join(': ')), ...BOLD })])
      const rows = block.rows.map(
        ({ mandarin, interpretation }) =>
          new TableRow({ children: [cell(wordsOf(mandarin)), cell(wordsOf(interpretation))] }),
      )
      const header = new TableRow({
        tableHeader: true,
        children: [head('Mandarin', block.mandarin), head('Interpretation', block.interpretation)],
      })
      const width = { size: 100, type: WidthType.PERCENTAGE }
      return [new Table({ rows: [header, ...rows], width }), new Paragraph({})]
    }
  }
}

function runsOr(runs: readonly Run[], text: string): readonly Run[] {
  return runs.length > 0 ? runs : [{ kind: 'same', text, findings: [] }]
}

function cleanWords({ TextRun }: Docx): WordsToRuns {
  return ({ tag, text }, style = {}) => [
    ...(tag === '' ? [] : [new TextRun({ text: `${tag} `, ...ITALIC })]),
    new TextRun({ text: printable(text), ...style }),
  ]
}

/** Runs as Word tracks them; a comment spans the runs of its finding. */
function trackedWords(docx: Docx, ids: ReadonlyMap<string, number>): WordsToRuns {
  let revision = 0
  return ({ tag, runs }, style = {}) => {
    const children = tag === '' ? [] : [trackedRun(docx, tagRun(tag, runs), ITALIC, () => ++revision)]
    let open: readonly number[] = []
    const comment = (now: readonly number[]): void => {
      for (const id of open.filter((one) => !now.includes(one)))
        children.push(
          new docx.CommentRangeEnd(id),
          // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- typed as another run's part
          new docx.TextRun({ children: [new docx.CommentReference(id)] }),
        )
      for (const id of now.filter((one) => !open.includes(one))) children.push(new docx.CommentRangeStart(id))
      open = now
    }
    for (const run of runs) {
      comment(run.findings.flatMap(({ id }) => ids.get(id) ?? []))
      children.push(trackedRun(docx, run, style, () => ++revision))
    }
    comment([])
    return children
  }
}

/** Goes with the words that it stands before where all of them go. */
function tagRun(tag: string, runs: readonly Run[]): Run {
  const words = runs.filter(({ text }) => text.trim() !== '')
  const gone = words.length > 0 && words.every(({ kind }) => kind === 'removed')
  return { kind: 'same', findings: [], ...(gone && words[0]), text: `${tag} ` }
}

function trackedRun(
  docx: Docx,
  { kind, text, change }: Run,
  style: IRunOptions,
  next: () => number,
): ParagraphChild {
  const words = { ...style, text: printable(text) }
  if (kind === 'same' || !change) return new docx.TextRun(words)
  const mark = { ...words, id: next(), author: printable(change.who), date: change.when }
  return kind === 'added' ? new docx.InsertedTextRun(mark) : new docx.DeletedTextRun(mark)
}

function commentOf(docx: Docx, { doc, when }: ReviewedCall, finding: Finding, id: number): ICommentOptions {
  const suggestions = finding.suggestions.map(({ text }) => (text === '' ? 'take it out' : `“${text}”`))
  const lines = [
    finding.message,
    ...(suggestions.length > 0 ? [`Suggestion: ${suggestions.join(' or ')}`] : []),
    ...evidenceLines(doc, finding.evidence),
    `${finding.check}, ${finding.severity}, ${Math.round(100 * finding.confidence)} %`,
  ]
  const children = lines.map(
    (line) => new docx.Paragraph({ children: [new docx.TextRun({ text: printable(line) })] }),
  )
  return { id, author: 'jiaodui', initials: 'jd', date: new Date(when), children }
}
