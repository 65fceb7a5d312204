import type { VNode } from 'preact'
import type { CallView } from '../view.js'
import type { CallState } from './call-state.js'
import icon from './icon.svg'
import { Key } from './key.js'
import { Progress } from './overview.js'
import { ThemeButton } from './theme.js'

interface BarProps {
  readonly view: CallView
  readonly state: CallState
  readonly settled: number
  readonly onDialog: (dialog: 'help' | 'exports') => void
}

/** The head of the page: which call, how far it is, and what concerns it as a whole. */
export function Bar({ view, state, settled, onDialog }: BarProps): VNode {
  const { undo, redo } = view.decisions
  return (
    <header class="bar">
      <a href="#" class="home" title="All calls">
        <img src={icon} alt="All calls" width="26" height="26" />
      </a>
      <h1 title={view.path}>{view.name}</h1>
      <Progress settled={settled} findings={view.findings.length} />
      <div class="tools">
        <button type="button" onClick={state.undo} disabled={undo === undefined} title={undo}>
          Undo <Key name="u" />
        </button>
        <button type="button" onClick={state.redo} disabled={redo === undefined} title={redo}>
          Redo <Key name="U" />
        </button>
        <button
          type="button"
          class="main"
          onClick={() => {
            onDialog('exports')
          }}
        >
          Export <Key name="x" />
        </button>
        <ThemeButton />
        <button
          type="button"
          onClick={() => {
            onDialog('help')
          }}
        >
          Keys <Key name="?" />
        </button>
      </div>
    </header>
  )
}
