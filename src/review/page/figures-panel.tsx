import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Span } from '../../types.js'
import type { CallView, FigureView } from '../view.js'
import { ORIGIN_MARKS } from './rows.js'

const STATUS_WORDS: Readonly<Record<FigureView['status'], string>> = {
  agrees: '✓ agrees',
  contradicted: '✗ contradicted',
  alone: 'said once',
}

/** Every figure of the call with what it measures, and whether the call bears it out. */
export function FiguresPanel({ view, onVisit }: { view: CallView; onVisit: (span: Span) => void }): VNode {
  const [status, setStatus] = useState<FigureView['status'] | 'all'>('all')
  const { all, agree, contradicted } = view.summary.figures
  const shown = view.figures.filter((figure) => status === 'all' || figure.status === status)
  return (
    <section class="panel" aria-label="Figures">
      <p class="quiet">
        {all} figures: {agree} agree with another mention, {contradicted} are contradicted,{' '}
        {all - agree - contradicted} stand alone.
      </p>
      <label class="line">
        Show
        <select
          value={status}
          onChange={(event) => {
            setStatus(event.currentTarget.value as FigureView['status'] | 'all')
          }}
        >
          <option value="all">all figures</option>
          <option value="contradicted">contradicted</option>
          <option value="agrees">that agree</option>
          <option value="alone">said once</option>
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
              <tr key={figure.start} class={figure.status}>
                <td>
                  <button
                    type="button"
                    class="link"
                    onClick={() => {
                      onVisit(figure)
                    }}
                  >
                    {figure.text}
                  </button>{' '}
                  <abbr class="mark" title={figure.origin}>
                    {ORIGIN_MARKS[figure.origin]}
                  </abbr>
                </td>
                <td>{figure.metric}</td>
                <td>{figure.period}</td>
                <td>
                  {STATUS_WORDS[figure.status]}
                  {figure.mentions.map((mention, index) => (
                    <button
                      key={mention.start}
                      type="button"
                      class="link"
                      aria-label={`mention ${index + 1}: ${view.text.slice(mention.start, mention.end)}`}
                      onClick={() => {
                        onVisit(mention)
                      }}
                    >
                      {index + 1}
                    </button>
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
