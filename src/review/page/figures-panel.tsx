import { Fragment, type VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Span } from '../../types.js'
import type { CallView, FigureView } from '../view.js'
import { ORIGIN_MARKS } from './rows.js'

const OUTCOMES: Readonly<Record<FigureView['outcome'], string>> = {
  agrees: '✓ agrees',
  contradicted: '✗ contradicted',
  unchecked: 'unchecked',
}

/** Every figure of the call with what it measures, and whether the call bears it out. */
export function FiguresPanel({ view, onVisit }: { view: CallView; onVisit: (span: Span) => void }): VNode {
  const [outcome, setOutcome] = useState<FigureView['outcome'] | 'all'>('all')
  const { total, checked, contradicted } = view.summary.figures
  const shown = view.figures.filter((figure) => outcome === 'all' || figure.outcome === outcome)
  return (
    <section class="panel" aria-label="Figures">
      <p class="quiet">
        {total} figures, {checked} of them checked against something else in the call; {contradicted}{' '}
        contradicted.
      </p>
      <label class="line">
        Show
        <select
          value={outcome}
          onChange={(event) => {
            setOutcome(event.currentTarget.value as FigureView['outcome'] | 'all')
          }}
        >
          <option value="all">all figures</option>
          <option value="contradicted">contradicted</option>
          <option value="agrees">that agree</option>
          <option value="unchecked">that nothing speaks of</option>
        </select>
      </label>
      <div class="scroll" tabIndex={0} role="region" aria-label="Table of figures">
        <table>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Of</th>
              <th scope="col">Period</th>
              <th scope="col">Check</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((figure) => (
              <tr key={figure.start} class={figure.outcome}>
                <td>
                  <button
                    type="button"
                    class="link"
                    onClick={() => {
                      onVisit(figure)
                    }}
                  >
                    {figure.words}
                  </button>{' '}
                  <abbr class="mark" title={figure.origin}>
                    {ORIGIN_MARKS[figure.origin]}
                  </abbr>
                </td>
                <td>{[figure.entity, figure.metric].filter(Boolean).join(' · ')}</td>
                <td>{figure.period}</td>
                <td>
                  {OUTCOMES[figure.outcome]}
                  {heldAgainst(figure).map(({ what, span }) => (
                    <Fragment key={span.start}>
                      {' '}
                      <button
                        type="button"
                        class="link"
                        title={what}
                        onClick={() => {
                          onVisit(span)
                        }}
                      >
                        {view.text.slice(span.start, span.end)}
                      </button>
                    </Fragment>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** What else speaks of the figure, once each. */
function heldAgainst({ checks, mentions }: FigureView): { what: string; span: Span }[] {
  const others = checks.flatMap(({ kind, holds, others: spans }) =>
    spans.slice(0, 1).map((span) => ({ what: holds ? kind : `does not fit: ${kind}`, span })),
  )
  const all = [...others, ...mentions.map((span) => ({ what: 'said again', span }))]
  return all
    .filter(({ span }, index) => all.findIndex((one) => one.span.start === span.start) === index)
    .slice(0, 4)
}
