import { overlaps, textOf } from '../../text/spans.js'
import type { Swap } from './swaps.js'
import { right, wrong, type SwapWeights } from './swap-weights.js'

/** A swap with the probabilities that its words are wrong, and that what is said is right where they are. */
export interface JudgedSwap {
  readonly swap: Swap
  readonly wrong: number
  readonly right: number
}

/** Probability from which on words are reported. */
const least = 0.62

/** Share of the probability of words that goes over to the same words elsewhere, and from which of their own on. */
const carried = 0.85
const doubtful = 0.3

/**
 * The likeliest swap of each place; each word of the interpretation is used once. What is wrong in one passage is
 * doubted in the others.
 */
export function judgeSwaps(text: string, swaps: readonly Swap[]): JudgedSwap[] {
  const all = swaps.map((swap) => ({
    swap,
    heard: textOf(text, swap).toLowerCase(),
    wrong: probability(wrong, swap),
    right: probability(right, swap),
  }))
  const highest = new Map<string, number>()
  for (const { heard, wrong } of all) highest.set(heard, Math.max(wrong, highest.get(heard) ?? 0))
  const judged = all
    .map(({ swap, heard, wrong, right }) => ({
      swap,
      wrong: wrong < doubtful ? wrong : Math.max(wrong, carried * highest.get(heard)!),
      right,
    }))
    .filter((each) => each.wrong >= least)
    .toSorted((a, b) => meritOf(b) - meritOf(a) || a.swap.start - b.swap.start)
  const kept: JudgedSwap[] = []
  for (const each of judged) {
    const isFree = kept.every(
      ({ swap }) => !overlaps(swap, each.swap) && !overlaps(swap.partner, each.swap.partner),
    )
    if (isFree) kept.push(each)
  }
  return kept
}

const meritOf = ({ wrong, right }: JudgedSwap): number => wrong * Math.sqrt(right)

function probability({ weights, bias }: SwapWeights, { features }: Swap): number {
  const logOdds = features.reduce((sum, value, at) => sum + weights[at]! * value, bias)
  return 1 / (1 + Math.exp(-logOdds))
}
