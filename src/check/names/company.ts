import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Aligned, Span } from '../../types.js'
import { splitPinyin } from '../../text/pinyin.js'
import { isOrdinary, nameDistance, spelledAlike } from './alike.js'
import { capitalRuns, type SpokenWord, type Speech } from './capitalised.js'
import type { Mention } from './mentions.js'

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
  /** How often the title or an executive's label has it. */
  titled: number
  readonly tail: Map<string, number>
  readonly mentions: Span[]
}

/**
 * The company's name, from the title, the labels of its executives and from what the call is said to be ("welcome to
 * …'s third quarter"); the form that is used most. Undefined where there is none, or it begins with an ordinary word.
 */
export function companyOf(
  doc: Aligned,
  speech: Speech,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Company | undefined {
  const split: string[] = []
  const counts = new Map<string, Entry>()
  const entryOf = (form: string) => {
    const key = form.toLowerCase()
    let entry = counts.get(key)
    if (!entry)
      counts.set(key, (entry = { count: 0, named: 0, titled: 0, tail: new Map(), mentions: [], form }))
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
      if (isSyllable(words[start]!.form)) split.push(`${words[start]!.form} ${words[start + 1]?.form ?? ''}`)
      if (words[start + 1]?.glued && !words[start]!.possessive)
        addTail(entry.tail, words[start + 1]!.lower, 1)
    }
  }
  for (const { words, span } of [...executiveFirms(doc), ...titles(doc)]) {
    const head = words.findIndex((word) => word.length >= 3 && !isOrdinary(word, lexicon.languageModel))
    if (head < 0 || head > 1) continue
    const entry = entryOf(words[head]!)
    entry.titled++
    if (span) entry.mentions.push(span)
    if (words[head + 1]) addTail(entry.tail, words[head + 1]!.toLowerCase(), 2)
  }
  lendNames([...counts.values()])
  const people = new Set(
    mentions.flatMap(({ kind, words }) =>
      kind === 'plain' || kind === 'self' ? [] : words.map(({ form }) => form.toLowerCase()),
    ),
  )
  const isSplitElsewhere = (form: string) =>
    split.some((words) => nameDistance(words, form, lexicon) <= sameSound)
  const [best] = [...counts]
    .filter(
      ([lower, { titled, named, count, form }]) =>
        (titled > 0 || (named > 0 && (count >= 2 || isSplitElsewhere(form)))) &&
        form.length >= 3 &&
        !isSyllable(form) &&
        !people.has(lower) &&
        !isOrdinary(form, lexicon.languageModel),
    )
    .map(([, entry]) => entry)
    .toSorted((a, b) => weightOf(b) - weightOf(a))
  if (!best) return undefined
  const tails = [...best.tail].filter(
    ([word, count]) => count >= 2 && /^\p{L}{3,}$/u.test(word) && !notTail.has(word),
  )
  return {
    head: inSmallLetters(best.form),
    tail: tails
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, 2)
      .map(([word]) => word),
    mentions: best.mentions,
  }
}

const weightOf = ({ titled, named, count }: Entry): number => (2 * titled + named) * (1 + count)

/** Sound distance up to which two syllables apart are the name. */
const sameSound = 0.36

/** A syllable of pinyin is no company's name, but half of one that was cut. */
const isSyllable = (form: string): boolean => splitPinyin(form.toLowerCase())?.length === 1

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

/** Words that name the company outside speech. */
interface Title {
  readonly words: readonly string[]
  /** Of the first word. */
  readonly span?: Span
}

/** Firms of speakers who hold an office, in words: those of analysts are others. */
function executiveFirms({ turns }: Aligned): Title[] {
  const firms = turns.flatMap(({ speaker: { title, firm } }) =>
    title && firm && !/analyst|research|operator/iu.test(title) ? [firm] : [],
  )
  return [...new Set(firms)].map((firm) => ({ words: firm.split(/\s+/u) }))
}

/** The first lines above the first turn, without marks, date and quarter: the title begins with the company. */
function titles({ text, turns }: Aligned): Title[] {
  const above = text.slice(0, Math.min(turns[0]?.body[0]?.start ?? 0, 400))
  let start = 0
  return above
    .split('\n', titleLines)
    .map((line) => ({ line, at: start, next: (start += line.length + 1) }))
    .filter(({ line }) => !/^(?:speaker|operator|\[?\d{2}:)/iu.test(line))
    .flatMap(({ line, at }): Title[] => {
      const lead = titleLead.exec(line)![0].length
      const words = line.slice(lead).match(/\p{L}[\p{L}-]+/gu) ?? []
      const first = words[0] && line.indexOf(words[0], lead)
      if (first !== lead) return []
      const span = { start: at + lead, end: at + lead + words[0]!.length }
      return [{ words: words.map(inSmallLetters), span }]
    })
}

const titleLines = 6
const titleLead =
  /^[#*\s]*(?:(?:the|draft|final|edited|preliminary|corrected|verified|raw|machine|automatic|transcript|q[1-4]|[1-4]q|fy|h[12]|[12]h|\d{2,4}|first|second|third|fourth|full|quarter|year|half)\b[-\s]*)*/iu

/** LINGMAO as Lingmao; abbreviations stay. */
const inSmallLetters = (word: string): string =>
  /^\p{Lu}{5,}$/u.test(word) ? word[0]! + word.slice(1).toLowerCase() : word

/** First words of what the title, the executives' labels and the welcome name: most of them the company's. */
export function namesInPlace(doc: Aligned, speech: Speech): string[] {
  const spoken = speech.flatMap(({ words }) =>
    capitalRuns(words).flatMap(({ from, to }) => {
      const start = startOfSlot(words, from, to)
      return start === undefined ? [] : [words[start]!.form]
    }),
  )
  return [...spoken, ...[...executiveFirms(doc), ...titles(doc)].flatMap(({ words: [head] }) => head ?? [])]
}

/**
 * Where the company's name begins in "welcome to the Kelan Semiconductor third quarter", "welcome to Kelan's …",
 * "Kelan's earnings release", when the run is in that place.
 */
export function startOfSlot(words: readonly SpokenWord[], from: number, to: number): number | undefined {
  let start = from
  while (start < to && lead.has(words[start]!.lower)) start++
  if (start === to) return undefined
  const before = words[start - 1]
  const after = words[to]
  if (words[to - 1]!.possessive) {
    if (words[start]!.opens && after && publications.has(after.lower)) return start
    if (before?.lower === 'to' && words[start - 2]?.lower === 'welcome') return start
  }
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
const publications = setOf('earnings results quarterly press interim annual')
const notTail = setOf(
  'first second third fourth full fiscal annual quarter earnings results has have had will would is was are and the our for with',
)
