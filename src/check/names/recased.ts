import type { LanguageModel } from '../../lexicon/language-model.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { isPinyin } from './alike.js'
import { surnameRanks } from './people.js'
import { isStopWord } from '../../text/stop-words.js'
import { ngramWords, type NgramWord } from '../../text/tokens.js'
import type { Aligned } from '../../types.js'

/**
 * A transcript without capitals with capitals where names stand: words that calls do not say, and those in the places
 * of names ("mister …", "our next question comes from … of …"). Any other comes back as it is.
 */
export function withCapitals(doc: Aligned, { languageModel, tables }: Lexicon): Aligned {
  if (!isInSmallLetters(doc)) return doc
  const surnames = surnameRanks(tables.surnames)
  const capitals = new Set<number>()
  for (const paragraph of doc.turns.flatMap(({ body }) => body)) {
    const words = ngramWords(doc.text, paragraph)
    for (const index of namesAmong(words, surnames, languageModel)) capitals.add(words[index]!.span.start)
  }
  const text = [...capitals].reduce((letters, at) => {
    // Others may become two letters, and all places after them would be off.
    if (/[a-z]/u.test(letters[at]!)) letters[at] = letters[at]!.toUpperCase()
    return letters
  }, doc.text.split(''))
  return { ...doc, text: text.join('') }
}

/** Share of the words with a capital below which a transcript has none. */
const hardlyAny = 0.02
/** Words that must be there to tell. */
const fewest = 30
const enough = 1000

/** Whether the transcript's speech is written without capitals. */
export function isInSmallLetters({ text, turns }: Pick<Aligned, 'text' | 'turns'>): boolean {
  let words = 0
  let capitals = 0
  for (const { start, end } of turns.flatMap(({ body }) => body)) {
    const piece = text.slice(start, end)
    words += piece.match(/\b[a-z]{2}/giu)?.length ?? 0
    capitals += piece.match(/\b[A-Z][A-Za-z]/gu)?.length ?? 0
    if (words > enough) break
  }
  return words >= fewest && capitals < hardlyAny * words
}

/** Log10 of a word's probability below which it is a name. */
const rare = -6.6

function namesAmong(
  words: readonly NgramWord[],
  surnames: ReadonlyMap<string, number>,
  model: LanguageModel,
): Set<number> {
  const found = new Set<number>()
  const mark = (from: number, to: number) => {
    for (let index = from; index < to; index++) if (words[index]!.word !== '<n>') found.add(index)
  }
  const isWord = (index: number, set: ReadonlySet<string>) => set.has(words[index]?.word ?? '')
  words.forEach(({ word }, index) => {
    if (word === 'i' || word === "i'm") mark(index, index + 1)
    if (isUnheard(word, model)) {
      const surname = index > 0 && isPinyin(word) && surnames.has(words[index - 1]!.word)
      mark(surname ? index - 1 : index, index + 1)
    }
    if (isWord(index, titles) && index + 1 < words.length) mark(index, index + 2)
    if (word === 'zong' && index > 0) mark(index - 1, index + 1)
    if (word === 'of' && isWord(index - 1, meetings)) {
      const end = firstOf(words, index + 1, (at) => isStopWord(words[at]!.word) || words[at]!.cut)
      mark(index + 1, end ?? index + 1)
    }
    const name = nameAfter(words, index)
    if (name === undefined) return
    const joint = firstOf(words, name, (from) => isWord(from, joints))
    if (joint === undefined || joint === name) return
    mark(name, joint)
    const end = firstOf(words, joint + 1, (at) => isWord(at, afterFirm) || words[at]!.cut) ?? joint + 1
    mark(joint + 1, end)
  })
  return found
}

/** A name or firm has no more words. */
const longest = 4

function firstOf(
  words: readonly NgramWord[],
  from: number,
  holds: (index: number) => boolean,
): number | undefined {
  for (let index = from; index <= Math.min(words.length - 1, from + longest); index++)
    if (holds(index)) return index
  return undefined
}

const isUnheard = (word: string, model: LanguageModel): boolean =>
  /^\p{L}{3,}$/u.test(word) &&
  !isStopWord(word) &&
  (model.id(word) <= 0 || model.unigram(model.id(word)) < rare)

/** Where the name begins in "question comes from the line of …", "next is …", "this is …", of which `index` is the first word. */
function nameAfter(words: readonly NgramWord[], index: number): number | undefined {
  for (const lead of leads) {
    if (lead.every((word, at) => words[index + at]?.word === word)) {
      const start = index + lead.length
      const line = ['the', 'line', 'of'].every((word, at) => words[start + at]?.word === word)
      return line ? start + 3 : start
    }
  }
  return undefined
}

const leads: readonly (readonly string[])[] = [
  'question comes from',
  'question is from',
  'question will come from',
  'question today comes from',
  'follow-up from',
  'next is',
  'next we have',
  'this is',
  'i am',
  "i'm",
  'my name is',
].map((words) => words.split(' '))

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const titles = setOf('mr ms mrs miss dr mister')
const meetings = setOf('meeting call conference')
const joints = setOf('from of with at')
const afterFirm = setOf(
  'please go your thank thanks i my hi hello good just can could and so first congratulations',
)
