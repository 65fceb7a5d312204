import { segmentHan } from '../lexicon/dictionary.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { powerOfTenApart, type Amount } from '../text/amounts/amounts.js'
import { similarity as spellingSimilarity } from '../text/distance.js'
import { splitPinyin } from '../text/pinyin.js'
import { leastAlike, namePairs } from './name-pairs.js'
import { relateTables } from './tables.js'
import type { TermType, Vocabulary } from './vocabulary.js'
import { indexWords, type Add, type WordIndex } from './words.js'

/**
 * The translation table t(y|x) over the vocabulary of one call, as compressed rows: the types that
 * type x may be rendered by are `related[offsets[x]] … related[offsets[x + 1] - 1]`, by falling
 * number, with their weights (0 to 1).
 */
export interface Relations {
  readonly offsets: Uint32Array
  readonly related: Uint32Array
  readonly weights: Float32Array
}

/** How far each kind of evidence is trusted. */
const trust = {
  sameWord: 0.7,
  /** The glosses of a single character, and of the parts of a term. */
  character: 0.4,
  part: 0.5,
  equalAmount: 0.85,
  scaledAmount: 0.8,
  pinyin: 0.85,
  spelling: 0.6,
} as const

/** Which terms may render which, from the dictionary, the term tables, amounts by value, and names. */
export function relate(vocabulary: Vocabulary, lexicon: Lexicon): Relations {
  const rows = vocabulary.types.map(() => new Map<number, number>())
  const add = (x: number, y: number, weight: number): void => {
    const row = rows[x]!
    const known = row.get(y)
    if (known === undefined || known < weight) row.set(y, weight)
  }
  const words = indexWords(vocabulary)
  relateWords(vocabulary, lexicon, words, add)
  relateTables(vocabulary, lexicon.renderings, words, add)
  relateAmounts(vocabulary, add)
  relateNames(vocabulary, lexicon, add)
  return compress(rows)
}

/** Han words by their glosses, English words by themselves. */
function relateWords({ types }: Vocabulary, { dictionary }: Lexicon, words: WordIndex, add: Add): void {
  const typeOfStem = new Map<number, number>()
  for (const [text, type] of words.byStem) {
    const id = dictionary.stemId(text)
    if (id >= 0) typeOfStem.set(id, type)
  }
  types.forEach((type, x) => {
    if (type.kind === 'han') {
      const factor = type.word.length === 1 ? trust.character : 1
      for (const part of type.id < 0 ? partsOf(type.word, dictionary) : [type.id]) {
        for (const { stem: y, weight } of dictionary.glossStems(part)) {
          const target = typeOfStem.get(y)
          if (target !== undefined) add(x, target, factor * weight * (part === type.id ? 1 : trust.part))
        }
      }
      add(x, x, trust.sameWord)
    } else if (type.kind === 'word') {
      add(x, x, trust.sameWord)
    }
  })
}

/** The dictionary's words of a term that it lacks. */
const partsOf = (term: string, dictionary: Lexicon['dictionary']): number[] =>
  segmentHan(dictionary, term, { start: 0, end: term.length })
    .map(({ start, end }) => dictionary.find(term, start, end))
    .filter((id) => id >= 0)

/** More different amounts than any call has: there, only those that agree in four digits are compared. */
const crowd = 2000

/** Amounts of one unit that agree within rounding, or up to a power of ten where both are large. */
function relateAmounts({ types }: Vocabulary, add: Add): void {
  const amounts = types.flatMap((type, index) =>
    type.kind === 'amount' ? [{ index, amount: asCount(type.amount) }] : [],
  )
  const digits = amounts.length > crowd ? 4 : 2
  const buckets = new Map<number, typeof amounts>()
  for (const each of amounts) {
    const key = leadingDigits(each.amount.value, digits)
    const bucket = buckets.get(key)
    if (bucket) bucket.push(each)
    else buckets.set(key, [each])
  }
  const [first, last] = [10 ** (digits - 1), 10 ** digits - 1]
  for (const x of amounts) {
    const key = leadingDigits(x.amount.value, digits)
    for (const near of [key === first ? last : key - 1, key, key === last ? first : key + 1]) {
      for (const y of buckets.get(near) ?? []) {
        const weight = amountWeight(x.amount, y.amount)
        if (weight > 0) add(x.index, y.index, weight)
      }
    }
  }
}

