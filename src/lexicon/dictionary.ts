import type { Span } from '../types.js'
import { asText, asUint16, asUint32, asUint8, openSections } from './sections.js'

/**
 * CC-CEDICT, compiled by scripts/lexicon/dictionary.ts. Headwords are simplified (fold first) and known by
 * number, 0 to `size` − 1; so are the stems of their English glosses (see `stem` in text/stem.ts).
 */
export interface Dictionary {
  readonly size: number
  /** The headword's number; −1 when it is absent. */
  idOf(headword: string): number
  /** The number of the headword that is `text` from `start` to `end`; −1 when there is none. */
  find(text: string, start: number, end: number): number
  headword(id: number): string
  /** The UTF-16 code unit at a place of the headword. */
  unitAt(id: number, place: number): number
  /** Headwords are numbered by length: the first of so many UTF-16 code units, 1 to `longestHeadword`. */
  firstOfLength(length: number): number
  /** Readings without tones, syllables joined by spaces, ü as v ("mao li"); the commonest first. */
  pinyin(id: number): readonly string[]
  /** Whether it is also a family name. */
  isSurname(headword: string): boolean
  /** How many longer headwords contain it, on a scale of logarithms, 0 to 255. */
  commonness(id: number): number
  /** Log10 of its share of the words of newspapers and books, −8 to −1; of a word that is not met there −9. */
  frequency(id: number): number
  /** The headwords of two to four characters that are met there, by the first two syllables of their commonest reading. */
  soundingAs(first: string, second: string): Uint32Array
  /** Stems of the English glosses, stop words left out; a weight (0 to 1) falls with the gloss's rank and length. */
  glossStems(id: number): readonly GlossStem[]
  /** Stems of what machine English writes for a single character, besides its glosses; mostly none. */
  literalStems(id: number): Uint16Array
  /** How many different stems the glosses have. */
  readonly stemCount: number
  /** The stem's number; −1 when no gloss has it. */
  stemId(stem: string): number
  stemText(stemId: number): string
  /** Headwords glossed by a stem, ascending. */
  headwordsOf(stemId: number): Uint32Array
  /** For each of `headwordsOf(stemId)`, the weight of the stem among its glosses, in 255ths. */
  weightsOf(stemId: number): Uint8Array
}

export interface GlossStem {
  readonly stem: number
  /** 0 to 1. */
  readonly weight: number
}

/** Headwords longer than this, in UTF-16 code units, are left out. */
export const longestHeadword = 16

/**
 * The sections of dictionary.bin. Headwords are ordered by length, then by code unit, so that those of one
 * length form a table without gaps and need no offsets.
 */
export const dictionarySections = [
  'firstIdOfLength',
  'units',
  'syllableNames',
  'syllables',
  'extraIds',
  'extraOffsets',
  'extraSyllables',
  'surnames',
  'commonness',
  'frequencies',
  'soundOrder',
  'glossOffsets',
  'glossStems',
  'glossWeights',
  'literalOffsets',
  'literalStems',
  'stemOffsets',
  'stemLetters',
  'pivotOffsets',
  'pivotHeadwords',
  'pivotWeights',
] as const

/** Stands in `syllables` for a headword whose readings are all among the extra ones. */
export const irregularReading = 0xffff

