import { useMemo, useState } from 'preact/hooks'
import type { CallView, FindingView, Settled, Verdict } from '../view.js'
import type { CallState } from './call-state.js'
import { nextAfter } from './places.js'
import { alike, everything, queueOf, step, type Filter } from './queue.js'

/** Which field of the card is open. */
export type CardMode = 'plain' | 'edit' | 'reject'

/** The queue at work: which finding, which others, and what settles them. */
export interface Review {
  readonly queue: readonly FindingView[]
  readonly filter: Filter
  readonly setFilter: (filter: Filter) => void
  readonly current: FindingView | undefined
  readonly decision: Settled | undefined
  readonly mode: CardMode
  readonly setMode: (mode: CardMode) => void
  /** Open findings with the fix of the current one, itself included. */
  readonly alike: number
  readonly settledCount: number
  /** Open findings whose best suggestion may be taken unseen. */
  readonly safe: number
  readonly acceptSafe: () => void
  readonly go: (finding: FindingView | undefined) => void
  readonly move: (steps: 1 | -1) => void
  readonly accept: (text?: string, all?: boolean) => void
  readonly acceptNumber: (number: number) => void
  readonly edit: (text: string) => void
  readonly reject: (reason: string, all?: boolean) => void
  readonly verify: () => void
  readonly reopen: () => void
}

export function useReview(
  { findings, decisions: { settled } }: CallView,
  act: CallState['act'],
  currentId: string | undefined,
  onCurrent: (id: string) => void,
): Review {
  const [filter, setFilter] = useState<Filter>(everything)
  const [mode, setMode] = useState<CardMode>('plain')
  const queue = useMemo(() => queueOf(findings, settled, filter), [findings, settled, filter])
  const current = useMemo(
    () => findings.find(({ id }) => id === currentId) ?? queue[0],
    [findings, queue, currentId],
  )
  const settledCount = useMemo(() => findings.filter(({ id }) => settled[id]).length, [findings, settled])
  const group = useMemo(
    () => (current ? alike(findings, settled, current) : []),
    [findings, settled, current],
  )

  const safe = useMemo(
    () =>
      findings.filter(
        ({ id, severity, suggestions: [best] }) => !settled[id] && severity !== 'info' && best?.safe,
      ),
    [findings, settled],
  )

  const go = (finding: FindingView | undefined): void => {
    if (!finding) return
    setMode('plain')
    onCurrent(finding.id)
  }
  const settle = (
    verdict: Verdict | 'open',
    words: { text?: string; reason?: string } = {},
    all = false,
  ): void => {
    if (!current) return
    const ids = (all ? group : [current]).map(({ id }) => id)
    act({ type: 'settle', ids, verdict, ...words })
    go(verdict === 'open' ? current : (nextAfter(queue, current, new Set(ids)) ?? current))
  }
  const accept = (text?: string, all = false): void => {
    const words = text ?? current?.suggestions[0]?.text
    if (words !== undefined) settle('accepted', { text: words }, all)
  }
  return {
    queue,
    filter,
    setFilter,
    current,
    decision: current && settled[current.id],
    mode,
    setMode,
    alike: group.length,
    settledCount,
    safe: safe.length,
    acceptSafe: () => {
      if (safe.length > 0) act({ type: 'settle', ids: safe.map(({ id }) => id), verdict: 'accepted' })
    },
    go,
    move: (steps) => {
      go(step(queue, current, steps))
    },
    accept,
    acceptNumber: (number) => {
      const suggestion = current?.suggestions[number - 1]
      if (suggestion) accept(suggestion.text)
    },
    edit: (text) => {
      settle('edited', { text })
    },
    reject: (reason, all = false) => {
      settle('rejected', reason.trim() === '' ? {} : { reason: reason.trim() }, all)
    },
    verify: () => {
      settle('verified')
    },
    reopen: () => {
      settle('open')
    },
  }
}
