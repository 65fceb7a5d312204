import type { Order, Table } from './table.js'

/** A back-off model: probabilities of the n-grams, and what each leaves to the words not seen after it. */
export interface Estimate extends Table {
  /** `probability[n - 1][index]`. */
  readonly probability: readonly Float64Array[]
  /** `backOff[n - 1][index]`: times the probability one order down, where the longer n-gram is not kept. */
  readonly backOff: readonly Float64Array[]
}

/**
 * Absolute discounting in Katz's back-off form (Katz 1987; Ney, Essen & Kneser 1994), which bears pruned
 * counts better than Kneser–Ney (Chelba et al. 2010). Each source is estimated alone; they are mixed for each
 * context in proportion to how often each saw it (count merging, Bacchiani et al. 2006). `weights[source]` is
 * what one of its words counts; `discount`, taken from each count, is over 0 and below the least count kept.
 */
export function estimate(table: Table, weights: readonly number[], discount: number): Estimate {
  const probability = [wordProbabilities(table.orders[0]!, weights)]
  const backOff: Float64Array[] = []
  for (let length = 2; length <= table.orders.length; length++) {
    const [lower, order] = table.orders.slice(length - 2, length) as [Order, Order]
    const made = nextOrder(order, lower, probability[length - 2]!, weights, discount)
    probability.push(made.probability)
    backOff.push(made.backOff)
  }
  backOff.push(new Float64Array(table.orders.at(-1)!.size).fill(1))
  return { ...table, probability, backOff }
}

/** The unknown word, id 0, is held to be as likely as a word that stood once in a source of weight 1. */
function wordProbabilities({ size, counts }: Order, weights: readonly number[]): Float64Array {
  const result = new Float64Array(size)
  result[0] = 1
  counts.forEach((list, source) => {
    for (let id = 1; id < size; id++) result[id]! += weights[source]! * list[id]!
  })
  const total = result.reduce((sum, count) => sum + count, 0)
  return result.map((count) => count / total)
}

function nextOrder(
  order: Order,
  lower: Order,
  below: Float64Array,
  weights: readonly number[],
  discount: number,
) {
  const probability = new Float64Array(order.size)
  const backOff = new Float64Array(lower.size)
  const whole = new Float64Array(lower.size)
  const left = order.counts.map((counts, source) =>
    leftOver(counts, lower.counts[source]!, order, below, discount),
  )
  weights.forEach((weight, source) => {
    for (let context = 0; context < lower.size; context++) {
      const total = weight * lower.counts[source]![context]!
      whole[context]! += total
      backOff[context]! += total * left[source]![context]!
    }
  })
  for (let context = 0; context < lower.size; context++) {
    backOff[context] = whole[context]! > 0 ? backOff[context]! / whole[context]! : 1
  }
  for (let at = 0; at < order.size; at++) {
    const context = order.context[at]!
    for (const [source, weight] of weights.entries()) {
      const count = order.counts[source]![at]!
      const total = lower.counts[source]![context]!
      const backed = total * left[source]![context]! * below[order.suffix[at]!]!
      probability[at]! += (weight * (count > 0 ? count - discount : backed)) / whole[context]!
    }
  }
  return { probability, backOff }
}

/** What one source leaves, after each context, to the words it did not keep there: a factor on `below`. */
function leftOver(
  counts: Float64Array,
  contexts: Float64Array,
  order: Order,
  below: Float64Array,
  discount: number,
): Float64Array {
  const given = new Float64Array(contexts.length)
  const kept = new Float64Array(contexts.length)
  for (let at = 0; at < order.size; at++) {
    if (counts[at] === 0) continue
    given[order.context[at]!]! += counts[at]! - discount
    kept[order.context[at]!]! += below[order.suffix[at]!]!
  }
  return contexts.map((total, context) =>
    total > 0 ? (1 - given[context]! / total) / (1 - kept[context]!) : 1,
  )
}
