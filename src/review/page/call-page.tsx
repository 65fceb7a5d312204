import type { VNode } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Span } from '../../types.js'
import type { CallView } from '../view.js'
import { Bar } from './bar.js'
import { bordersOf, movedByWord, nearestBorder, type Border, type BorderMove } from './borders.js'
import { useCall, type CallState } from './call-state.js'
import { Desk } from './desk.js'
import { dragBorders, type Draggable } from './drag.js'
import { ExportsMenu } from './exports-menu.js'
import { Help } from './help.js'
import { joinCurrent, joinUnderPointer } from './joined.js'
import { useKeyboard } from './keyboard.js'
import { nextWords, originAt, showFinding, showSpan } from './places.js'
import { PANELS, SidePanel, type Panel } from './side-panel.js'
import { nextTheme } from './theme.js'
import { Toolbar } from './toolbar.js'
import { useReview } from './use-review.js'
import { useWords, WORD_KEYS } from './use-words.js'

/** A call at work: the transcript, and beside it the findings or another panel. */
export function CallPage({ id }: { id: string }): VNode {
  const [currentId, setCurrentId] = useState<string>()
  const onChange = useCallback((changed: readonly string[]) => {
    if (changed[0] !== undefined) setCurrentId(changed[0])
  }, [])
  const state = useCall(id, onChange)
  if (!state.view)
    return (
      <div class="call">
        <header class="bar">
          <p role="status">{state.notice ?? (state.draft ? 'Looking for errors …' : 'Reading the call …')}</p>
        </header>
        <main class="transcript" tabIndex={0} aria-label="Transcript">
          {state.draft && <Desk view={state.draft} borders={NO_BORDERS} current={undefined} />}
        </main>
      </div>
    )
  return <Loaded view={state.view} state={state} currentId={currentId} onCurrent={setCurrentId} />
}

const NO_BORDERS: readonly Border[] = []

interface LoadedProps {
  readonly view: CallView
  readonly state: CallState
  readonly currentId: string | undefined
  readonly onCurrent: (id: string) => void
}

function Loaded({ view, state, currentId, onCurrent }: LoadedProps): VNode {
  const [panel, setPanel] = useState<Panel>('findings')
  const [dialog, setDialog] = useState<'none' | 'help' | 'exports'>('none')
  const desk = useRef<HTMLElement>(null)
  const review = useReview(view, state.act, currentId, onCurrent)
  const words = useWords(view, state.act)
  const { text, rows, findings } = view
  const { current } = review
  const { selected } = words

  useEffect(() => {
    document.title = `${view.name} · jiaodui`
  }, [view.name])
  useEffect(() => joinUnderPointer(desk.current!), [])
  const borders = useMemo(() => bordersOf(rows), [rows])
  const moveBorder = (move: BorderMove): void => {
    words.cancel()
    state.act({ type: 'origin', ...move })
  }
  const draggable = useRef<Draggable>({ text, borders, move: moveBorder })
  draggable.current = { text, borders, move: moveBorder }
  useEffect(() => dragBorders(desk.current!, () => draggable.current), [])
  useEffect(() => {
    showFinding(desk.current!, current)
    joinCurrent(desk.current!)
  }, [current])
  const visit = (span: Span): void => {
    showSpan(desk.current!, rows, span)
  }
  const onFindings = (run: () => void) => () => {
    setPanel('findings')
    run()
  }
  const forward = onFindings(() => {
    review.move(1)
  })
  const back = onFindings(() => {
    review.move(-1)
  })
  const step = (direction: 1 | -1) => (event: KeyboardEvent) => {
    const from = selected ?? current
    words.select(from && nextWords(text, from, direction, event.shiftKey))
  }
  const borderBy = (direction: 1 | -1) => () => {
    const from = selected ?? current
    const border = from && nearestBorder(borders, from)
    const move = border && movedByWord(text, border, direction)
    if (!move) return
    state.act({ type: 'origin', ...move })
    words.select(move.span)
  }
  const wordKeys = Object.entries(WORD_KEYS).map(([key, command]) => {
    const run = (): void => {
      words.command(command)
    }
    return [key, run] as const
  })
  const panelKeys = PANELS.map(({ panel: wanted, key }) => {
    const run = (): void => {
      setPanel(wanted)
    }
    return [key, run] as const
  })
  const numberKeys = Array.from({ length: 9 }, (_, index) => {
    const run = (): void => {
      review.acceptNumber(index + 1)
    }
    return [String(index + 1), run] as const
  })
  useKeyboard({
    off: dialog !== 'none',
    undo: state.undo,
    redo: state.redo,
    keys: {
      j: forward,
      n: forward,
      ArrowDown: forward,
      k: back,
      p: back,
      ArrowUp: back,
      ArrowRight: step(1),
      ArrowLeft: step(-1),
      Enter: () => {
        showFinding(desk.current!, current)
      },
      a: () => {
        review.accept()
      },
      A: () => {
        review.accept(undefined, true)
      },
      e: onFindings(() => {
        review.setMode('edit')
      }),
      r: onFindings(() => {
        review.setMode('reject')
      }),
      R: () => {
        review.reject('', true)
      },
      S: review.acceptSafe,
      v: review.verify,
      o: review.reopen,
      u: state.undo,
      U: state.redo,
      '<': borderBy(-1),
      '>': borderBy(1),
      T: nextTheme,
      x: () => {
        setDialog('exports')
      },
      '?': () => {
        setDialog('help')
      },
      '/': onFindings(() => setTimeout(() => document.getElementById('search')?.focus())),
      Escape: () => {
        review.setMode('plain')
        words.cancel()
      },
      ...Object.fromEntries(numberKeys),
      ...Object.fromEntries(panelKeys),
      ...(selected ? Object.fromEntries(wordKeys) : {}),
    },
  })
  const close = (): void => {
    setDialog('none')
  }
  return (
    <div class="call">
      <Bar view={view} state={state} settled={review.settledCount} onDialog={setDialog} />
      <main
        class="transcript"
        ref={desk}
        tabIndex={0}
        aria-label="Transcript"
        onClick={(event) => {
          const found = (event.target as Element).closest<HTMLElement>('[data-finding]')
          if (!found || !window.getSelection()?.isCollapsed) return
          setPanel('findings')
          review.go(findings.find(({ id }) => id === found.dataset['finding']))
        }}
      >
        <Desk view={view} borders={borders} current={current?.id} />
      </main>
      <SidePanel view={view} state={state} review={review} panel={panel} onPanel={setPanel} onVisit={visit} />
      {selected && (
        <Toolbar
          text={text.slice(selected.start, selected.end)}
          origin={originAt(rows, selected)}
          linking={words.linking && text.slice(words.linking.start, words.linking.end)}
          words={words}
        />
      )}
      {words.linking && !selected && (
        <div class="toolbar" role="status">
          Select the words on the other side that belong to “
          {text.slice(words.linking.start, words.linking.end).slice(0, 60)}”, then press <kbd>l</kbd>.
        </div>
      )}
      {state.notice !== undefined && (
        <div class="notice-bar" role="alert">
          {state.notice}
          <button type="button" onClick={state.dismiss}>
            Close
          </button>
        </div>
      )}
      {dialog === 'help' && <Help onClose={close} />}
      {dialog === 'exports' && (
        <ExportsMenu view={view} open={findings.length - review.settledCount} onClose={close} />
      )}
    </div>
  )
}
