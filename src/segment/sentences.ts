import { textOf } from '../text/spans.js'
import type { Token } from '../text/tokens.js'
import { BEFORE_FIGURE, CONNECTING, ENDING, TITLES } from './abbreviations.js'
import { CLAUSE, mark, SENTENCE, touches, type Marks } from './marks.js'
import { opensSentence, wordForm } from './openers.js'

/**
 * Marks what follows a stop: a sentence, or only a clause where a lower-case word follows, since recognisers
 * put full stops too early. Closing quotes and brackets stay with the stop.
 */
export function markStops(text: string, tokens: readonly Token[], marks: Marks): void {
  const cased = tokens.some((token) => token.kind === 'word' && startsWithCapital(textOf(text, token)))
  let index = 0
  while (index < tokens.length) {
    const end = endOfStop(text, tokens, index)
    if (end > index) {
      const next = pastClosers(text, tokens, end)
      if (next < tokens.length && ends(text, tokens, marks, index, next))
        mark(marks, next, cased && startsLow(textOf(text, tokens[next]!)) ? CLAUSE : SENTENCE)
      index = next
    } else {
      if (isDotted(text, tokens[index]!) && opensAfterAbbreviation(text, tokens, index))
        mark(marks, index + 1, SENTENCE)
      index++
    }
  }
}

/** Whether the text of the tokens ends in a stop. */
export function endsInStop(text: string, tokens: readonly Token[]): boolean {
  let last = tokens.length - 1
  while (last >= 0 && CLOSERS.has(textOf(text, tokens[last]!))) last--
  return last >= 0 && STOP.test(textOf(text, tokens[last]!))
}

const STOP = /^(?:[.!?…。！？．｡‼⁇⁈⁉]|\.{2,}|…+)$/u
const CLOSERS: ReadonlySet<string> = new Set([
  '"',
  "'",
  '”',
  '’',
  '»',
  ')',
  ']',
  '）',
  '】',
  '」',
  '』',
  '》',
])

const startsWithCapital = (word: string): boolean => /^\p{Lu}/u.test(word)
/** Lower case, unless a capital follows as in iPhone. */
const startsLow = (word: string): boolean => /^\p{Ll}(?!\p{Lu})/u.test(word)
const isDotted = (text: string, token: Token): boolean => token.kind === 'word' && text[token.end - 1] === '.'

/** Past the stops from `index` on ("?!", ". . ."); `index` itself where none stands. */
function endOfStop(text: string, tokens: readonly Token[], index: number): number {
  let end = index
  while (end < tokens.length && tokens[end]!.kind === 'punctuation' && STOP.test(textOf(text, tokens[end]!)))
    end++
  return end
}

function pastClosers(text: string, tokens: readonly Token[], index: number): number {
  let next = index
  while (touches(tokens, next) && CLOSERS.has(textOf(text, tokens[next]!))) next++
  return next
}

/** Whether the stop at `stop` ends something before the token at `next`. */
function ends(text: string, tokens: readonly Token[], marks: Marks, stop: number, next: number): boolean {
  const isFullStop = next === stop + 1 && text[tokens[stop]!.start] === '.'
  const before = tokens[stop - 1]
  if (!isFullStop || !before || before.kind === 'han') return true
  const word = textOf(text, tokens[next]!)
  if (touches(tokens, next)) return tokens[next]!.kind === 'han' || /^\p{Lu}\p{Ll}/u.test(word)
  if (!touches(tokens, stop)) return true
  if (before.kind === 'number') return stop > 1 && marks[stop - 1] === 0
  return before.kind !== 'word' || endsAfterWord(text, tokens, stop - 1, next)
}

function endsAfterWord(text: string, tokens: readonly Token[], before: number, next: number): boolean {
  const word = textOf(text, tokens[before]!)
  const form = wordForm(word)
  const isInitial = /^\p{Lu}$/u.test(word) && word !== 'I'
  if (isInitial || ENDING.has(form)) return opensAfterAbbreviation(text, tokens, next - 1)
  if (TITLES.has(form) || CONNECTING.has(form)) return !startsWithCapital(word) && TITLES.has(form)
  if (BEFORE_FIGURE.has(form)) return tokens[next]!.kind !== 'number'
  return true
}

/** Whether the token after `index` begins a new sentence although an abbreviation stands before it. */
function opensAfterAbbreviation(text: string, tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  if (next?.kind !== 'word' || CONNECTING.has(wordForm(textOf(text, tokens[index]!)).replace(/\.$/, '')))
    return false
  const word = textOf(text, next)
  return word.length > 1 && startsWithCapital(word) && opensSentence(wordForm(word))
}
