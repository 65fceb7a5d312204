import type { ComponentChildren, VNode } from 'preact'
import { memo } from 'preact/compat'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { CallView, FindingView, Settled } from '../view.js'
import { Key } from './key.js'
import { ORIGIN_NAMES } from './rows.js'
import { everything, type Filter } from './queue.js'

export interface QueuePanelProps {
  readonly view: CallView
  readonly queue: readonly FindingView[]
  readonly current: string | undefined
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly onChoose: (finding: FindingView) => void
  /** How many suggestions may be taken unseen. */
  readonly safe: number
  readonly onAcceptSafe: () => void
}

/** As many as are worth drawing, about the one at work. */
const SHOWN = 120

/** The findings to step through, with what narrows and orders them. */
export function QueuePanel(props: QueuePanelProps): VNode {
  const { view, queue, current, filter, onFilter, onChoose, safe } = props
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const at = queue.findIndex(({ id }) => id === current)
  const first = Math.max(0, Math.min(at - SHOWN / 2, queue.length - SHOWN))
  return (
    <section class="queue" aria-label="Findings">
      <Filters view={view} filter={filter} onFilter={onFilter} />
      <p class="count" role="status">
        {queue.length === view.findings.length
          ? `${queue.length} findings`
          : `${queue.length} of ${view.findings.length} findings`}
        {safe > 0 && (
          <button
            type="button"
            class="quiet"
            title="words that stand in every call, never a figure or an amount"
            onClick={props.onAcceptSafe}
          >
            Accept the {safe} safe ones <Key name="S" />
          </button>
        )}
        {!isSame(filter, everything) && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              onFilter(everything)
            }}
          >
            Show all open
          </button>
        )}
      </p>
      {view.decisions.warnings.map((warning) => (
        <p key={warning} class="quiet">
          {warning}
        </p>
      ))}
      {queue.length === 0 && <Empty view={view} />}
      <ol class="findings" ref={list}>
        {queue.slice(first, first + SHOWN).map((finding) => (
          <Item
            key={finding.id}
            finding={finding}
            decision={view.decisions.settled[finding.id]}
            current={finding.id === current}
            onChoose={onChoose}
          />
        ))}
      </ol>
    </section>
  )
}

function Empty({ view }: { view: CallView }): VNode {
  const left = view.findings.filter(({ id }) => !view.decisions.settled[id]).length
  return (
    <p class="nothing">
      {left === 0
        ? 'Everything is settled. Export the clean transcript, or read it once more with Changes.'
        : 'Nothing in this view. Other findings are still open.'}
    </p>
  )
}

interface ItemProps {
  readonly finding: FindingView
  readonly decision: Settled | undefined
  readonly current: boolean
  readonly onChoose: (finding: FindingView) => void
}

const Item = memo(PlainItem, (old, young) => {
  return old.finding === young.finding && old.decision === young.decision && old.current === young.current
})

function PlainItem({ finding, decision, current, onChoose }: ItemProps): VNode {
  const { severity, text, suggestions, category, origin } = finding
  const best = decision?.text ?? suggestions[0]?.text
  return (
    <li>
      <button
        type="button"
        class={`${severity} ${decision?.verdict ?? 'open'}`}
        {...(current ? { 'aria-current': 'true' as const } : {})}
        onClick={() => {
          onChoose(finding)
        }}
      >
        <span class="dot" title={severity} />
        <span class="change">
          {shortened(text)}
          {best !== undefined && (
            <>
              {' → '}
              <b>{best === '' ? 'delete' : shortened(best)}</b>
            </>
          )}
        </span>
        <span class="aside">
          {decision ? decision.verdict : `${severity}, ${category}`} · {ORIGIN_NAMES[origin]}
        </span>
      </button>
    </li>
  )
}

function shortened(words: string): string {
  return words.length > 48 ? `${words.slice(0, 46)}…` : words
}

function Filters({ view, filter, onFilter }: Pick<QueuePanelProps, 'view' | 'filter' | 'onFilter'>): VNode {
  const values = useMemo(() => {
    const distinct = (of: (finding: FindingView) => string): string[] =>
      [...new Set(view.findings.map(of))].toSorted()
    return {
      categories: distinct(({ category }) => category),
      speakers: distinct(({ speaker }) => speaker).filter((name) => name !== ''),
      origins: distinct(({ origin }) => origin),
    }
  }, [view.findings])
  const set = (change: Partial<Filter>): void => {
    onFilter({ ...filter, ...change })
  }
  return (
    <div class="filters" role="search" aria-label="Narrow the findings">
      <Choice
        label="Status"
        value={filter.status}
        onChange={(status) => {
          set({ status: status as Filter['status'] })
        }}
      >
        <option value="open">open</option>
        <option value="settled">settled</option>
        <option value="all">open and settled</option>
      </Choice>
      <Choice
        label="Severity"
        value={filter.severity}
        onChange={(severity) => {
          set({ severity: severity as Filter['severity'] })
        }}
      >
        <option value="all">any severity</option>
        <option value="alarms">errors and warnings</option>
        <option value="error">errors</option>
        <option value="warning">warnings</option>
        <option value="info">notes</option>
      </Choice>
      <Choice
        label="Category"
        value={filter.category}
        onChange={(category) => {
          set({ category: category as Filter['category'] })
        }}
      >
        <option value="all">any category</option>
        {values.categories.map((category) => (
          <option key={category}>{category}</option>
        ))}
      </Choice>
      <Choice
        label="Speaker"
        value={filter.speaker}
        onChange={(speaker) => {
          set({ speaker })
        }}
      >
        <option value="all">any speaker</option>
        {values.speakers.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </Choice>
      <Choice
        label="Origin"
        value={filter.origin}
        onChange={(origin) => {
          set({ origin: origin as Filter['origin'] })
        }}
      >
        <option value="all">any origin</option>
        {values.origins.map((origin) => (
          <option key={origin} value={origin}>
            {ORIGIN_NAMES[origin as keyof typeof ORIGIN_NAMES]}
          </option>
        ))}
      </Choice>
      <Choice
        label="Order"
        value={filter.sort}
        onChange={(sort) => {
          set({ sort: sort as Filter['sort'] })
        }}
      >
        <option value="place">in order of the call</option>
        <option value="severity">gravest first</option>
        <option value="confidence">surest first</option>
        <option value="category">by category</option>
        <option value="alike">alike together</option>
      </Choice>
      <label class="search">
        <span class="hidden">Search findings</span>
        <input
          type="search"
          id="search"
          placeholder="Search findings"
          value={filter.words}
          onInput={(event) => {
            set({ words: event.currentTarget.value })
          }}
        />
      </label>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ComponentChildren
}

function Choice({ label, value, onChange, children }: ChoiceProps): VNode {
  return (
    <label>
      <span class="hidden">{label}</span>
      <select
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value)
        }}
      >
        {children}
      </select>
    </label>
  )
}

function isSame(a: Filter, b: Filter): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
