import { escapeXml } from './escape.js'
import { blocksOf, type Block, type Words } from './pages.js'
import type { ReviewedCall } from './reviewed.js'

/** The clean transcript as vendors deliver it: one file, printable, without scripts. */
export function renderHtml(call: ReviewedCall): string {
  return htmlPage(titleOf(call), '', blocksOf(call, 'vendor').map(cleanBlock).join('\n'))
}

/** Both languages side by side. */
export function renderBilingualHtml(call: ReviewedCall): string {
  return htmlPage(titleOf(call), '', blocksOf(call, 'bilingual').map(cleanBlock).join('\n'))
}

/** What a page calls the transcript: the file's name without its ending. */
export function titleOf({ source }: ReviewedCall): string {
  const name = source.path.split(/[\\/]/u).at(-1)!
  return name === '-' ? 'Transcript' : name.replace(/\.\w+$/u, '')
}

/** A page that needs nothing else and lets nothing in; `body` is HTML. */
export function htmlPage(title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
}

/** A block as HTML; `wordsHtml` renders its words. */
export function blockHtml(block: Block, wordsHtml: (words: Words) => string): string {
  switch (block.kind) {
    case 'notice':
      return `<p class="notice">${block.lines.map(wordsHtml).join('<br>')}</p>`
    case 'heading': {
      const title = block.title === '' ? '' : ` <span class="title">${escapeXml(block.title)}</span>`
      return `<h2><bdi>${escapeXml(block.name)}</bdi>${title}</h2>`
    }
    case 'paragraph':
      return `<p class="${block.origin}"${langOf(block.text)}>${wordsHtml(block)}</p>`
    case 'table': {
      const rows = block.rows.map(
        ({ mandarin, interpretation }) =>
          `<tr><td${langOf(mandarin.text)}>${wordsHtml(mandarin)}</td><td${langOf(interpretation.text)}>${wordsHtml(interpretation)}</td></tr>`,
      )
      const head = [heading('Mandarin', block.mandarin), heading('Interpretation', block.interpretation)]
      return `<table><thead><tr>${head.map((words) => `<th scope="col">${words}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`
    }
  }
}

function cleanBlock(block: Block): string {
  return blockHtml(block, ({ tag, text }) =>
    [tag === '' ? '' : `<span class="tag">${escapeXml(tag)}</span>`, escapeXml(text)]
      .filter(Boolean)
      .join(' '),
  )
}

function heading(side: string, names: readonly string[]): string {
  return escapeXml(names.length > 0 ? `${side}: ${names.join(', ')}` : side)
}

/** Chinese is told, so that fonts and screen readers are right. */
function langOf(text: string): string {
  return /\p{Script=Han}/u.test(text) ? ' lang="zh"' : ''
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1c1e; --paper: #fff; --quiet: #5f6368; --line: #d5d8dc; --shade: #f4f5f7 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ea; --paper: #17181b; --quiet: #a3a8b0; --line: #3a3d43; --shade: #212328 } }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.6 Georgia, "Songti SC", "Noto Serif CJK SC", "SimSun", serif }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1.25rem }
h1, h2, h3, th, .tag, .title { font-family: system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }
h2 { font-size: 1rem; margin: 1.6rem 0 .3rem; break-after: avoid }
p { margin: .4rem 0; overflow-wrap: anywhere }
.title { font-weight: normal; color: var(--quiet) }
.tag { font-size: .8em; color: var(--quiet) }
.notice { color: var(--quiet); font-size: .9em }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 1rem 0 }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border: 1px solid var(--line); overflow-wrap: anywhere }
th { font-size: .85rem; background: var(--shade) }
tr { break-inside: avoid }
@media print { :root { --ink: #000; --paper: #fff; --quiet: #444; --line: #999; --shade: #eee } main { max-width: none; padding: 0 } }
`
