import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Span } from '../../types.js'
import type { CallView, FindingView, Settled } from '../view.js'
import type { Review } from './use-review.js'
import { EvidenceItem, percent } from './evidence.js'
import { Key } from './key.js'
import { Spoken } from './words.js'
import { ORIGIN_NAMES } from './rows.js'

interface CardProps {
  readonly view: CallView
  readonly finding: FindingView
  readonly review: Review
  readonly onVisit: (span: Span) => void
}

/** The finding at work: what is wrong, what proves it, what can be done. */
export function Card({ view, finding, review, onVisit }: CardProps): VNode {
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
      <h2 id="card-message">
        <Spoken words={message} />
      </h2>
      {review.decision && <Verdict decision={review.decision} onReopen={review.reopen} />}
      {review.mode === 'reject' ? (
        <RejectForm review={review} />
      ) : (
        <Suggestions finding={finding} review={review} />
      )}
      <Buttons finding={finding} review={review} />
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

function Suggestions({ finding, review }: Pick<CardProps, 'finding' | 'review'>): VNode {
  const { mode } = review
  const { suggestions, text } = finding
  return (
    <>
      <ol class="suggestions">
        {suggestions.slice(0, 9).map((suggestion, index) => (
          <li key={suggestion.text}>
            <button
              type="button"
              onClick={() => {
                review.accept(suggestion.text)
              }}
            >
              <Key name={String(index + 1)} />
              <span class="change">
                <del>{text}</del> →{' '}
                {suggestion.text === '' ? (
                  <em>delete</em>
                ) : (
                  <ins>
                    <Spoken words={suggestion.text} />
                  </ins>
                )}
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
          onSave={review.edit}
          onCancel={() => {
            review.setMode('plain')
          }}
        />
      )}
    </>
  )
}

const REASONS = ['said so', 'not an error', 'a matter of style', 'cannot be decided here']

function RejectForm({ review }: { review: Review }): VNode {
  return (
    <div class="reasons" role="group" aria-label="Reason for the rejection">
      {REASONS.map((reason, index) => (
        <button
          key={reason}
          type="button"
          onClick={() => {
            review.reject(reason)
          }}
        >
          <Key name={String(index + 1)} /> {reason}
        </button>
      ))}
      <WordsField
        label="Another reason, or none"
        initial=""
        button="Reject"
        onSave={review.reject}
        onKey={(key) => {
          const reason = REASONS[Number(key) - 1]
          if (reason !== undefined) review.reject(reason)
          return reason !== undefined
        }}
        onCancel={() => {
          review.setMode('plain')
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
  useLayoutEffect(() => {
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

function Buttons({ finding, review }: Pick<CardProps, 'finding' | 'review'>): VNode {
  const { alike, mode, decision } = review
  return (
    <div class="buttons">
      {finding.suggestions.length > 0 && (
        <button
          type="button"
          class="main"
          onClick={() => {
            review.accept()
          }}
        >
          Accept <Key name="a" />
        </button>
      )}
      {finding.suggestions.length > 0 && alike > 1 && !decision && (
        <button
          type="button"
          onClick={() => {
            review.accept(undefined, true)
          }}
        >
          Accept all {alike} alike <Key name="A" />
        </button>
      )}
      <button
        type="button"
        aria-pressed={mode === 'edit'}
        onClick={() => {
          review.setMode(mode === 'edit' ? 'plain' : 'edit')
        }}
      >
        Edit <Key name="e" />
      </button>
      <button
        type="button"
        aria-pressed={mode === 'reject'}
        onClick={() => {
          review.setMode(mode === 'reject' ? 'plain' : 'reject')
        }}
      >
        Reject <Key name="r" />
      </button>
      {alike > 1 && !decision && (
        <button
          type="button"
          onClick={() => {
            review.reject('', true)
          }}
        >
          Reject all {alike} alike <Key name="R" />
        </button>
      )}
      <button type="button" onClick={review.verify}>
        Right as it stands <Key name="v" />
      </button>
    </div>
  )
}