/** The leading digits of the magnitude (two: 10 to 99), or 0 for nothing. */
const leadingDigits = (value: number, digits: number): number => {
  const magnitude = Math.abs(value)
  if (!(magnitude > 0)) return 0
  const mantissa = magnitude / 10 ** Math.floor(Math.log10(magnitude))
  return Math.min(10 ** digits - 1, Math.floor(mantissa * 10 ** (digits - 1) + 1e-9))
}

/** "46 million times" counts calls; "2.5 times" is a ratio. */
const asCount = (amount: Amount): Amount =>
  amount.unit.kind === 'times' && amount.value >= 100 ? { ...amount, unit: { kind: 'none' } } : amount

function amountWeight(a: Amount, b: Amount): number {
  const ratio = (amount: Amount): boolean =>
    amount.unit.kind === 'percent' || amount.unit.kind === 'percentage-points'
  if (ratio(a) !== ratio(b)) return 0
  const apart = powerOfTenApart(a, b)
  if (apart === undefined) return 0
  const exact = Math.abs(a.value) === Math.abs(b.value)
  if (apart === 0) return exact ? trust.equalAmount : trust.equalAmount * 0.7
  return ratio(a) ? 0 : trust.scaledAmount * (exact ? 1 : 0.8)
}

/** Names: Han by its pinyin, and capitalised words the language does not know by their spelling. */
function relateNames({ types }: Vocabulary, lexicon: Lexicon, add: Add): void {
  const unknown = types.flatMap((type, index) =>
    type.kind === 'word' && type.capital && type.stem.length > 2 && !isCommonWord(type, lexicon)
      ? [{ index, stem: type.stem }]
      : [],
  )
  const byPinyin = new Map<string, number[]>()
  types.forEach((type, index) => {
    if (type.kind !== 'han' || type.id < 0) return
    for (const reading of lexicon.dictionary.pinyin(type.id)) {
      const joined = reading.replace(/ /gu, '')
      byPinyin.set(joined, [...(byPinyin.get(joined) ?? []), index])
    }
  })
  for (const { index: y, stem: name } of unknown) {
    const syllables = splitPinyin(name)
    if (!syllables) continue
    for (let from = 0; from < syllables.length; from++) {
      for (let to = from + 1; to <= Math.min(syllables.length, from + 4); to++) {
        const share = (to - from) / syllables.length
        for (const x of byPinyin.get(syllables.slice(from, to).join('')) ?? [])
          add(x, y, trust.pinyin * share)
      }
    }
  }
  for (const [one, two] of namePairs(unknown.map(({ stem }) => stem))) {
    const [a, b] = [unknown[one]!, unknown[two]!]
    const alike = spellingSimilarity(a.stem, b.stem)
    if (alike < leastAlike) continue
    add(a.index, b.index, trust.spelling * alike)
    add(b.index, a.index, trust.spelling * alike)
  }
}

const isCommonWord = (type: TermType & { kind: 'word' }, { languageModel }: Lexicon): boolean => {
  const id = languageModel.id(type.stem)
  return id > 0 && languageModel.unigram(id) > -5
}

function compress(rows: readonly Map<number, number>[]): Relations {
  const size = rows.reduce((sum, row) => sum + row.size, 0)
  const offsets = new Uint32Array(rows.length + 1)
  const related = new Uint32Array(size)
  const weights = new Float32Array(size)
  let at = 0
  rows.forEach((row, x) => {
    for (const [y, weight] of row) {
      related[at] = y
      weights[at++] = weight
    }
    offsets[x + 1] = at
  })
  return { offsets, related, weights }
}