/** Opens dictionary.bin; nothing is decoded before it is asked for. Throws Error for another file. */
export function openDictionary(bytes: Uint8Array): Dictionary {
  const sections = openSections(bytes, dictionarySections.length, 'dictionary.bin')
  const section = (name: (typeof dictionarySections)[number]) => sections[dictionarySections.indexOf(name)]!
  const headwords = openHeadwords(asUint32(section('firstIdOfLength')), asUint16(section('units')))
  const commonness = asUint8(section('commonness'))
  const frequencies = asUint8(section('frequencies'))
  const surnames = asUint32(section('surnames'))
  const readings: Readings = {
    names: asText(section('syllableNames')).split(' '),
    syllables: asUint16(section('syllables')),
    extraIds: asUint32(section('extraIds')),
    extraOffsets: asUint32(section('extraOffsets')),
    extraSyllables: asUint16(section('extraSyllables')),
  }
  const glosses: Glosses = {
    offsets: asUint32(section('glossOffsets')),
    stems: asUint16(section('glossStems')),
    weights: asUint8(section('glossWeights')),
  }
  const literalOffsets = asUint32(section('literalOffsets'))
  const literalStems = asUint16(section('literalStems'))
  const stems = openStems(asUint32(section('stemOffsets')), asUint8(section('stemLetters')))
  const pivots = {
    offsets: asUint32(section('pivotOffsets')),
    headwords: asUint32(section('pivotHeadwords')),
    weights: asUint8(section('pivotWeights')),
  }
  return {
    size: headwords.size,
    idOf: (headword) => headwords.find(headword, 0, headword.length),
    find: headwords.find,
    headword: headwords.text,
    unitAt: headwords.unitAt,
    firstOfLength: headwords.firstOfLength,
    pinyin: (id) => readingsOf(readings, id, headwords),
    isSurname: (headword) => {
      const id = headwords.find(headword, 0, headword.length)
      return id >= 0 && surnames[lowerBound(surnames, id)] === id
    },
    commonness: (id) => commonness[id]!,
    frequency: (id) => frequencyOf(frequencies[id]!),
    soundingAs: openSoundOrder(asUint32(section('soundOrder')), readings, headwords),
    glossStems: (id) => {
      const found: GlossStem[] = []
      for (let i = glosses.offsets[id]!; i < glosses.offsets[id + 1]!; i++) {
        found.push({ stem: glosses.stems[i]!, weight: glosses.weights[i]! / 255 })
      }
      return found
    },
    literalStems: (id) =>
      id + 1 < literalOffsets.length
        ? literalStems.subarray(literalOffsets[id], literalOffsets[id + 1])
        : literalStems.subarray(0, 0),
    stemCount: stems.count,
    stemId: stems.find,
    stemText: stems.text,
    headwordsOf: (stem) => pivots.headwords.subarray(pivots.offsets[stem], pivots.offsets[stem + 1]),
    weightsOf: (stem) => pivots.weights.subarray(pivots.offsets[stem], pivots.offsets[stem + 1]),
  }
}

/** Words of the source of corpora/lexicon/han-frequencies.tsv, as a power of ten. */
const wordsCounted = 7.78

/** From 12 × log2(1 + count); 0 stands for none. */
const frequencyOf = (level: number): number =>
  level === 0 ? -9 : (level / 12) * Math.LOG10E * Math.LN2 - wordsCounted

interface Headwords {
  readonly size: number
  readonly find: (text: string, start: number, end: number) => number
  readonly text: (id: number) => string
  readonly unitAt: (id: number, place: number) => number
  readonly firstOfLength: (length: number) => number
  /** Where the headword's code units (and syllables) begin. */
  readonly offset: (id: number) => number
  readonly length: (id: number) => number
}

function openHeadwords(firstIds: Uint32Array, units: Uint16Array): Headwords {
  const bases = new Uint32Array(longestHeadword + 2)
  for (let n = 1; n <= longestHeadword; n++) bases[n + 1] = bases[n]! + n * (firstIds[n + 1]! - firstIds[n]!)
  const length = (id: number): number => {
    let n = 1
    while (firstIds[n + 1]! <= id) n++
    return n
  }
  const offsetIn = (n: number, id: number): number => bases[n]! + n * (id - firstIds[n]!)
  return {
    size: firstIds[longestHeadword + 1]!,
    length,
    offset: (id) => offsetIn(length(id), id),
    unitAt: (id, place) => units[offsetIn(length(id), id) + place]!,
    firstOfLength: (n) => firstIds[n]!,
    text: (id) => {
      const n = length(id)
      const offset = offsetIn(n, id)
      return String.fromCharCode(...units.subarray(offset, offset + n))
    },
    find: (text, start, end) => {
      const n = end - start
      if (n < 1 || n > longestHeadword) return -1
      let low = firstIds[n]!
      let high = firstIds[n + 1]! - 1
      while (low <= high) {
        const middle = (low + high) >>> 1
        const order = compareUnits(units, offsetIn(n, middle), text, start, n)
        if (order === 0) return middle
        if (order < 0) low = middle + 1
        else high = middle - 1
      }
      return -1
    },
  }
}

function compareUnits(
  units: Uint16Array,
  offset: number,
  text: string,
  start: number,
  length: number,
): number {
  for (let i = 0; i < length; i++) {
    const order = units[offset + i]! - text.charCodeAt(start + i)
    if (order !== 0) return order
  }
  return 0
}

interface Readings {
  readonly names: readonly string[]
  readonly syllables: Uint16Array
  readonly extraIds: Uint32Array
  readonly extraOffsets: Uint32Array
  readonly extraSyllables: Uint16Array
}

function readingsOf(readings: Readings, id: number, headwords: Headwords): readonly string[] {
  const { names, syllables, extraIds, extraOffsets, extraSyllables } = readings
  const spell = (codes: Uint16Array): string =>
    Array.from(codes, (code) => names[code]!)
      .filter((name) => name !== '')
      .join(' ')
  const offset = headwords.offset(id)
  const found: string[] = []
  if (syllables[offset] !== irregularReading) {
    found.push(spell(syllables.subarray(offset, offset + headwords.length(id))))
  }
  for (let i = lowerBound(extraIds, id); extraIds[i] === id; i++) {
    found.push(spell(extraSyllables.subarray(extraOffsets[i], extraOffsets[i + 1])))
  }
  return found
}

