/**
 * Keeps what was made for each key, for as long as the function lives; where there are `most` of them, all are
 * forgotten and made anew.
 */
export function memo<T>(make: (key: string) => T, most = Infinity): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    let value = made.get(key)
    if (value === undefined) {
      if (made.size >= most) made.clear()
      made.set(key, (value = make(key)))
    }
    return value
  }
}

/** Makes a value when first asked for it. */
export function once<T extends object>(make: () => T): () => T {
  let value: T | undefined
  return () => (value ??= make())
}
