import { textOf } from '../text/spans.js'
import type { Token } from '../text/tokens.js'
import { hanStrength } from './han.js'
import { CLAUSE, mark, pieces, SENTENCE, type Marks } from './marks.js'
import { isBinding, wordForm } from './openers.js'

/** Weights, as in clauses.ts: 40 words or 80 Han characters, 20 and 10 words. */
const MOST = 80
const WANTED = 40
const LEAST = 20

/** Cuts what is still longer than 40 words (speech without punctuation) before the best clause opener. */
export function markLengths(
  text: string,
  tokens: readonly Token[],
  marks: Marks,
  weights: Float64Array,
): void {
  for (const [from, to] of pieces(marks)) {
    let start = from
    while (weights[to]! - weights[start]! > MOST) {
      const { index, opens } = bestBorder(text, tokens, weights, start, to)
      if (index >= to) break
      mark(marks, index, opens ? SENTENCE : CLAUSE)
      start = index
    }
  }
}

interface Best {
  readonly index: number
  /** Whether a sentence may well begin there. */
  readonly opens: boolean
}

function bestBorder(
  text: string,
  tokens: readonly Token[],
  weights: Float64Array,
  start: number,
  to: number,
): Best {
  let best: Best | undefined
  let bestScore = -Infinity
  let index = start + 1
  for (; index < to && weights[index]! - weights[start]! <= MOST; index++) {
    const left = weights[index]! - weights[start]!
    if (left < LEAST || weights[to]! - weights[index]! < LEAST / 2) continue
    const strength = strengthAt(text, tokens, index)
    const score = strength * 10 - Math.abs(left - WANTED) / 2
    if (score <= bestScore) continue
    bestScore = score
    best = { index, opens: strength >= OPENS }
  }
  return best ?? { index, opens: false }
}

const OPENS = 4

/** How readily a clause begins at the token: 4 a sentence may, 3 … 1 a clause, 0 hardly. */
function strengthAt(text: string, tokens: readonly Token[], index: number): number {
  const token = tokens[index]!
  const before = wordForm(textOf(text, tokens[index - 1]!))
  if (token.kind === 'punctuation') return -1
  if (/^[,，、]$/.test(before)) return 3
  if (token.kind === 'han') return hanStrength(text, tokens, index)
  if (token.kind !== 'word' || isBinding(before)) return -1
  const word = wordForm(textOf(text, token))
  const next = tokens[index + 1] ? wordForm(textOf(text, tokens[index + 1]!)) : ''
  if (LEADS.has(word)) return SUBJECTS.has(next) ? 4 : word === 'and' || word === 'or' ? 1 : 3
  if (CONNECTIVES.has(word)) return 3
  if (PRONOUNS.has(word)) return LEADS.has(before) || CONNECTIVES.has(before) ? -1 : 2
  return WEAK.has(word) ? 1 : 0
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const LEADS = set('so and but now or')
const CONNECTIVES = set(
  'because which while where when if although however as since whereas whether therefore',
)
const PRONOUNS = set(
  `we i it they he she you this that there we're we've we'll i'm i've i'll it's that's there's they're you're`,
)
/** After "so", "and", "but": a sentence may begin. */
const SUBJECTS = set(
  `${[...PRONOUNS].join(' ')} the our these those my let's again for in with as if when what how`,
)
const WEAK = set('the our these those in for with during on at from through of by to over between including')
