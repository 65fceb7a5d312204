import { textOf } from '../../text/spans.js'
import { oddly, type CalqueReading } from './calques.js'
import type { Kind } from './kinds.js'
import { bias, weights } from './weights.js'

/** What the probability of a reading is reckoned from. */
export const featureNames = [
  'always',
  'phrase',
  'strength',
  'here',
  'beside',
  'elsewhere',
  'association',
  'single',
  'gainNear',
  'gainFar',
  'rarity',
  'missing',
  'turned',
  'missingNear',
  'turnedNear',
  'inEnglish',
  'told',
  'scoreNear',
  'occurrences',
  'rivals',
  'stops',
  'absent',
  'absentScore',
  'partly',
  'sounding',
] as const

export type Features = Readonly<Record<(typeof featureNames)[number], number>>

export const kindOf = ({ literal: { kind } }: CalqueReading): Kind =>
  kind === 'composed' || kind === 'dictionary' ? kind : 'table'

/** A reading with the probability that its words are a calque of what it says, 0 to 1. */
export interface Judged {
  readonly reading: CalqueReading
  readonly confidence: number
}

/** The readings of a call, each stretch of words once: of those that overlap the likeliest, of equals the longest. */
export function judgeCalques(text: string, readings: readonly CalqueReading[]): Judged[] {
  const features = featuresOf(text, readings)
  const judged = readings.map((reading, index) => ({
    reading,
    confidence: probabilityOf(kindOf(reading), features[index]!),
  }))
  const order = judged
    .filter(({ reading, confidence }) => confidence >= leastOf(reading))
    .toSorted((a, b) => meritOf(b) - meritOf(a) || a.reading.start - b.reading.start)
  const kept: Judged[] = []
  const taken = new Set<number>()
  for (const each of order) {
    const { start, end } = each.reading
    let free = true
    for (let at = start; at < end; at++) free &&= !taken.has(at)
    if (!free) continue
    for (let at = start; at < end; at++) taken.add(at)
    kept.push(each)
  }
  return kept
}

/** Probability from which on readings are reported: whose right words the interpretation shows, and others. */
const least = { shown: 0.5, untold: 0.65 }

const leastOf = (reading: CalqueReading): number =>
  isOddRow(reading) || (reading.partner && reading.partly + reading.sounding === 0)
    ? least.shown
    : least.untold

/** Whether it is a literal of the tables whose words calls do not join: right oftener than its probability tells. */
export const isOddRow = (reading: CalqueReading): boolean =>
  kindOf(reading) === 'table' && reading.association <= oddly && reading.literal.words.length > 1

/** A word more counts as much as this probability. */
const longer = 0.08

const meritOf = ({ reading: { literal }, confidence }: Judged): number =>
  confidence + longer * Math.min(4, literal.words.length)

/** The features of the readings of a call; rivals are other terms that the same words may render. */
export function featuresOf(text: string, readings: readonly CalqueReading[]): Features[] {
  const heard = readings.map((reading) => textOf(text, reading).toLowerCase())
  const occurrences = new Map<string, Set<number>>()
  const terms = new Map<string, Set<string>>()
  for (const [index, words] of heard.entries()) {
    const known = occurrences.get(words)
    if (known) known.add(readings[index]!.start)
    else occurrences.set(words, new Set([readings[index]!.start]))
    const { literal } = readings[index]!
    const phrase = literal.words.join(' ')
    terms.set(phrase, (terms.get(phrase) ?? new Set()).add(literal.zh))
  }
  return readings.map((reading, index) => {
    const { literal, where, gain, score, answer } = reading
    const isNear = Number(where === 'here' || where === 'beside')
    const isAnswered = Number(answer > 0)
    return {
      always: Number(literal.kind === 'always'),
      phrase: Number(literal.kind === 'phrase'),
      strength: literal.strength,
      here: Number(where === 'here'),
      beside: Number(where === 'beside'),
      elsewhere: Number(where === 'elsewhere'),
      association: within(reading.association, -2, 2),
      single: Number(literal.words.length === 1),
      gainNear: isNear * within(gain, -3, 5),
      gainFar: (1 - isNear) * within(gain, -3, 5),
      rarity: within(reading.rarity, -7, -2),
      missing: literal.missing,
      turned: Number(literal.turned),
      missingNear: isNear * literal.missing,
      turnedNear: isNear * Number(literal.turned),
      inEnglish: Math.log10(1 + reading.inEnglish),
      told: Math.log10(1 + reading.elsewhere),
      scoreNear: isNear * score,
      occurrences: Math.log10(occurrences.get(heard[index]!)!.size),
      rivals: Math.log10(terms.get(literal.words.join(' '))!.size),
      stops: Math.min(2, reading.stops),
      absent: isAnswered * reading.absent,
      absentScore: isAnswered * reading.absent * score,
      partly: reading.partly,
      sounding: reading.sounding,
    }
  })
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

function probabilityOf(kind: Kind, features: Features): number {
  const own = weights[kind]
  const logOdds = featureNames.reduce((sum, name, at) => sum + own[at]! * features[name], bias[kind])
  return 1 / (1 + Math.exp(-logOdds))
}
