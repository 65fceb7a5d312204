import type { Lexicon } from '../../lexicon/lexicon.js'
import { isStopWord } from '../../text/stop-words.js'
import { isOrdinary, isSameName, nameDistance } from './alike.js'
import { capitalRuns, type SpokenWord, type Speech } from './capitalised.js'
import { startOfSlot, type Company } from './company.js'

/** Words `from` … `to - 1` of a paragraph stand for the company's own word. */
export interface MisheardHead {
  readonly paragraph: number
  readonly from: number
  readonly to: number
  readonly heard: string
  /** The company's own word, with the one after it where that is in the place too. */
  readonly said: string
  readonly distance: number
  readonly confidence: number
}

/**
 * Where another word stands in place of the company's own: before the word that follows it ("Lanway Auto"), where
 * only the company can be named ("joining Yogurt Solar's third quarter"), and the same words elsewhere.
 */
export function misheardHeads(speech: Speech, company: Company, lexicon: Lexicon): MisheardHead[] {
  const found = speech.flatMap(({ words }, paragraph) =>
    words.flatMap((word, at) => {
      if (!company.tail.includes(word.lower) || !word.glued || at === 0) return []
      return beforeTail(words, at, company, lexicon).map((head) => ({ ...head, paragraph }))
    }),
  )
  const taken = new Set(found.map(({ paragraph, from }) => speech[paragraph]!.words[from]!.start))
  const forms = new Map(found.map((head) => [head.heard.toLowerCase(), head]))
  const again = speech.flatMap(({ words }, paragraph) =>
    words.flatMap((word, from) => {
      const known = word.capital && !word.opens ? forms.get(word.lower) : undefined
      if (!known || known.to - known.from > 1 || taken.has(word.start)) return []
      const confidence = word.possessive || startOfSlot(words, from, from + 1) !== undefined ? 0.85 : 0.65
      return [{ ...known, paragraph, from, to: from + 1, confidence }]
    }),
  )
  return [...found, ...again]
}

/** What is said to hold the call ("the third quarter performance meeting of Red Pine Gold") and has nothing of the company's name. */
export function strangersInPlace(speech: Speech, company: Company, lexicon: Lexicon): MisheardHead[] {
  return speech.flatMap(({ words }, paragraph) =>
    capitalRuns(words).flatMap(({ from, to }) => {
      if (!isHeldBy(words, from)) return []
      const run = words.slice(from, to)
      if (run.some(({ form }) => isSameName(form, company.head) || /^\p{Lu}+$/u.test(form))) return []
      const heard = run.map(({ form }) => form).join(' ')
      if (run.length === 1 && isOrdinary(heard, lexicon.languageModel)) return []
      const distance = nameDistance(heard, company.head, lexicon)
      const [tail] = run.length > 1 && distance > 0.4 ? company.tail : []
      const said =
        tail === undefined ? company.head : `${company.head} ${tail[0]!.toUpperCase()}${tail.slice(1)}`
      return [{ paragraph, from, to, heard, said, distance, confidence: distance <= 0.4 ? 0.85 : 0.75 }]
    }),
  )
}

/** Whether "performance meeting of" stands before word `at`, or "… of the third quarter of". */
function isHeldBy(words: readonly SpokenWord[], at: number): boolean {
  const back = (lower: number, set: ReadonlySet<string>) => set.has(words[lower]?.lower ?? '')
  const of = words[at - 1]?.lower === 'the' ? at - 2 : at - 1
  if (words[of]?.lower !== 'of') return false
  const period =
    back(of - 1, periods) && back(of - 2, ordinals) ? (words[of - 3]?.lower === 'the' ? of - 4 : of - 3) : of
  return words[period]?.lower === 'of' && back(period - 1, meetings) && back(period - 2, subjects)
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const meetings = setOf('meeting call conference briefing')
const subjects = setOf(
  'performance results earnings telephone phone communication report conference exchange explanation interim annual quarterly quarter',
)
const periods = setOf('quarter season year half')
const ordinals = setOf('first second third fourth full this')

function beforeTail(
  words: readonly SpokenWord[],
  at: number,
  { head }: Company,
  lexicon: Lexicon,
): Omit<MisheardHead, 'paragraph'>[] {
  const before = words[at - 1]!
  if (isSameName(before.form, head) || before.possessive || isUsual(words, at, lexicon)) return []
  const readings = [1, 2, 3].flatMap((size) => {
    const from = at - size
    const part = words.slice(Math.max(0, from), at)
    if (from < 0 || !part.slice(1).every(({ glued }) => glued)) return []
    if (size === 1 && isStopWord(before.lower)) return []
    const capital = part.every((word) => word.capital)
    const inSlot = startOfSlot(words, from, at + 1) === from
    if ((!capital && !inSlot) || part.some(({ form, possessive }) => possessive || isSameName(form, head)))
      return []
    const heard = part.map(({ form }) => form).join(' ')
    const distance = nameDistance(heard, head, lexicon)
    return distance <= farthest(capital, inSlot, size) ? [{ from, heard, distance, capital, inSlot }] : []
  })
  const [best] = readings.toSorted((a, b) => a.distance - b.distance)
  if (!best) return []
  const { from, heard, distance, capital, inSlot } = best
  const confidence = Math.min(
    0.94,
    0.72 + (distance <= 0.36 ? 0.12 : 0) + (inSlot ? 0.1 : 0) + (capital ? 0.04 : 0),
  )
  return [{ from, to: at, heard, said: head, distance, confidence }]
}

/** Where only the company can be named, its tail is proof enough. */
function farthest(capital: boolean, inSlot: boolean, size: number): number {
  if (capital && inSlot) return 0.7
  if (capital) return size === 1 ? 0.4 : 0.33
  return size === 1 ? 0.2 : 0.38
}

/** Log10 of the probability from which on the words before the tail are how calls speak ("public cloud"). */
const usual = -2.8

function isUsual(words: readonly SpokenWord[], at: number, { languageModel }: Lexicon): boolean {
  const [before, tail] = [languageModel.id(words[at - 1]!.lower), languageModel.id(words[at]!.lower)]
  return (
    before > 0 &&
    tail > 0 &&
    isOrdinary(words[at - 1]!.lower, languageModel) &&
    languageModel.logProbability(tail, [before]) > usual
  )
}
