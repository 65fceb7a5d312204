import { test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { tieOut } from '../../src/check/numbers/report/tie-out.js'
import { viewOf } from '../../src/review/call-view.js'
import { partsOf } from '../../src/review/page/rows.js'
import { planOf, replay } from '../../src/review/replay.js'
import type { CallView } from '../../src/review/view.js'
import { applyEdits } from '../../src/text/edits.js'
import {
  afresh,
  backTo,
  base,
  call,
  checks,
  decisions,
  play,
  someMoves,
  source,
  text,
  type Move,
} from './editor.js'

const untouched = call.view()
const runs = { numRuns: 60 }

describe('any review', () => {
  test.prop([someMoves], runs)('is what its decisions file makes of the transcript', (moves) => {
    afresh()
    play(moves)
    expect(replayed()).toEqual(call.view())
  })

  test.prop([someMoves], runs)(
    'taken back is the transcript untouched, and done again the review',
    (moves) => {
      afresh()
      play(moves)
      backTo('redo')
      const before = shown(call.view())
      backTo('undo')
      expect(shown(call.view())).toEqual(shown(untouched))
      expect(corrected()).toBe(text)
      backTo('redo')
      expect(shown(call.view())).toEqual(before)
    },
  )

  test.prop([someMoves], runs)('shows every word of the turns once', (moves) => {
    afresh()
    play(moves)
    expect(wordsShown(call.view())).toBe(wordsShown(untouched))
  })

  test.prop([someMoves], runs)(
    'with every finding rejected changes what was changed by hand only',
    (moves) => {
      afresh()
      play(moves.filter(({ what }) => !BY_HAND.includes(what)))
      call.take({ type: 'settle', ids: call.view().findings.map(({ id }) => id), verdict: 'rejected' })
      expect(corrected()).toBe(text)
    },
  )
})

const BY_HAND: readonly Move['what'][] = ['correct', 'rename', 'merge', 'speaker']

const corrected = (): string => applyEdits(text, call.view().decisions.edits)

const wordsShown = ({ rows }: CallView): string =>
  rows
    .flatMap(partsOf)
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end))
    .join('')
    .replace(/\s/gu, '')

/** What the page shows of the call as its decisions file alone tells it. */
function replayed(): CallView {
  const { doc, findings, ...reviewed } = replay(base, decisions.entries(), checks)
  const { warnings, undo, redo } = call.view().decisions
  return viewOf({
    ...source,
    doc,
    findings,
    figures: tieOut(doc, findings, checks.house),
    revision: decisions.revision(),
    decisions: {
      settled: Object.fromEntries(reviewed.settled),
      corrections: reviewed.corrections,
      edits: planOf({ doc, findings, ...reviewed }, 'none').edits,
      warnings,
      ...(undo === undefined ? {} : { undo }),
      ...(redo === undefined ? {} : { redo }),
    },
  })
}

/** The view without what tells of the way there. */
function shown(view: CallView): unknown {
  return { ...view, revision: '', decisions: { ...view.decisions, undo: '', redo: '' } }
}
