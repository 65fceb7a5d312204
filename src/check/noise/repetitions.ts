import type { Stretch, Unit } from './units.js'

/** Units that are `copies` times the first `period` of them. */
export interface Repetition extends Stretch {
  readonly period: number
  readonly copies: number
}

/** The longest phrase, in units, whose repetition is looked for. */
const longestPeriod = 40

/**
 * Every maximal stretch that says one phrase at least twice in a row, by its shortest period; by period, then
 * in order. An incomplete last copy is not counted. Time grows with the number of units.
 */
export function repetitionsOf(units: readonly Unit[]): Repetition[] {
  const numbers = new Map<string, number>()
  const ids = Int32Array.from(units, ({ form }) => {
    const known = numbers.get(form) ?? numbers.size
    numbers.set(form, known)
    return known
  })
  const found: Repetition[] = []
  for (let period = 1; period <= longestPeriod && 2 * period <= ids.length; period++) {
    let run = 0
    for (let index = period; index <= ids.length; index++) {
      if (index < ids.length && ids[index] === ids[index - period]) run++
      else {
        if (run >= period) {
          const copies = Math.floor(run / period) + 1
          const from = index - run - period
          if (isPrimitive(ids, from, period)) found.push({ from, to: from + copies * period, period, copies })
        }
        run = 0
      }
    }
  }
  return found
}

/** Whether the phrase is not itself a repetition of a shorter one. */
function isPrimitive(ids: Int32Array, from: number, period: number): boolean {
  for (let shorter = 1; 2 * shorter <= period; shorter++) {
    if (period % shorter !== 0) continue
    let index = shorter
    while (index < period && ids[from + index] === ids[from + index - shorter]) index++
    if (index === period) return false
  }
  return true
}
