/**
 * Measures the review page in Chromium, on a sample and on one ten times as long: until the call is checked and
 * can be worked on, until it can when it is opened again, and from each key press that settles a finding to the
 * frame that shows it settled.
 * Needs Chromium at /usr/bin/chromium and `npm run build:page`.
 *
 *     npx tsx scripts/bench-review.ts [FILE] [--findings 100]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { decodeText } from '../src/read/decode.js'
import { readPage } from '../src/review/page-files.js'
import { serveReview } from '../src/review/serve.js'
import { openSession } from '../src/review/session.js'
import { markdownTable } from './markdown-table.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { findings: { type: 'string', default: '100' } },
})
const root = fileURLToPath(new URL('..', import.meta.url))
const file = positionals[0] ?? join(root, 'corpora/samples/lanyue-auto-2025q3/transcript.txt')
const folder = mkdtempSync(join(tmpdir(), 'jiaodui-'))
const { text } = decodeText(readFileSync(file))
const calls = [1, 10].map((times) => {
  const path = join(folder, `call-${times}.txt`)
  writeFileSync(path, Array.from({ length: times }, () => text).join('\n\n'))
  return { times, path }
})
const session = openSession(
  calls.map(({ path }) => path),
  {
    who: 'bench',
    checks: {},
    load: (path) => Promise.resolve({ text: readFileSync(path, 'utf8'), sha256: '' }),
    explain: String,
  },
)
const serving = await serveReview({ ...session, page: readPage(join(root, 'dist/review/page')) }, { port: 0 })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const rows: string[][] = []
for (const [index, { times, path }] of calls.entries()) {
  const id = session.ids[index]!
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  const first = await opened(page, `${serving.address}#${id}`)
  const again = await opened(page, `${serving.address}#${id}`)
  const steps = (await settle(page, Number(values.findings))).toSorted((a, b) => a - b)
  const at = (share: number): string => steps[Math.floor((steps.length - 1) * share)]!.toFixed(0)
  const length = readFileSync(path, 'utf8').length
  const [shownFirst, shownAgain] = [first, again].map((time) => time.toFixed(0))
  const name = `${times} × (${length} characters)`
  rows.push([name, shownFirst!, shownAgain!, String(steps.length), at(0.5), at(0.95), at(1)])
  await page.close()
}
await browser.close()
await serving.close()
rmSync(folder, { recursive: true })
const header = [
  'call',
  'opened and checked, ms',
  'opened again, ms',
  'settled',
  'median ms',
  '95 % ms',
  'slowest ms',
]
console.log(markdownTable([header, ...rows]))

/** Milliseconds until the call can be worked on. */
async function opened(page: Page, address: string): Promise<number> {
  await page.goto('about:blank')
  const start = performance.now()
  await page.goto(address)
  await page.waitForSelector('.row')
  return performance.now() - start
}

/** Settles findings one after the other; the milliseconds from each key press to the frame that shows it settled. */
async function settle(page: Page, most: number): Promise<number[]> {
  await page.evaluate(`(() => {
    const times = (window.settleTimes = [])
    let pressed = 0
    addEventListener('keydown', (event) => { pressed = event.timeStamp }, true)
    const shown = () => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - pressed)))
    const bar = document.querySelector('.bar .progress span')
    new MutationObserver(shown).observe(bar, { characterData: true, childList: true, subtree: true })
  })()`)
  const total = Number(/of (\d+)/u.exec((await page.locator('.bar .progress span').textContent()) ?? '')?.[1])
  const count = Math.min(most, total)
  for (let settled = 1; settled <= count; settled++) {
    await page.keyboard.press('v')
    while ((await page.evaluate<number>('window.settleTimes.length')) < settled) await setTimeout(5)
  }
  return page.evaluate<number[]>(`window.settleTimes.slice(0, ${count})`)
}
