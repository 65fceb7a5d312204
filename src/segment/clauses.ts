import { textOf } from '../text/spans.js'
import type { Token } from '../text/tokens.js'
import { cueAt, GREETING, LEADING } from './cues.js'
import { closesHanClause, opensHanClause } from './han.js'
import { CLAUSE, mark, pieces, SENTENCE, touches, type Marks } from './marks.js'
import { lostStopBefore, wordForm } from './openers.js'

/** Marks lost sentence ends and switch cues; each begins a sentence. */
export function markOpeners(text: string, tokens: readonly Token[], marks: Marks): void {
  let from = 0
  for (let index = 1; index < tokens.length; index++) {
    if (marks[index]! > 0) from = index
    else {
      const start = openerStart(text, tokens, from, index)
      if (start <= from) continue
      mark(marks, start, SENTENCE)
      from = start
    }
  }
}

/** Where what opens at the token begins, with the words that lead into it; 0 where nothing opens. */
function openerStart(text: string, tokens: readonly Token[], from: number, index: number): number {
  if (lostStopBefore(text, tokens, index)) return wordsBetween(tokens, from, index) >= 2 ? index : 0
  if (!cueAt(text, tokens, index)) return 0
  let start = index
  while (start > from && isLeading(text, tokens[start - 1]!)) start--
  while (start < index && tokens[start]!.kind !== 'word') start++
  if (isGreeting(text, tokens, from, start) || isIntroduced(text, tokens, from, start)) return 0
  return start
}

/** "The first one is, can you …", "And secondly, how does …": a few words and a comma lead up to it. */
const isIntroduced = (text: string, tokens: readonly Token[], from: number, start: number): boolean =>
  start - from < 6 &&
  textOf(text, tokens[start - 1]!) === ',' &&
  /^(?:\p{Ll}|I\b)/u.test(textOf(text, tokens[start]!)) &&
  wordsBetween(tokens, from, start) < 5

const isLeading = (text: string, token: Token): boolean =>
  LEADING.has(wordForm(textOf(text, token))) || textOf(text, token) === ','

/** Whether the tokens are but the beginning of a greeting that goes on. */
function isGreeting(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 8) return false
  return tokens
    .slice(from, to)
    .every(
      (token) =>
        token.kind === 'punctuation' || isLeading(text, token) || GREETING.has(wordForm(textOf(text, token))),
    )
}

const wordsBetween = (tokens: readonly Token[], from: number, to: number): number =>
  tokens.slice(from, Math.min(to, from + 8)).filter((token) => token.kind !== 'punctuation').length

/** Marks clauses inside long pieces: at marks, commas, discourse words. */
export function markClauses(
  text: string,
  tokens: readonly Token[],
  marks: Marks,
  weights: Float64Array,
): void {
  for (const [from, to] of pieces(marks)) {
    let start = from
    for (let index = from + 1; index < to; index++) {
      const least = leastWeights(text, tokens, index)
      if (!least || weights[index]! - weights[start]! < least.left) continue
      if (weights[to]! - weights[index]! < least.right) continue
      mark(marks, index, CLAUSE)
      start = index
    }
  }
}

interface Least {
  readonly left: number
  readonly right: number
}

const STRONG_MARK: Least = { left: 6, right: 6 }
const SEMICOLON: Least = { left: 2, right: 2 }
const COMMA: Least = { left: 16, right: 16 }
const HAN_COMMA: Least = { left: 12, right: 12 }
const DISCOURSE: Least = { left: 15, right: 4 }
const AFTER_PARTICLE: Least = { left: 6, right: 4 }
const QUESTION: Least = { left: 12, right: 12 }

/** How heavy both sides must be for a clause to begin at the token; undefined where none may. */
function leastWeights(text: string, tokens: readonly Token[], index: number): Least | undefined {
  const before = tokens[index - 1]!
  if (before.kind === 'punctuation') return afterPunctuation(text, tokens, index)
  if (opensHanClause(text, tokens[index]!)) return DISCOURSE
  if (tokens[index]!.kind === 'han' && closesHanClause(text, before)) return AFTER_PARTICLE
  return beginsQuestion(text, tokens, index) ? QUESTION : undefined
}

function afterPunctuation(text: string, tokens: readonly Token[], index: number): Least | undefined {
  const punctuation = textOf(text, tokens[index - 1]!)
  const isSpaced = !touches(tokens, index)
  if (/^[;；]$/.test(punctuation)) return SEMICOLON
  if (/^(?:—|--+|：)$/.test(punctuation) || (isSpaced && punctuation === ':')) return STRONG_MARK
  // A hyphen that hangs on the word before (mid- and long-term) divides nothing.
  if (/^[–-]$/.test(punctuation) && isSpaced && !touches(tokens, index - 1)) return STRONG_MARK
  if (/^[，､]$/.test(punctuation)) return HAN_COMMA
  if (punctuation !== ',') return undefined
  return tokens[index - 2]?.kind === 'han' || tokens[index]!.kind === 'han'
    ? HAN_COMMA
    : isSpaced
      ? COMMA
      : undefined
}

/** "… and what has been the trend": a second question in one sentence. */
function beginsQuestion(text: string, tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  if (!next || !/^(?:and|but|or|so)$/i.test(textOf(text, tokens[index]!))) return false
  return QUESTION_WORDS.has(wordForm(textOf(text, next)))
}

const QUESTION_WORDS: ReadonlySet<string> = new Set(
  "what what's how how's which why when where whether can could would do does did".split(' '),
)
