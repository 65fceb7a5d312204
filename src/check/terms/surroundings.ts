import type { Run } from './runs.js'

/** How calls would say the words around a stretch, itself left out. */
export interface Surroundings {
  /** Log10 of the mean probability of a word. */
  readonly mean: number
  /** Share of the words that are very odd in their place. */
  readonly odd: number
}

/** Runs before and after that count as around. */
const reach = 8
/** Words after a stretch that are as odd as it makes them. */
const shadow = 3
/** Log10 of the probability below which a word is very odd; of the least that counts. */
const veryOdd = -4
const least = -5
/** Where nothing is around. */
const usual: Surroundings = { mean: -2, odd: 0 }

/** Tells how odd the speech around a stretch is: where much is misheard, more is. */
export function surroundingsIn(
  runs: readonly Run[],
): (stretch: { readonly run: Run; readonly from: number; readonly to: number }) => Surroundings {
  const indexes = new Map(runs.map((run, index) => [run, index]))
  const before: Total[] = [{ sum: 0, odd: 0, words: 0 }]
  for (const run of runs) before.push(plus(before.at(-1)!, totalOf(run.probabilities, 0, run.words.length)))
  return ({ run, from, to }) => {
    const index = indexes.get(run)!
    const whole = minus(
      before[Math.min(runs.length, index + reach + 1)]!,
      before[Math.max(0, index - reach)]!,
    )
    const { sum, odd, words } = minus(whole, totalOf(run.probabilities, from, to + shadow))
    return words > 0 ? { mean: sum / words, odd: odd / words } : usual
  }
}

interface Total {
  readonly sum: number
  readonly odd: number
  readonly words: number
}

function totalOf(probabilities: Float32Array, from: number, to: number): Total {
  let sum = 0
  let odd = 0
  const end = Math.min(to, probabilities.length)
  for (let at = from; at < end; at++) {
    sum += Math.max(least, probabilities[at]!)
    if (probabilities[at]! < veryOdd) odd++
  }
  return { sum, odd, words: end - from }
}

const plus = (a: Total, b: Total): Total => ({
  sum: a.sum + b.sum,
  odd: a.odd + b.odd,
  words: a.words + b.words,
})

const minus = (a: Total, b: Total): Total => ({
  sum: a.sum - b.sum,
  odd: a.odd - b.odd,
  words: a.words - b.words,
})
