import { renderClean, type Style } from './render.js'
import type { ReviewedCall } from './reviewed.js'

export type ExportId =
  | Style
  | 'md'
  | 'html'
  | 'bilingual-html'
  | 'docx'
  | 'tracked-docx'
  | 'bilingual-docx'
  | 'report'
  | 'tmx'
  | 'xliff'
  | 'srt'
  | 'vtt'
  | 'bilingual-srt'
  | 'bilingual-vtt'
  | 'csv'
  | 'xlsx'
  | 'figures'
  | 'sarif'
  | 'github'
  | 'junit'

/** A kind of file that a reviewed call can be made into; all follow the same plan. */
export interface ExportKind {
  readonly id: ExportId
  /** What it is, for a person. */
  readonly label: string
  /** Of the file's name, with the dot. */
  readonly ending: string
  readonly mediaType: string
  /** Only of calls with times: without, there is nothing to show. */
  readonly timed?: true
  /** Loads what it needs first. */
  readonly render: (call: ReviewedCall) => Promise<string | Uint8Array>
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Every kind, transcripts first. */
export const exportKinds: readonly ExportKind[] = [
  text('vendor', 'Clean transcript, as vendors deliver it', '.vendor.txt'),
  text('bilingual', 'Both languages side by side, Markdown', '.bilingual.md', 'text/markdown'),
  text('verbatim', 'Every spoken word, plain text', '.verbatim.txt'),
  kind('md', 'Clean transcript, Markdown', '.clean.md', 'text/markdown', async (call) =>
    (await import('./clean-markdown.js')).renderMarkdown(call),
  ),
  kind('html', 'Clean transcript, to print', '.clean.html', 'text/html', async (call) =>
    (await import('./html.js')).renderHtml(call),
  ),
  kind(
    'bilingual-html',
    'Both languages side by side, to print',
    '.bilingual.html',
    'text/html',
    async (call) => (await import('./html.js')).renderBilingualHtml(call),
  ),
  kind('docx', 'Clean transcript, Word', '.clean.docx', WORD, async (call) =>
    (await import('./docx.js')).renderDocx(call),
  ),
  kind('tracked-docx', 'Tracked changes and comments, Word', '.tracked.docx', WORD, async (call) =>
    (await import('./docx.js')).renderTrackedDocx(call),
  ),
  kind('bilingual-docx', 'Both languages side by side, Word', '.bilingual.docx', WORD, async (call) =>
    (await import('./docx.js')).renderBilingualDocx(call),
  ),
  kind('report', 'Review page to send by mail', '.report.html', 'text/html', async (call) =>
    (await import('./report-html.js')).renderReportHtml(call),
  ),
  kind('tmx', 'Aligned passages, translation memory', '.tmx', 'application/xml', async (call) =>
    (await import('./tmx.js')).renderTmx(call),
  ),
  kind('xliff', 'Aligned passages, XLIFF 2.1', '.xlf', 'application/xml', async (call) =>
    (await import('./xliff.js')).renderXliff(call),
  ),
  captions('srt', 'Clean English as captions, SubRip', '.clean.srt', async (call) =>
    (await import('./captions.js')).renderSrt(call),
  ),
  captions('vtt', 'Clean English as captions, WebVTT', '.clean.vtt', async (call) =>
    (await import('./captions.js')).renderVtt(call),
  ),
  captions('bilingual-srt', 'Both languages as captions, SubRip', '.bilingual.srt', async (call) =>
    (await import('./captions.js')).renderSrt(call, 'all'),
  ),
  captions('bilingual-vtt', 'Both languages as captions, WebVTT', '.bilingual.vtt', async (call) =>
    (await import('./captions.js')).renderVtt(call, 'all'),
  ),
  kind('csv', 'Findings, table to fill in', '.findings.csv', 'text/csv', async (call) => {
    const { findingRows, findingsCsv } = await import('./findings-table.js')
    return findingsCsv(findingRows(call))
  }),
  kind('xlsx', 'Findings, Excel table to fill in', '.findings.xlsx', EXCEL, async (call) => {
    const { findingRows, findingsXlsx } = await import('./findings-table.js')
    return findingsXlsx(findingRows(call))
  }),
  kind('figures', 'Figures with what each was held against, Excel', '.figures.xlsx', EXCEL, async (call) =>
    (await import('./figures-table.js')).figuresXlsx(call.doc.text, call.figures ?? []),
  ),
  kind('sarif', 'Findings, SARIF 2.1.0', '.findings.sarif', 'application/sarif+json', async (call) =>
    (await import('./findings-tools.js')).findingsSarif(call),
  ),
  kind('github', 'Findings, GitHub annotations', '.github.txt', 'text/plain', async (call) =>
    (await import('./findings-tools.js')).findingsGithub(call),
  ),
  kind('junit', 'Findings, JUnit', '.junit.xml', 'application/xml', async (call) =>
    (await import('./findings-tools.js')).findingsJunit(call),
  ),
]

function text(id: Style, label: string, ending: string, mediaType = 'text/plain'): ExportKind {
  return kind(id, label, ending, mediaType, ({ doc, plan }) =>
    Promise.resolve(renderClean(doc, plan, { style: id })),
  )
}

function captions(id: ExportId, label: string, ending: string, render: ExportKind['render']): ExportKind {
  const mediaType = ending.endsWith('.vtt') ? 'text/vtt' : 'application/x-subrip'
  return { ...kind(id, label, ending, mediaType, render), timed: true }
}

function kind(
  id: ExportId,
  label: string,
  ending: string,
  mediaType: string,
  render: ExportKind['render'],
): ExportKind {
  return { id, label, ending, mediaType, render }
}
