import { createRequire } from 'node:module'
import {
  type Dictionary,
  dictionarySections,
  irregularReading,
  longestHeadword,
  openDictionary,
  soundKey,
} from '../../src/lexicon/dictionary.js'
import { packSections } from '../../src/lexicon/sections.js'
import { stem } from '../../src/text/stem.js'
import { stopWords } from '../../src/text/stop-words.js'
import { listOf, readSource } from './rows.js'

/**
 * CC-CEDICT as shipped with the package `hanzi`, with glosses.tsv, characters.tsv and han-frequencies.tsv, compiled
 * into dictionary.bin.
 */
export function buildDictionary(): Uint8Array {
  const source = createRequire(import.meta.url)('hanzi/lib/data/cedict_ts.u8.js') as string
  const literals = readSource('characters.tsv').rows.map(([zh, words]) => [zh!, listOf(words!)] as const)
  const levels = readSource('han-frequencies.tsv').rows.flatMap(([level, words]) =>
    words!.split(' ').map((word) => [word, Number(level)] as const),
  )
  const spoken = readSource('glosses.tsv').rows.map(([zh, pinyin, english]): SpokenGloss => ({
    zh: zh!,
    pinyin: pinyin!,
    glosses: listOf(english!),
  }))
  const isSpoken = new Set(spoken.map(({ zh }) => zh))
  const ofCalls = spoken.map(({ zh }) => [zh, spokenLevel] as const)
  return compileDictionary(source, {
    literals: new Map(literals),
    levels: new Map([
      ...ofCalls,
      ...levels.filter(([zh, level]) => level > spokenLevel || !isSpoken.has(zh)),
    ]),
    spoken,
  })
}

/** Least level of the words of glosses.tsv, which calls have oftener than books: some ten in a million. */
const spokenLevel = 110

/** What is added to CC-CEDICT. */
export interface Additions {
  /** What machines write for single characters. */
  readonly literals: ReadonlyMap<string, readonly string[]>
  /** The levels of han-frequencies.tsv. */
  readonly levels: ReadonlyMap<string, number>
  readonly spoken: readonly SpokenGloss[]
}

/** How interpreters put a word. */
export interface SpokenGloss {
  readonly zh: string
  /** Syllables without tones, ü as v. */
  readonly pinyin: string
  readonly glosses: readonly string[]
}

const nothing: Additions = { literals: new Map(), levels: new Map(), spoken: [] }

/** Compiles text in the format of CC-CEDICT. Throws Error at a line that does not have the format. */
export function compileDictionary(
  source: string,
  { literals, levels, spoken }: Additions = nothing,
): Uint8Array {
  const articles = collectArticles(source)
  for (const word of spoken) addSpoken(articles, word)
  orderEntries(articles)
  const headwords = [...articles.keys()].sort(byLengthThenUnits)
  const readings = packReadings(headwords, articles)
  const sections = {
    ...packHeadwords(headwords),
    ...readings,
    frequencies: Uint8Array.from(headwords, (word) => levels.get(word) ?? 0),
    soundOrder: orderBySound(headwords, levels, readings.syllables),
    ...packGlosses(headwords, articles, literals),
    surnames: Uint32Array.from(headwords.flatMap((word, id) => (articles.get(word)!.surname ? [id] : []))),
    commonness: new Uint8Array(headwords.length),
  }
  const pack = (): Uint8Array => packSections(dictionarySections.map((name) => sections[name]))
  sections.commonness = measureCommonness(openDictionary(pack()), headwords)
  return pack()
}

interface Article {
  /** The commonest reading first. */
  readonly entries: Entry[]
  /** What interpreters say. */
  spoken: readonly (readonly string[])[]
  surname: boolean
}

interface Entry {
  readonly syllables: readonly string[]
  /** A name or a mere reference to another headword: its reading comes after the others. */
  readonly minor: boolean
  readonly glosses: readonly (readonly string[])[]
}

