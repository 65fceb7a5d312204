/** A row to learn from: its values, whether it is so, and how much it counts. */
export interface Observation {
  readonly values: readonly number[]
  readonly isSo: boolean
  readonly weight: number
}

export interface Regression {
  readonly weights: readonly number[]
  readonly bias: number
}

/**
 * Logistic regression with a ridge on the weights of the standardised values, by Newton's method (iteratively
 * reweighted least squares).
 */
export function regress(observations: readonly Observation[], ridge = 3): Regression {
  const size = observations[0]!.values.length
  const scale = Array.from({ length: size }, (_, at) => scaleOf(observations, at))
  const rows = observations.map(({ values }) => [
    ...values.map((value, at) => (value - scale[at]!.mean) / scale[at]!.deviation),
    1,
  ])
  let weights = new Float64Array(size + 1)
  for (let round = 0; round < 30; round++) {
    const step = newtonStep(rows, observations, weights, ridge)
    weights = weights.map((weight, at) => weight - step[at]!)
    if (step.every((value) => Math.abs(value) < 1e-5)) break
  }
  const own = scale.map(({ deviation }, at) => weights[at]! / deviation)
  return {
    weights: own,
    bias: weights[size]! - own.reduce((sum, weight, at) => sum + weight * scale[at]!.mean, 0),
  }
}

/** Log-odds of values. */
export const logOddsOf = ({ weights, bias }: Regression, values: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * values[at]!, bias)

function scaleOf(observations: readonly Observation[], at: number) {
  const mean = observations.reduce((sum, { values }) => sum + values[at]!, 0) / observations.length
  const variance =
    observations.reduce((sum, { values }) => sum + (values[at]! - mean) ** 2, 0) / observations.length
  return { mean, deviation: Math.sqrt(variance) + 1e-9 }
}

function newtonStep(
  rows: readonly (readonly number[])[],
  observations: readonly Observation[],
  weights: Float64Array,
  ridge: number,
): number[] {
  const size = weights.length
  const slope = Array.from(weights, (weight, at) => (at === size - 1 ? 0 : ridge * weight))
  const curve = Array.from({ length: size }, (_, at) =>
    Array.from({ length: size }, (__, other) => (at === other ? ridge : 0)),
  )
  rows.forEach((row, index) => {
    const { isSo, weight } = observations[index]!
    const probability = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * weights[at]!, 0)))
    const bend = weight * probability * (1 - probability) + 1e-9
    for (let at = 0; at < size; at++) {
      slope[at]! += weight * (probability - Number(isSo)) * row[at]!
      for (let other = 0; other <= at; other++) curve[at]![other]! += bend * row[at]! * row[other]!
    }
  })
  for (let at = 0; at < size; at++)
    for (let other = 0; other < at; other++) curve[other]![at] = curve[at]![other]!
  return solve(curve, slope)
}

/** The solution of a system of linear equations, by Gauss's elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  const size = rows.length
  for (let at = 0; at < size; at++) {
    let pivot = at
    for (let row = at + 1; row < size; row++) {
      if (Math.abs(rows[row]![at]!) > Math.abs(rows[pivot]![at]!)) pivot = row
    }
    ;[rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!]
    for (let row = 0; row < size; row++) {
      if (row === at) continue
      const factor = rows[row]![at]! / rows[at]![at]!
      if (factor !== 0)
        for (let column = at; column <= size; column++) rows[row]![column]! -= factor * rows[at]![column]!
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!)
}
