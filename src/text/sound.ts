import { doubleMetaphone } from 'double-metaphone'
import type { Pronunciations } from '../lexicon/pronunciations.js'
import { editDistance } from './distance.js'

/**
 * How far apart two strings of phones (the alphabet of lexicon/pronunciations.ts) sound: 0 when equal, 1 when
 * they share nothing; symmetric. A weighted edit distance D whose substitutions cost the feature differences of
 * ALINE (Kondrak 2002), normalised as 2D / (|a| + |b| + D) (Li & Liu 2007). Words that recognisers confuse
 * mostly lie below 0.4; of unrelated words of like length one in a hundred lies below 0.47.
 */
export function soundDistance(a: string, b: string): number {
  return a === b ? 0 : distanceOfSounds(soundOf(a), soundOf(b))
}

/** A string of phones made ready to be compared with many others. */
export interface Sound {
  readonly phones: string
  readonly segments: Uint8Array
  readonly weight: number
}

export function soundOf(phones: string): Sound {
  const segments = new Uint8Array(segmentsOf(phones))
  let weight = 0
  for (let at = 0; at < segments.length; at++) weight += gapCosts[segments[at]!]!
  return { phones, segments, weight }
}

/** As `soundDistance` of their phones. */
export function distanceOfSounds(a: Sound, b: Sound): number {
  if (a.phones === b.phones) return 0
  const distance = editCost(a.segments, b.segments)
  return (2 * distance) / (a.weight + b.weight + distance)
}

/** Share of the metaphones in the distance where they lie nearer than the phones. */
const METAPHONE_SHARE = 0.3

/**
 * How far apart what was heard and what was said sound, across word borders ("Real News", "revenues"), 0 to 1:
 * the distance of their phones or, where it is smaller, the mean of it and the distance of their double
 * metaphones (Philips 2000), which forgive vowels. Metaphones alone bring too many unrelated words together.
 */
export function soundsAlike(heard: string, said: string, pronunciations: Pronunciations): number {
  const phones = soundDistance(pronunciations.phonesOf(heard), pronunciations.phonesOf(said))
  if (phones === 0) return 0
  const mean = (1 - METAPHONE_SHARE) * phones + METAPHONE_SHARE * metaphoneDistance(heard, said)
  return Math.min(phones, mean)
}

/** The nearest of their primary and secondary metaphones, 0 to 1; 1 where one has none. */
export const metaphoneDistance = (a: string, b: string): number =>
  nearestMetaphones(metaphones(a), metaphones(b))

/** As `metaphoneDistance` of the words whose metaphones they are. */
export function nearestMetaphones(a: readonly string[], b: readonly string[]): number {
  let nearest = 1
  for (const first of a) {
    for (const second of b) {
      const distance = editDistance(first, second)
      nearest = Math.min(nearest, (2 * distance) / (first.length + second.length + distance))
    }
  }
  return nearest
}

/** The primary and secondary double metaphones (Philips 2000) of words read as one. */
export const metaphones = (words: string): string[] =>
  [...new Set(doubleMetaphone(lettersOf(words)))].filter((code) => code !== '')

const lettersOf = (words: string): string => (/[^a-z]/u.test(words) ? words.replace(/\P{L}/gu, '') : words)

/** A sound in the features of ALINE, each 0 to 1. */
interface Segment {
  readonly vowel: boolean
  readonly place: number
  readonly manner: number
  readonly voice: number
  readonly nasal: number
  readonly retroflex: number
  readonly lateral: number
  readonly high: number
  readonly front: number
  readonly round: number
}

/** Kondrak's saliences. */
const SALIENCE = {
  place: 40,
  manner: 50,
  voice: 10,
  nasal: 10,
  retroflex: 10,
  lateral: 10,
  syllabic: 5,
} as const
const VOWEL_SALIENCE = { high: 5, front: 5, round: 5, retroflex: 10 } as const

/** phone: place (lips 1 … glottis 0.1), manner (stop 1 … approximant 0.6), then v voiced, n nasal, r retroflex, l lateral. */
const CONSONANTS =
  'p 1 1, b 1 1 v, t .85 1, d .85 1 v, k .6 1, g .6 1 v, C .75 .9, J .75 .9 v, f .95 .8, v .95 .8 v, T .9 .8, ' +
  'D .9 .8 v, s .85 .8, z .85 .8 v, S .75 .8, Z .75 .8 v, h .1 .8, m 1 1 vn, n .85 1 vn, G .6 1 vn, l .85 .6 vl, ' +
  'r .85 .6 vr, w .6 .6 v, y .7 .6 v'

