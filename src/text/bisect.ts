/**
 * The index of the first item of which the property holds, where it holds of all after it; the number of items
 * where it holds of none. Asks of as many items as their number has binary digits.
 */
export function firstIndex<T>(items: ArrayLike<T>, holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(items[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