function collectArticles(source: string): Map<string, Article> {
  const articles = new Map<string, Article>()
  for (const line of source.split(/\r?\n/u)) {
    if (line.startsWith('#') || line === '') continue
    const parts = /^\S+ (\S+) \[([^\]]*)\] \/(.*)\/$/u.exec(line)
    if (!parts) throw new Error(`not a line of CC-CEDICT: ${line}`)
    const [, headword, pinyin, definition] = parts as unknown as [string, string, string, string]
    if (headword.length > longestHeadword || !/\p{Script=Han}/u.test(headword)) continue
    const article = articles.get(headword) ?? { entries: [], spoken: [], surname: false }
    articles.set(headword, article)
    if (/(?:^|\/)(?:[a-z-]+ )*surname [A-Z]/u.test(definition)) article.surname = true
    article.entries.push(readEntry(pinyin, definition))
  }
  return articles
}

function addSpoken(articles: Map<string, Article>, { zh, pinyin, glosses }: SpokenGloss): void {
  const known = articles.get(zh)
  const own = { syllables: pinyin.split(' '), minor: false, glosses: [] }
  const article = known ?? { entries: [own], spoken: [], surname: false }
  article.spoken = glosses.map(contentStems).filter((stems) => stems.length > 0)
  articles.set(zh, article)
}

function readEntry(pinyin: string, definition: string): Entry {
  const translations = definition.split(/[/;]/u).filter((gloss) => !REMARK.test(gloss))
  return {
    syllables: tonelessSyllables(pinyin),
    minor: /^[A-Z]/u.test(pinyin) || translations.length === 0,
    glosses: translations.map(contentStems).filter((stems) => stems.length > 0),
  }
}

/** "Nu:3 er2" → ["nv", "er"]; punctuation is dropped. */
function tonelessSyllables(pinyin: string): string[] {
  return pinyin
    .toLowerCase()
    .replaceAll('u:', 'v')
    .split(/\s+/u)
    .map((syllable) => syllable.replace(/(?<=[a-z])[1-5]$/u, ''))
    .filter((syllable) => /^[a-z0-9]+$/u.test(syllable) && syllable !== 'xx')
}

/** Glosses that speak of the entry instead of translating it. */
const REMARK =
  /^\W*(?:CL:|classifier|(?:\w+ )*variant of|(?:[a-z]+ )*surname [A-Z]|used in|see |see also|Kangxi radical|(?:also |Taiwan |old )?pr\.)/u

/** Marks of style and grammar that CC-CEDICT writes inside glosses. */
const JARGON = new Set('sb sth etc esp abbr lit fig eg ie idiom loanword aka vs tw also'.split(' '))

function contentStems(gloss: string): string[] {
  const plain = withoutBrackets(gloss).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.replace(/\b([a-z])\.(?=[a-z]\.)/gu, '$1').match(/[a-z](?:[a-z'&]*[a-z])?/gu) ?? []
  return words.filter((word) => !stopWords.has(word) && !JARGON.has(word) && word.length > 1).map(stem)
}

/** Innermost brackets go first, so nested ones go as well. */
function withoutBrackets(gloss: string): string {
  let text = gloss
  for (;;) {
    const shorter = text.replace(/\([^()]*\)|\[[^[\]]*\]/gu, ' ')
    if (shorter === text) return text
    text = shorter
  }
}

const byLengthThenUnits = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1)

function packHeadwords(headwords: readonly string[]) {
  const firstIdOfLength = Uint32Array.from({ length: longestHeadword + 2 }, (_, length) => {
    const id = headwords.findIndex((word) => word.length >= length)
    return id < 0 ? headwords.length : id
  })
  const text = headwords.join('')
  return { firstIdOfLength, units: Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)) }
}

