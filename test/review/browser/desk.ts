import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Debian's Chromium; the tests that need it are skipped where it is not installed. */
export const CHROMIUM = '/usr/bin/chromium'
export const hasChromium = existsSync(CHROMIUM)

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
}

/** Builds the page into a folder. */
export async function buildPage(folder: string): Promise<void> {
  await build({
    configFile: `${root}vite.config.ts`,
    root: `${root}src/review/page`,
    logLevel: 'error',
    build: { outDir: folder },
  })
}

/** A server in a process of its own, which can be killed. */
export interface Server {
  readonly addressOf: (call: number) => string
  readonly overview: string
  readonly kill: () => Promise<void>
}

export async function startServer(page: string, calls: readonly string[]): Promise<Server> {
  const script = fileURLToPath(new URL('serve.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script, page, ...calls], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout! })) {
    const { address, ids } = JSON.parse(line) as { address: string; ids: string[] }
    return {
      addressOf: (call) => `${address}#${ids[call]}`,
      overview: address,
      kill: () =>
        new Promise((resolve) => {
          child.once('exit', () => {
            resolve()
          })
          child.kill('SIGKILL')
        }),
    }
  }
  throw new Error('the server of the test did not start')
}

/** Opens a call and waits until it can be worked on. */
export async function openCall(page: Page, address: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(address)
  await page.waitForSelector('.side')
}

/** "4 of 87 settled" → 4. */
export async function settledCount(page: Page): Promise<number> {
  return Number.parseInt((await page.locator('.bar .progress span').textContent()) ?? '', 10)
}

/** Waits until the server has every step. */
export async function kept(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
}
