/**
 * Makes the pictures of the review page under docs/images from shipped samples: `npm run screenshots`.
 * Needs Chromium at /usr/bin/chromium and the built page (`npm run build:page`).
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { readPage } from '../src/review/page-files.js'
import { serveReview } from '../src/review/serve.js'
import { openSession } from '../src/review/session.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const images = join(root, 'docs/images')
const folder = mkdtempSync(join(tmpdir(), 'jiaodui-'))
const samples = ['lanyue-auto-2025q3', 'kelan-semiconductor-2025q3', 'moxi-games-2025q3']

/** A picture: what is shown, and how it comes to be shown. */
interface Picture {
  readonly name: string
  readonly call?: number
  readonly scheme: 'light' | 'dark'
  readonly steps: (page: Page) => Promise<void>
}

const pictures: readonly Picture[] = [
  {
    name: 'review-desk',
    call: 0,
    scheme: 'light',
    steps: async (page) => {
      await press(page, 'S', 'a', 'a', 'v')
      await page.locator('.findings button', { hasText: '86.2 billion' }).first().click()
      await page.locator('.found.current .amount, .amount .found.current').first().hover()
    },
  },
  {
    name: 'review-figures',
    call: 0,
    scheme: 'dark',
    steps: async (page) => {
      await page.locator('.findings button', { hasText: '86.2 billion' }).first().click()
      await press(page, '#')
    },
  },
  { name: 'review-overview', scheme: 'light', steps: () => Promise.resolve() },
]

mkdirSync(images, { recursive: true })
mkdirSync(join(folder, 'calls'))
process.chdir(folder)
const calls = samples.map((sample) => {
  const call = join('calls', `${sample}.txt`)
  copyFileSync(join(root, 'corpora/samples', sample, 'transcript.txt'), call)
  return call
})
const session = openSession(calls, {
  who: 'Lin',
  checks: {},
  load: (path) => Promise.resolve({ text: readFileSync(path, 'utf8'), sha256: '' }),
  explain: String,
})
const serving = await serveReview({ ...session, page: readPage(join(root, 'dist/review/page')) }, { port: 0 })
for (const id of session.ids) await session.call(id)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const { name, call, scheme, steps } of pictures) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: scheme })
  await page.goto(call === undefined ? serving.address : `${serving.address}#${session.ids[call]}`)
  await page.waitForSelector('.row, .calls progress')
  await steps(page)
  const path = join(images, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  await page.close()
  console.log(`docs/images/${name}.png ${Math.round(statSync(path).size / 1000)} kB`)
}
await browser.close()
await serving.close()
rmSync(folder, { recursive: true })

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
  await page.waitForLoadState('networkidle')
}
