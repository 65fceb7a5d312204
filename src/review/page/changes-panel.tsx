import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { diffWords } from '../../correct/diff.js'
import { applyEdits } from '../../text/edits.js'
import type { Edit, Span } from '../../types.js'
import type { CallView } from '../view.js'
import { within } from './chunks.js'

interface Passage extends Span {
  readonly after: string
}

/** Before and after, paragraph by paragraph, where something was changed. */
export function ChangesPanel({ view, onVisit }: { view: CallView; onVisit: (span: Span) => void }): VNode {
  const passages = useMemo(() => changedPassages(view), [view])
  const { edits } = view.decisions
  return (
    <section class="panel" aria-label="Changes">
      <p class="quiet">
        {edits.length === 0
          ? 'Nothing is changed yet. Accepted findings and corrections by hand are shown here, before and after.'
          : `${edits.length} changes in ${passages.length} paragraphs of the clean transcript.`}
      </p>
      {passages.map((passage) => (
        <Changed key={passage.start} view={view} passage={passage} onVisit={onVisit} />
      ))}
    </section>
  )
}

function Changed({
  view,
  passage,
  onVisit,
}: {
  view: CallView
  passage: Passage
  onVisit: (span: Span) => void
}): VNode {
  const before = view.text.slice(passage.start, passage.end)
  const { after } = passage
  const changes = useMemo(() => diffWords(before, after), [before, after])
  const [left, right]: [(string | VNode)[], (string | VNode)[]] = [[], []]
  let [from, to] = [0, 0]
  changes.forEach((change, index) => {
    const { kind, before: old, after: young } = change
    left.push(before.slice(from, old.start))
    right.push(after.slice(to, young.start))
    const [gone, come] = [before.slice(old.start, old.end), after.slice(young.start, young.end)]
    left.push(kind === 'same' || gone === '' ? gone : <del key={index}>{gone}</del>)
    right.push(kind === 'same' || come === '' ? come : <ins key={index}>{come}</ins>)
    ;[from, to] = [old.end, young.end]
  })
  return (
    <div class="changed">
      <button
        type="button"
        class="link"
        onClick={() => {
          onVisit({ start: passage.start, end: passage.start + 1 })
        }}
      >
        Go there
      </button>
      <div class="both">
        <p>
          <span class="hidden">Before: </span>
          {left}
          {before.slice(from)}
        </p>
        <p>
          <span class="hidden">After: </span>
          {right}
          {after.slice(to)}
        </p>
      </div>
    </div>
  )
}

/** Sentences about each edit, joined where they touch, with the edits in place. */
function changedPassages({ text, decisions: { edits } }: CallView): Passage[] {
  const spans: Span[] = []
  for (const edit of edits) {
    const span = sentenceAbout(text, edit)
    const last = spans.at(-1)
    if (last && span.start <= last.end)
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else spans.push(span)
  }
  return spans.map((span) => {
    const own: Edit[] = within(edits, span).map(({ start, end, insert }) => {
      return { start: start - span.start, end: end - span.start, insert }
    })
    return { ...span, after: applyEdits(text.slice(span.start, span.end), own) }
  })
}

const REACH = 240

function sentenceAbout(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - REACH), start)
  const after = text.slice(end, end + REACH)
  const opening =
    Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ') + 1, before.lastIndexOf('。')) + 1
  const closing = /[.?!](?=\s)|[。？！]|\n/u.exec(after)
  return {
    start: start - before.length + opening,
    end: end + (closing ? closing.index + (closing[0] === '\n' ? 0 : 1) : after.length),
  }
}
