import type { LanguageModel } from '../../lexicon/language-model.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { metaphones } from '../../text/sound.js'
import { isStopWord } from '../../text/stop-words.js'
import type { Aligned, Span } from '../../types.js'
import { isOrdinary, isPinyin, isSameName, nameDistance, seldom } from './alike.js'
import { capitalRuns, type SpokenWord, type Speech } from './capitalised.js'
import { namesInPlace, startOfSlot } from './company.js'
import type { Mention } from './mentions.js'

/** Two or three words heard for a name of one word. */
export interface SplitName extends Span {
  readonly heard: string
  readonly said: string
  readonly distance: number
  readonly confidence: number
  /** Where the name stands as it is. */
  readonly proof: readonly Span[]
  /** A city, province or country: known without standing elsewhere. */
  readonly isPlace?: boolean
}

export interface Known {
  readonly form: string
  readonly sounds: ReadonlySet<string>
  /** Said in the company's place, or written as two words in one. */
  readonly sure: boolean
  readonly mentions: readonly Span[]
}

/**
 * Names of one word heard as several ("real harbor" for ReelHarbor, "E Jing" for Yijing): words that calls do not say
 * one after the other and that sound like the company, a name said often, or one with a capital inside. People's names
 * have checks of their own.
 */
export function splitNames(
  doc: Aligned,
  speech: Speech,
  people: readonly Mention[],
  lexicon: Lexicon,
): SplitName[] {
  const persons = new Set(
    people
      .filter(({ kind }) => kind !== 'plain')
      .flatMap(({ words }) => words.map(({ form }) => form.toLowerCase())),
  )
  const names = knownNames(doc, speech, persons, lexicon)
  const surnames = new Set(
    lexicon.tables.surnames
      .filter(({ romanisation }) => romanisation === 'mandarin')
      .map(({ name }) => name.toLowerCase()),
  )
  const nearest = memoized((heard: string) => nearestName(heard, names, lexicon))
  const nearestPlace = memoized((heard: string) =>
    nearestName(heard, placesOf(lexicon.tables.places), lexicon),
  )
  const found = speech.flatMap(({ words }) => {
    const runs = unheardRuns(words, persons, lexicon.languageModel)
    return runs.flatMap(({ from, to }): SplitName[] => {
      const run = words.slice(from, to)
      const heard = run.map(({ form }) => form).join(' ')
      const match = nearest(heard)
      const capital = run.every((word) => word.capital)
      const inSlot = startOfSlot(words, from, to) === from
      if (!match || match.distance > farthest(match.name.sure, capital, inSlot)) {
        const place =
          capital && isWhereabouts(words, from, surnames) && run.some(({ form }) => isPinyin(form))
            ? nearestPlace(heard)
            : undefined
        if (!place || place.distance > nearPlace || isSameName(place.name.form, heard)) return []
        const span = { start: run[0]!.start, end: run.at(-1)!.end }
        const { distance } = place
        return [
          { ...span, heard, said: place.name.form, distance, confidence: 0.7, proof: [], isPlace: true },
        ]
      }
      const { form: said, sure, mentions } = match.name
      const confidence = sure && (capital || inSlot) ? 0.82 : 0.7
      const span = { start: run[0]!.start, end: run.at(-1)!.end }
      return [{ ...span, heard, said, distance: match.distance, confidence, proof: mentions }]
    })
  })
  return found.filter(({ heard, proof, isPlace }) => {
    if (isPlace) return true
    const times = found.filter((other) => isSameName(other.heard, heard)).length
    return times <= 3 || times <= 2 * proof.length
  })
}

/** Whether a place is named: after "from" it may be a person whose surname stands there. */
const isWhereabouts = (words: readonly SpokenWord[], at: number, surnames: ReadonlySet<string>): boolean =>
  inPlaces.has(words[at - 1]?.lower ?? '') ||
  (ofPlaces.has(words[at - 1]?.lower ?? '') && !surnames.has(words[at]!.lower))

const inPlaces: ReadonlySet<string> = new Set(['in', 'near', 'to', 'at'])
const ofPlaces: ReadonlySet<string> = new Set(['from', 'including', 'and'])
/** Sound distance up to which words there are the place. */
const nearPlace = 0.2

const knownPlaces = new WeakMap<readonly string[], readonly Known[]>()

function placesOf(places: readonly string[]): readonly Known[] {
  let known = knownPlaces.get(places)
  if (!known) {
    known = places.map((form) => ({ form, mentions: [], sure: false, sounds: new Set(firstSounds(form)) }))
    knownPlaces.set(places, known)
  }
  return known
}

/** Sound distance up to which the words are the name. */
function farthest(sure: boolean, capital: boolean, inSlot: boolean): number {
  if (sure && (capital || inSlot)) return 0.3
  return sure ? 0.12 : capital ? 0.15 : 0.06
}

