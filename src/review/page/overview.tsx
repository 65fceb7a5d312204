import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { CallSummary, Overview } from '../view.js'
import { fetchOverview } from './api.js'
import { ORIGIN_NAMES } from './rows.js'
import { ThemeButton } from './theme.js'

/** The calls of the session: how far each is, and what it is made of. */
export function OverviewPage(): VNode {
  const [overview, setOverview] = useState<Overview>()
  const [failure, setFailure] = useState<string>()
  useEffect(() => {
    document.title = 'jiaodui 校对'
    let timer: ReturnType<typeof setTimeout> | undefined
    const load = async (): Promise<void> => {
      const fresh = await fetchOverview()
      setOverview(fresh)
      if (fresh.calls.some(({ pending }) => pending)) timer = setTimeout(look, 700)
    }
    const look = (): void => {
      load().catch((error: unknown) => {
        setFailure(error instanceof Error ? error.message : String(error))
      })
    }
    look()
    return () => {
      clearTimeout(timer)
    }
  }, [])
  const calls = overview?.calls ?? []
  const [settled, findings] = [sum(calls, (call) => call.settled), sum(calls, (call) => call.findings)]
  return (
    <main class="overview">
      <h1>
        {calls.length} {calls.length === 1 ? 'call' : 'calls'}
      </h1>
      {failure !== undefined && <p role="alert">{failure}</p>}
      {overview && (
        <p class="quiet">
          {settled} of {findings} findings settled <ThemeButton />
        </p>
      )}
      <ul class="calls">
        {calls.map((call) => (
          <Call key={call.id} call={call} />
        ))}
      </ul>
    </main>
  )
}

function Call({ call }: { call: CallSummary }): VNode {
  const { open, figures, words } = call
  const origins = (['english', 'mandarin', 'interpretation'] as const).filter((origin) => words[origin] > 0)
  const total = Math.max(
    1,
    sum(origins, (origin) => words[origin]),
  )
  if (call.failure !== undefined || call.pending)
    return (
      <li class="quiet">
        <h2>{call.name}</h2>
        <p>{call.failure ?? 'being read …'}</p>
      </li>
    )
  return (
    <li>
      <h2>
        <a href={`#${call.id}`}>{call.name}</a>
      </h2>
      <p class="path">{call.path}</p>
      <Progress settled={call.settled} findings={call.findings} />
      <p class="facts">
        <span>
          open: {open.error} errors, {open.warning} warnings, {open.info} notes
        </span>
        <span>
          {figures.total} figures, {figures.checked} checked, {figures.contradicted} contradicted
        </span>
      </p>
      <div
        class="strip"
        role="img"
        aria-label={origins
          .map((origin) => `${share(words[origin], total)} ${ORIGIN_NAMES[origin]}`)
          .join(', ')}
      >
        {origins.map((origin) => (
          <span key={origin} class={origin} style={{ flexGrow: words[origin] }}>
            {words[origin] / total > 0.12 && `${ORIGIN_NAMES[origin]} ${share(words[origin], total)}`}
          </span>
        ))}
      </div>
    </li>
  )
}

/** "37 of 112 settled", as a bar. */
export function Progress({ settled, findings }: { settled: number; findings: number }): VNode {
  return (
    <div class="progress">
      <progress value={settled} max={Math.max(1, findings)} aria-label="findings settled" />
      <span>
        {settled} of {findings} settled
      </span>
    </div>
  )
}

function share(part: number, total: number): string {
  return `${Math.round((100 * part) / total)} %`
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
