import { isStopWord } from '../../text/stop-words.js'
import type { Run } from './runs.js'

/** What makes words odd. */
export interface Gates {
  /** Log10 of the probability below which a word is odd in its place; of two that follow one another. */
  readonly odd: number
  readonly oddInside: number
  /** Log10 of the mean probability up to which words are slightly, and very odd together. */
  readonly slightlyOdd: number
  readonly veryOdd: number
  readonly oddTriple: number
  /** Log10 of the probability below which a word of grammar is looked at. */
  readonly oddGrammar: number
}

export const usualGates: Gates = {
  odd: -3.1,
  oddInside: -2.5,
  slightlyOdd: -1.6,
  veryOdd: -2.6,
  oddTriple: -3.4,
  oddGrammar: -Infinity,
}

export const rawGates: Gates = {
  odd: -2.8,
  oddInside: -1.4,
  slightlyOdd: -1.3,
  veryOdd: -2.3,
  oddTriple: -2.5,
  oddGrammar: -3.4,
}

/** How little calls say a stretch of words, and the word after it, in their place. */
export function oddnessOf(
  { words, probabilities }: Run,
  from: number,
  to: number,
  { odd, oddInside, slightlyOdd, veryOdd, oddTriple, oddGrammar }: Gates,
): 'none' | 'slight' | 'great' {
  if (to - from === 1 && probabilities[from]! >= oddGrammar && isStopWord(words[from]!.word)) return 'none'
  let least = 0
  let inside = 0
  const end = Math.min(to + 1, words.length)
  for (let at = from; at < end; at++) {
    least = Math.min(least, probabilities[at]!)
    if (at > from && at < to) inside = Math.min(inside, probabilities[at]!)
  }
  if (to - from > 1 && inside > oddInside) return 'none'
  const mean = sum(probabilities, from, end) / (end - from)
  if (least <= odd && mean <= (to - from > 2 ? oddTriple : veryOdd)) return 'great'
  return mean <= slightlyOdd ? 'slight' : 'none'
}

/** Whether several words are letters, as of initials cut up ("M and a", "DS O"). */
export function isSpelled({ words, capitals }: Run, from: number, to: number): boolean {
  if (to - from < 2 || !capitals[from]) return false
  for (let at = from; at < to; at++) {
    const { word } = words[at]!
    const joins = at > from && at < to - 1 && word === 'and'
    if (!joins && !/^(?:[a-z]|[^aeiou<]{2,3})$/u.test(word)) return false
  }
  return true
}

/** Of the values at `from` up to `to`, as far as there are any. */
export function sum(values: Float32Array, from: number, to: number): number {
  let total = 0
  for (let at = from; at < Math.min(to, values.length); at++) total += values[at]!
  return total
}
