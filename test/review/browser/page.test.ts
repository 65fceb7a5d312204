import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import mammoth from 'mammoth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  buildPage,
  hasChromium,
  kept,
  launch,
  openCall,
  settledCount,
  startServer,
  type Server,
} from './desk.js'

const sample = fileURLToPath(
  new URL('../../../corpora/samples/lanyue-auto-2025q3/transcript.txt', import.meta.url),
)
const hostile = `
<img src=x onerror="document.title='run'">: Hello <script>document.title='run'</script> and thank you.

Operator: [click](javascript:document.title='run') Good day, and welcome to the safe harbour call.
`

interface Fault {
  readonly id: string
  readonly impact: string
  readonly where: string
}

const name = hasChromium ? 'the review page' : 'the review page: not measured, /usr/bin/chromium is not there'

describe.skipIf(!hasChromium)(name, () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiaodui-page-'))
  const built = join(folder, 'page')
  const calls = ['call.txt', 'hostile.txt'].map((file) => join(folder, file))
  let browser: Browser
  let server: Server
  let page: Page

  beforeAll(async () => {
    copyFileSync(sample, calls[0]!)
    writeFileSync(calls[1]!, hostile)
    await buildPage(built)
    ;[server, browser] = await Promise.all([startServer(built, calls), launch()])
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  })

  afterAll(async () => {
    await browser.close()
    await server.kill()
    rmSync(folder, { recursive: true })
  })

  beforeEach(() => {
    rmSync(calls[0]!.replace('.txt', '.decisions.jsonl'), { force: true })
  })

  const poll = (count: () => Promise<number>) => expect.poll(count, { timeout: 20_000 })

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }

  it('settles findings by keyboard, keeps them over a reload, and undoes them all', async () => {
    await openCall(page, server.addressOf(0))
    await press('a', 'v', 'r', '2', 'e')
    await page.keyboard.type('words of my own')
    await press('Enter')
    expect(await settledCount(page)).toBe(4)
    await kept(page)
    await page.reload()
    await page.waitForSelector('.row')
    expect(await settledCount(page)).toBe(4)
    expect(await page.locator('.transcript ins').allTextContents()).toContain('words of my own')
    await press('u', 'u', 'u', 'u')
    await poll(() => settledCount(page)).toBe(0)
    await press('U')
    await poll(() => settledCount(page)).toBe(1)
  })

  it('accepts all alike at one stroke', async () => {
    await openCall(page, server.addressOf(0))
    const button = page.getByRole('button', { name: /^Accept all \d+ alike/u })
    for (let steps = 0; steps < 40 && (await button.count()) === 0; steps++) await press('j')
    const alike = Number(/\d+/u.exec((await button.textContent()) ?? '')?.[0])
    expect(alike).toBeGreaterThan(1)
    await press('A')
    expect(await settledCount(page)).toBe(alike)
    await press('u')
    await poll(() => settledCount(page)).toBe(0)
  })

  it('corrects words by hand and moves an origin border, with the keyboard alone', async () => {
    await openCall(page, server.addressOf(0))
    await press('ArrowRight', 'c')
    await page.keyboard.type('Autos')
    await press('Enter')
    await page.waitForSelector('.transcript ins:has-text("Autos")')
    const mandarin = () => page.locator('.cell.mandarin').count()
    const before = await mandarin()
    await press('ArrowLeft', 'Shift+ArrowRight', 'm')
    await poll(mandarin).toBe(before + 1)
    await page.reload()
    await page.waitForSelector('.row')
    expect(await mandarin()).toBe(before + 1)
    await press('u', 'u')
    await poll(mandarin).toBe(before)
  })

  it('moves the border of an origin by a word with a key, and anywhere by its mark', async () => {
    await openCall(page, server.addressOf(0))
    const cell = page.locator('.cell.mandarin').first()
    const mark = page.locator('.cell.interpretation .mark[data-border]').first()
    const at = async () => Number(await mark.getAttribute('data-border'))
    const before = await at()
    await page.locator('.cell.interpretation:has(.mark[data-border]) [data-at]').first().dblclick()
    await page.waitForSelector('.toolbar .selected')
    await press('>')
    await poll(at).toBeGreaterThan(before)
    await press('u')
    await poll(at).toBe(before)
    await cell.scrollIntoViewIfNeeded()
    const [from, to] = [await mark.boundingBox(), await cell.locator('[data-at]').last().boundingBox()]
    await page.mouse.move(from!.x + 4, from!.y + 4)
    await page.mouse.down()
    await page.mouse.move(to!.x + 60, to!.y + to!.height - 6, { steps: 4 })
    await page.mouse.up()
    await poll(at).toBeLessThan(before)
    await press('u')
    await poll(at).toBe(before)
  })

  it('keeps the colours that were chosen', async () => {
    await openCall(page, server.addressOf(0))
    const scheme = () => page.evaluate<string>('getComputedStyle(document.documentElement).colorScheme')
    await press('T')
    expect(await scheme()).toBe('light')
    await press('T')
    expect(await scheme()).toBe('dark')
    await page.reload()
    await page.waitForSelector('.row')
    expect(await scheme()).toBe('dark')
    await press('T')
    expect(await scheme()).toBe('light dark')
  })

  it('tells what the transcript says of a speaker', async () => {
    await openCall(page, server.addressOf(0))
    await press('w')
    await page.locator('.speakers').getByText('first as a speaker').first().waitFor()
  })

  it('renames a speaker in all turns', async () => {
    await openCall(page, server.addressOf(0))
    await press('w')
    const field = page
      .getByRole('textbox', { name: 'Name of Tian Meng' })
      .or(page.getByLabel('Name of Tian Meng'))
    await field.fill('Tian Mengmeng')
    await press('Enter')
    await page.waitForSelector('.speaker:has-text("Tian Mengmeng")')
    await page.reload()
    await page.waitForSelector('.speaker:has-text("Tian Mengmeng")')
  })

  it('hands over the clean transcript', async () => {
    await openCall(page, server.addressOf(0))
    await press('a', 'x')
    const take = async (label: string) => {
      const link = page.getByRole('link', { name: label })
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      return download.path()
    }
    expect(readFileSync(await take('Clean transcript, as vendors deliver it'), 'utf8')).toContain(
      'Shen Guoqing',
    )
    const words = await mammoth.extractRawText({ path: await take('Clean transcript, Word') })
    expect(words.value).toContain('Shen Guoqing')
  })

  it('tells two editors of each other', async () => {
    const other = await browser.newPage()
    await openCall(page, server.addressOf(0))
    await openCall(other, server.addressOf(0))
    await other.keyboard.press('a')
    await kept(other)
    await page.keyboard.press('v')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toMatch(/somebody else/iu)
    expect(await settledCount(page)).toBe(1)
    await other.close()
  })

  it('loses nothing when the server is killed', async () => {
    await openCall(page, server.addressOf(0))
    await press('a', 'a', 'a')
    await kept(page)
    await server.kill()
    server = await startServer(built, calls)
    await openCall(page, server.addressOf(0))
    expect(await settledCount(page)).toBe(3)
  })

  it('runs nothing that a transcript holds', async () => {
    await openCall(page, server.addressOf(1))
    expect(await page.locator('.transcript').textContent()).toContain("<script>document.title='run'</script>")
    expect(await page.locator('.transcript :is(script, img, a)').count()).toBe(0)
    expect(await page.title()).not.toBe('run')
  })

  it('has no serious fault that axe finds', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const faults = async (view: string, part: string): Promise<string[]> => {
      await page.evaluate(axe)
      const found = await page.evaluate<
        Fault[]
      >(`axe.run('${part}', { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }).then(
        ({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes[0].html })))`)
      return found
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, where }) => `${view}: ${id} ${where.slice(0, 120)}`)
    }
    const found: string[] = []
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      await openCall(page, server.addressOf(0))
      found.push(...(await faults(`${theme} findings`, '.call')))
      for (const [key, view] of [
        ['#', 'figures'],
        ['w', 'speakers'],
        ['d', 'changes'],
        ['?', 'keys'],
      ] as const) {
        await press(key)
        found.push(...(await faults(`${theme} ${view}`, view === 'keys' ? 'dialog' : '.side')))
      }
      await page.goto(server.overview)
      await page.waitForSelector('.calls li')
      found.push(...(await faults(`${theme} overview`, 'main')))
    }
    expect(found).toEqual([])
  })
})