/**
 * Two or three words that follow each other directly, none of them grammar, an abbreviation or a person's name, and
 * that calls do not say so.
 */
function unheardRuns(
  words: readonly SpokenWord[],
  persons: ReadonlySet<string>,
  model: LanguageModel,
): { readonly from: number; readonly to: number }[] {
  const fit = words.map(({ lower, capital }) => (capital || !isStopWord(lower)) && !persons.has(lower))
  const ids = words.map(({ lower }, index) => (fit[index] ? model.id(lower) : 0))
  const joins = words.map(({ glued }, index) => {
    if (!glued || !fit[index] || !fit[index - 1] || words[index - 1]!.possessive) return false
    const [before, id] = [ids[index - 1]!, ids[index]!]
    return before <= 0 || id <= 0 || model.logProbability(id, [before]) <= model.unigram(id) + chance
  })
  const runs: { readonly from: number; readonly to: number }[] = []
  for (let from = 0; from + 1 < words.length; from++) {
    if (!joins[from + 1]) continue
    if (isPlain(words.slice(from, from + 2))) runs.push({ from, to: from + 2 })
    if (joins[from + 2] && isPlain(words.slice(from, from + 3))) runs.push({ from, to: from + 3 })
  }
  return runs
}

function isPlain(run: readonly SpokenWord[]): boolean {
  const capital = run.every((word) => word.capital)
  return run.every(({ lower, form }, index) => {
    if (!capital && isStopWord(lower)) return false
    const abbreviation = (form.length > 1 || index > 0) && /^\p{Lu}+$/u.test(form)
    return !abbreviation && /^\p{L}+$/u.test(form)
  })
}

/** Log10 by which a word is likelier after another than by chance where the two are said together. */
const chance = 0.3

function nearestName(heard: string, names: readonly Known[], lexicon: Lexicon) {
  const length = heard.replaceAll(' ', '').length
  const parts = heard.split(' ')
  const like = names.filter(
    ({ form }) =>
      Math.abs(form.length - length) <= Math.max(2, 0.35 * form.length) &&
      !parts.some((part) => isSameName(form, part)) &&
      (!isSameName(form, heard) || isPinyin(form)),
  )
  if (like.length === 0) return undefined
  const sounds = firstSounds(heard)
  const [best] = like
    .filter((name) => sounds.some((sound) => name.sounds.has(sound)))
    .map((name) => ({ name, distance: nameDistance(heard, name.form, lexicon) }))
    .toSorted((a, b) => a.distance - b.distance)
  return best
}

/** Vowels count as one, and so do the hisses that pinyin writes as x, q, j, zh, ch, sh, z, c and s. */
function firstSounds(words: string): string[] {
  const letters = words.toLowerCase().replaceAll(' ', '')
  const codes = metaphones(letters).map((code) => code[0]!)
  const hisses = /^[xqjzcs]/u.test(letters) && isPinyin(words) ? ['S'] : []
  return [...hisses, ...codes.map((code) => (/[AY]/u.test(code) ? 'A' : /[SXJ]/u.test(code) ? 'S' : code))]
}

/** Names that are no ordinary words and nobody's: the company's, those with a capital inside, those said often. */
export function knownNames(
  doc: Aligned,
  speech: Speech,
  persons: ReadonlySet<string>,
  { languageModel }: Lexicon,
): Known[] {
  const placed = new Set(namesInPlace(doc, speech).map((name) => name.toLowerCase()))
  const spans = new Map<string, { form: string; mentions: Span[] }>()
  for (const { words } of speech) {
    for (const { from, to } of capitalRuns(words)) {
      for (const { form, lower, start, end } of words.slice(from, to)) {
        const entry = spans.get(lower)
        if (entry) entry.mentions.push({ start, end })
        else spans.set(lower, { form, mentions: [{ start, end }] })
      }
    }
  }
  return [...spans]
    .map(([lower, { form, mentions }]) => {
      const sure = placed.has(lower) || /^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}{2,}$/u.test(form)
      return { lower, form, mentions, sure }
    })
    .filter(({ sure, mentions }) => sure || mentions.length >= often)
    .filter(
      ({ lower, form }) =>
        /^\p{L}{5,}$/u.test(form) && !persons.has(lower) && !isOrdinary(form, languageModel, seldom),
    )
    .toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.mentions.length - a.mentions.length)
    .slice(0, most)
    .map(({ form, mentions, sure }) => ({ form, mentions, sure, sounds: new Set(firstSounds(form)) }))
}

const often = 3
const most = 60

function memoized<T>(of: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    if (!known.has(key)) known.set(key, of(key))
    return known.get(key)!
  }
}
