/**
 * The weights of the highest value of a concave function, found by full-batch gradient ascent with Adam's step
 * sizes (Kingma & Ba 2015), which shrink towards the end. `slopeAt` gives the gradient at the weights handed to it.
 */
export function ascend(
  size: number,
  { iterations, rate }: { readonly iterations: number; readonly rate: number },
  slopeAt: (weights: Float64Array) => Float64Array,
): Float64Array {
  const weights = new Float64Array(size)
  const mean = new Float64Array(size)
  const spread = new Float64Array(size)
  for (let step = 1; step <= iterations; step++) {
    const slope = slopeAt(weights)
    const stepRate = rate * Math.min(1, (2 * (iterations - step)) / iterations + 0.02)
    for (let index = 0; index < size; index++) {
      const value = slope[index]!
      mean[index] = 0.9 * mean[index]! + 0.1 * value
      spread[index] = 0.99 * spread[index]! + 0.01 * value * value
      const corrected = mean[index]! / (1 - 0.9 ** step)
      weights[index]! += (stepRate * corrected) / (Math.sqrt(spread[index]! / (1 - 0.99 ** step)) + 1e-9)
    }
  }
  return weights
}
