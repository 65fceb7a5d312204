import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Surname } from '../../lexicon/tables.js'
import { isOrdinary, isPinyin, isSameName, nameDistance, seldom, spelledAlike } from './alike.js'
import type { Mention, NamePart } from './mentions.js'

/** A full name as it is written, with all its mentions. */
export interface FullName {
  readonly parts: readonly string[]
  readonly mentions: readonly Mention[]
}

/** What is written for part of a name, and what should be. */
export interface PersonVariant {
  readonly heard: string
  readonly said: string
  /** 0 to 1. */
  readonly distance: number
  readonly confidence: number
  /** Places of `heard`. */
  readonly places: readonly NamePart[]
  /** Mentions of `said`. */
  readonly proof: readonly Mention[]
  /** The reading in pinyin, where the spelling heard is none. */
  readonly pinyin?: string
}

/** Names of two words or more, each spelling once. */
export function fullNames(mentions: readonly Mention[]): FullName[] {
  const names = new Map<string, Mention[]>()
  for (const mention of mentions) {
    if (mention.words.length < 2) continue
    const key = mention.words.map(({ form }) => form.toLowerCase()).join(' ')
    const known = names.get(key)
    if (known) known.push(mention)
    else names.set(key, [mention])
  }
  return [...names.values()].map((all) => ({ parts: all[0]!.words.map(({ form }) => form), mentions: all }))
}

/**
 * Pairs of full names that are two spellings of one person's, with the likelier of the two: named by himself,
 * listed, called up, then labelled; a real surname or pinyin before an ordinary word.
 */
export function fullNameVariants(mentions: readonly Mention[], lexicon: Lexicon): PersonVariant[] {
  const names = fullNames(mentions)
  return likelyPairs(names).flatMap(([one, two]) => {
    if (areTwoPeople(one, two)) return []
    const pair = differingParts(one, two, isLinked(one, two), lexicon)
    const variant = pair && decide(one, two, pair, mentions, names, lexicon)
    return variant ?? []
  })
}

/** Pairs that share a word, begin alike in words of another number, or are named one just before the other. */
function likelyPairs(names: readonly FullName[]): [FullName, FullName][] {
  const buckets = new Map<string, number[]>()
  names.forEach(({ parts, mentions }, index) => {
    const calls = mentions.filter(({ kind }) => kind === 'called').map(({ turn }) => `turn ${turn + 1}`)
    const labels = mentions
      .filter(({ kind }) => kind === 'label' || kind === 'self')
      .map(({ turn }) => `turn ${turn}`)
    const keys = [
      ...parts.map((part) => part.toLowerCase()),
      `begins ${parts[0]!.slice(0, 2)}`,
      ...calls,
      ...labels,
    ]
    for (const key of new Set(keys)) {
      const bucket = buckets.get(key)
      if (bucket) bucket.push(index)
      else buckets.set(key, [index])
    }
  })
  const seen = new Set<number>()
  const pairs: [FullName, FullName][] = []
  for (const bucket of buckets.values()) {
    if (bucket.length > crowd) continue
    bucket.forEach((one, at) => {
      for (const two of bucket.slice(at + 1)) {
        const key = one * names.length + two
        if (seen.has(key)) continue
        seen.add(key)
        pairs.push([names[one]!, names[two]!])
      }
    })
  }
  return pairs
}

/** A word that more names share tells nothing. */
const crowd = 60

/** Both on the list of participants, or each called up to ask. */
function areTwoPeople(one: FullName, two: FullName): boolean {
  const kinds = (name: FullName) => new Set(name.mentions.map(({ kind }) => kind))
  const [a, b] = [kinds(one), kinds(two)]
  return (a.has('listed') && b.has('listed')) || (a.has('called') && b.has('called') && !isLinked(one, two))
}

/**
 * Whether one is called up and the other speaks or names himself next, or names himself in the other's turn, or the
 * other way round.
 */
