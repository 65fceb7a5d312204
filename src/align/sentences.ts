import type { Band } from '../similarity/likelihood.js'
import type { Pairing } from './lattice.js'

/** A sentence of more units is a run-on that nobody compares as a whole. */
const longest = 4
/** Beads do not grow beyond this many units of one side. */
const most = 8

/**
 * Joins neighbouring pairings that share a sentence on either side, so that beads hold whole
 * sentences: clauses find the right partners, sentences are what a person compares. The score is
 * that of the weakest part.
 */
export function joinSentences(
  pairings: readonly Pairing[],
  rowSentences: readonly number[],
  columnSentences: readonly number[],
): Pairing[] {
  const joined: Pairing[] = []
  for (const pairing of pairings) {
    const last = joined.at(-1)
    const shared =
      last &&
      (shareSentence(last.rows, pairing.rows, rowSentences) ||
        shareSentence(last.columns, pairing.columns, columnSentences))
    if (last && shared && fits(last.rows, pairing.rows) && fits(last.columns, pairing.columns)) {
      joined[joined.length - 1] = {
        rows: { from: last.rows.from, to: pairing.rows.to },
        columns: { from: last.columns.from, to: pairing.columns.to },
        score: Math.min(last.score, pairing.score),
      }
    } else joined.push(pairing)
  }
  return joined
}

function shareSentence(before: Band, after: Band, sentences: readonly number[]): boolean {
  if (before.to === before.from || after.to === after.from) return false
  const sentence = sentences[after.from]
  if (sentences[before.to - 1] !== sentence) return false
  let from = after.from
  let to = after.from
  while (sentences[from - 1] === sentence) from--
  while (sentences[to] === sentence) to++
  return to - from <= longest
}

const fits = (before: Band, after: Band): boolean => after.to - before.from <= most
