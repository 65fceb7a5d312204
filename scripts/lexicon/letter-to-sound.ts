import { longestRule, ruleKey } from '../../src/lexicon/pronunciations.js'

/** A spelling and its phones, one letter a phone. */
export type Pronounced = readonly [letters: string, phones: string]

/**
 * Rules from a letter and its neighbours to phones: letters and phones are aligned (each letter gives none, one
 * or two phones; hard EM), then every context is kept whose commonest answer differs from what the shorter
 * context already says (IGTree, Daelemans & van den Bosch 1997).
 */
export function learnRules(words: readonly Pronounced[]): Map<string, string> {
  const aligned = alignLetters(words)
  const contexts = new Map<string, Map<string, number>>()
  for (const [letters, parts] of aligned) {
    for (const [at, phones] of parts.entries()) {
      const key = ruleKey(letters, at)
      for (let length = 1; length <= longestRule; length++) count(contexts, key.slice(0, length), phones)
    }
  }
  return pruned(contexts)
}

type Counts = Map<string, Map<string, number>>

function count(counts: Counts, key: string, value: string, by = 1): void {
  const values = counts.get(key) ?? new Map<string, number>()
  values.set(value, (values.get(value) ?? 0) + by)
  counts.set(key, values)
}

const ROUNDS = 6

type Alignment = readonly [letters: string, parts: readonly string[]]

function alignLetters(words: readonly Pronounced[]): Alignment[] {
  let model = startingCounts(words)
  let aligned: Alignment[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const costs = costTable(model)
    aligned = words.flatMap(([letters, phones]) => {
      const parts = bestAlignment(costs, letters, phones)
      return parts ? [[letters, parts] as const] : []
    })
    model = new Map()
    for (const [letters, parts] of aligned) {
      for (const [at, phones] of parts.entries()) count(model, letters[at]!, phones)
    }
  }
  return aligned
}

/** Every letter with the phones that lie at about the same place of the word. */
function startingCounts(words: readonly Pronounced[]): Counts {
  const counts: Counts = new Map()
  for (const [letters, phones] of words) {
    for (let at = 0; at < letters.length; at++) {
      const place = Math.round((at / letters.length) * phones.length)
      count(counts, letters[at]!, '', 0.5)
      for (let j = Math.max(0, place - 1); j <= Math.min(phones.length - 1, place + 1); j++) {
        count(counts, letters[at]!, phones[j]!)
        if (j + 1 < phones.length) count(counts, letters[at]!, phones.slice(j, j + 2), 0.05)
      }
    }
  }
  return counts
}

function costTable(counts: Counts): Map<string, Map<string, number>> {
  return new Map(
    [...counts].map(([letter, values]) => {
      const total = [...values.values()].reduce((sum, value) => sum + value, 0)
      return [letter, new Map([...values].map(([phones, value]) => [phones, -Math.log(value / total)]))]
    }),
  )
}

const UNSEEN = 12

/** The first of two vowel letters sounds. Undefined where the letters cannot stand for the phones. */
function bestAlignment(costs: Counts, letters: string, phones: string): string[] | undefined {
  const width = phones.length + 1
  const best = new Float64Array((letters.length + 1) * width).fill(Infinity)
  const taken = new Uint8Array(best.length)
  best[0] = 0
  for (let i = 0; i < letters.length; i++) {
    const table = costs.get(letters[i]!)
    const silence = /^[aeiou]{2}/u.test(letters.slice(i, i + 2)) ? UNSEEN : 0
    for (let j = 0; j < width; j++) {
      const from = best[i * width + j]!
      if (from === Infinity) continue
      for (let size = 0; size <= 2 && j + size < width; size++) {
        const cost = from + (table?.get(phones.slice(j, j + size)) ?? UNSEEN) + (size === 0 ? silence : 0)
        const place = (i + 1) * width + j + size
        if (cost < best[place]!) {
          best[place] = cost
          taken[place] = size
        }
      }
    }
  }
  const total = best.at(-1)!
  if (total > UNSEEN * 2 + letters.length * 3) return undefined
  const parts: string[] = []
  for (let i = letters.length, j = phones.length; i > 0; i--) {
    const size = taken[i * width + j]!
    parts.unshift(phones.slice(j - size, j))
    j -= size
  }
  return parts
}

/** A rule must put right at least this many more letters than the shorter one. */
const LEAST_GAIN = 2

function pruned(contexts: Counts): Map<string, string> {
  const rules = new Map<string, string>()
  const keys = [...contexts.keys()].sort((a, b) => a.length - b.length)
  for (const key of keys) {
    const values = contexts.get(key)!
    const shorter = longestKept(rules, key)
    const [phones, times] = [...values].reduce((best, next) => (next[1] > best[1] ? next : best))
    if (shorter === undefined || times - (values.get(shorter) ?? 0) >= LEAST_GAIN) rules.set(key, phones)
  }
  return rules
}

function longestKept(rules: ReadonlyMap<string, string>, key: string): string | undefined {
  for (let length = key.length - 1; length > 0; length--) {
    const phones = rules.get(key.slice(0, length))
    if (phones !== undefined) return phones
  }
  return undefined
}
