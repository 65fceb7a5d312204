import type { Reading } from './readings.js'
import type { Run } from './runs.js'

/** Of readings that share a word the likeliest. */
export function onePerPlace<T extends { readonly reading: Reading; readonly logOdds: number }>(
  scored: readonly T[],
): T[] {
  const taken = new Map<Run, Set<number>>()
  return scored
    .toSorted((a, b) => b.logOdds - a.logOdds)
    .filter(({ reading: { run, from, to } }) => {
      const words = taken.get(run) ?? new Set()
      for (let at = from; at < to; at++) if (words.has(at)) return false
      for (let at = from; at < to; at++) words.add(at)
      taken.set(run, words)
      return true
    })
}
