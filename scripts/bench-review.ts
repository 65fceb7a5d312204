/**
 * Measures the review page in Chromium, on a sample and on one ten times as long, asked for as soon as the command
 * tells its address: until the words can be read, until the call is checked and can be worked on, until it can when
 * it is opened again, and from each key press that settles a finding to the
 * frame that shows it settled.
 * Needs Chromium at /usr/bin/chromium and `npm run build`.
 *
 *     npx tsx scripts/bench-review.ts [FILE] [--findings 100]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { decodeText } from '../src/read/decode.js'
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
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const rows: string[][] = []
for (const { times, path } of calls) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  const server = spawn(process.execPath, [join(root, 'dist/command/main.js'), 'review', path], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [address] = (await once(server.stdout, 'data')) as [Buffer]
  const [read, first] = await opened(page, String(address).trim())
  const [, again] = await opened(page, String(address).trim())
  const steps = (await settle(page, Number(values.findings))).toSorted((a, b) => a - b)
  const at = (share: number): string => steps[Math.floor((steps.length - 1) * share)]!.toFixed(0)
  const length = readFileSync(path, 'utf8').length
  const shown = [read, first, again].map((time) => time.toFixed(0))
  const name = `${times} × (${length} characters)`
  rows.push([name, ...shown, String(steps.length), at(0.5), at(0.95), at(1)])
  await page.close()
  server.kill()
}
await browser.close()
rmSync(folder, { recursive: true })
const header = [
  'call',
  'words to read, ms',
  'checked, ms',
  'opened again, ms',
  'settled',
  'median ms',
  '95 % ms',
  'slowest ms',
]
console.log(markdownTable([header, ...rows]))

/** Milliseconds until the words can be read, and until the call can be worked on. */
async function opened(page: Page, address: string): Promise<[read: number, checked: number]> {
  await page.goto('about:blank')
  const start = performance.now()
  await page.goto(address)
  await page.waitForSelector('.row')
  const read = performance.now() - start
  await page.waitForSelector('.side', { timeout: 300_000 })
  return [read, performance.now() - start]
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
