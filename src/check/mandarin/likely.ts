import type { Dictionary } from '../../lexicon/dictionary.js'
import type { Term } from '../../lexicon/tables.js'
import type { Span } from '../../types.js'
import type { HanRun } from './han-runs.js'
import type { Interpreted } from './interpreted.js'
import type { HeardRun, Misheard } from './misheard.js'

/** A word that was probably said, with how likely it is, 0 to 1, and the words of the interpretation that say so. */
export interface Likely {
  readonly misheard: Misheard
  readonly probability: number
  readonly partner?: Span
}

/** What the interpretation of the same words, and that with its neighbours, says. */
export interface Answers {
  readonly own: Interpreted
  readonly around: Interpreted
}

/** Log-odds that a word was said, rounded from a fit to annotated calls. */
const odds = {
  bias: -5,
  gain: 1,
  answered: 4,
  unanswered: -1.5,
  answeredAsWritten: -2.4,
  answeredInCharacters: -2.5,
  term: 1.6,
  near: -2.7,
  nothingShared: -1.6,
  shared: 3.2,
  threeCharacters: -1.5,
  more: 0.5,
  torn: -0.9,
  unusual: -2,
  elsewhere: 2.5,
}

/** How much the interpretation of the neighbours counts. */
const neighbours = 0.7

/** Characters that carry grammar or count: they are seldom misheard. */
export const grammatical: ReadonlySet<string> = new Set(
  '只的了是在里我你他她它们这那有和与也都就一二三四五六七八九十百千万亿两第每个不没很',
)

/** Those of them that are never misheard for part of another word. */
const firm = new Set('的了是在我你他她它们这那一二三四五六七八九十百千万亿两第每不')

/** How probably each word was said; `countOf` tells how often the call has it. */
export function likelyIn(
  run: HanRun,
  { words, misheard }: HeardRun,
  { own, around }: Answers,
  dictionary: Dictionary,
  termOf: (zh: string) => Term | undefined,
  countOf: (zh: string) => number,
): Likely[] {
  return misheard.flatMap((each) => {
    const { start, end, said, suffix } = each
    const heard = run.text.slice(start, end)
    const term = each.isTerm ? termOf(said) : undefined
    const meant = suffix ?? said
    const kept = suffix ? '' : keptCharacters(heard, said)
    const inOwn = own.answerOf(meant, term, kept)
    const inNeighbours = around.answerOf(meant, term, kept)
    const answer = Math.max(inOwn.weight, neighbours * inNeighbours.weight)
    if (suffix && answer === 0) return []
    const differing = Array.from(heard).filter((character, at) => character !== said[at])
    const shared = said.length - differing.length
    if (differing.some((character) => (answer < clear ? grammatical : firm).has(character))) return []
    if (isSpelt(run, each, around) || (isNamed(run, words, each, dictionary) && answer < clear)) return []
    if (countsThings(run.text, start) || sharesMeaning(dictionary, heard, said)) return []
    const written = words.words.filter((word) => word.start < end && start < word.end)
    const texts = written.map((word) => run.text.slice(word.start, word.end))
    const asWritten = texts
      .filter((word) => word.length > 1 && !said.includes(word))
      .map((word) => Math.max(own.answerOf(word).weight, neighbours * around.answerOf(word).weight))
    const inCharacters = texts
      .filter((word) => word.length === 1 && differing.includes(word))
      .map((word) => own.answerOf(word).weight)
    const isTorn = written.some((word) => word.end - word.start > 1 && (word.start < start || word.end > end))
    const logOdds =
      odds.bias +
      odds.gain * Math.max(-3, Math.min(7, each.gain)) +
      odds.answered * answer +
      odds.unanswered * Number(answer === 0 && own.words.length > 0) +
      odds.answeredAsWritten * Math.max(0, ...asWritten) +
      odds.answeredInCharacters * Math.max(0, ...inCharacters) +
      odds.term * Number(each.isTerm) +
      odds.near * each.near +
      odds.nothingShared * Number(shared === 0) +
      odds.shared * (shared / said.length) +
      (said.length > 3 ? odds.more : said.length > 2 ? odds.threeCharacters : 0) +
      odds.torn * Number(isTorn) +
      odds.unusual * Number(isUnusual(run, each)) +
      odds.elsewhere * Math.log10(1 + countOf(said))
    const probability = 1 / (1 + Math.exp(-logOdds))
    const partner = inOwn.at ?? inNeighbours.at
    return [{ misheard: each, probability, ...(partner && answer >= clear && { partner }) }]
  })
}

/** The characters that are right as they stand. */
export const keptCharacters = (heard: string, said: string): string =>
  Array.from(heard)
    .filter((character, at) => character === said[at])
    .join('')

/** How much the interpretation must speak for a word to put it for a grammatical one, and to be shown. */
const clear = 0.5

/** Whether the first character counts what follows ("31家店"). */
export const countsThings = (text: string, start: number): boolean =>
  /[家个只台款批项次座辆间]/u.test(text[start]!) && (start === 0 || grammatical.has(text[start - 1]!))

/** Whether a character that differs has other readings that are commoner. */
const isUnusual = ({ text, readings }: HanRun, { start, said, syllables, near }: Misheard): boolean =>
  near === 0 &&
  syllables.some((syllable, at) => text[start + at] !== said[at] && readings[start + at]![0] !== syllable)

/** Whether the interpretation has it in letters, and so for a name. */
function isSpelt({ readings }: HanRun, { start, end }: Span, around: Interpreted): boolean {
  const spelt = readings
    .slice(start, end)
    .map(([syllable]) => syllable ?? '')
    .join('')
  return around.words.some(({ word }) => word === spelt)
}

/** Whether a family name stands before it. */
function isNamed(
  { text }: HanRun,
  { words }: HeardRun['words'],
  { start, end }: Span,
  dictionary: Dictionary,
): boolean {
  const before = words.find((word) => word.end === start)
  return (
    end - start < 3 &&
    before !== undefined &&
    before.end - before.start === 1 &&
    dictionary.isSurname(text.slice(before.start, before.end))
  )
}

/** Whether both are written for one word (截至, 截止). */
function sharesMeaning(dictionary: Dictionary, heard: string, said: string): boolean {
  const [one, other] = [dictionary.idOf(heard), dictionary.idOf(said)]
  if (one < 0 || other < 0) return false
  const main = dictionary.glossStems(one).filter(({ weight }) => weight > 0.3)
  return dictionary
    .glossStems(other)
    .some(({ stem, weight }) => weight > 0.3 && main.some((gloss) => gloss.stem === stem))
}
