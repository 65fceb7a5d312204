import { useEffect, useState } from 'preact/hooks'
import type { Span } from '../../types.js'
import type { CallView, Pairing } from '../view.js'
import { joinNext, link, splitAt } from './beads.js'
import type { CallState } from './call-state.js'
import { selectedSpan, selectSpan } from './selection.js'

/** Something to do with selected words. */
export type WordsCommand =
  'correct' | 'english' | 'mandarin' | 'interpretation' | 'link' | 'split' | 'join' | 'turn'

/** The keys of the commands. */
export const WORD_KEYS: Readonly<Record<string, WordsCommand>> = {
  c: 'correct',
  g: 'english',
  m: 'mandarin',
  i: 'interpretation',
  l: 'link',
  s: 'split',
  J: 'join',
  t: 'turn',
}

/** The words selected in the transcript, and what is being done with them. */
export interface Words {
  readonly selected: Span | undefined
  readonly mode: 'plain' | 'correct' | 'turn'
  /** Words that wait for those they are to be linked with. */
  readonly linking: Span | undefined
  readonly select: (span: Span | undefined) => void
  readonly command: (command: WordsCommand) => void
  readonly correct: (insert: string) => void
  readonly beginTurn: (name: string) => void
  /** Leaves the field that is open, else the selection. */
  readonly cancel: () => void
}

export function useWords({ text, rows }: CallView, act: CallState['act']): Words {
  const [selected, setSelected] = useState<Span>()
  const [mode, setMode] = useState<Words['mode']>('plain')
  const [linking, setLinking] = useState<Span>()
  useEffect(() => {
    const follow = (): void => {
      const active = document.activeElement
      if (active instanceof HTMLInputElement) return
      const span = selectedSpan(text)
      setSelected((old) => (old?.start === span?.start && old?.end === span?.end ? old : span))
      setMode('plain')
    }
    document.addEventListener('selectionchange', follow)
    return () => {
      document.removeEventListener('selectionchange', follow)
    }
  }, [text])

  const clear = (): void => {
    window.getSelection()?.removeAllRanges()
    setSelected(undefined)
    setMode('plain')
  }
  const pair = (beads: readonly Pairing[]): void => {
    if (beads.length > 0) act({ type: 'beads', beads })
    clear()
  }
  const command = (wanted: WordsCommand): void => {
    if (!selected) return
    switch (wanted) {
      case 'correct':
      case 'turn':
        setMode(wanted)
        break
      case 'english':
      case 'mandarin':
      case 'interpretation':
        act({ type: 'origin', span: selected, origin: wanted })
        clear()
        break
      case 'split':
        pair(splitAt(rows, selected))
        break
      case 'join':
        pair(joinNext(rows, selected))
        break
      case 'link':
        if (linking) pair(link(rows, linking, selected))
        else clear()
        setLinking(linking ? undefined : selected)
        break
    }
  }
  return {
    selected,
    mode,
    linking,
    select: (span) => {
      if (span && selectSpan(span)) setSelected({ start: span.start, end: span.end })
    },
    command,
    correct: (insert) => {
      if (selected) act({ type: 'correct', span: selected, insert })
      clear()
    },
    beginTurn: (name) => {
      if (selected && name.trim() !== '') act({ type: 'turn', at: selected.start, name: name.trim() })
      clear()
    },
    cancel: () => {
      if (mode === 'plain') {
        setLinking(undefined)
        clear()
      } else setMode('plain')
    },
  }
}
