/** Keeps what was made for each key, for as long as the function lives; some may be known beforehand. */
export function memo<T>(
  make: (key: string) => T,
  known: Iterable<readonly [key: string, value: T]> = [],
): (key: string) => T {
  const made = new Map<string, T>(known)
  return (key) => {
    let value = made.get(key)
    if (value === undefined) made.set(key, (value = make(key)))
    return value
  }
}
