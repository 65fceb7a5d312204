import type { Lexicon } from '../../lexicon/lexicon.js'
import { metaphones } from '../../text/sound.js'
import type { Aligned, Found, GlossaryEntry } from '../../types.js'
import { isOrdinary, isPinyin, isSameName, nameDistance, seldom } from '../names/alike.js'
import { capitalRuns, type SpokenWord, type Speech } from '../names/capitalised.js'
import { mentionsOf } from '../names/mentions.js'
import { surnameRanks } from '../names/people.js'
import { quoteOf, sourceOf } from './listed.js'

/**
 * Capitalised words that are no ordinary English and sound nearly like a name of the glossary: one to four words
 * against the whole name, in either order, and the words in which they differ.
 */
export function nearNames(
  doc: Aligned,
  speech: Speech,
  glossary: readonly GlossaryEntry[],
  lexicon: Lexicon,
): Found[] {
  const names = glossary.filter(({ kind, term }) => kind === 'name' && /^[\p{L}\p{M}'’. -]{4,}$/u.test(term))
  if (names.length === 0) return []
  const matchOf = matcher(names, knownWords(doc, speech, glossary, lexicon), lexicon)
  return runsOf(speech).flatMap((words) => {
    const match = matchOf(words.map(({ form }) => form).join(' '))
    if (!match) return []
    const { entry, from, to, said, distance, confidence } = match
    const [first, last] = [words[from]!, words[to - 1]!]
    const heard = doc.text.slice(first.start, last.end)
    return [
      {
        start: first.start,
        end: last.end,
        message: `"${heard}" sounds like ${entry.term} ${entry.seenIn === undefined ? 'of the glossary' : 'in other calls of the company'}.`,
        confidence,
        category: 'entity',
        evidence: [
          { kind: 'reference', document: sourceOf(entry), quote: quoteOf(entry) },
          { kind: 'sound', heard, said, distance: Math.round(distance * 1000) / 1000 },
        ],
        suggestions: [{ text: said, confidence, safe: false }],
      },
    ]
  })
}

/** Every one to four capitalised words in a row. */
function runsOf(speech: Speech): (readonly SpokenWord[])[] {
  return speech.flatMap(({ words }) =>
    capitalRuns(words).flatMap(({ from, to }) => {
      const run = words.slice(from, to)
      return run.flatMap((_, start) =>
        sizes.flatMap((size) => (start + size > run.length ? [] : [run.slice(start, start + size)])),
      )
    }),
  )
}

const sizes = [1, 2, 3, 4]

interface Match {
  readonly entry: GlossaryEntry
  /** Indexes of the words heard in which the two differ. */
  readonly from: number
  readonly to: number
  readonly said: string
  readonly distance: number
  readonly confidence: number
}

type Matcher = (heard: string) => Match | undefined

/** Each form is looked up once, among the names that begin with a like sound. */
function matcher(names: readonly GlossaryEntry[], known: ReadonlySet<string>, lexicon: Lexicon): Matcher {
  const buckets = new Map<string, { entry: GlossaryEntry; form: string }[]>()
  for (const entry of names) {
    const parts = entry.term.split(/\s+/u)
    const forms = parts.length === 2 ? [entry.term, `${parts[1]!} ${parts[0]!}`] : [entry.term]
    for (const form of forms) {
      for (const key of keysOf(form)) buckets.set(key, [...(buckets.get(key) ?? []), { entry, form }])
    }
  }
  const seen = new Map<string, Match | undefined>()
  return (heard) => {
    if (!seen.has(heard))
      seen.set(heard, isUnknown(heard, known, lexicon) ? nearest(heard, buckets, lexicon) : undefined)
    return seen.get(heard)
  }
}

const keysOf = (words: string): string[] => [
  ...new Set(metaphones(words.toLowerCase()).map((code) => code[0]!)),
]

function nearest(
  heard: string,
  buckets: ReadonlyMap<string, readonly { entry: GlossaryEntry; form: string }[]>,
  lexicon: Lexicon,
): Match | undefined {
  const candidates = keysOf(heard).flatMap((key) => buckets.get(key) ?? [])
  const [best] = [...new Set(candidates)]
    .filter(({ form }) => Math.abs(form.length - heard.length) <= Math.max(2, 0.4 * form.length))
    .map((candidate) => ({ ...candidate, distance: nameDistance(heard, candidate.form, lexicon) }))
    .filter(({ distance }) => distance <= farthest)
    .toSorted((a, b) => a.distance - b.distance)
  return best && differing(heard, best.form, best.entry, best.distance, lexicon)
}

/** Sound distance up to which rare words may be the name. */
const farthest = 0.25

/** The parts in which the two differ, where they have the same number of words; what is left must be near as well. */
function differing(
  heard: string,
  form: string,
  entry: GlossaryEntry,
  distance: number,
  lexicon: Lexicon,
): Match | undefined {
  const [ours, theirs] = [heard.split(' '), form.split(' ')]
  if (ours.length !== theirs.length) {
    const another = distance > 0 && ours.every((word) => isChinese(word, lexicon) || isEnglish(word, lexicon))
    return { entry, from: 0, to: ours.length, said: form, distance, confidence: another ? 0.5 : 0.75 }
  }
  const apart = ours.flatMap((word, index) => (isSameName(word, theirs[index]!) ? [] : [index]))
  if (apart.length === 0) return undefined
  const [from, to] = [apart[0]!, apart.at(-1)! + 1]
  const [wrong, said] = [ours.slice(from, to).join(' '), theirs.slice(from, to).join(' ')]
  const own = nameDistance(wrong, said, lexicon)
  if (own > (apart.length === ours.length ? farthest : farthestPart)) return undefined
  // Another person or place may well be called so.
  const another = apart.every((index) => isChinese(ours[index]!, lexicon))
  return { entry, from, to, said, distance: own, confidence: another ? 0.5 : 0.75 }
}

const farthestPart = 0.33

const isChinese = (name: string, { tables }: Lexicon): boolean =>
  isPinyin(name) || surnameRanks(tables.surnames).has(name.toLowerCase())

const isEnglish = (name: string, { pronunciations }: Lexicon): boolean =>
  pronunciations.phones(name.toLowerCase()) !== undefined

/** Not ordinary English, not a name that the call itself gives, none of the glossary's. */
function isUnknown(heard: string, known: ReadonlySet<string>, { languageModel }: Lexicon): boolean {
  const words = heard.toLowerCase()
  if (words.length < 4 || known.has(words)) return false
  return words.split(' ').some((word) => !known.has(word) && !isOrdinary(word, languageModel, seldom))
}

/** Lower case: the glossary's own words, and what people of the call are listed as and call themselves. */
function knownWords(
  doc: Aligned,
  speech: Speech,
  glossary: readonly GlossaryEntry[],
  lexicon: Lexicon,
): Set<string> {
  const sure = mentionsOf(doc, speech, lexicon).filter(({ kind }) => kind === 'listed' || kind === 'self')
  const forms = [
    ...sure.map(({ words }) => words.map(({ form }) => form).join(' ')),
    ...glossary.flatMap(({ term, not }) => [term, ...not]),
  ]
  return new Set(
    forms
      .map((form) => form.toLowerCase())
      .flatMap((form) => [form, ...form.split(/\s+/u), ...form.split(/[\s-]+/u)]),
  )
}
