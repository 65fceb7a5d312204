/**
 * Keeps what was made for each key, for as long as the function lives; where there are `most` of them, all are
 * forgotten and made anew.
 */
export function memo<K, V>(make: (key: K) => V, most = Infinity): (key: K) => V {
  const made = new Map<K, V>()
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

/** Keeps what was made of each object for as long as the object lives. */
export function memoFor<K extends object, V extends object>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>()
  return (key) => {
    let value = made.get(key)
    if (value === undefined) made.set(key, (value = make(key)))
    return value
  }
}
