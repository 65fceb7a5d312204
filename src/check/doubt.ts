import { textOf } from '../text/spans.js'
import type { Category, Span, Timed } from '../types.js'
import type { Draft } from './unite.js'
import { firstIndex } from '../text/bisect.js'

/**
 * Findings about words that the recogniser was unsure of say so in their evidence, where it gave confidences with its
 * words. Their own confidence stays: recognisers' figures are not comparable with one another.
 */
export function withDoubt(
  text: string,
  timed: readonly Timed[] | undefined,
  drafts: readonly Draft[],
): Draft[] {
  if (!timed?.some(({ confidence }) => confidence !== undefined)) return [...drafts]
  return drafts.map((draft) => {
    const word = OF_WORDS.has(draft.category) ? leastSure(timed, draft) : undefined
    if (word?.confidence === undefined || word.confidence >= UNSURE) return draft
    const note = `the recogniser was ${Math.round(100 * word.confidence)} % sure of "${textOf(text, word).trim()}"`
    return { ...draft, evidence: [...draft.evidence, { kind: 'structure', note }] }
  })
}

/** Recognisers give most words more than 0.9, whatever the scale. */
const UNSURE = 0.6

const OF_WORDS: ReadonlySet<Category> = new Set(['entity', 'term', 'boilerplate', 'number', 'homophone'])

function leastSure(timed: readonly Timed[], span: Span): Timed | undefined {
  let least: Timed | undefined
  for (let index = firstIndex(timed, ({ end }) => end > span.start); index < timed.length; index++) {
    const word = timed[index]!
    if (word.start >= span.end) break
    if (word.confidence !== undefined && word.confidence < (least?.confidence ?? 1)) least = word
  }
  return least
}
