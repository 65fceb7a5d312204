import type { VNode } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Span } from '../../types.js'
import type { CallView, FindingView, Pairing, Verdict } from '../view.js'
import { joinNext, link, splitAt } from './beads.js'
import { useCall } from './call-state.js'
import { Card } from './card.js'
import { ChangesPanel } from './changes-panel.js'
import { Desk } from './desk.js'
import { ExportsMenu } from './exports-menu.js'
import { FiguresPanel } from './figures-panel.js'
import { Help } from './help.js'
import icon from './icon.svg'
import { joinAmounts } from './joined.js'
import { Key } from './key.js'
import { Progress } from './overview.js'
import { alike, everything, queueOf, step, type Filter } from './queue.js'
import { QueuePanel } from './queue-panel.js'
import { isTyping, moveWord, nextAfter, originAt, showFinding, showSpan } from './places.js'
import { selectedSpan } from './selection.js'
import { SpeakersPanel } from './speakers-panel.js'
import { Toolbar, WORD_KEYS, type WordsCommand } from './toolbar.js'

type Panel = 'findings' | 'figures' | 'speakers' | 'changes'

const PANELS: readonly { readonly panel: Panel; readonly label: string; readonly key: string }[] = [
  { panel: 'findings', label: 'Findings', key: 'f' },
  { panel: 'figures', label: 'Figures', key: '#' },
  { panel: 'speakers', label: 'Speakers', key: 'w' },
  { panel: 'changes', label: 'Changes', key: 'd' },
]

/** A call at work: the transcript, and beside it the findings or another panel. */
export function CallPage({ id }: { id: string }): VNode {
  const [currentId, setCurrentId] = useState<string>()
  const state = useCall(
    id,
    useCallback((changed) => {
      if (changed[0] !== undefined) setCurrentId(changed[0])
    }, []),
  )
  const { view } = state
  if (!view)
    return (
      <main class="loading">
        <p role="status">{state.notice ?? 'Reading the call …'}</p>
      </main>
    )
  return <Loaded view={view} state={state} currentId={currentId} onCurrent={setCurrentId} />
}

interface LoadedProps {
  readonly view: CallView
  readonly state: ReturnType<typeof useCall>
  readonly currentId: string | undefined
  readonly onCurrent: (id: string | undefined) => void
}