/** phone: height, frontness, then o rounded, r retroflex. */
const VOWELS =
  'i 1 1, I .85 .85, e .6 1, E .4 .9, @ .1 .9, a 0 .1, A .3 .4, x .5 .5, R .5 .5 r, c .3 0 o, o .6 0 o, ' +
  'U .85 .15 o, u 1 0 o'

const DIPHTHONGS: Readonly<Record<string, string>> = { W: 'aU', Y: 'aI', O: 'oI' }

const inventory: readonly (readonly [phone: string, segment: Segment])[] = [
  ...rows(CONSONANTS).map(([phone, place, manner, marks = '']): [string, Segment] => [
    phone!,
    {
      vowel: false,
      place: Number(place),
      manner: Number(manner),
      voice: Number(marks.includes('v')),
      nasal: Number(marks.includes('n')),
      retroflex: Number(marks.includes('r')),
      lateral: Number(marks.includes('l')),
      high: 0,
      front: 0,
      round: 0,
    },
  ]),
  ...rows(VOWELS).map(([phone, high, front, marks = '']): [string, Segment] => [
    phone!,
    {
      vowel: true,
      place: Number(front) > 0.5 ? 0.7 : 0.6,
      manner: 0.4 * Number(high),
      voice: 1,
      nasal: 0,
      retroflex: Number(marks.includes('r')),
      lateral: 0,
      high: Number(high),
      front: Number(front),
      round: Number(marks.includes('o')),
    },
  ]),
]

function rows(table: string): string[][] {
  return table.split(', ').map((row) => row.split(' '))
}

const size = inventory.length
const numbers = new Map(inventory.map(([phone], number) => [phone, number]))

/** By the code of a phone, the segments' numbers; a diphthong is two. */
const numbersOf: readonly (readonly number[])[] = Array.from({ length: 128 }, (_, code) => {
  const phone = String.fromCharCode(code)
  return Array.from(DIPHTHONGS[phone] ?? phone, (part) => numbers.get(part)).filter(
    (number) => number !== undefined,
  )
})

/** The segments' numbers; letters outside the alphabet are skipped. */
function segmentsOf(phones: string): number[] {
  const segments: number[] = []
  for (let at = 0; at < phones.length; at++) {
    const own = numbersOf[phones.charCodeAt(at)]
    if (own) for (let part = 0; part < own.length; part++) segments.push(own[part]!)
  }
  return segments
}

/** The difference of features that costs as much as leaving out two full sounds. */
const FEATURE_SCALE = 20
const LEAST_SUBSTITUTION = 0.05

/** What it costs to leave a segment out: the unstressed vowel half of the others. */
const gapCosts = Float64Array.from(inventory, ([phone]) => (phone === 'x' ? 0.25 : 0.5))

const substitutionCosts = Float64Array.from({ length: size * size }, (_, i) => {
  const first = Math.floor(i / size)
  const second = i % size
  if (first === second) return 0
  const difference = featureDifference(inventory[first]![1], inventory[second]![1]) / FEATURE_SCALE
  return Math.min(gapCosts[first]! + gapCosts[second]!, Math.max(LEAST_SUBSTITUTION, difference))
})

function featureDifference(a: Segment, b: Segment): number {
  if (a.vowel && b.vowel) return weighedDifference(VOWEL_SALIENCE, a, b)
  const { syllabic, ...salience } = SALIENCE
  return weighedDifference(salience, a, b) + (a.vowel === b.vowel ? 0 : syllabic)
}

type Feature = Exclude<keyof Segment, 'vowel'>

function weighedDifference(
  salience: Readonly<Partial<Record<Feature, number>>>,
  a: Segment,
  b: Segment,
): number {
  const weights = Object.entries(salience) as [Feature, number][]
  return weights.reduce((sum, [feature, weight]) => sum + weight * Math.abs(a[feature] - b[feature]), 0)
}

function editCost(a: Uint8Array, b: Uint8Array): number {
  const row = b.length < scratch.length ? scratch : new Float64Array(b.length + 1)
  row[0] = 0
  for (let j = 0; j < b.length; j++) row[j + 1] = row[j]! + gapCosts[b[j]!]!
  for (let i = 0; i < a.length; i++) {
    const segment = a[i]!
    const gap = gapCosts[segment]!
    const costs = segment * size
    let diagonal: number = row[0]
    row[0] = diagonal + gap
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1]!
      const other = b[j]!
      const substituted = diagonal + substitutionCosts[costs + other]!
      const left = row[j]! + gapCosts[other]!
      const up = above + gap
      row[j + 1] = substituted < up ? (substituted < left ? substituted : left) : up < left ? up : left
      diagonal = above
    }
  }
  return row[b.length]!
}

/** Reused from call to call. */
const scratch = new Float64Array(64)