function packReadings(headwords: readonly string[], articles: ReadonlyMap<string, Article>) {
  const names = ['']
  const codes = new Map([['', 0]])
  const encode = (syllable: string): number => {
    const known = codes.get(syllable)
    if (known !== undefined) return known
    codes.set(syllable, names.length)
    return names.push(syllable) - 1
  }
  const syllables: number[] = []
  const extraIds: number[] = []
  const extraOffsets = [0]
  const extraSyllables: number[] = []
  for (const [id, headword] of headwords.entries()) {
    const readings = distinct(articles.get(headword)!.entries.map((entry) => entry.syllables.join(' ')))
    const regular = alignSyllables(headword, readings[0]?.split(' ') ?? [])
    for (let i = 0; i < headword.length; i++) syllables.push(regular ? encode(regular[i]!) : irregularReading)
    for (const reading of regular ? readings.slice(1) : readings) {
      extraIds.push(id)
      extraSyllables.push(...reading.split(' ').map(encode))
      extraOffsets.push(extraSyllables.length)
    }
  }
  return {
    syllableNames: new TextEncoder().encode(names.join(' ')),
    syllables: Uint16Array.from(syllables),
    extraIds: Uint32Array.from(extraIds),
    extraOffsets: Uint32Array.from(extraOffsets),
    extraSyllables: Uint16Array.from(extraSyllables),
  }
}

const distinct = (readings: readonly string[]): string[] =>
  [...new Set(readings)].filter((text) => text !== '')

/** The numbers of the words of two to four characters that have a level, by their first two syllables. */
function orderBySound(
  headwords: readonly string[],
  levels: ReadonlyMap<string, number>,
  syllables: Uint16Array,
): Uint32Array {
  const places: number[] = []
  let offset = 0
  for (const word of headwords) {
    places.push(offset)
    offset += word.length
  }
  const isListed = (word: string): boolean => word.length > 1 && word.length < 5 && levels.has(word)
  const listed = headwords.flatMap((word, id) => (isListed(word) ? [id] : []))
  const key = (id: number): number => soundKey(syllables, places[id]!)
  return Uint32Array.from(listed.filter((id) => syllables[places[id]!] !== irregularReading)).sort(
    (a, b) => key(a) - key(b) || a - b,
  )
}

/** A syllable for each code unit, "" where it is no letter; undefined unless every letter has just one. */
function alignSyllables(headword: string, syllables: readonly string[]): string[] | undefined {
  const letters = Array.from(headword).filter(isLetter)
  if (letters.length !== syllables.length) return undefined
  let next = 0
  return Array.from(headword).flatMap((character) => {
    const syllable = isLetter(character) ? syllables[next++]! : ''
    return character.length > 1 ? [syllable, ''] : [syllable]
  })
}

const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character)

/**
 * Names and references last; the readings of a single character by how many compounds use them, but those of
 * ALONE first. The order of the source decides otherwise.
 */
function orderEntries(articles: ReadonlyMap<string, Article>): void {
  const uses = new Map<string, number>()
  for (const [headword, { entries }] of articles) {
    for (const { syllables } of entries) {
      const characters = Array.from(headword).filter(isLetter)
      if (characters.length < 2 || characters.length !== syllables.length) continue
      for (const [i, character] of characters.entries()) {
        const key = `${character} ${syllables[i]!}`
        uses.set(key, (uses.get(key) ?? 0) + 1)
      }
    }
  }
  for (const [headword, { entries }] of articles) {
    const usesOf = ({ syllables }: Entry): number => uses.get(`${headword} ${syllables.join(' ')}`) ?? 0
    const isAlone = ({ syllables }: Entry): boolean => ALONE.get(headword) === syllables[0]
    entries.sort(
      (a, b) =>
        Number(isAlone(b)) - Number(isAlone(a)) || Number(a.minor) - Number(b.minor) || usesOf(b) - usesOf(a),
    )
  }
}

/** Characters that are read otherwise alone than in most of their compounds. */
const ALONE = new Map(
  Object.entries({
    的: 'de',
    了: 'le',
    着: 'zhe',
    呢: 'ne',
    那: 'na',
    都: 'dou',
    没: 'mei',
    还: 'hai',
    儿: 'er',
  }),
)

