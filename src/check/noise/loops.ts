import type { Origin } from '../../types.js'
import type { Repetition } from './repetitions.js'
import type { Unit } from './units.js'

/** Where the words are said. */
export interface Setting {
  readonly origin: Origin
  /** An operator's instructions are read twice on purpose. */
  readonly operator: boolean
  /** The transcript keeps false starts everywhere: a phrase said twice is its style. */
  readonly verbatim: boolean
}

/** Probability that the repetition is a mistake of the recogniser or a slip a clean text leaves out; 0: legitimate. */
export function surplusProbability(
  units: readonly Unit[],
  repetition: Repetition,
  setting: Setting,
  fillers: ReadonlySet<string>,
): number {
  const { from, to, period, copies } = repetition
  const phrase = units.slice(from, from + period)
  if (phrase.every(({ kind }) => kind === 'han')) return ofHan(period, copies)
  if (phrase.every(({ form, kind }) => kind === 'number' || numberWords.has(form)))
    return period >= spelledOut && setting.origin === 'mandarin' ? 0.65 : 0
  if (phrase.some(({ kind }) => kind === 'han')) return copies >= 3 ? 0.9 : 0.6
  if (phrase.every(({ form }) => emphatic.has(form)))
    return setting.operator ? 0 : ofEmphasis(phrase, units[from + period]!.after, copies, setting)
  const join = units[from + period]!.after
  if (setting.operator && join === 'stop') return 0
  if (period === 1) return ofWord(phrase[0]!.form, copies, join, setting)
  if (copies >= 3) return ofMany(period, copies, setting)
  const words = phrase.map(({ form }) => form).join(' ')
  const broken = join !== 'stop' && units.slice(from + 1, to).some(({ after }) => after === 'stop')
  const divided =
    copies === 2 &&
    units.slice(from + period + 1, to).some(({ after }, at) => after !== phrase[at + 1]!.after)
  const coordinated = phrase[0]!.form === 'and' || phrase.at(-1)!.form === 'and'
  if (broken || divided || coordinated || customary.has(words)) return 0
  if (setting.verbatim && period < 8) return join === 'stop' ? 0 : 0.5
  return fillers.has(words) ? 0.65 : ofTwice(phrase, join, setting)
}

/**
 * Courtesy and assent are said two or three times; a phrase or an "okay" four times, or another word five, seldom;
 * in machine English thanks to all hardly twice.
 */
function ofEmphasis(
  phrase: readonly Unit[],
  join: Unit['after'],
  copies: number,
  { origin }: Setting,
): number {
  if (copies >= 6) return 0.8
  const often = phrase.length > 1 || phrase[0]!.form.startsWith('ok') ? 4 : 5
  if (copies >= often) return 0.68
  return phrase.length >= 3 && join === 'space' && origin === 'mandarin' ? 0.62 : 0
}

/** Words of a figure that nobody says twice. */
const spelledOut = 4

function ofMany(period: number, copies: number, { verbatim }: Setting): number {
  if (verbatim && copies === 3 && period <= 3) return 0.55
  return period >= 3 || copies >= 4 ? 0.93 : 0.85
}

/** A phrase said just twice. */
function ofTwice(phrase: readonly Unit[], join: Unit['after'], { origin }: Setting): number {
  const period = phrase.length
  if (join === 'stop') return period >= (origin === 'mandarin' ? 5 : 8) ? 0.7 : 0
  if (join === 'mark' && origin === 'mandarin')
    return period >= 4 ? 0.7 : period === 3 ? 0.65 : phrase[0]!.form === 'the' ? 0.55 : 0.62
  if (join === 'mark') return period >= 4 ? 0.7 : period === 3 ? 0.55 : 0
  return period >= 4 ? 0.85 : period === 3 ? 0.75 : 0.68
}

function ofWord(form: string, copies: number, join: Unit['after'], { verbatim }: Setting): number {
  if (form.length === 1 && form !== 'a' && form !== 'i') return 0
  if (copies >= 5) return 0.92
  if (copies === 4) return join === 'space' ? 0.92 : verbatim ? 0.55 : 0.7
  if (copies === 3) return verbatim ? 0 : join === 'space' ? 0.75 : neverDoubled.has(form) ? 0.62 : 0
  if (verbatim || join !== 'space' || !isDoubledBySlip(form)) return 0
  return neverDoubled.has(form) ? 0.65 : 0.62
}

/** Content words follow themselves in a slip too, unless they stand for emphasis. */
const isDoubledBySlip = (form: string): boolean => neverDoubled.has(form) || !mayBeDoubled.has(form)

function ofHan(period: number, copies: number): number {
  if (period === 1) return copies >= 8 ? 0.85 : 0
  if (period <= 3) return copies >= 5 ? 0.9 : 0
  if (period <= 7) return copies >= 3 ? 0.93 : 0
  return copies >= 3 ? 0.95 : 0.8
}

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Said again for emphasis or out of courtesy. */
const emphatic =
  listOf(`very really much so too quite more many far long big great good well right sure exactly correct
  yes yeah yep no not never okay ok alright hello hi hey bye goodbye thank thanks you morning afternoon evening
  everyone all please again problem perfect excellent wow ha haha oh knock welcome wait`)

/** Words that follow themselves only in a slip. */
const neverDoubled = listOf('the a an of our we with from and their its by at for my your these i')

/** Words that grammar or a name may set side by side (what it is is …, had had, that that, bye bye). */
const mayBeDoubled =
  listOf(`that had is was are were do does did can will in on to up out it her you as what who
  there here now one two percent many like big little new york boom hong win yo tom ping ling bling dan bang`)

const customary = new Set(['et cetera', 'so on', 'bit by', 'step by', 'one by', 'over year', 'over quarter'])

const numberWords =
  listOf(`zero oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
  billion trillion percent point and star pound hash`)
