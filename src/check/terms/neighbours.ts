/**
 * Finds strings of phones with nearly the same consonants: those of the same kinds in the same order, one left
 * out, put in or exchanged. How near they sound is for the caller to measure.
 */
export function indexSkeletons(sounds: readonly string[]): (phones: string) => number[] {
  const byKey = new Map<number, number[]>()
  sounds.forEach((phones, index) => {
    const key = keyOf(skeletonOf(phones))
    const known = byKey.get(key)
    if (known) known.push(index)
    else byKey.set(key, [index])
  })
  const vowels = sounds.map(firstVowel)
  return (phones) => {
    const skeleton = skeletonOf(phones)
    const found = [...(byKey.get(keyOf(skeleton)) ?? [])]
    if (skeleton.length < 2) return found
    const vowel = skeleton.length <= shortSkeleton ? firstVowel(phones) : undefined
    forEachEdit(skeleton, (key) => {
      const indexes = byKey.get(key)
      if (!indexes) return
      for (const index of indexes) if (vowel === undefined || vowels[index] === vowel) found.push(index)
    })
    return found
  }
}

/** Consonants up to which the first vowel must agree as well where a consonant differs. */
const shortSkeleton = 3

/** Consonants that are taken for one another are of one kind; h, w, y and an r after a vowel come and go. */
const kinds = new Uint8Array(128)
for (const [kind, phones] of ['pb', 'fv', 'tdTD', 'szSZCJ', 'kg', 'm', 'nG', 'l', 'r'].entries()) {
  for (const phone of phones) kinds[phone.charCodeAt(0)] = kind + 1
}
const r = 9
const base = 10
/** Consonants whose key is still an exact number. */
const longestSkeleton = 15

/** Vowels: 1 said in the front of the mouth, 2 elsewhere. */
const vowelPlaces = new Uint8Array(128)
for (const phone of 'iIeE@Y') vowelPlaces[phone.charCodeAt(0)] = 1
for (const phone of 'aAcoOuUWxR') vowelPlaces[phone.charCodeAt(0)] = 2

export function skeletonOf(phones: string): number[] {
  const skeleton: number[] = []
  for (let at = 0; at < phones.length && skeleton.length < longestSkeleton; at++) {
    const kind = kinds[phones.charCodeAt(at)] ?? 0
    if (kind > 0 && (kind !== r || vowelPlaces[phones.charCodeAt(at + 1)]! > 0)) skeleton.push(kind)
  }
  return skeleton
}

/** Whether it is said in the front of the mouth. */
function firstVowel(phones: string): boolean {
  for (let at = 0; at < phones.length; at++) {
    const place = vowelPlaces[phones.charCodeAt(at)]!
    if (place > 0) return place === 1
  }
  return false
}

const keyOf = (skeleton: readonly number[]): number => skeleton.reduce((key, kind) => key * base + kind, 0)

/** Visits the key of each skeleton one edit away, once. */
function forEachEdit(skeleton: readonly number[], visit: (key: number) => void): void {
  let high = 0
  let low = keyOf(skeleton)
  let weight = base ** skeleton.length
  let before = 0
  for (const own of skeleton) {
    const above = weight
    weight /= base
    const rest = low
    low -= own * weight
    if (own !== before) visit(high * weight + low)
    for (let kind = 1; kind < base; kind++) {
      if (kind === own) continue
      visit((high * base + kind) * weight + low)
      visit((high * base + kind) * above + rest)
    }
    high = high * base + own
    before = own
  }
  for (let kind = 1; kind < base; kind++) visit(high * base + kind)
}

/** Whether two skeletons are at most one edit apart. */
export function nearlyEqual(a: readonly number[], b: readonly number[]): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return Math.max(a.length, b.length) - head - tail <= 1
}

/** Whether two skeletons, the other one those of `all` from one place to another, are at most so many edits apart. */
export function areWithin(
  most: number,
  skeleton: readonly number[],
  all: ArrayLike<number>,
  from = 0,
  to = all.length,
): boolean {
  const length = to - from
  if (Math.abs(length - skeleton.length) > most) return false
  for (let j = 0; j <= length; j++) row[j] = j
  for (let i = 1; i <= skeleton.length; i++) {
    let diagonal = row[0]!
    let least = (row[0] = i)
    for (let j = 1; j <= length; j++) {
      const same = skeleton[i - 1] === all[from + j - 1]
      const edits = same ? diagonal : 1 + Math.min(diagonal, row[j]!, row[j - 1]!)
      diagonal = row[j]!
      row[j] = edits
      if (edits < least) least = edits
    }
    if (least > most) return false
  }
  return row[length]! <= most
}

/** Reused from call to call; no skeleton is longer. */
const row = new Uint8Array(longestSkeleton + 1)
