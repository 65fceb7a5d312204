import type { Lexicon } from '../../lexicon/lexicon.js'
import { isStopWord } from '../../text/stop-words.js'
import { isOrdinary, isSameName, nameDistance } from './alike.js'
import type { SpokenWord, Speech } from './capitalised.js'
import { startOfSlot, type Company } from './company.js'

/** Words `from` … `to - 1` of a paragraph stand for the company's own word. */
export interface MisheardHead {
  readonly paragraph: number
  readonly from: number
  readonly to: number
  readonly heard: string
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
  return [{ from, to: at, heard, distance, confidence }]
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