function packGlosses(
  headwords: readonly string[],
  articles: ReadonlyMap<string, Article>,
  literals: ReadonlyMap<string, readonly string[]>,
) {
  const weighted = headwords.map((headword) => weighStems(articles.get(headword)!))
  const characters = headwords.filter((headword) => headword.length === 1)
  const written = characters.map((character) => distinct((literals.get(character) ?? []).map(stem)))
  const stems = [...new Set([...weighted.flatMap((weights) => [...weights.keys()]), ...written.flat()])].sort(
    (a, b) => (a < b ? -1 : 1),
  )
  if (stems.length > 0xffff) throw new Error('more stems than 16 bits can number')
  const numbers = new Map(stems.map((text, id) => [text, id]))
  const postings = weighted.flatMap((weights) => [...weights])
  const owners = weighted.flatMap((weights, id) => Array.from(weights, () => id))
  const byStem = Array.from(postings, ([text], place) => ({ stem: numbers.get(text)!, place })).sort(
    (a, b) => a.stem - b.stem || a.place - b.place,
  )
  const counts = new Array<number>(stems.length).fill(0)
  for (const { stem } of byStem) counts[stem]!++
  const weightAt = (place: number): number => Math.max(1, Math.round(255 * postings[place]![1]))
  return {
    glossOffsets: runningTotals(weighted.map(({ size }) => size)),
    glossStems: Uint16Array.from(postings, ([text]) => numbers.get(text)!),
    glossWeights: Uint8Array.from(postings, (_, place) => weightAt(place)),
    literalOffsets: runningTotals(written.map(({ length }) => length)),
    literalStems: Uint16Array.from(written.flat(), (text) => numbers.get(text)!),
    pivotOffsets: runningTotals(counts),
    pivotHeadwords: Uint32Array.from(byStem, ({ place }) => owners[place]!),
    pivotWeights: Uint8Array.from(byStem, ({ place }) => weightAt(place)),
    stemOffsets: runningTotals(stems.map(({ length }) => length)),
    stemLetters: new TextEncoder().encode(stems.join('')),
  }
}

function runningTotals(counts: readonly number[]): Uint32Array {
  const totals = new Uint32Array(counts.length + 1)
  for (const [i, count] of counts.entries()) totals[i + 1] = totals[i]! + count
  return totals
}

/** Each stem's best weight over the glosses. */
function weighStems({ entries, spoken }: Article): Map<string, number> {
  const weights = new Map<string, number>()
  for (const stems of spoken) {
    for (const text of stems)
      weights.set(text, Math.max(glossWeight(1, stems.length), weights.get(text) ?? 0))
  }
  for (const [order, { glosses }] of entries.entries()) {
    for (const [rank, stems] of glosses.entries()) {
      const weight = glossWeight(rank + order, stems.length)
      for (const text of stems) weights.set(text, Math.max(weight, weights.get(text) ?? 0))
    }
  }
  return weights
}

/** Fitted to how often a gloss's word is met in the translation of a sentence that holds the headword. */
const glossWeight = (rank: number, length: number): number => 1 / (1 + rank) / (1 + 0.25 * (length - 1))

/** On a scale of logarithms, how many headwords contain each one. */
function measureCommonness(dictionary: Dictionary, headwords: readonly string[]): Uint8Array<ArrayBuffer> {
  const containers = new Uint32Array(headwords.length)
  for (const headword of headwords) {
    const parts = new Set<number>()
    for (let start = 0; start < headword.length; start++) {
      for (let end = start + 1; end <= headword.length; end++) {
        const id = end - start === headword.length ? -1 : dictionary.find(headword, start, end)
        if (id >= 0) parts.add(id)
      }
    }
    for (const id of parts) containers[id]!++
  }
  return Uint8Array.from(containers, (count) => Math.min(255, Math.round(24 * Math.log2(1 + count))))
}
