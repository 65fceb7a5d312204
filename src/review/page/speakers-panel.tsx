import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Action, CallView, SpeakerView } from '../view.js'
import type { Span } from '../../types.js'

interface SpeakersPanelProps {
  readonly view: CallView
  readonly onAct: (action: Action) => void
  readonly onVisit: (span: Span) => void
}

const EVIDENCE: Readonly<Record<SpeakerView['evidence'][number]['kind'], string>> = {
  listed: 'in the list of participants',
  label: 'first as a speaker',
  called: 'called up',
  handed: 'given the floor',
  self: 'gives the name',
}

/** Who speaks: rename everywhere, merge under one name, or give some turns to somebody else. */
export function SpeakersPanel({ view, onAct, onVisit }: SpeakersPanelProps): VNode {
  return (
    <section class="panel" aria-label="Speakers">
      <p class="quiet">
        A new name goes to all turns of a speaker; the name of another speaker merges both. Open the turns to
        give only some of them another name.
      </p>
      <datalist id="speaker-names">
        {view.speakers.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ul class="speakers">
        {view.speakers.map((speaker) => (
          <Speaker
            key={`${speaker.name}${speaker.turns.join()}`}
            speaker={speaker}
            view={view}
            onAct={onAct}
            onVisit={onVisit}
          />
        ))}
      </ul>
    </section>
  )
}

function Speaker({ speaker, view, onAct, onVisit }: SpeakersPanelProps & { speaker: SpeakerView }): VNode {
  const [name, setName] = useState(speaker.name)
  const [chosen, setChosen] = useState<readonly number[]>([])
  const clean = name.trim()
  const other = view.speakers.find((one) => one.name === clean && one !== speaker)
  const able = clean !== '' && clean !== speaker.name
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!able) return
          if (chosen.length > 0) onAct({ type: 'speaker', turns: chosen, name: clean })
          else onAct({ type: 'rename', from: speaker.name, name: clean })
        }}
      >
        <input
          aria-label={`Name of ${speaker.name || 'the unnamed speaker'}`}
          list="speaker-names"
          value={name}
          onInput={(event) => {
            setName(event.currentTarget.value)
          }}
        />
        <button type="submit" disabled={!able}>
          {other ? 'Merge' : 'Rename'}
          {chosen.length > 0 && ` ${chosen.length} ${chosen.length === 1 ? 'turn' : 'turns'}`}
        </button>
      </form>
      <p class="aside">
        {[speaker.role !== 'unknown' && speaker.role, speaker.title].filter(Boolean).join(', ')}
      </p>
      {speaker.evidence.length > 0 && (
        <ul class="turns" aria-label={`What tells of ${speaker.name}`}>
          {speaker.evidence.map((evidence) => (
            <li key={evidence.start}>
              {EVIDENCE[evidence.kind]}:{' '}
              <button
                type="button"
                class="link"
                onClick={() => {
                  onVisit(evidence)
                }}
              >
                {view.text.slice(evidence.start, evidence.end)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          {speaker.turns.length} {speaker.turns.length === 1 ? 'turn' : 'turns'},{' '}
          {speaker.words.toLocaleString('en')} words
        </summary>
        <ul class="turns">
          {speaker.turns.map((turn) => (
            <li key={turn}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(turn)}
                  onChange={() => {
                    setChosen(
                      chosen.includes(turn) ? chosen.filter((one) => one !== turn) : [...chosen, turn],
                    )
                  }}
                />
                turn {turn + 1}
              </label>{' '}
              <button
                type="button"
                class="link"
                onClick={() => {
                  const { start } = view.turns[turn]!
                  onVisit({ start, end: start + 40 })
                }}
              >
                {view.text.slice(view.turns[turn]!.start, view.turns[turn]!.start + 60)}…
              </button>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
