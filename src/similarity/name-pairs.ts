/** More names than any call has: there, only those that agree in four letters are compared. */
const crowd = 2000

/** Names of one beginning that each name is paired with: the last before it, more than any call has. */
const neighbours = 300

/** A pair is near from this share of letters kept. */
export const leastAlike = 0.7

/**
 * Pairs of indexes of names, the later first, that may be spellings of one: they begin alike, have at least four
 * letters, and lengths that leave room for the rest to agree. At most 300 a name, so that they grow with the names.
 */
export function* namePairs(names: readonly string[]): Generator<readonly [number, number]> {
  const letters = names.length > crowd ? 4 : 1
  const byInitial = new Map<string, number[]>()
  for (const [index, name] of names.entries()) {
    if (name.length < 4) continue
    const initial = name.slice(0, letters)
    const group = byInitial.get(initial)
    if (!group) {
      byInitial.set(initial, [index])
      continue
    }
    for (let at = Math.max(0, group.length - neighbours); at < group.length; at++) {
      const [shorter, longer] = lengths(name, names[group[at]!]!)
      if (shorter >= leastAlike * longer) yield [index, group[at]!]
    }
    group.push(index)
  }
}

const lengths = (a: string, b: string): readonly [number, number] =>
  a.length < b.length ? [a.length, b.length] : [b.length, a.length]