function Loaded({ view, state, currentId, onCurrent }: LoadedProps): VNode {
  const [filter, setFilter] = useState<Filter>(everything)
  const [panel, setPanel] = useState<Panel>('findings')
  const [mode, setMode] = useState<'plain' | 'edit' | 'reject'>('plain')
  const [dialog, setDialog] = useState<'none' | 'help' | 'exports'>('none')
  const [selected, setSelected] = useState<Span>()
  const [wordsMode, setWordsMode] = useState<'plain' | 'correct' | 'turn'>('plain')
  const [linking, setLinking] = useState<Span>()
  const desk = useRef<HTMLDivElement>(null)
  const { findings, text, rows, decisions } = view
  const { settled } = decisions
  const queue = useMemo(() => queueOf(findings, settled, filter), [findings, settled, filter])
  const current = useMemo(
    () => findings.find((finding) => finding.id === currentId) ?? queue[0],
    [findings, queue, currentId],
  )
  const done = Object.keys(settled).filter((key) => findings.some((finding) => finding.id === key)).length

  useEffect(() => {
    document.title = `${view.name} · jiaodui`
  }, [view.name])
  useEffect(() => joinAmounts(desk.current!), [])
  useEffect(() => {
    const follow = (): void => {
      const span = selectedSpan(text)
      setSelected((old) => (old?.start === span?.start && old?.end === span?.end ? old : span))
    }
    document.addEventListener('selectionchange', follow)
    return () => {
      document.removeEventListener('selectionchange', follow)
    }
  }, [text])
  useEffect(() => {
    showFinding(desk.current!, current)
  }, [current])

  const go = (finding: FindingView | undefined): void => {
    if (!finding) return
    setPanel('findings')
    setMode('plain')
    onCurrent(finding.id)
    if (finding.id === current?.id) showFinding(desk.current!, finding)
  }

  /** Settles the finding at work, or all alike, and goes on to the next in the queue. */
  const settle = (
    verdict: Verdict | 'open',
    words: { text?: string; reason?: string } = {},
    all = false,
  ): void => {
    if (!current) return
    const own = all ? alike(findings, settled, current) : [current]
    const ids = own.map((finding) => finding.id)
    const next = verdict === 'open' ? current : nextAfter(queue, current, new Set(ids))
    state.act({ type: 'settle', ids, verdict, ...words })
    setMode('plain')
    onCurrent(next?.id ?? current.id)
  }
  const reject = (reason: string, all = false): void => {
    settle('rejected', reason.trim() === '' ? {} : { reason: reason.trim() }, all)
  }
  const accept = (words?: string, all = false): void => {
    if (!current || (words === undefined && current.suggestions.length === 0)) return
    settle('accepted', { text: words ?? current.suggestions[0]!.text }, all)
  }
  const visit = (span: Span): void => {
    showSpan(desk.current!, rows, span)
  }

  const clearSelection = (): void => {
    window.getSelection()?.removeAllRanges()
    setSelected(undefined)
    setWordsMode('plain')
  }
  const pair = (beads: readonly Pairing[]): void => {
    if (beads.length > 0) state.act({ type: 'beads', beads })
  }
  const command = (wanted: WordsCommand): void => {
    if (!selected) return
    switch (wanted) {
      case 'correct':
      case 'turn':
        setWordsMode(wanted)
        return
      case 'english':
      case 'mandarin':
      case 'interpretation':
        state.act({ type: 'origin', span: selected, origin: wanted })
        break
      case 'split':
        pair(splitAt(rows, selected))
        break
      case 'join':
        pair(joinNext(rows, selected))
        break
      case 'link': {
        if (!linking) {
          setLinking(selected)
          clearSelection()
          return
        }
        pair(link(rows, linking, selected))
        setLinking(undefined)
        break
      }
    }
    clearSelection()
  }

  const onKey = (event: KeyboardEvent): void => {
    if (dialog !== 'none' || isTyping(event)) return
    const { key } = event
    if (event.ctrlKey || event.metaKey) {
      const lower = key.toLowerCase()
      if (lower === 'z' && !event.shiftKey) act(event, state.undo)
      else if (lower === 'y' || (lower === 'z' && event.shiftKey)) act(event, state.redo)
      return
    }
    if (event.altKey) return
    if (selected && WORD_KEYS[key]) {
      act(event, () => {
        command(WORD_KEYS[key]!)
      })
      return
    }
    const wantedPanel = PANELS.find((one) => one.key === key)?.panel
    if (wantedPanel) {
      act(event, () => {
        setPanel(wantedPanel)
      })
      return
    }
    const onScroller = event.target instanceof Element && event.target.closest('.scroll, button, a, summary')
    const arrows = key === 'ArrowDown' || key === 'ArrowUp' || key === 'Enter'
    if (onScroller && arrows) return
    const run =
      commands[key] ??
      (/^[1-9]$/u.test(key)
        ? () => {
            numbered(Number(key))
          }
        : undefined)
    if (run) act(event, run)
  }
  const numbered = (number: number): void => {
    const suggestion = current?.suggestions[number - 1]
    if (suggestion) accept(suggestion.text)
  }
  const forward = (): void => {
    go(step(queue, current, 1))
  }
  const back = (): void => {
    go(step(queue, current, -1))
  }
  const commands: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    j: forward,
    n: forward,
    ArrowDown: forward,
    k: back,
    p: back,
    ArrowUp: back,
    Enter: () => {
      showFinding(desk.current!, current)
    },
    a: () => {
      accept()
    },
    A: () => {
      accept(undefined, true)
    },
    e: () => {
      setPanel('findings')
      setMode('edit')
    },
    r: () => {
      setPanel('findings')
      setMode('reject')
    },
    R: () => {
      reject('', true)
    },
    v: () => {
      settle('verified')
    },
    o: () => {
      settle('open')
    },
    u: state.undo,
    U: state.redo,
    x: () => {
      setDialog('exports')
    },
    '?': () => {
      setDialog('help')
    },
    '/': () => {
      setPanel('findings')
      setTimeout(() => document.getElementById('search')?.focus())
    },
    ArrowRight: (event) => {
      moveWord(text, selected ?? current, 1, event.shiftKey)
    },
    ArrowLeft: (event) => {
      moveWord(text, selected ?? current, -1, event.shiftKey)
    },
    Escape: () => {
      if (mode !== 'plain') setMode('plain')
      else {
        setLinking(undefined)
        clearSelection()
      }
    },
  }
  const keyHandler = useRef(onKey)
  keyHandler.current = onKey
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      keyHandler.current(event)
    }
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', listen)
    }
  }, [])

  const position = current ? queue.findIndex((finding) => finding.id === current.id) + 1 : 0
  return (
    <div class="call">
      <header class="bar">
        <a href="#" class="home" title="All calls">
          <img src={icon} alt="All calls" width="26" height="26" />
        </a>
        <h1 title={view.path}>{view.name}</h1>
        <Progress settled={done} findings={findings.length} />
        <div class="tools">
          <button
            type="button"
            onClick={state.undo}
            disabled={decisions.undo === undefined}
            title={decisions.undo}
          >
            Undo <Key name="u" />
          </button>
          <button
            type="button"
            onClick={state.redo}
            disabled={decisions.redo === undefined}
            title={decisions.redo}
          >
            Redo <Key name="U" />
          </button>
          <button
            type="button"
            class="main"
            onClick={() => {
              setDialog('exports')
            }}
          >
            Export <Key name="x" />
          </button>
          <button
            type="button"
            onClick={() => {
              setDialog('help')
            }}
          >
            Keys <Key name="?" />
          </button>
        </div>
      </header>
      <main
        class="transcript"
        ref={desk}
        tabIndex={0}
        aria-label="Transcript"
        onClick={(event) => {
          const found = (event.target as Element).closest<HTMLElement>('[data-finding]')
          if (found && window.getSelection()?.isCollapsed)
            go(findings.find((finding) => finding.id === found.dataset['finding']))
        }}
      >
        <Desk view={view} current={current?.id} />
      </main>
      <aside class="side" aria-label="Review">
        <div class="tabs" role="tablist">
          {PANELS.map((one) => (
            <button
              key={one.panel}
              type="button"
              role="tab"
              aria-selected={panel === one.panel}
              onClick={() => {
                setPanel(one.panel)
              }}
            >
              {one.label} <Key name={one.key} />
            </button>
          ))}
        </div>
        {panel === 'findings' && (
          <>
            <p class="hidden" role="status">
              {current &&
                `${position > 0 ? `${position} of ${queue.length}: ` : ''}${current.severity}, ${current.category}. ${current.message}`}
            </p>
            {current && (
              <Card
                view={view}
                finding={current}
                decision={settled[current.id]}
                alike={alike(findings, settled, current).length}
                mode={mode}
                onMode={setMode}
                onAccept={accept}
                onEdit={(words) => {
                  settle('edited', { text: words })
                }}
                onReject={reject}
                onVerify={() => {
                  settle('verified')
                }}
                onReopen={() => {
                  settle('open')
                }}
                onVisit={visit}
              />
            )}
            <QueuePanel
              view={view}
              queue={queue}
              current={current?.id}
              filter={filter}
              onFilter={setFilter}
              onChoose={go}
            />
          </>
        )}
        {panel === 'figures' && <FiguresPanel view={view} onVisit={visit} />}
        {panel === 'speakers' && <SpeakersPanel view={view} onAct={state.act} onVisit={visit} />}
        {panel === 'changes' && <ChangesPanel view={view} onVisit={visit} />}
      </aside>
      {selected && (
        <Toolbar
          words={text.slice(selected.start, selected.end)}
          span={selected}
          origin={originAt(rows, selected)}
          mode={wordsMode}
          linking={linking && text.slice(linking.start, linking.end)}
          onCommand={command}
          onCorrect={(insert) => {
            state.act({ type: 'correct', span: selected, insert })
            clearSelection()
          }}
          onTurn={(name) => {
            if (name.trim() !== '') state.act({ type: 'turn', at: selected.start, name: name.trim() })
            clearSelection()
          }}
          onCancel={() => {
            setWordsMode('plain')
          }}
        />
      )}
      {linking && !selected && (
        <div class="toolbar" role="status">
          Select the words on the other side that belong to “{text.slice(linking.start, linking.start + 60)}”,
          then press <kbd>l</kbd>.
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
      {dialog === 'help' && (
        <Help
          onClose={() => {
            setDialog('none')
          }}
        />
      )}
      {dialog === 'exports' && (
        <ExportsMenu
          id={view.id}
          open={findings.length - done}
          onClose={() => {
            setDialog('none')
          }}
        />
      )}
    </div>
  )
}

function act(event: KeyboardEvent, run: (event: KeyboardEvent) => void): void {
  event.preventDefault()
  run(event)
}
