import { openSections, asUint8 } from './sections.js'

/**
 * How English words sound: the CMU dictionary, and for what it lacks letter-to-sound rules learnt from it, both
 * compiled by scripts/lexicon/pronunciations.ts.
 *
 * Sounds are strings of phones, one letter each, in the one-letter ARPABET without stress:
 *
 *     vowels      a odd   @ at   x about  A hut   c ought  W cow   Y hide   E Ed   R hurt
 *                 e ate   I it   i eat    o oat   O toy    U hood  u two
 *     consonants  b C(heese) d D(thee) f g G(si-ng) h J(gee) k l m n p r s S(he) t T(heta) v w y z Z(seizure)
 */
export interface Pronunciations {
  /** The word's phones as the dictionary has them; letter case is folded. */
  phones(word: string): string | undefined
  /**
   * The phones of a word or of several, whatever they are: rules sound out unknown words and names, acronyms
   * are spelled unless the dictionary reads them (EBITDA, GAAP), figures are read as numbers, white space and
   * punctuation are skipped.
   */
  phonesOf(words: string): string
}

/** Opens pronunciations.bin; nothing is decoded before it is asked for. Throws Error for another file. */
export function openPronunciations(bytes: Uint8Array): Pronunciations {
  const [words, rules] = openSections(bytes, 2, 'pronunciations.bin').map(asUint8) as [Uint8Array, Uint8Array]
  const phones = (word: string): string | undefined =>
    findLine(words, word.toLowerCase().replaceAll('’', "'"))
  const soundOut = (letters: string): string => applyRules((key) => findLine(rules, key), letters)
  const known: Known = { phones, letter: (name) => findLine(words, name.toUpperCase()) ?? '', soundOut }
  return { phones, phonesOf: (text) => readWords(known, text) }
}

/** The line that begins with the key and a space, without both; lines are ASCII in ascending order. */
function findLine(lines: Uint8Array, key: string): string | undefined {
  let low = 0
  let high = lines.length
  while (low < high) {
    let start = (low + high) >>> 1
    while (start > low && lines[start - 1] !== NEWLINE) start--
    const order = compareKey(lines, start, key)
    let end = start
    while (lines[end] !== NEWLINE) end++
    if (order === 0) return String.fromCharCode(...lines.subarray(start + key.length + 1, end))
    if (order < 0) low = end + 1
    else high = start
  }
  return undefined
}

const NEWLINE = 10
const SPACE = 32

function compareKey(lines: Uint8Array, start: number, key: string): number {
  for (let i = 0; i < key.length; i++) {
    const order = lines[start + i]! - key.charCodeAt(i)
    if (order !== 0) return order
  }
  return lines[start + key.length]! - SPACE
}

interface Known {
  readonly phones: (word: string) => string | undefined
  /** The letter's name. */
  readonly letter: (letter: string) => string
  readonly soundOut: (letters: string) => string
}

function readWords(known: Known, text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'")
  return plain
    .split(/\s+/u)
    .map((word) => known.phones(trimmed(word)) ?? readPieces(known, word))
    .join('')
}

const trimmed = (word: string): string => word.replace(/^[^A-Za-z0-9]+/u, '').replace(/[^A-Za-z0-9]+$/u, '')

function readPieces(known: Known, word: string): string {
  const pieces = word.match(/[A-Za-z]+(?:'[A-Za-z]+)*|\d[\d,]*(?:\.\d+)?|[&%+]/gu) ?? []
  return pieces.map((piece) => (/^[A-Za-z]/u.test(piece) ? readLetters : readSign)(known, piece)).join('')
}

const SIGNS: Readonly<Record<string, string>> = { '&': 'and', '%': 'percent', '+': 'plus' }

function readSign(known: Known, sign: string): string {
  const words = SIGNS[sign] ? [SIGNS[sign]] : numberWords(sign.replaceAll(',', ''))
  return words.map((word) => known.phones(word) ?? '').join('')
}

function readLetters(known: Known, word: string): string {
  const isUpper = word === word.toUpperCase()
  const spelled = (): string => Array.from(word, known.letter).join('')
  if (isUpper && word.length <= 2) return spelled()
  const found = known.phones(word)
  if (found !== undefined) return found
  const initials = /^([A-Z]{2,5})s$/u.exec(word)
  if (initials) return withS(readLetters(known, initials[1]!))
  const possessive = /^(.+)'s$/iu.exec(word)
  if (possessive) return withS(readLetters(known, possessive[1]!))
  if ((isUpper && word.length <= 4) || !/[aeiouy]/iu.test(word)) return spelled()
  return known.soundOut(word.toLowerCase().replaceAll("'", ''))
}

/** Behind a hiss the ending has a vowel, behind a voiceless stop or fricative it is voiceless. */
function withS(phones: string): string {
  if (/[szSZCJ]$/u.test(phones)) return phones + 'xz'
  return phones + (/[ptkfT]$/u.test(phones) ? 's' : 'z')
}

const BELOW_TWENTY = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Digits as they are read: years in pairs, decimals digit by digit, from a billion on digit by digit. */
function numberWords(figure: string): string[] {
  const [whole, decimals] = figure.split('.') as [string, string?]
  const digits = (text: string): string[] => Array.from(text, (digit) => BELOW_TWENTY[Number(digit)]!)
  const value = Number(whole)
  const words =
    /^(?:19|20[1-9])\d+$/u.test(whole) && whole.length === 4 ? yearWords(value) : integerWords(value)
  return [...(whole.length > 9 ? digits(whole) : words), ...(decimals ? ['point', ...digits(decimals)] : [])]
}

function yearWords(year: number): string[] {
  const tail = year % 100
  const words = tail === 0 ? ['hundred'] : tail < 10 ? ['oh', BELOW_TWENTY[tail]!] : integerWords(tail)
  return [...integerWords(Math.floor(year / 100)), ...words]
}

function integerWords(value: number): string[] {
  for (const [size, name] of SCALES) {
    if (value < size) continue
    const rest = value % size
    return [...integerWords(Math.floor(value / size)), name, ...(rest > 0 ? integerWords(rest) : [])]
  }
  if (value < 20) return [BELOW_TWENTY[value]!]
  const tens = TENS[Math.floor(value / 10) - 2]!
  return value % 10 > 0 ? [tens, BELOW_TWENTY[value % 10]!] : [tens]
}

const SCALES = [
  [1e6, 'million'],
  [1e3, 'thousand'],
  [100, 'hundred'],
] as const

/** Neighbours a rule may look at, in the order they join its key. */
const NEIGHBOURS = [1, -1, 2, -2, 3, -3, 4] as const
export const longestRule = NEIGHBOURS.length + 1

/** The letter at `at` and its neighbours, nearest first, as the key of its longest rule; "." lies outside. */
export function ruleKey(letters: string, at: number): string {
  return letters[at]! + NEIGHBOURS.map((offset) => letters[at + offset] ?? '.').join('')
}

/**
 * Each letter's phones by the longest rule for its surroundings, as an information-gain tree finds them
 * (IGTree, Daelemans & van den Bosch 1997).
 */
export function applyRules(rule: (key: string) => string | undefined, letters: string): string {
  return Array.from(letters, (_, at) => {
    const key = ruleKey(letters, at)
    for (let length = longestRule; length > 0; length--) {
      const phones = rule(key.slice(0, length))
      if (phones !== undefined) return phones
    }
    return ''
  }).join('')
}