/** Finds, among headwords in the order of their first two syllables' codes, those of two syllables. */
function openSoundOrder(
  order: Uint32Array,
  { names, syllables }: Readings,
  headwords: Headwords,
): Dictionary['soundingAs'] {
  let codes: Map<string, number> | undefined
  const keyAt = (place: number): number => soundKey(syllables, headwords.offset(order[place]!))
  const firstFrom = (key: number): number => {
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (keyAt(middle) < key) low = middle + 1
      else high = middle
    }
    return low
  }
  return (first, second) => {
    codes ??= new Map(names.map((name, code) => [name, code]))
    const one = codes.get(first)
    const other = codes.get(second)
    if (one === undefined || other === undefined) return order.subarray(0, 0)
    const key = one * 0x10000 + other
    return order.subarray(firstFrom(key), firstFrom(key + 1))
  }
}

/** Orders headwords by the codes of their first two syllables, of which the first stands at the offset. */
export const soundKey = (syllables: ArrayLike<number>, offset: number): number =>
  syllables[offset]! * 0x10000 + syllables[offset + 1]!

/** The first place whose value is not below `value`. */
function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

interface Stems {
  readonly count: number
  readonly find: (stem: string) => number
  readonly text: (id: number) => string
}

/** ASCII strings in ascending order. */
function openStems(offsets: Uint32Array, letters: Uint8Array): Stems {
  const compare = (id: number, stem: string): number => {
    const start = offsets[id]!
    const length = offsets[id + 1]! - start
    const shared = Math.min(length, stem.length)
    for (let i = 0; i < shared; i++) {
      const order = letters[start + i]! - stem.charCodeAt(i)
      if (order !== 0) return order
    }
    return length - stem.length
  }
  return {
    count: offsets.length - 1,
    text: (id) => String.fromCharCode(...letters.subarray(offsets[id], offsets[id + 1])),
    find: (stem) => {
      let low = 0
      let high = offsets.length - 2
      while (low <= high) {
        const middle = (low + high) >>> 1
        const order = compare(middle, stem)
        if (order === 0) return middle
        if (order < 0) low = middle + 1
        else high = middle - 1
      }
      return -1
    },
  }
}

interface Glosses {
  readonly offsets: Uint32Array
  readonly stems: Uint16Array
  readonly weights: Uint8Array
}

/**
 * The words of a run of simplified Han: as few as possible; among those as even in length as possible (the
 * rules of MMSEG, Tsai 1996), then those that build more compounds. A character the dictionary does not know
 * stands alone. Linear in the length of the run; the spans cover `span` without gaps.
 */
export function segmentHan(dictionary: Dictionary, text: string, span: Span): Span[] {
  const length = span.end - span.start
  const words = new Uint32Array(length + 1).fill(length + 1)
  const unevenness = new Float64Array(length + 1)
  const lastWord = new Uint8Array(length + 1)
  words[0] = 0
  for (let i = 0; i < length; i++) {
    if (words[i]! > length) continue
    const character = text.codePointAt(span.start + i)! > 0xffff ? Math.min(2, length - i) : 1
    for (let n = character; n <= longestHeadword && i + n <= length; n++) {
      const id = dictionary.find(text, span.start + i, span.start + i + n)
      if (id < 0 && n > character) continue
      const count = words[i]! + 1
      const cost = unevenness[i]! + n * n - (id < 0 ? 0 : dictionary.commonness(id) / 256)
      const better = count < words[i + n]! || (count === words[i + n]! && cost < unevenness[i + n]!)
      if (!better) continue
      words[i + n] = count
      unevenness[i + n] = cost
      lastWord[i + n] = n
    }
  }
  const spans: Span[] = []
  for (let end = length; end > 0; end -= lastWord[end]!) {
    spans.push({ start: span.start + end - lastWord[end]!, end: span.start + end })
  }
  return spans.reverse()
}

/** Toneless syllables of simplified Han, each word in its commonest reading; what has no reading is left out. */
export function readPinyin(dictionary: Dictionary, han: string): string[] {
  return segmentHan(dictionary, han, { start: 0, end: han.length }).flatMap(({ start, end }) => {
    const id = dictionary.find(han, start, end)
    return id < 0 ? [] : (dictionary.pinyin(id)[0]?.split(' ') ?? [])
  })
}
