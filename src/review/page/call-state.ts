import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Answer, Step } from '../protocol.js'
import type { Action, CallView, DecisionsView } from '../view.js'
import { fetchCall, fetchDraft, fetchRevision, Refusal, send } from './api.js'

/** A call at work: what is shown of it, and what can be done with it. */
export interface CallState {
  readonly view: CallView | undefined
  /** Its words, until the whole is there. */
  readonly draft: CallView | undefined
  /** Told to the editor: a failure, or what somebody else did. */
  readonly notice: string | undefined
  readonly dismiss: () => void
  /** Shown at once and sent; steps reach the server in order. */
  readonly act: (action: Action) => void
  readonly undo: () => void
  readonly redo: () => void
}

const POLL_MILLISECONDS = 4000

export function useCall(id: string, onChange: (changed: readonly string[]) => void): CallState {
  const [view, setView] = useState<CallView>()
  const [draft, setDraft] = useState<CallView>()
  const [notice, setNotice] = useState<string>()
  const revision = useRef('')
  const chain = useRef(Promise.resolve())
  const waiting = useRef(0)

  const load = useCallback(async () => {
    const fresh = await fetchCall(id)
    revision.current = fresh.revision
    setView(fresh)
  }, [id])

  useEffect(() => {
    setView(undefined)
    fetchDraft(id).then(setDraft, () => undefined)
    load().catch((error: unknown) => {
      setNotice(sentence(error))
    })
  }, [id, load])

  const take = useCallback(
    async (answer: Answer, tells: boolean) => {
      revision.current = answer.revision
      waiting.current--
      if (answer.reload) await load()
      else if (waiting.current === 0)
        setView((old) => {
          if (!old) return old
          if (tells) onChange(changedIds(old.decisions, answer.decisions))
          return { ...old, revision: answer.revision, decisions: answer.decisions }
        })
    },
    [load, onChange],
  )

  const push = useCallback(
    (step: Action | Step) => {
      waiting.current++
      chain.current = chain.current.then(async () => {
        try {
          await take(await send(id, revision.current, step), step.type === 'undo' || step.type === 'redo')
        } catch (error) {
          waiting.current--
          setNotice(sentence(error))
          if (error instanceof Refusal && error.status !== 0) await load().catch(() => undefined)
        }
      })
    },
    [id, load, take],
  )

  const act = useCallback(
    (action: Action) => {
      if (action.type === 'settle') setView((old) => old && { ...old, decisions: settledBy(old, action) })
      push(action)
    },
    [push],
  )

  useEffect(() => {
    const look = async (): Promise<void> => {
      if (document.hidden || waiting.current > 0 || revision.current === '') return
      const known = revision.current
      const now = await fetchRevision(id)
      if (now === known || revision.current !== known || waiting.current > 0) return
      await load()
      setNotice('Somebody else is at work on this call: their decisions are shown now.')
    }
    const timer = setInterval(() => {
      look().catch((error: unknown) => {
        setNotice(sentence(error))
      })
    }, POLL_MILLISECONDS)
    return () => {
      clearInterval(timer)
    }
  }, [id, load])

  return {
    view,
    draft,
    notice,
    dismiss: useCallback(() => {
      setNotice(undefined)
    }, []),
    act,
    undo: useCallback(() => {
      push({ type: 'undo' })
    }, [push]),
    redo: useCallback(() => {
      push({ type: 'redo' })
    }, [push]),
  }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The decisions as they will be once the server has them. */
function settledBy(
  { decisions, findings }: CallView,
  { ids, verdict, text, reason }: Action & { type: 'settle' },
): DecisionsView {
  const settled = new Map(Object.entries(decisions.settled))
  for (const id of ids) {
    if (verdict === 'open') {
      settled.delete(id)
      continue
    }
    const best = findings.find((finding) => finding.id === id)?.suggestions[0]?.text
    const words = verdict === 'accepted' ? (text ?? best) : verdict === 'edited' ? text : undefined
    settled.set(id, {
      verdict,
      ...(words === undefined ? {} : { text: words }),
      ...(reason === undefined ? {} : { reason }),
      who: '',
      when: '',
    })
  }
  return { ...decisions, settled: Object.fromEntries(settled) }
}

function changedIds(before: DecisionsView, after: DecisionsView): string[] {
  const ids = new Set([...Object.keys(before.settled), ...Object.keys(after.settled)])
  return [...ids].filter((id) => {
    const [old, young] = [before.settled[id], after.settled[id]]
    return old?.verdict !== young?.verdict || old?.text !== young?.text
  })
}
