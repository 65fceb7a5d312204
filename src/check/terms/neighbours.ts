/**
 * Finds strings of phones with nearly the same consonants: those of the same kinds in the same order, one left
 * out, put in or exchanged. How near they sound is for the caller to measure. Two skeletons so near are equal, or one
 * is the other less a consonant, or both are less one: such forms are what is looked up (Bocek, Hunt & Stiller 2007).
 */
export function indexSkeletons(sounds: readonly string[]): (phones: string) => number[] {
  const skeletons = sounds.map(skeletonOf)
  const forms = hashedForms(skeletons)
  const vowels = sounds.map(firstVowel)
  const lookedAt = new Int32Array(sounds.length)
  let queries = 0
  return (phones) => {
    const skeleton = skeletonOf(phones)
    const { length } = skeleton
    const vowel = length <= shortSkeleton ? firstVowel(phones) : undefined
    const same: number[] = []
    const near: number[] = []
    queries++
    forEachForm(skeleton, (hash) => {
      for (let at = forms.first(hash); at >= 0; at = forms.next(at)) {
        const index = forms.indexAt(at)
        if (lookedAt[index] === queries) continue
        lookedAt[index] = queries
        const other = skeletons[index]!
        const mayDiffer = length >= 2 && (vowel === undefined || vowels[index] === vowel)
        if (!mayDiffer && other.length !== length) continue
        const edits = editsUpToOne(skeleton, other)
        if (edits === 0) same.push(index)
        else if (edits === 1 && mayDiffer) near.push(index)
      }
    })
    return near.length === 0 ? same : [...same, ...near]
  }
}

/** Where skeletons stand by the hash of each of their forms, in ascending order; others may have the same hash. */
function hashedForms(skeletons: readonly (readonly number[])[]) {
  const size = 2 ** Math.ceil(Math.log2(2 + 8 * skeletons.length))
  const heads = new Int32Array(size)
  const indexes: number[] = [-1]
  const nexts: number[] = [0]
  for (let index = skeletons.length - 1; index >= 0; index--) {
    forEachForm(skeletons[index]!, (hash) => {
      const slot = hash & (size - 1)
      nexts.push(heads[slot]!)
      heads[slot] = indexes.push(index) - 1
    })
  }
  return {
    first: (hash: number): number => heads[hash & (size - 1)]! || -1,
    next: (at: number): number => nexts[at]! || -1,
    indexAt: (at: number): number => indexes[at]!,
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

/**
 * Finds the items with the very skeleton and, of a long one, those a consonant away, of those whose skeletons are the
 * kinds at `starts[item]` up to `starts[item + 1]`; such without consonants are found by none.
 */
export function indexAlikeSkeletons(
  starts: Uint32Array,
  consonants: Uint8Array,
): (skeleton: readonly number[]) => number[] {
  const count = starts.length - 1
  const size = 2 ** Math.ceil(Math.log2(2 + count))
  const heads = new Int32Array(size).fill(-1)
  const nexts = new Int32Array(count)
  for (let item = count - 1; item >= 0; item--) {
    if (starts[item] === starts[item + 1]) continue
    const slot = hashOf(consonants, starts[item]!, starts[item + 1]!) & (size - 1)
    nexts[item] = heads[slot]!
    heads[slot] = item
  }
  const form = new Uint8Array(longestSkeleton + 1)
  const isSame = (length: number, item: number): boolean => {
    const from = starts[item]!
    if (starts[item + 1]! - from !== length) return false
    for (let at = 0; at < length; at++) if (form[at] !== consonants[from + at]) return false
    return true
  }
  return (skeleton) => {
    const found: number[] = []
    const find = (length: number): void => {
      let item = heads[hashOf(form, 0, length) & (size - 1)]!
      for (; item >= 0; item = nexts[item]!)
        if (isSame(length, item) && !found.includes(item)) found.push(item)
    }
    if (skeleton.length === 0) return found
    form.set(skeleton)
    find(skeleton.length)
    if (skeleton.length >= longSkeleton) forEachConsonantAway(skeleton, form, find)
    return found
  }
}

/** Consonants from which on one may come, go or change and the word still be known. */
const longSkeleton = 5

/** Writes the skeletons that are one edit away, one after the other, into `form`, and visits each by its length. */
function forEachConsonantAway(
  skeleton: readonly number[],
  form: Uint8Array,
  visit: (length: number) => void,
): void {
  const { length } = skeleton
  const write = (to: number, from: number): void => {
    for (let at = from; at < length; at++) form[to + at - from] = skeleton[at]!
  }
  form.set(skeleton)
  for (let at = 0; at <= length; at++) {
    if (at > 0) form[at - 1] = skeleton[at - 1]!
    if (at < length) {
      write(at, at + 1)
      visit(length - 1)
    }
    for (let kind = 1; kind <= r; kind++) {
      form[at] = kind
      write(at + 1, at)
      visit(length + 1)
      if (at === length || kind === skeleton[at]) continue
      write(at + 1, at + 1)
      visit(length)
    }
  }
}

function hashOf(kinds: ArrayLike<number>, from: number, to: number): number {
  let hash = 0
  for (let at = to - 1; at >= from; at--) hash = (Math.imul(hash, factor) + kinds[at]!) | 0
  return mixed(hash)
}

/** Visits a hash of the skeleton, and of the skeleton less each of its consonants. */
function forEachForm(skeleton: readonly number[], visit: (hash: number) => void): void {
  let rest = 0
  for (let at = skeleton.length - 1; at >= 0; at--) rest = (Math.imul(rest, factor) + skeleton[at]!) | 0
  visit(mixed(rest))
  // The hash of the consonants before, and what the next one counts.
  let before = 0
  let weight = 1
  for (let at = 0; at < skeleton.length; at++) {
    const own = skeleton[at]!
    rest = Math.imul(rest - own, inverse)
    if (own !== skeleton[at + 1]) visit(mixed((before + Math.imul(rest, weight)) | 0))
    before = (before + Math.imul(own, weight)) | 0
    weight = Math.imul(weight, factor)
  }
}

/** An odd number, and what undoes its multiplication in 32 bits. */
const factor = 0x01000193
const inverse = 0x359c449b

/** The last step of MurmurHash3 (Appleby), so that all bits tell. */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** How many edits part two skeletons, as far as it is none or one; 2 stands for more. */
function editsUpToOne(a: readonly number[], b: readonly number[]): number {
  const longer = a.length > b.length ? a.length : b.length
  const shorter = a.length + b.length - longer
  if (longer - shorter > 1) return 2
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  if (head === longer) return 0
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return longer - head - tail <= 1 ? 1 : 2
}

/** Whether two skeletons are at most one edit apart. */
export const nearlyEqual = (a: readonly number[], b: readonly number[]): boolean => editsUpToOne(a, b) <= 1

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
