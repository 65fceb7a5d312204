import { userInfo } from 'node:os'
import { fileURLToPath } from 'node:url'
import { sentenceOf, UsageError } from '../failure.js'
import { findInputs, STANDARD_INPUT } from '../files.js'
import { loadInput } from '../load.js'
import { settingsOf, type CheckFlags } from '../settings.js'
import { STATUS, type Status } from '../status.js'
import { print, tell, tellProblem } from '../terminal.js'

export interface ReviewCommandFlags extends CheckFlags {
  readonly port?: number
  readonly open?: boolean
  readonly as?: string
}

/** `jiaodui review CALLS…`: serves the review page until it is interrupted. */
export async function reviewCommand(
  paths: readonly string[],
  { port = 0, open = false, as, ...flags }: ReviewCommandFlags,
): Promise<Status> {
  if (paths.includes(STANDARD_INPUT))
    throw new UsageError('jiaodui: a review keeps its decisions beside the file; name a file instead of -')
  const settings = await settingsOf(flags)
  const { inputs, problems } = await findInputs(paths)
  for (const { path, message } of problems) tellProblem(path, message)
  if (inputs.length === 0) return STATUS.failed
  const [{ openSession }, { readPage }, { serveReview }] = await Promise.all([
    import('../../review/session.js'),
    import('../../review/page-files.js'),
    import('../../review/serve.js'),
  ])
  const who = as ?? userInfo().username
  const session = openSession(
    inputs.map(({ path }) => path),
    {
      who,
      checks: settings,
      ...(settings.readAs ? { readAs: settings.readAs } : {}),
      load: (path) => loadInput({ path, name: path }),
      explain: sentenceOf,
    },
  )
  const serving = await serveReview({ ...session, page: readPage(PAGE) }, { port })
  const address = inputs.length === 1 ? `${serving.address}#${session.ids[0]}` : serving.address
  await print(`${address}\n`)
  tell(
    `Decisions are signed ${who} and kept beside each call, in CALL.decisions.jsonl. Ctrl+C ends the review.`,
  )
  if (open) await openBrowser(address)
  await interrupted()
  await serving.close()
  return STATUS.clean
}

/** The built page: beside the built program, or in dist when the program runs from its sources. */
const PAGE = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? '../../../dist/review/page' : '../../review/page',
    import.meta.url,
  ),
)

/** Opens the address with what the system has for it; the address is printed anyway. */
async function openBrowser(address: string): Promise<void> {
  const { spawn } = await import('node:child_process')
  const [command, ...words] = OPENERS[process.platform] ?? ['xdg-open']
  const child = spawn(command!, [...words, address], { detached: true, stdio: 'ignore' })
  child.on('error', () => {
    tell('No browser could be opened; open the address yourself.')
  })
  child.unref()
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        resolve()
      })
  })
}
