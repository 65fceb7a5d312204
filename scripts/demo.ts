/** Cleans a shipped sample with the built command and shows parts of what came of it: `npm run demo`. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const sample = 'corpora/samples/lanyue-auto-2025q3/transcript.txt'

title('The transcript as the machine left it')
show(passageAbout(readFileSync(join(root, sample), 'utf8'), 'Canghai S5'))

const words = ['clean', sample, '--out', 'demo', '--report', 'text', '--force']
title(`jiaodui ${words.join(' ')}`)
const { status } = spawnSync(process.execPath, [join(root, 'dist/command/main.js'), ...words], {
  cwd: root,
  stdio: 'inherit',
})
if (status !== 0) process.exit(status ?? 1)

title('demo/transcript.vendor.txt: who speaks, without the Mandarin')
show(passageAbout(output('vendor.txt'), 'Canghai S5'))

title('demo/transcript.bilingual.md: Mandarin beside its interpretation')
show(firstTable(output('bilingual.md')))

const findings = output('report.txt').trimEnd().split('\n\n')
title(`demo/transcript.report.txt: ${findings.length - 1} findings, of which some`)
for (const check of ['scale', 'percent-change', 'name-variant', 'currency', 'fixed-wording']) {
  const finding = findings.find((block) => block.split('\n')[0]!.includes(` ${check} `))
  if (finding !== undefined) console.log(`${finding}\n`)
}
show(findings.at(-1)!)
console.log('All of it stands in demo/; jiaodui check FILE prints the findings of a transcript of yours.')

function output(ending: string): string {
  return readFileSync(join(root, 'demo', `transcript.${ending}`), 'utf8')
}

function title(words: string): void {
  console.log(`\n── ${words} ${'─'.repeat(Math.max(0, 92 - words.length))}\n`)
}

/** The words on lines of their own width, each paragraph cut to its beginning. */
function show(words: string): void {
  const lines = words.split('\n').map((line) => {
    const cut = line.length > 520 ? `${line.slice(0, line.lastIndexOf(' ', 520))} …` : line
    return cut.replace(/(.{1,96})(?:\s+|$)/gu, '$1\n').trimEnd()
  })
  console.log(`${lines.join('\n')}\n`)
}

/** The paragraph that holds the words, and the four around it. */
function passageAbout(text: string, words: string): string {
  const paragraphs = text.split(/\n\n+/u)
  const at = paragraphs.findIndex((paragraph) => paragraph.includes(words))
  return paragraphs.slice(Math.max(0, at - 3), at + 1).join('\n\n')
}

/** The first rows of the first table, as pairs of paragraphs. */
function firstTable(markdown: string): string {
  const rows = markdown.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  return rows
    .slice(1, 7)
    .map((row) => row.slice(2, -2).split(' | '))
    .map(([mandarin, interpretation]) => `  ${mandarin}\n  → ${interpretation}`)
    .join('\n\n')
}