function isLinked(one: FullName, two: FullName): boolean {
  const follows = (a: FullName, b: FullName) =>
    a.mentions.some(
      ({ kind, turn }) =>
        (kind === 'called' || kind === 'self') &&
        b.mentions.some(
          (mention) =>
            (mention.kind === 'label' || (kind === 'called' && mention.kind === 'self')) &&
            mention.turn === (kind === 'called' ? turn + 1 : turn),
        ),
    )
  return follows(one, two) || follows(two, one)
}

interface DifferingParts {
  readonly ofOne: readonly number[]
  readonly ofTwo: readonly number[]
  readonly distance: number
}

/** The parts in which two names differ, where the rest is the same and these are alike. */
function differingParts(
  one: FullName,
  two: FullName,
  linked: boolean,
  lexicon: Lexicon,
): DifferingParts | undefined {
  const { ofOne, ofTwo } = unshared(one, two)
  if (ofOne.length === 0 || ofTwo.length === 0) return undefined
  const whole = ofOne.length === one.parts.length && ofTwo.length === two.parts.length
  // Nothing in common but the sound: words run together or apart (Bo Wen Dean, Bowen Ding).
  if (whole && !linked && one.parts.length === two.parts.length) return undefined
  const heard = ofOne.map((index) => one.parts[index]!).join(' ')
  const said = ofTwo.map((index) => two.parts[index]!).join(' ')
  if (isSameName(heard, said)) return undefined
  const distance = nameDistance(heard, said, lexicon)
  const spelled = distance <= 0.2 || spelledAlike(heard, said) >= 0.4
  const limit = whole ? 0.3 : linked || isSeldom(one, two) || isSeldom(two, one) ? 0.46 : 0.3
  const slip = linked && !whole && isSlip(heard, said, lexicon)
  return (slip && distance <= 0.6) || (spelled && distance <= limit) ? { ofOne, ofTwo, distance } : undefined
}

/** Whether one is only named, hardly ever and spelled much like the other, who speaks. */
const isSeldom = (one: FullName, two: FullName): boolean =>
  one.mentions.length <= 2 &&
  one.mentions.every(({ kind }) => kind === 'titled' || kind === 'plain') &&
  two.mentions.filter(({ kind }) => kind === 'label').length >= 2 &&
  spelledAlike(one.parts.join(' '), two.parts.join(' ')) >= 0.7

/** An ordinary word where the other has a surname ("Melissa Tall", Tao). */
function isSlip(one: string, two: string, { tables, languageModel }: Lexicon): boolean {
  const surnames = surnameRanks(tables.surnames)
  const [a, b] = [surnames.has(one.toLowerCase()), surnames.has(two.toLowerCase())]
  return a !== b && isOrdinary(a ? two : one, languageModel, seldom)
}

/** What is left of both names without the parts they share, in any order. */
function unshared(one: FullName, two: FullName): Omit<DifferingParts, 'distance'> {
  const ofTwo = [...two.parts.keys()]
  const ofOne = [...one.parts.keys()].filter((index) => {
    const at = ofTwo.findIndex((other) => isSameName(one.parts[index]!, two.parts[other]!))
    if (at >= 0) ofTwo.splice(at, 1)
    return at < 0
  })
  return { ofOne, ofTwo }
}

const weights = { listed: 6, self: 4, called: 2, titled: 1.5, label: 2, plain: 1 } as const

