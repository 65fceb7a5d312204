import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Span } from '../../types.js'
import type { CallView, FindingView, Settled } from '../view.js'
import { EvidenceItem, percent } from './evidence.js'
import { Key } from './key.js'
import { ORIGIN_NAMES } from './rows.js'

/** What the card asks for; `mode` is which of its two fields is open. */
export interface CardProps {
  readonly view: CallView
  readonly finding: FindingView
  readonly decision: Settled | undefined
  /** How many findings have the same fix and are open, this one included. */
  readonly alike: number
  readonly mode: 'plain' | 'edit' | 'reject'
  readonly onMode: (mode: CardProps['mode']) => void
  readonly onAccept: (text?: string, all?: boolean) => void
  readonly onEdit: (text: string) => void
  readonly onReject: (reason: string, all?: boolean) => void
  readonly onVerify: () => void
  readonly onReopen: () => void
  readonly onVisit: (span: Span) => void
}

/** The finding at work: what is wrong, what proves it, what can be done. */
export function Card(props: CardProps): VNode {
  const { view, finding, decision, onVisit } = props
  const { severity, category, confidence, message, evidence, check } = finding
  return (
    <article class={`card ${severity}`} aria-labelledby="card-message">
      <header>
        <span class={`severity ${severity}`}>{severity}</span>
        <span>{category}</span>
        <span title="how sure the check is">{percent(confidence)}</span>
        <span class="where">
          {finding.speaker !== '' && `${finding.speaker} · `}
          {ORIGIN_NAMES[finding.origin]} · line {finding.line}
        </span>
      </header>
      <h2 id="card-message">{message}</h2>
      {decision && <Verdict decision={decision} onReopen={props.onReopen} />}
      {props.mode === 'reject' ? <RejectForm {...props} /> : <Suggestions {...props} />}
      <Buttons {...props} />
      {evidence.length > 0 && (
        <>
          <h3>Evidence</h3>
          <ul class="evidences">
            {evidence.map((one, index) => (
              <EvidenceItem key={index} view={view} evidence={one} onVisit={onVisit} />
            ))}
          </ul>
        </>
      )}
      <footer>check: {check}</footer>
    </article>
  )
}

const VERDICTS: Readonly<Record<Settled['verdict'], string>> = {
  accepted: 'Accepted',
  edited: 'Edited',
  rejected: 'Rejected',
  verified: 'Verified as right',
}

function Verdict({ decision, onReopen }: { decision: Settled; onReopen: () => void }): VNode {
  const { verdict, text, reason, who, when } = decision
  return (
    <p class={`verdict ${verdict}`}>
      <strong>{VERDICTS[verdict]}</strong>
      {text !== undefined && <span> as “{text}”</span>}
      {reason !== undefined && <span>: {reason}</span>}
      {who !== '' && (
        <span class="aside">
          {' '}
          by {who}
          {when !== '' && `, ${new Date(when).toLocaleString()}`}
        </span>
      )}
      <button type="button" onClick={onReopen}>
        Open again <Key name="o" />
      </button>
    </p>
  )
}

function Suggestions({ finding, mode, onAccept, onEdit, onMode }: CardProps): VNode {
  const { suggestions, text } = finding
  return (
    <>
      <ol class="suggestions">
        {suggestions.slice(0, 9).map((suggestion, index) => (
          <li key={suggestion.text}>
            <button
              type="button"
              onClick={() => {
                onAccept(suggestion.text)
              }}
            >
              <Key name={String(index + 1)} />
              <span class="change">
                <del>{text}</del> → {suggestion.text === '' ? <em>delete</em> : <ins>{suggestion.text}</ins>}
              </span>
              <span class="share">{percent(suggestion.confidence)}</span>
            </button>
          </li>
        ))}
      </ol>
      {suggestions.length === 0 && mode !== 'edit' && (
        <p class="quiet">No single right text can be proposed: edit the words, or verify them as right.</p>
      )}
      {mode === 'edit' && (
        <WordsField
          label="Put in place of the marked words"
          initial={suggestions[0]?.text ?? text}
          button="Save"
          onSave={onEdit}
          onCancel={() => {
            onMode('plain')
          }}
        />
      )}
    </>
  )
}

const REASONS = ['said so', 'not an error', 'a matter of style', 'cannot be decided here']

function RejectForm({ onReject, onMode }: CardProps): VNode {
  return (
    <div class="reasons" role="group" aria-label="Reason for the rejection">
      {REASONS.map((reason, index) => (
        <button
          key={reason}
          type="button"
          onClick={() => {
            onReject(reason)
          }}
        >
          <Key name={String(index + 1)} /> {reason}
        </button>
      ))}
      <WordsField
        label="Another reason, or none"
        initial=""
        button="Reject"
        onSave={onReject}
        onKey={(key) => {
          const reason = REASONS[Number(key) - 1]
          if (reason !== undefined) onReject(reason)
          return reason !== undefined
        }}
        onCancel={() => {
          onMode('plain')
        }}
      />
    </div>
  )
}

interface FieldProps {
  readonly label: string
  readonly initial: string
  readonly button: string
  readonly onSave: (words: string) => void
  readonly onCancel: () => void
  /** A key pressed while the line is empty; true where that settles it. */
  readonly onKey?: (key: string) => boolean
}

/** A line to write in: Enter saves, Escape leaves. */
export function WordsField({ label, initial, button, onSave, onCancel, onKey }: FieldProps): VNode {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(input.current!.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onCancel()
        }
        if (event.isComposing && event.key === 'Enter') event.preventDefault()
        if (input.current!.value === '' && onKey?.(event.key)) event.preventDefault()
      }}
    >
      <label>
        {label}
        <input ref={input} defaultValue={initial} autocomplete="off" spellcheck />
      </label>
      <button type="submit">
        {button} <Key name="Enter" />
      </button>
      <button type="button" class="quiet" onClick={onCancel}>
        Cancel <Key name="Esc" />
      </button>
    </form>
  )
}

function Buttons({ finding, alike, mode, decision, ...on }: CardProps): VNode {
  return (
    <div class="buttons">
      {finding.suggestions.length > 0 && (
        <button
          type="button"
          class="main"
          onClick={() => {
            on.onAccept()
          }}
        >
          Accept <Key name="a" />
        </button>
      )}
      {finding.suggestions.length > 0 && alike > 1 && !decision && (
        <button
          type="button"
          onClick={() => {
            on.onAccept(undefined, true)
          }}
        >
          Accept all {alike} alike <Key name="A" />
        </button>
      )}
      <button
        type="button"
        aria-pressed={mode === 'edit'}
        onClick={() => {
          on.onMode(mode === 'edit' ? 'plain' : 'edit')
        }}
      >
        Edit <Key name="e" />
      </button>
      <button
        type="button"
        aria-pressed={mode === 'reject'}
        onClick={() => {
          on.onMode(mode === 'reject' ? 'plain' : 'reject')
        }}
      >
        Reject <Key name="r" />
      </button>
      {alike > 1 && !decision && (
        <button
          type="button"
          onClick={() => {
            on.onReject('', true)
          }}
        >
          Reject all {alike} alike <Key name="R" />
        </button>
      )}
      <button type="button" onClick={on.onVerify}>
        Right as it stands <Key name="v" />
      </button>
    </div>
  )
}
