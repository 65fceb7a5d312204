import type { VNode } from 'preact'
import type { Evidence, Span } from '../../types.js'
import type { CallView } from '../view.js'

interface EvidenceProps {
  readonly view: CallView
  readonly evidence: Evidence
  readonly onVisit: (span: Span) => void
}

/** What proves a finding, laid out for a reader to check. */
export function EvidenceItem({ view, evidence, onVisit }: EvidenceProps): VNode {
  const { kind } = evidence
  switch (kind) {
    case 'arithmetic':
      return (
        <Item kind="arithmetic" title="Arithmetic">
          <span class="formula">
            {evidence.expression.replaceAll(' - ', ' − ').replaceAll('*', '×').replaceAll('/', '÷')}
            {' = '}
            <strong>{plainNumber(evidence.computed)}</strong>
            {isShare(evidence) && ` (${percent(evidence.computed)})`}
          </span>
          <span class="aside">
            stated: {plainNumber(evidence.stated)}
            {isShare(evidence) && ` (${percent(evidence.stated)})`}
          </span>
        </Item>
      )
    case 'aligned':
      return <Place title="Aligned words" {...{ view, evidence, onVisit }} />
    case 'mention':
      return <Place title="Also said" {...{ view, evidence, onVisit }} />
    case 'sound':
      return (
        <Item kind={kind} title="Sound">
          <span>
            “{evidence.heard}” sounds like “{evidence.said}”
          </span>
          <span class="aside">
            distance {evidence.distance.toFixed(2)}
            {evidence.odds !== undefined && `, ${oddsWords(evidence.odds)}`}
          </span>
        </Item>
      )
    case 'wording':
      return (
        <Item kind={kind} title="Usual wording">
          <q>{evidence.expected}</q>
          <span class="aside">{evidence.source}</span>
        </Item>
      )
    case 'reference':
      return (
        <Item kind={kind} title={evidence.document}>
          <q>{evidence.quote}</q>
        </Item>
      )
    case 'pinyin':
      return (
        <Item kind={kind} title="Pinyin">
          <span>{evidence.pinyin}</span>
          <span class="aside">{evidence.note}</span>
        </Item>
      )
    case 'structure':
      return (
        <Item kind={kind} title="The call">
          <span>{evidence.note}</span>
        </Item>
      )
  }
}

type Placed = Extract<Evidence, Span>

function Place({
  title,
  view,
  evidence,
  onVisit,
}: {
  title: string
  view: CallView
  evidence: Placed
  onVisit: (span: Span) => void
}): VNode {
  const { text } = view
  const { start, end, note } = evidence
  const before = /[^\n]{0,42}$/u.exec(text.slice(Math.max(0, start - 42), start))![0]
  const after = /^[^\n]{0,42}/u.exec(text.slice(end, end + 42))![0]
  return (
    <Item kind={evidence.kind} title={title}>
      <button
        type="button"
        class="place"
        onClick={() => {
          onVisit({ start, end })
        }}
      >
        …{before}
        <mark>{text.slice(start, end)}</mark>
        {after}…
      </button>
      <span class="aside">{note}</span>
    </Item>
  )
}

function Item({
  kind,
  title,
  children,
}: {
  kind: string
  title: string
  children: preact.ComponentChildren
}) {
  return (
    <li class={`evidence ${kind}`}>
      <span class="title">{title}</span>
      <span class="body">{children}</span>
    </li>
  )
}

/** Changes, margins and shares are computed as parts of one. */
function isShare({ computed, stated }: { computed: number; stated: number }): boolean {
  return Math.abs(computed) < 10 && Math.abs(stated) < 10
}

export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`
}

function plainNumber(value: number): string {
  return Number(value.toPrecision(6)).toLocaleString('en', { maximumFractionDigits: 6 })
}

function oddsWords(odds: number): string {
  const times = odds >= 1 ? odds : 1 / odds
  const words = times > 10_000 ? 'over 10,000' : Number(times.toPrecision(2)).toLocaleString('en')
  return `${words} times ${odds >= 1 ? 'likelier' : 'less likely'} here`
}
