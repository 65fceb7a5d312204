import type { VNode } from 'preact'
import type { Span } from '../../types.js'
import type { CallView } from '../view.js'
import type { CallState } from './call-state.js'
import { Card } from './card.js'
import { ChangesPanel } from './changes-panel.js'
import { FiguresPanel } from './figures-panel.js'
import { Key } from './key.js'
import { QueuePanel } from './queue-panel.js'
import { SpeakersPanel } from './speakers-panel.js'
import type { Review } from './use-review.js'

export type Panel = 'findings' | 'figures' | 'speakers' | 'changes'

export const PANELS: readonly { readonly panel: Panel; readonly label: string; readonly key: string }[] = [
  { panel: 'findings', label: 'Findings', key: 'f' },
  { panel: 'figures', label: 'Figures', key: '#' },
  { panel: 'speakers', label: 'Speakers', key: 'w' },
  { panel: 'changes', label: 'Changes', key: 'd' },
]

interface SidePanelProps {
  readonly view: CallView
  readonly state: CallState
  readonly review: Review
  readonly panel: Panel
  readonly onPanel: (panel: Panel) => void
  readonly onVisit: (span: Span) => void
}

/** Beside the transcript: the finding at work and the queue, or another view of the call. */
export function SidePanel({ view, state, review, panel, onPanel, onVisit }: SidePanelProps): VNode {
  return (
    <aside class="side" aria-label="Review">
      <nav class="tabs" aria-label="Panels">
        {PANELS.map((one) => (
          <button
            key={one.panel}
            type="button"
            aria-pressed={panel === one.panel}
            onClick={() => {
              onPanel(one.panel)
            }}
          >
            {one.label} <Key name={one.key} />
          </button>
        ))}
      </nav>
      {panel === 'findings' && <Findings view={view} review={review} onVisit={onVisit} />}
      {panel === 'figures' && <FiguresPanel view={view} onVisit={onVisit} />}
      {panel === 'speakers' && <SpeakersPanel view={view} onAct={state.act} onVisit={onVisit} />}
      {panel === 'changes' && <ChangesPanel view={view} onVisit={onVisit} />}
    </aside>
  )
}

function Findings({ view, review, onVisit }: Pick<SidePanelProps, 'view' | 'review' | 'onVisit'>): VNode {
  const { queue, current } = review
  const place = current ? queue.findIndex(({ id }) => id === current.id) + 1 : 0
  return (
    <>
      <p class="hidden" role="status">
        {current &&
          `${place > 0 ? `${place} of ${queue.length}: ` : ''}${current.severity}, ${current.category}. ${current.message}`}
      </p>
      {current && <Card view={view} finding={current} review={review} onVisit={onVisit} />}
      <QueuePanel
        view={view}
        queue={queue}
        current={current?.id}
        filter={review.filter}
        onFilter={review.setFilter}
        onChoose={review.go}
        safe={review.safe}
        onAcceptSafe={review.acceptSafe}
      />
    </>
  )
}