function decide(
  one: FullName,
  two: FullName,
  { ofOne, ofTwo, distance }: DifferingParts,
  mentions: readonly Mention[],
  names: readonly FullName[],
  lexicon: Lexicon,
): PersonVariant | undefined {
  const wordsOf = (name: FullName, indexes: readonly number[]) =>
    indexes.map((index) => name.parts[index]!).join(' ')
  const [first, second] = [wordsOf(one, ofOne), wordsOf(two, ofTwo)]
  const rest = one.parts.filter((_, index) => !ofOne.includes(index))
  const weigh = (name: FullName, words: string, other: string) =>
    weightOf(name.mentions) +
    0.7 * titledAlone(mentions, words).length +
    plausibility(words, other, rest, lexicon)
  const [a, b] = [weigh(one, first, second), weigh(two, second, first)]
  if (Math.max(a, b) < 1.25 * Math.min(a, b) || Math.abs(a - b) < 1) return undefined
  const [loser, indexes, winner] = a < b ? [one, ofOne, two] : [two, ofTwo, one]
  const [heard, said] = a < b ? [first, second] : [second, first]
  const places = loser.mentions
    .map(({ words }) => {
      const parts = indexes.map((index) => words[index]!)
      return { form: heard, start: parts[0]!.start, end: parts.at(-1)!.end }
    })
    .concat(
      isBorneByAnother(heard, [one, two], names)
        ? []
        : titledAlone(mentions, heard).map(({ words }) => words[0]!),
    )
  if (winner.mentions.every(({ kind }) => kind === 'plain')) return undefined
  const margin = Math.abs(a - b) / (a + b)
  return {
    heard,
    said,
    distance,
    confidence: Math.min(0.93, 0.66 + 0.35 * margin),
    places,
    proof: winner.mentions,
  }
}

/** Each kind of mention counts, a repeated label hardly more than one. */
function weightOf(mentions: readonly Mention[]): number {
  const labels = mentions.filter(({ kind }) => kind === 'label').length
  const others = mentions.filter(({ kind }) => kind !== 'label')
  return others.reduce(
    (sum, { kind }) => sum + weights[kind],
    Math.min(2.5, labels === 0 ? 0 : 1.9 + 0.1 * labels),
  )
}

/** "Mr. Li": the name after a title, without another. */
const titledAlone = (mentions: readonly Mention[], name: string): Mention[] =>
  mentions.filter(
    ({ kind, words }) =>
      kind === 'titled' && words.length === 1 && words[0]!.form.toLowerCase() === name.toLowerCase(),
  )

const isBorneByAnother = (part: string, pair: readonly FullName[], names: readonly FullName[]): boolean =>
  names.some((name) => !pair.includes(name) && name.parts.some((other) => isSameName(other, part)))

/** What the shape of a name says for it, against the other. */
function plausibility(
  name: string,
  other: string,
  rest: readonly string[],
  { tables, languageModel }: Lexicon,
): number {
  const surnames = surnameRanks(tables.surnames)
  const ordinary = (words: string) =>
    isOrdinary(words, languageModel, seldom) && !surnames.has(words.toLowerCase())
  const chinese = (words: string) => surnames.has(words.toLowerCase()) || isPinyin(words)
  let weight = 0
  // A given name is written in one word.
  if (isPinyin(name) && !name.includes(' ') && other.includes(' ')) weight += 3
  if (!ordinary(name) && ordinary(other)) weight += 2.5
  if (
    chinese(name) &&
    !chinese(other) &&
    rest.every((part) => isPinyin(part) || surnames.has(part.toLowerCase()))
  )
    weight += 3
  // A recogniser hears the commoner surname for the rarer.
  if ((surnames.get(name.toLowerCase()) ?? 0) > (surnames.get(other.toLowerCase()) ?? Infinity)) weight += 1
  return weight
}

const ranks = new WeakMap<readonly Surname[], ReadonlyMap<string, number>>()

/** Rank by romanised surname, lower case. */
export function surnameRanks(surnames: readonly Surname[]): ReadonlyMap<string, number> {
  let known = ranks.get(surnames)
  if (!known) {
    const best = new Map<string, number>()
    for (const { name, rank } of surnames) {
      const key = name.toLowerCase()
      best.set(key, Math.min(rank, best.get(key) ?? Infinity))
    }
    ranks.set(surnames, (known = best))
  }
  return known
}
