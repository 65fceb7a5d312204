import type { LanguageModel } from '../../lexicon/language-model.js'
import type { Stretch, Unit } from './units.js'

/**
 * "depth and depth", "data center or data center": a phrase of one or two words joined to itself, unless calls say so
 * ("cash and cash equivalents").
 */
export function doubledWords(units: readonly Unit[], model: LanguageModel): Stretch[] {
  const found: Stretch[] = []
  for (let from = 0; from < units.length; from++) {
    for (const period of [2, 1]) {
      const to = from + 2 * period + 1
      if (to > units.length || !isJoined(units, from, period) || isUsual(units.slice(from, to), model))
        continue
      found.push({ from, to })
      from = to - 1
      break
    }
  }
  return found
}

function isJoined(units: readonly Unit[], from: number, period: number): boolean {
  const phrase = units.slice(from, from + period)
  const rest = units.slice(from + period, from + 2 * period + 1)
  return (
    (rest[0]!.form === 'and' || rest[0]!.form === 'or') &&
    phrase.every(({ form, kind }, index) => kind === 'word' && form === rest[index + 1]!.form) &&
    rest.every(({ after }) => after === 'space') &&
    !growing.test(phrase[0]!.form) &&
    !/(?<!s)s$/u.test(phrase[0]!.form)
  )
}

/** Log10 of the probability from which on calls join a word to itself. */
const usual = -3.5

function isUsual(words: readonly Unit[], model: LanguageModel): boolean {
  const ids = words.map(({ form }) => model.id(form))
  const second = (words.length + 1) >> 1
  return ids[second]! > 0 && model.logProbability(ids[second]!, ids, 0, second) > usual
}

/** Comparatives and adverbs say "more and more", "again and again" on purpose; so do plurals ("years and years"). */
const growing =
  /^(?:\p{L}+er|more|less|again|over|on|through|up|down|out|in|off|so|round|around|by|such|back|forth|worse|further)$/u
