import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Aligned, Span } from '../../types.js'
import { isOrdinary, spelledAlike } from './alike.js'
import { capitalRuns, type SpokenWord, type Speech } from './capitalised.js'

/** The company whose call it is. */
export interface Company {
  /** The word that is its own: Kelan. */
  readonly head: string
  /** What follows it, in the longest form in use, lower case: semiconductor. */
  readonly tail: readonly string[]
  /** Where it is named rightly. */
  readonly mentions: readonly Span[]
}

interface Entry {
  readonly form: string
  count: number
  /** How often it stands where only the company can be named. */
  named: number
  readonly tail: Map<string, number>
  readonly mentions: Span[]
}

/**
 * The company's name, from the labels of its executives and from what the call is said to be ("welcome to …'s third
 * quarter"); the form that is used most. Undefined where there is none, or it begins with an ordinary word.
 */
export function companyOf(doc: Aligned, speech: Speech, lexicon: Lexicon): Company | undefined {
  const counts = new Map<string, Entry>()
  const entryOf = (form: string) => {
    const key = form.toLowerCase()
    let entry = counts.get(key)
    if (!entry) counts.set(key, (entry = { count: 0, named: 0, tail: new Map(), mentions: [], form }))
    return entry
  }
  for (const { words } of speech) {
    for (const { from, to } of capitalRuns(words)) {
      for (let index = from; index < to; index++) {
        const entry = entryOf(words[index]!.form)
        entry.count++
        entry.mentions.push(words[index]!)
        if (index + 1 < to) addTail(entry.tail, words[index + 1]!.lower, 1)
      }
      const start = startOfSlot(words, from, to)
      if (start === undefined) continue
      const entry = entryOf(words[start]!.form)
      entry.named++
      if (words[start + 1]?.glued && !words[start]!.possessive)
        addTail(entry.tail, words[start + 1]!.lower, 1)
    }
  }
  for (const [head, ...tail] of [...executiveFirms(doc), ...titleLines(doc)]) {
    const entry = head === undefined ? undefined : counts.get(head.toLowerCase())
    if (!entry) continue
    entry.named += 2
    if (tail[0]) addTail(entry.tail, tail[0].toLowerCase(), 2)
  }
  lendNames([...counts.values()])
  const [best] = [...counts.values()]
    .filter(
      ({ named, count, form }) =>
        named > 0 && count >= 2 && form.length >= 3 && !isOrdinary(form, lexicon.languageModel),
    )
    .toSorted((a, b) => b.named * b.count - a.named * a.count)
  if (!best) return undefined
  const tails = [...best.tail].filter(
    ([word, count]) => count >= 2 && /^\p{L}{3,}$/u.test(word) && !notTail.has(word),
  )
  return {
    head: best.form,
    tail: tails
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, 2)
      .map(([word]) => word),
    mentions: best.mentions,
  }
}

/** A misheard form in the company's place speaks for the form that is used more and has the same tail. */
function lendNames(entries: readonly Entry[]): void {
  for (const entry of entries) {
    if (entry.named === 0 || entry.count > 2) continue
    for (const other of entries) {
      const same = other.count > entry.count && [...entry.tail.keys()].some((word) => other.tail.has(word))
      if (same && spelledAlike(entry.form, other.form) >= 0.6) other.named += entry.named
    }
  }
}

const addTail = (tail: Map<string, number>, word: string, weight: number): void => {
  tail.set(word, (tail.get(word) ?? 0) + weight)
}

/** Firms of speakers who hold an office, in words: those of analysts are others. */
function executiveFirms({ turns }: Aligned): string[][] {
  const firms = turns.flatMap(({ speaker: { title, firm } }) =>
    title && firm && !/analyst|research|operator/iu.test(title) ? [firm] : [],
  )
  return [...new Set(firms)].map((firm) => firm.split(/\s+/u))
}

/** The words of the first two lines above the first turn: the title of a transcript begins with the company. */
const titleLines = ({ text, turns }: Aligned): string[][] =>
  text
    .slice(0, Math.min(turns[0]?.header.start ?? 0, 400))
    .split('\n', 2)
    .map((line) => line.match(/\p{L}[\p{L}-]+/gu) ?? [])

/** First words of what the title, the executives' labels and the welcome name: most of them the company's. */
export function namesInPlace(doc: Aligned, speech: Speech): string[] {
  const spoken = speech.flatMap(({ words }) =>
    capitalRuns(words).flatMap(({ from, to }) => {
      const start = startOfSlot(words, from, to)
      return start === undefined ? [] : [words[start]!.form]
    }),
  )
  return [...spoken, ...[...executiveFirms(doc), ...titleLines(doc)].flatMap(([head]) => head ?? [])]
}

/** Where the company's name begins in "welcome to the Kelan Semiconductor third quarter", when the run is in that place. */
export function startOfSlot(words: readonly SpokenWord[], from: number, to: number): number | undefined {
  let start = from
  while (start < to && lead.has(words[start]!.lower)) start++
  if (start === to) return undefined
  const before = words[start - 1]
  const after = words[to]
  const period = words.slice(start, to + 2).some(({ lower }, index) => index > 0 && periods.has(lower))
  const led = before !== undefined && (lead.has(before.lower) || opening.has(before.lower))
  return led && (period || (after !== undefined && places.has(after.lower))) ? start : undefined
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const lead = setOf('the to our welcome')
const opening = setOf('to joining for of attending with in contact entire about')
const periods = setOf(
  'first second third fourth full fiscal annual quarter quarterly earnings results interim investor',
)
const places = setOf('management investor ir team website earnings')
const notTail = setOf(
  'first second third fourth full fiscal annual quarter earnings results has have had will would is was are and the our for with',
)
