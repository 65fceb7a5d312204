/**
 * Finds strings of phones with nearly the same consonants: those of the same kinds in the same order, one left
 * out, put in or exchanged; `isFar`: two, of long ones. How near they sound is for the caller to measure.
 */
export function indexSkeletons(sounds: readonly string[]): (phones: string, isFar?: boolean) => number[] {
  const skeletons = sounds.map(skeletonOf)
  const { first, next } = tableOf(skeletons.map(keyOf))
  const vowels = sounds.map(firstVowel)
  const further = indexLong(skeletons)
  return (phones, isFar = true) => {
    const skeleton = skeletonOf(phones)
    const found: number[] = []
    for (let index = first(keyOf(skeleton)); index >= 0; index = next(index)) found.push(index)
    if (skeleton.length < 2) return found
    const vowel = skeleton.length <= shortSkeleton ? firstVowel(phones) : undefined
    forEachEdit(skeleton, (key) => {
      for (let index = first(key); index >= 0; index = next(index))
        if (vowel === undefined || vowels[index] === vowel) found.push(index)
    })
    if (isFar) further(skeleton, found)
    return found
  }
}

/** Finds the indexes of the keys, which are 32-bit integers: a hash table with chains, in flat arrays. */
function tableOf(keys: readonly number[]) {
  const bits = Math.max(1, Math.ceil(Math.log2(keys.length + 1)) + 1)
  const heads = new Int32Array(1 << bits).fill(-1)
  const chain = new Int32Array(keys.length)
  const own = Int32Array.from(keys)
  const slotOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> (32 - bits)
  for (let index = keys.length - 1; index >= 0; index--) {
    const slot = slotOf(own[index]!)
    chain[index] = heads[slot]!
    heads[slot] = index
  }
  const withKey = (index: number, key: number): number => {
    while (index >= 0 && own[index] !== key) index = chain[index]!
    return index
  }
  return {
    first: (key: number): number => withKey(heads[slotOf(key)]!, key),
    next: (index: number): number => withKey(chain[index]!, own[index]!),
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
const kindsEnd = 10
/** Consonants that are looked at. */
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

/** A 32-bit hash of the kinds in their order. */
function keyOf(skeleton: readonly number[]): number {
  let key = 0
  for (const kind of skeleton) key = (Math.imul(key, multiplier) + kind) | 0
  return key
}

const multiplier = 0x2c1b3c6d
const powers = new Int32Array(longestSkeleton + 2)
powers[0] = 1
for (let at = 1; at < powers.length; at++) powers[at] = Math.imul(powers[at - 1]!, multiplier)

/** Visits the key of each skeleton one edit away, once. */
function forEachEdit(skeleton: readonly number[], visit: (key: number) => void): void {
  const length = skeleton.length
  let high = 0
  let low = keyOf(skeleton)
  let before = 0
  for (let at = 0; at < length; at++) {
    const own = skeleton[at]!
    const above = powers[length - at]!
    const weight = powers[length - at - 1]!
    const rest = low
    const raised = Math.imul(high, multiplier)
    low = (low - Math.imul(own, weight)) | 0
    if (own !== before) visit((Math.imul(high, weight) + low) | 0)
    for (let kind = 1; kind < kindsEnd; kind++) {
      if (kind === own) continue
      visit((Math.imul(raised + kind, weight) + low) | 0)
      visit((Math.imul(raised + kind, above) + rest) | 0)
    }
    high = (raised + own) | 0
    before = own
  }
  const raised = Math.imul(high, multiplier)
  for (let kind = 1; kind < kindsEnd; kind++) visit((raised + kind) | 0)
}

/** Consonants from which on two edits are forgiven, and an exchange of two neighbours. */
const longSkeleton = 5

/** Finds the skeletons two edits away among long ones: first by how often they have each kind, as bits to compare. */
function indexLong(skeletons: readonly (readonly number[])[]) {
  const byLength = Array.from({ length: longestSkeleton + 1 }, (): number[] => [])
  skeletons.forEach((skeleton, index) => byLength[skeleton.length]!.push(index))
  const counts = byLength.map((indexes) => Uint32Array.from(indexes, (index) => countsOf(skeletons[index]!)))
  return (skeleton: readonly number[], found: number[]): void => {
    if (skeleton.length < longSkeleton - 1) return
    const own = countsOf(skeleton)
    const most = Math.min(longestSkeleton, skeleton.length + 2)
    for (let length = Math.max(longSkeleton - 1, skeleton.length - 2); length <= most; length++) {
      const isShort = Math.min(length, skeleton.length) < longSkeleton
      if (isShort && length !== skeleton.length) continue
      const allowed = isShort ? 0 : 4
      const indexes = byLength[length]!
      const others = counts[length]!
      for (let at = 0; at < others.length; at++) {
        if (bitsOf(others[at]! ^ own) > allowed) continue
        const index = indexes[at]!
        if (editsUpToThree(skeleton, skeletons[index]!) === 2) found.push(index)
      }
    }
  }
}

/** Up to three of each kind, one bit each. */
function countsOf(skeleton: readonly number[]): number {
  let bits = 0
  for (const kind of skeleton) {
    const shift = 3 * (kind - 1)
    const more = (bits >>> shift) & 7
    bits |= (((more << 1) | 1) & 7) << shift
  }
  return bits
}

function bitsOf(value: number): number {
  value -= (value >>> 1) & 0x55555555
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333)
  return Math.imul((value + (value >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const row = new Uint8Array(longestSkeleton + 1)

/** How many edits they are apart; three for three and more. */
function editsUpToThree(a: readonly number[], b: readonly number[]): number {
  for (let j = 0; j <= b.length; j++) row[j] = j
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0]!
    let least = (row[0] = i)
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!
      const own = a[i - 1] === b[j - 1] ? diagonal : 1 + Math.min(diagonal, above, row[j - 1]!)
      row[j] = own
      diagonal = above
      if (own < least) least = own
    }
    if (least > 2) return 3
  }
  return Math.min(3, row[b.length]!)
}

/** Whether two skeletons are at most two edits apart, short ones one. */
export function isSimilar(a: readonly number[], b: readonly number[]): boolean {
  const allowed = Math.max(a.length, b.length) < 3 ? 1 : 2
  return Math.abs(a.length - b.length) <= allowed && editsUpToThree(a, b) <= allowed
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
